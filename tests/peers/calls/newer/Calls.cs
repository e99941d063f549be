// Reads two codes with the C# client that openapi-generator makes. Argument: the URL.
using System;
using Newtonsoft.Json;
using Org.OpenAPITools.Api;
using Org.OpenAPITools.Client;

public static class Calls
{
    public static void Main(string[] arguments)
    {
        var configuration = new Configuration
        {
            BasePath = arguments[0],
            AccessToken = Environment.GetEnvironmentVariable("UNIMICRO_TOKEN"),
        };
        configuration.ApiKey["CompanyKey"] = Environment.GetEnvironmentVariable("UNIMICRO_COMPANY");
        var customer = new CustomersApi(configuration).GetCustomer(1042);
        var read = new object[] { customer.StatusCode, customer.Info.Phones[0].Type };
        Console.WriteLine(JsonConvert.SerializeObject(new { operation = "getCustomer", read }));
    }
}
