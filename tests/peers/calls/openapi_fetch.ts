// Calls every operation with openapi-fetch and the types that openapi-typescript makes. Arguments: the URL, and which calls.
import createClient from "openapi-fetch";
import type { paths } from "./unimicro_client/schema";

const [url, mode] = process.argv.slice(2);
const client = createClient<paths>({
  baseUrl: url,
  headers: { Authorization: `Bearer ${process.env.UNIMICRO_TOKEN}`, CompanyKey: process.env.UNIMICRO_COMPANY },
});
const path = { id: 1042 };

function tell(operation: string, read: unknown = null): void {
  console.log(JSON.stringify({ operation, read }));
}

async function refused(): Promise<void> {
  const { error: kept } = await client.DELETE("/api/biz/customers/{id}", { params: { path } });
  tell("deleteCustomer", typeof kept === "object" && "Message" in kept && kept.Message);
  const { error: missing } = await client.GET("/api/biz/customers/{id}", { params: { path } });
  tell("getCustomer", typeof missing === "object" && "Message" in missing && missing.Message);
}

async function accepted(): Promise<void> {
  const created = await client.POST("/api/biz/customers", {
    body: {
      Info: {
        Name: "Sørøya Testhandel AS",
        DefaultEmail: { EmailAddress: "innkjop.soroya@example.no", Description: "Innkjøp" },
      },
      StatusCode: 20001,
    },
  });
  tell("createCustomer", created.data?.ID);
  const { data: customers } = await client.GET("/api/biz/customers", {
    params: {
      query: {
        expand: "Info,Info.DefaultEmail",
        filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
        orderby: "Info.Name asc",
        top: 10,
        skip: 20,
        hateoas: false,
      },
    },
  });
  tell("listCustomers", Array.isArray(customers) && customers[0].OrgNumber);
  const { data: usable } = await client.GET("/api/biz/customers", {
    params: { query: { action: "validate-customer-KID-Alias", customerKidAlias: "0770042" } },
  });
  tell("validateCustomerKidAlias", usable);
  // --8<-- [start:action]
  await client.PUT("/api/biz/customers", { params: { query: { action: "activate", id: 1042 } } });
  // --8<-- [end:action]
  tell("activateCustomer");
  await client.PUT("/api/biz/customers", { params: { query: { action: "deactivate", id: 1042 } } });
  tell("deactivateCustomer");
  await client.PUT("/api/biz/customers", { params: { query: { action: "block", id: 1042 } } });
  tell("blockCustomer");
  await client.PUT("/api/biz/customers", {
    params: { query: { action: "bulk-save" } },
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
  const one = await client.GET("/api/biz/customers/{id}", { params: { path, query: { expand: "Info" } } });
  tell("getCustomer", one.data?.Info?.Name);
  const following = await client.GET("/api/biz/customers/{id}", { params: { path, query: { action: "next" } } });
  tell("getNextCustomer", following.data?.StatusCode);
  const previous = await client.GET("/api/biz/customers/{id}", { params: { path, query: { action: "previous" } } });
  tell("getPreviousCustomer", previous.data?.CustomerNumber);
  const changed = await client.PUT("/api/biz/customers/{id}", {
    params: { path },
    body: { ID: 1042, CreditDays: 30, Info: { ID: 2087, Name: "Nordlys Regnskap og Rådgivning AS" } },
  });
  tell("updateCustomer", changed.data?.ID);
  const deleted = await client.DELETE("/api/biz/customers/{id}", { params: { path } });
  tell("deleteCustomer", deleted.data?.ID);
  const reports = await client.GET("/api/report/type/{reportType}", { params: { path: { reportType: 1 } } });
  tell("listReportsByType", reports.data?.[0].Description);
}

async function codes(): Promise<void> {
  const { data: customer } = await client.GET("/api/biz/customers/{id}", { params: { path } });
  tell("getCustomer", [customer?.StatusCode, customer?.Info?.Phones?.[0].Type]);
}

async function list(): Promise<void> {
  const { data: customers } = await client.GET("/api/biz/customers");
  tell("listCustomers", Array.isArray(customers) && customers.length);
}

async function activate(): Promise<void> {
  const { error } = await client.PUT("/api/biz/customers", { params: { query: { action: "activate", id: 1042 } } });
  if (!error) tell("activateCustomer");
}

async function back(): Promise<void> {
  const { data: customer } = await client.GET("/api/biz/customers/{id}", { params: { path } });
  await client.PUT("/api/biz/customers/{id}", { params: { path }, body: { ID: 1042, Info: customer?.Info } });
}

const modes: Record<string, () => Promise<void>> = { accepted, refused, codes, list, activate, back };
void modes[mode]();
