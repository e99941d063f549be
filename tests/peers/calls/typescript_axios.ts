// Calls every operation that it can with the axios client that openapi-generator makes. Arguments: the URL, and which calls.
import axios from "axios";
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

function tell(operation: string, read: unknown = null): void {
  console.log(JSON.stringify({ operation, read }));
}

async function refused(): Promise<void> {
  const calls = { deleteCustomer: () => customers.deleteCustomer(1042), getCustomer: () => customers.getCustomer(1042) };
  for (const [operation, call] of Object.entries(calls)) {
    try {
      await call();
    } catch (error) {
      if (axios.isAxiosError(error)) tell(operation, error.response?.data.Message);
    }
  }
}

async function accepted(): Promise<void> {
  const created = await customers.createCustomer({
    Info: {
      Name: "Sørøya Testhandel AS",
      DefaultEmail: { EmailAddress: "innkjop.soroya@example.no", Description: "Innkjøp" },
    },
    StatusCode: CustomerStatus.Pending,
  });
  tell("createCustomer", created.data.ID);
  const expand = "Info,Info.DefaultEmail";
  const filter = "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')";
  const { data: found } = await customers.listCustomers(
    undefined,
    expand,
    undefined,
    filter,
    10,
    20,
    "Info.Name asc",
    false,
  );
  tell("listCustomers", Array.isArray(found) && found[0].OrgNumber);
  const { data: usable } = await customers.listCustomers(
    ListCustomersAction.ValidateCustomerKidAlias,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    "0770042",
  );
  tell("validateCustomerKidAlias", usable);
  // --8<-- [start:action]
  await status.changeCustomers(ChangeCustomersAction.Activate, 1042);
  // --8<-- [end:action]
  tell("activateCustomer");
  await status.changeCustomers(ChangeCustomersAction.Deactivate, 1042);
  tell("deactivateCustomer");
  await status.changeCustomers(ChangeCustomersAction.Block, 1042);
  tell("blockCustomer");
  tell("getCustomer", (await customers.getCustomer(1042, undefined, "Info")).data.Info?.Name);
  tell("getNextCustomer", (await customers.getCustomer(1042, GetCustomerAction.Next)).data.StatusCode);
  tell("getPreviousCustomer", (await customers.getCustomer(1042, GetCustomerAction.Previous)).data.CustomerNumber);
  const changed = await customers.updateCustomer(1042, {
    ID: 1042,
    CreditDays: 30,
    Info: { ID: 2087, Name: "Nordlys Regnskap og Rådgivning AS" },
  });
  tell("updateCustomer", changed.data.ID);
  tell("deleteCustomer", (await customers.deleteCustomer(1042)).data.ID);
  tell("listReportsByType", (await reports.listReportsByType(ReportType.Invoice)).data[0].Description);
}

async function codes(): Promise<void> {
  const { data: customer } = await customers.getCustomer(1042);
  tell("getCustomer", [customer.StatusCode, customer.Info?.Phones?.[0].Type]);
}

async function list(): Promise<void> {
  const { data: found } = await customers.listCustomers();
  tell("listCustomers", Array.isArray(found) && found.length);
}

async function activate(): Promise<void> {
  await status.changeCustomers(ChangeCustomersAction.Activate, 1042);
  tell("activateCustomer");
}

async function back(): Promise<void> {
  const { data: customer } = await customers.getCustomer(1042);
  await customers.updateCustomer(1042, { ID: 1042, Info: customer.Info });
}

const modes: Record<string, () => Promise<void>> = { accepted, refused, codes, list, activate, back };
void modes[mode]();
