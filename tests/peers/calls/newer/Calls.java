import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.CustomersApi;
import org.openapitools.client.model.Customer;

/** Reads two codes with the Java client that openapi-generator makes. Argument: the address. */
public class Calls {
  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(
        request -> {
          request.header("Authorization", "Bearer " + System.getenv("UNIMICRO_TOKEN"));
          request.header("CompanyKey", System.getenv("UNIMICRO_COMPANY"));
        });
    Customer customer = new CustomersApi(client).getCustomer(1042, null, null, null, null);
    List<Object> codes = List.of(customer.getStatusCode(), customer.getInfo().getPhones().get(0).getType());
    Map<String, Object> line = Map.of("operation", "getCustomer", "read", codes);
    System.out.println(new ObjectMapper().writeValueAsString(line));
  }
}
