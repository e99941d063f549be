// Calls every operation with the client that @hey-api/openapi-ts makes. Arguments: the URL, and which calls.
import { client } from "./unimicro_client/client.gen";
import {
  changeCustomers,
  createCustomer,
  deleteCustomer,
  getCustomer,
  listCustomers,
  listReportsByType,
  updateCustomer,
} from "./unimicro_client";

const [url, mode] = process.argv.slice(2);
client.setConfig({
  baseUrl: url,
  auth: (scheme) => (scheme.scheme === "bearer" ? process.env.UNIMICRO_TOKEN : process.env.UNIMICRO_COMPANY),
});

function tell(operation: string, read: unknown = null): void {
  console.log(JSON.stringify({ operation, read }));
}

async function refused(): Promise<void> {
  const { error: kept } = await deleteCustomer({ path: { id: 1042 } });
  tell("deleteCustomer", typeof kept === "object" && "Message" in kept && kept.Message);
  const { error: missing } = await getCustomer({ path: { id: 1042 } });
  tell("getCustomer", typeof missing === "object" && "Message" in missing && missing.Message);
}

async function accepted(): Promise<void> {
  const created = await createCustomer({
    body: {
      Info: {
        Name: "Sørøya Testhandel AS",
        DefaultEmail: { EmailAddress: "innkjop.soroya@example.no", Description: "Innkjøp" },
      },
      StatusCode: 20001,
    },
  });
  tell("createCustomer", created.data?.ID);
  const { data: customers } = await listCustomers({
    query: {
      expand: "Info,Info.DefaultEmail",
      filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
      orderby: "Info.Name asc",
      top: 10,
      skip: 20,
      hateoas: false,
    },
  });
  tell("listCustomers", Array.isArray(customers) && customers[0].OrgNumber);
  const { data: usable } = await listCustomers({
    query: { action: "validate-customer-KID-Alias", customerKidAlias: "0770042" },
  });
  tell("validateCustomerKidAlias", usable);
  // --8<-- [start:action]
  await changeCustomers({ query: { action: "activate", id: 1042 } });
  // --8<-- [end:action]
  tell("activateCustomer");
  await changeCustomers({ query: { action: "deactivate", id: 1042 } });
  tell("deactivateCustomer");
  await changeCustomers({ query: { action: "block", id: 1042 } });
  tell("blockCustomer");
  await changeCustomers({
    query: { action: "bulk-save" },
    body: [
      { ID: 1042, CreditDays: 30, ReminderEmailAddress: "faktura.nordlys@example.no" },
      {
        OrgNumber: "312994151",
        Info: { Name: "Havgløtt Prøvefisk AS" },
        _createguid: "e41c7b06-9f2d-4a85-b3d1-58a60c94f72e",
      },
    ],
  });
  tell("bulkSaveCustomers");
  tell("getCustomer", (await getCustomer({ path: { id: 1042 }, query: { expand: "Info" } })).data?.Info?.Name);
  const { data: following } = await getCustomer({ path: { id: 1042 }, query: { action: "next" } });
  tell("getNextCustomer", following?.StatusCode);
  const { data: previous } = await getCustomer({ path: { id: 1042 }, query: { action: "previous" } });
  tell("getPreviousCustomer", previous?.CustomerNumber);
  const changed = await updateCustomer({
    path: { id: 1042 },
    body: { ID: 1042, CreditDays: 30, Info: { ID: 2087, Name: "Nordlys Regnskap og Rådgivning AS" } },
  });
  tell("updateCustomer", changed.data?.ID);
  const deleted = await deleteCustomer({ path: { id: 1042 } });
  tell("deleteCustomer", deleted.data?.ID);
  const { data: reports } = await listReportsByType({ path: { reportType: 1 } });
  tell("listReportsByType", reports?.[0].Description);
}

async function codes(): Promise<void> {
  const { data: customer } = await getCustomer({ path: { id: 1042 }, throwOnError: true });
  tell("getCustomer", [customer.StatusCode, customer.Info?.Phones?.[0].Type]);
}

async function list(): Promise<void> {
  const { data: customers } = await listCustomers({ throwOnError: true });
  tell("listCustomers", Array.isArray(customers) && customers.length);
}

async function activate(): Promise<void> {
  await changeCustomers({ query: { action: "activate", id: 1042 }, throwOnError: true });
  tell("activateCustomer");
}

async function back(): Promise<void> {
  const { data: customer } = await getCustomer({ path: { id: 1042 }, throwOnError: true });
  await updateCustomer({ path: { id: 1042 }, body: { ID: 1042, Info: customer.Info } });
}

const modes: Record<string, () => Promise<void>> = { accepted, refused, codes, list, activate, back };
void modes[mode]();
