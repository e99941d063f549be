// Calls every operation that it can with the Kotlin models that openapi-generator makes. Arguments: the URL, and which calls.
import com.fasterxml.jackson.core.type.TypeReference
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.BusinessRelation
import org.openapitools.client.models.ChangeCustomersAction
import org.openapitools.client.models.Customer
import org.openapitools.client.models.CustomerCreate
import org.openapitools.client.models.CustomerStatus
import org.openapitools.client.models.CustomerUpdate
import org.openapitools.client.models.Email
import org.openapitools.client.models.GetCustomerAction
import org.openapitools.client.models.NotFound
import org.openapitools.client.models.ReportDefinition
import org.openapitools.client.models.ReportType

// --8<-- [start:client]
val json = Serializer.jacksonObjectMapper
val http: HttpClient = HttpClient.newHttpClient()

fun call(method: String, path: String, query: Map<String, Any> = mapOf(), body: Any? = null): HttpResponse<String> {
    val words = query.map { (name, value) -> "$name=${URLEncoder.encode(value.toString(), Charsets.UTF_8)}" }
    val content = body?.let { HttpRequest.BodyPublishers.ofString(json.writeValueAsString(it)) }
    val request = HttpRequest.newBuilder(URI("$url$path?${words.joinToString("&")}"))
        .method(method, content ?: HttpRequest.BodyPublishers.noBody())
        .header("Authorization", "Bearer ${System.getenv("UNIMICRO_TOKEN")}")
        .header("CompanyKey", System.getenv("UNIMICRO_COMPANY"))
    if (body != null) request.header("Content-Type", "application/json")
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
}
// --8<-- [end:client]

var url = ""

const val CUSTOMERS = "/api/biz/customers"
const val CUSTOMER = "$CUSTOMERS/1042"

fun tell(operation: String, read: Any? = null) =
    println(json.writeValueAsString(mapOf("operation" to operation)).dropLast(1) + ",\"read\":${json.writeValueAsString(read)}}")

fun customer(answer: HttpResponse<String>): Customer = json.readValue(answer.body(), Customer::class.java)

fun customers(answer: HttpResponse<String>): List<Customer> =
    json.readValue(answer.body(), object : TypeReference<List<Customer>>() {})

fun accepted() {
    val email = Email(emailAddress = "innkjop.soroya@example.no", description = "Innkjøp")
    val relation = BusinessRelation(name = "Sørøya Testhandel AS", defaultEmail = email)
    val lead = CustomerCreate(info = relation, statusCode = CustomerStatus.Pending)
    tell("createCustomer", customer(call("POST", CUSTOMERS, body = lead)).ID)
    val query = mapOf(
        "expand" to "Info,Info.DefaultEmail",
        "filter" to "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
        "orderby" to "Info.Name asc",
        "top" to 10,
        "skip" to 20,
        "hateoas" to false,
    )
    tell("listCustomers", customers(call("GET", CUSTOMERS, query))[0].orgNumber)
    // --8<-- [start:action]
    call("PUT", CUSTOMERS, mapOf("action" to ChangeCustomersAction.activate.value, "id" to 1042))
    // --8<-- [end:action]
    tell("activateCustomer")
    call("PUT", CUSTOMERS, mapOf("action" to ChangeCustomersAction.deactivate.value, "id" to 1042))
    tell("deactivateCustomer")
    call("PUT", CUSTOMERS, mapOf("action" to ChangeCustomersAction.block.value, "id" to 1042))
    tell("blockCustomer")
    tell("getCustomer", customer(call("GET", CUSTOMER, mapOf("expand" to "Info"))).info?.name)
    val following = call("GET", CUSTOMER, mapOf("action" to GetCustomerAction.next.value))
    tell("getNextCustomer", customer(following).statusCode)
    val previous = call("GET", CUSTOMER, mapOf("action" to GetCustomerAction.previous.value))
    tell("getPreviousCustomer", customer(previous).customerNumber)
    val named = BusinessRelation(ID = 2087, name = "Nordlys Regnskap og Rådgivning AS")
    val change = CustomerUpdate(ID = 1042, creditDays = 30, info = named)
    tell("updateCustomer", customer(call("PUT", CUSTOMER, body = change)).ID)
    tell("deleteCustomer", customer(call("DELETE", CUSTOMER)).ID)
    val reports = call("GET", "/api/report/type/${ReportType.Invoice.value}").body()
    tell("listReportsByType", json.readValue(reports, object : TypeReference<List<ReportDefinition>>() {})[0].description)
}

fun refused() {
    tell("deleteCustomer", json.readTree(call("DELETE", CUSTOMER).body())["Message"])
    tell("getCustomer", json.readValue(call("GET", CUSTOMER).body(), NotFound::class.java).message)
}

fun main(arguments: Array<String>) {
    url = arguments[0]
    when (arguments[1]) {
        "accepted" -> accepted()
        "refused" -> refused()
        "codes" -> customer(call("GET", CUSTOMER)).let { tell("getCustomer", listOf(it.statusCode, it.info?.phones?.get(0)?.type)) }
        "list" -> tell("listCustomers", customers(call("GET", CUSTOMERS)).size)
        "activate" -> {
            call("PUT", CUSTOMERS, mapOf("action" to ChangeCustomersAction.activate.value, "id" to 1042))
            tell("activateCustomer")
        }
        else -> call("PUT", CUSTOMER, body = CustomerUpdate(ID = 1042, info = customer(call("GET", CUSTOMER)).info))
    }
}
