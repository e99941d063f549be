// Reads two codes with the C# client that NSwag makes. Argument: the URL.
using System;
using System.Linq;
using System.Net.Http;
using Newtonsoft.Json;
using Unimicro;

public static class Calls
{
    public static void Main(string[] arguments)
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("UNIMICRO_TOKEN"));
        http.DefaultRequestHeaders.Add("CompanyKey", Environment.GetEnvironmentVariable("UNIMICRO_COMPANY"));
        var client = new Client(http) { BaseUrl = arguments[0] };
        var customer = client.GetCustomerAsync(null, 1042, null, null, null).GetAwaiter().GetResult();
        var read = new object[] { customer.StatusCode, customer.Info.Phones.First().Type };
        Console.WriteLine(JsonConvert.SerializeObject(new { operation = "getCustomer", read }));
    }
}
