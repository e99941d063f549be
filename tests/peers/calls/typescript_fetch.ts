// Calls every operation that it can with the fetch client that openapi-generator makes. Arguments: the URL, and which calls.
import {
  ChangeCustomersAction,
  Configuration,
  CustomersApi,
  CustomerStatus,
  CustomerStatusApi,
  GetCustomerAction,
  ListCustomersAction,
  ReportsApi,
  ReportType,
  ResponseError,
} from "./unimicro_client";

const [url, mode] = process.argv.slice(2);
// --8<-- [start:client]
const configuration = new Configuration({
  basePath: url,
  accessToken: process.env.UNIMICRO_TOKEN,
  apiKey: process.env.UNIMICRO_COMPANY,
});
const customers = new CustomersApi(configuration);
const status = new CustomerStatusApi(configuration);
const reports = new ReportsApi(configuration);
// --8<-- [end:client]
const id = 1042;

function tell(operation: string, read: unknown = null): void {
  console.log(JSON.stringify({ operation, read }));
}

async function refused(): Promise<void> {
  const calls = { deleteCustomer: () => customers.deleteCustomer({ id }), getCustomer: () => customers.getCustomer({ id }) };
  for (const [operation, call] of Object.entries(calls)) {
    try {
      await call();
    } catch (error) {
      if (error instanceof ResponseError) tell(operation, (await error.response.json()).Message);
    }
  }
}

async function accepted(): Promise<void> {
  const created = await customers.createCustomer({
    customerCreate: {
      Info: {
        Name: "Sørøya Testhandel AS",
        DefaultEmail: { EmailAddress: "innkjop.soroya@example.no", Description: "Innkjøp" },
      },
      StatusCode: CustomerStatus.Pending,
    },
  });
  tell("createCustomer", created.ID);
  const found = await customers.listCustomers({
    expand: "Info,Info.DefaultEmail",
    filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
    orderby: "Info.Name asc",
    top: 10,
    skip: 20,
    hateoas: false,
  });
  tell("listCustomers", Array.isArray(found) && found[0].OrgNumber);
  const action = ListCustomersAction.ValidateCustomerKidAlias;
  tell("validateCustomerKidAlias", await customers.listCustomers({ action, customerKidAlias: "0770042" }));
  // --8<-- [start:action]
  await status.changeCustomers({ action: ChangeCustomersAction.Activate, id: 1042 });
  // --8<-- [end:action]
  tell("activateCustomer");
  await status.changeCustomers({ action: ChangeCustomersAction.Deactivate, id });
  tell("deactivateCustomer");
  await status.changeCustomers({ action: ChangeCustomersAction.Block, id });
  tell("blockCustomer");
  tell("getCustomer", (await customers.getCustomer({ id, expand: "Info" })).Info?.Name);
  tell("getNextCustomer", (await customers.getCustomer({ id, action: GetCustomerAction.Next })).StatusCode);
  tell("getPreviousCustomer", (await customers.getCustomer({ id, action: GetCustomerAction.Previous })).CustomerNumber);
  const changed = await customers.updateCustomer({
    id,
    customerUpdate: { ID: 1042, CreditDays: 30, Info: { ID: 2087, Name: "Nordlys Regnskap og Rådgivning AS" } },
  });
  tell("updateCustomer", changed.ID);
  tell("deleteCustomer", (await customers.deleteCustomer({ id }))?.ID);
  tell("listReportsByType", (await reports.listReportsByType({ reportType: ReportType.Invoice }))[0].Description);
}

async function codes(): Promise<void> {
  const customer = await customers.getCustomer({ id });
  tell("getCustomer", [customer.StatusCode, customer.Info?.Phones?.[0].Type]);
}

async function list(): Promise<void> {
  const found = await customers.listCustomers();
  tell("listCustomers", Array.isArray(found) && found.length);
}

async function activate(): Promise<void> {
  await status.changeCustomers({ action: ChangeCustomersAction.Activate, id });
  tell("activateCustomer");
}

async function back(): Promise<void> {
  const customer = await customers.getCustomer({ id });
  await customers.updateCustomer({ id, customerUpdate: { ID: 1042, Info: customer.Info } });
}

const modes: Record<string, () => Promise<void>> = { accepted, refused, codes, list, activate, back };
void modes[mode]();
