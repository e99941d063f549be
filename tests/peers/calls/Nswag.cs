// Calls every operation that it can with the C# client that NSwag makes. Arguments: the URL, and which calls.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Unimicro;

public static class Calls
{
    static Client client;

    static void Tell(string operation, object read = null)
    {
        Console.WriteLine(JsonConvert.SerializeObject(new { operation, read }));
    }

    public static void Main(string[] arguments)
    {
        // --8<-- [start:client]
        var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("UNIMICRO_TOKEN"));
        http.DefaultRequestHeaders.Add("CompanyKey", Environment.GetEnvironmentVariable("UNIMICRO_COMPANY"));
        client = new Client(http) { BaseUrl = arguments[0] };
        // --8<-- [end:client]
        var modes = new Dictionary<string, Func<Task>>
        {
            ["accepted"] = Accepted,
            ["refused"] = Refused,
            ["codes"] = Codes,
            ["list"] = async () => Tell("listCustomers", (await List()).Count),
            ["activate"] = Activate,
            ["back"] = Back,
        };
        modes[arguments[1]]().GetAwaiter().GetResult();
    }

    static Task<ICollection<Customer>> List()
    {
        return client.ListCustomersAsync(null, null, null, null, null, null, null);
    }

    static Task<Customer> Get(GetCustomerAction? action = null, string expand = null)
    {
        return client.GetCustomerAsync(action, 1042, expand, null, null);
    }

    static async Task Refused()
    {
        try
        {
            await client.DeleteCustomerAsync(1042);
        }
        catch (ApiException<BadRequest> error)
        {
            Tell("deleteCustomer", error.Result.AdditionalProperties["Message"]);
        }
        try
        {
            await Get();
        }
        catch (ApiException<NotFound> error)
        {
            Tell("getCustomer", error.Result.Message);
        }
    }

    static async Task Codes()
    {
        var customer = await Get();
        Tell("getCustomer", new object[] { customer.StatusCode, customer.Info.Phones.First().Type });
    }

    static async Task Activate()
    {
        await client.ChangeCustomersAsync(ChangeCustomersAction.Activate, 1042);
        Tell("activateCustomer");
    }

    static async Task Back()
    {
        await client.UpdateCustomerAsync(1042, new CustomerUpdate { ID = 1042, Info = (await Get()).Info });
    }

    static async Task Accepted()
    {
        var email = new Email { EmailAddress = "innkjop.soroya@example.no", Description = "Innkjøp" };
        var relation = new BusinessRelation { Name = "Sørøya Testhandel AS", DefaultEmail = email };
        var created = await client.CreateCustomerAsync(new CustomerCreate { Info = relation, StatusCode = CustomerStatus.Pending });
        Tell("createCustomer", created.ID);
        var filter = "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')";
        var found = await client.ListCustomersAsync("Info,Info.DefaultEmail", null, filter, 10, 20, "Info.Name asc", false);
        Tell("listCustomers", found.First().OrgNumber);
        // --8<-- [start:action]
        await client.ChangeCustomersAsync(ChangeCustomersAction.Activate, 1042);
        // --8<-- [end:action]
        Tell("activateCustomer");
        await client.ChangeCustomersAsync(ChangeCustomersAction.Deactivate, 1042);
        Tell("deactivateCustomer");
        await client.ChangeCustomersAsync(ChangeCustomersAction.Block, 1042);
        Tell("blockCustomer");
        Tell("getCustomer", (await Get(expand: "Info")).Info.Name);
        Tell("getNextCustomer", (await Get(GetCustomerAction.Next)).StatusCode);
        Tell("getPreviousCustomer", (await Get(GetCustomerAction.Previous)).CustomerNumber);
        var change = new CustomerUpdate
        {
            ID = 1042,
            CreditDays = 30,
            Info = new BusinessRelation { ID = 2087, Name = "Nordlys Regnskap og Rådgivning AS" },
        };
        Tell("updateCustomer", (await client.UpdateCustomerAsync(1042, change)).ID);
        Tell("deleteCustomer", (await client.DeleteCustomerAsync(1042)).ID);
        Tell("listReportsByType", (await client.ListReportsByTypeAsync(ReportType.Invoice)).First().Description);
    }
}
