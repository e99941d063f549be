// Calls every operation that it can with the C# client that openapi-generator makes. Arguments: the URL, and which calls.
using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Org.OpenAPITools.Api;
using Org.OpenAPITools.Client;
using Org.OpenAPITools.Model;

public static class Calls
{
    static CustomersApi customers;
    static CustomerStatusApi status;
    static ReportsApi reports;

    static void Tell(string operation, object read = null)
    {
        Console.WriteLine(JsonConvert.SerializeObject(new { operation, read }));
    }

    public static void Main(string[] arguments)
    {
        // --8<-- [start:client]
        var configuration = new Configuration
        {
            BasePath = arguments[0],
            AccessToken = Environment.GetEnvironmentVariable("UNIMICRO_TOKEN"),
        };
        configuration.ApiKey["CompanyKey"] = Environment.GetEnvironmentVariable("UNIMICRO_COMPANY");
        // --8<-- [end:client]
        customers = new CustomersApi(configuration);
        status = new CustomerStatusApi(configuration);
        reports = new ReportsApi(configuration);
        var modes = new Dictionary<string, Action>
        {
            ["accepted"] = Accepted,
            ["refused"] = Refused,
            ["codes"] = Codes,
            ["list"] = () => Tell("listCustomers", customers.ListCustomers().Count),
            ["activate"] = Activate,
            ["back"] = () => customers.UpdateCustomer(1042, new CustomerUpdate(iD: 1042) { Info = customers.GetCustomer(1042).Info }),
        };
        modes[arguments[1]]();
    }

    static void Refused()
    {
        var calls = new Dictionary<string, Action>
        {
            ["deleteCustomer"] = () => customers.DeleteCustomer(1042),
            ["getCustomer"] = () => customers.GetCustomer(1042),
        };
        foreach (var call in calls)
        {
            try
            {
                call.Value();
            }
            catch (ApiException error)
            {
                Tell(call.Key, (string)JObject.Parse((string)error.ErrorContent)["Message"]);
            }
        }
    }

    static void Codes()
    {
        var customer = customers.GetCustomer(1042);
        Tell("getCustomer", new object[] { customer.StatusCode, customer.Info.Phones[0].Type });
    }

    static void Activate()
    {
        status.ChangeCustomers(ChangeCustomersAction.Activate, 1042);
        Tell("activateCustomer");
    }

    static void Accepted()
    {
        var email = new Email { EmailAddress = "innkjop.soroya@example.no", Description = "Innkjøp" };
        var relation = new BusinessRelation { Name = "Sørøya Testhandel AS", DefaultEmail = email };
        var created = customers.CreateCustomer(new CustomerCreate { Info = relation, StatusCode = CustomerStatus.Pending });
        Tell("createCustomer", created.ID);
        var found = customers.ListCustomers(
            expand: "Info,Info.DefaultEmail",
            filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
            orderby: "Info.Name asc",
            top: 10,
            skip: 20,
            hateoas: false);
        Tell("listCustomers", found[0].OrgNumber);
        // --8<-- [start:action]
        status.ChangeCustomers(ChangeCustomersAction.Activate, 1042);
        // --8<-- [end:action]
        Tell("activateCustomer");
        status.ChangeCustomers(ChangeCustomersAction.Deactivate, 1042);
        Tell("deactivateCustomer");
        status.ChangeCustomers(ChangeCustomersAction.Block, 1042);
        Tell("blockCustomer");
        Tell("getCustomer", customers.GetCustomer(1042, expand: "Info").Info.Name);
        Tell("getNextCustomer", customers.GetCustomer(1042, GetCustomerAction.Next).StatusCode);
        Tell("getPreviousCustomer", customers.GetCustomer(1042, GetCustomerAction.Previous).CustomerNumber);
        var change = new CustomerUpdate(iD: 1042)
        {
            CreditDays = 30,
            Info = new BusinessRelation { ID = 2087, Name = "Nordlys Regnskap og Rådgivning AS" },
        };
        Tell("updateCustomer", customers.UpdateCustomer(1042, change).ID);
        Tell("deleteCustomer", customers.DeleteCustomer(1042).ID);
        Tell("listReportsByType", reports.ListReportsByType(1)[0].Description);
    }
}
