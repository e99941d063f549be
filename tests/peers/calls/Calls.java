import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.CustomerStatusApi;
import org.openapitools.client.api.CustomersApi;
import org.openapitools.client.api.ReportsApi;
import org.openapitools.client.model.BusinessRelation;
import org.openapitools.client.model.ChangeCustomersAction;
import org.openapitools.client.model.Customer;
import org.openapitools.client.model.CustomerCreate;
import org.openapitools.client.model.CustomerStatus;
import org.openapitools.client.model.CustomerUpdate;
import org.openapitools.client.model.Email;
import org.openapitools.client.model.GetCustomerAction;
import org.openapitools.client.model.ListCustomersAction;
import org.openapitools.client.model.ReportType;

/** Calls every operation with the Java client that openapi-generator makes. Arguments: the URL, and which calls. */
public class Calls {
  static final ObjectMapper JSON = new ObjectMapper();

  static void tell(String operation, Object read) throws Exception {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("operation", operation);
    line.put("read", read);
    System.out.println(JSON.writeValueAsString(line));
  }

  // --8<-- [start:client]
  /** Adds the headers, and takes away the body `null` that this client sends where there is none. */
  static ApiClient client(String url) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(url);
    client.setRequestInterceptor(
        request -> {
          request.header("Authorization", "Bearer " + System.getenv("UNIMICRO_TOKEN"));
          request.header("CompanyKey", System.getenv("UNIMICRO_COMPANY"));
          String query = request.build().uri().getQuery();
          if (query != null && query.matches("action=(activate|deactivate|block)&.*")) {
            request.PUT(HttpRequest.BodyPublishers.noBody());
          }
        });
    return client;
  }
  // --8<-- [end:client]

  public static void main(String[] arguments) throws Exception {
    ApiClient client = client(arguments[0]);
    CustomersApi customers = new CustomersApi(client);
    CustomerStatusApi status = new CustomerStatusApi(client);
    switch (arguments[1]) {
      case "accepted" -> accepted(customers, status, new ReportsApi(client));
      case "refused" -> refused(customers);
      case "activate" -> {
        status.changeCustomers(ChangeCustomersAction.ACTIVATE, 1042, null);
        tell("activateCustomer", null);
      }
      case "list" -> tell("listCustomers", customers.listCustomers(null, null, null, null, null, null, null, null, null).size());
      default -> {
        Customer customer = customers.getCustomer(1042, null, null, null, null);
        if (arguments[1].equals("codes")) {
          tell("getCustomer", List.of(customer.getStatusCode(), customer.getInfo().getPhones().get(0).getType()));
        } else {
          customers.updateCustomer(1042, new CustomerUpdate().ID(1042).info(customer.getInfo()));
        }
      }
    }
  }

  static void refused(CustomersApi customers) throws Exception {
    try {
      customers.deleteCustomer(1042);
    } catch (ApiException error) {
      tell("deleteCustomer", JSON.readTree(error.getResponseBody()).get("Message").asText());
    }
    try {
      customers.getCustomer(1042, null, null, null, null);
    } catch (ApiException error) {
      tell("getCustomer", JSON.readTree(error.getResponseBody()).get("Message").asText());
    }
  }

  static void accepted(CustomersApi customers, CustomerStatusApi status, ReportsApi reports) throws Exception {
    Email email = new Email().emailAddress("innkjop.soroya@example.no").description("Innkjøp");
    BusinessRelation relation = new BusinessRelation().name("Sørøya Testhandel AS").defaultEmail(email);
    CustomerCreate lead = new CustomerCreate().info(relation).statusCode(CustomerStatus.Pending);
    tell("createCustomer", customers.createCustomer(lead).getID());
    String filter = "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')";
    String expand = "Info,Info.DefaultEmail";
    JsonNode found = customers.listCustomers(null, expand, null, filter, 10, 20, "Info.Name asc", false, null);
    tell("listCustomers", found.get(0).get("OrgNumber"));
    ListCustomersAction check = ListCustomersAction.VALIDATE_CUSTOMER_KID_ALIAS;
    tell(
        "validateCustomerKidAlias",
        customers.listCustomers(check, null, null, null, null, null, null, null, "0770042"));
    // --8<-- [start:action]
    status.changeCustomers(ChangeCustomersAction.ACTIVATE, 1042, null);
    // --8<-- [end:action]
    tell("activateCustomer", null);
    status.changeCustomers(ChangeCustomersAction.DEACTIVATE, 1042, null);
    tell("deactivateCustomer", null);
    status.changeCustomers(ChangeCustomersAction.BLOCK, 1042, null);
    tell("blockCustomer", null);
    CustomerUpdate known = new CustomerUpdate().ID(1042).creditDays(30);
    known.reminderEmailAddress("faktura.nordlys@example.no");
    CustomerUpdate added = new CustomerUpdate().orgNumber("312994151");
    added.info(new BusinessRelation().name("Havgløtt Prøvefisk AS"));
    added.createguid(UUID.fromString("e41c7b06-9f2d-4a85-b3d1-58a60c94f72e"));
    status.changeCustomers(ChangeCustomersAction.BULK_SAVE, null, List.of(known, added));
    tell("bulkSaveCustomers", null);
    tell("getCustomer", customers.getCustomer(1042, null, "Info", null, null).getInfo().getName());
    Customer following = customers.getCustomer(1042, GetCustomerAction.NEXT, null, null, null);
    tell("getNextCustomer", following.getStatusCode());
    Customer previous = customers.getCustomer(1042, GetCustomerAction.PREVIOUS, null, null, null);
    tell("getPreviousCustomer", previous.getCustomerNumber());
    CustomerUpdate change = new CustomerUpdate().ID(1042).creditDays(30);
    change.info(new BusinessRelation().ID(2087).name("Nordlys Regnskap og Rådgivning AS"));
    tell("updateCustomer", customers.updateCustomer(1042, change).getID());
    tell("deleteCustomer", customers.deleteCustomer(1042).getID());
    tell("listReportsByType", reports.listReportsByType(ReportType.Invoice).get(0).getDescription());
  }
}
