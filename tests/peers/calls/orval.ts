// Calls every operation with the functions that orval makes. Arguments: the URL, and which calls.
import axios from "axios";
import {
  changeCustomers,
  createCustomer,
  deleteCustomer,
  getCustomer,
  listCustomers,
  listReportsByType,
  updateCustomer,
} from "./unimicro_client/client";

const [url, mode] = process.argv.slice(2);
// --8<-- [start:client]
axios.defaults.baseURL = url;
axios.defaults.headers.common.Authorization = `Bearer ${process.env.UNIMICRO_TOKEN}`;
axios.defaults.headers.common.CompanyKey = process.env.UNIMICRO_COMPANY;
// --8<-- [end:client]

function tell(operation: string, read: unknown = null): void {
  console.log(JSON.stringify({ operation, read }));
}

async function refused(): Promise<void> {
  const calls = { deleteCustomer: () => deleteCustomer(1042), getCustomer: () => getCustomer(1042) };
  for (const [operation, call] of Object.entries(calls)) {
    try {
      await call();
    } catch (error) {
      if (axios.isAxiosError(error)) tell(operation, error.response?.data.Message);
    }
  }
}

async function accepted(): Promise<void> {
  const created = await createCustomer({
    Info: {
      Name: "Sørøya Testhandel AS",
      DefaultEmail: { EmailAddress: "innkjop.soroya@example.no", Description: "Innkjøp" },
    },
    StatusCode: 20001,
  });
  tell("createCustomer", created.data.ID);
  const { data: customers } = await listCustomers({
    expand: "Info,Info.DefaultEmail",
    filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
    orderby: "Info.Name asc",
    top: 10,
    skip: 20,
    hateoas: false,
  });
  tell("listCustomers", Array.isArray(customers) && customers[0].OrgNumber);
  const { data: usable } = await listCustomers({ action: "validate-customer-KID-Alias", customerKidAlias: "0770042" });
  tell("validateCustomerKidAlias", usable);
  // --8<-- [start:action]
  await changeCustomers({ action: "activate", id: 1042 });
  // --8<-- [end:action]
  tell("activateCustomer");
  await changeCustomers({ action: "deactivate", id: 1042 });
  tell("deactivateCustomer");
  await changeCustomers({ action: "block", id: 1042 });
  tell("blockCustomer");
  await changeCustomers({ action: "bulk-save" }, [
    { ID: 1042, CreditDays: 30, ReminderEmailAddress: "faktura.nordlys@example.no" },
    {
      OrgNumber: "312994151",
      Info: { Name: "Havgløtt Prøvefisk AS" },
      _createguid: "e41c7b06-9f2d-4a85-b3d1-58a60c94f72e",
    },
  ]);
  tell("bulkSaveCustomers");
  tell("getCustomer", (await getCustomer(1042, { expand: "Info" })).data.Info?.Name);
  tell("getNextCustomer", (await getCustomer(1042, { action: "next" })).data.StatusCode);
  tell("getPreviousCustomer", (await getCustomer(1042, { action: "previous" })).data.CustomerNumber);
  const changed = await updateCustomer(1042, {
    ID: 1042,
    CreditDays: 30,
    Info: { ID: 2087, Name: "Nordlys Regnskap og Rådgivning AS" },
  });
  tell("updateCustomer", changed.data.ID);
  const { data: deleted } = await deleteCustomer(1042);
  tell("deleteCustomer", deleted && deleted.ID);
  tell("listReportsByType", (await listReportsByType(1)).data[0].Description);
}

async function codes(): Promise<void> {
  const { data: customer } = await getCustomer(1042);
  tell("getCustomer", [customer.StatusCode, customer.Info?.Phones?.[0].Type]);
}

async function list(): Promise<void> {
  const { data: customers } = await listCustomers();
  tell("listCustomers", Array.isArray(customers) && customers.length);
}

async function activate(): Promise<void> {
  await changeCustomers({ action: "activate", id: 1042 });
  tell("activateCustomer");
}

async function back(): Promise<void> {
  const { data: customer } = await getCustomer(1042);
  await updateCustomer(1042, { ID: 1042, Info: customer.Info });
}

const modes: Record<string, () => Promise<void>> = { accepted, refused, codes, list, activate, back };
void modes[mode]();
