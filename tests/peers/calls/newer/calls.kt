// Reads two codes with the Kotlin models that openapi-generator makes. Argument: the URL.
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.Customer

fun main(arguments: Array<String>) {
    val json = Serializer.jacksonObjectMapper
    val request = HttpRequest.newBuilder(URI("${arguments[0]}/api/biz/customers/1042"))
        .header("Authorization", "Bearer ${System.getenv("UNIMICRO_TOKEN")}")
        .header("CompanyKey", System.getenv("UNIMICRO_COMPANY"))
        .build()
    val answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())
    val customer = json.readValue(answer.body(), Customer::class.java)
    val read = listOf(customer.statusCode, customer.info?.phones?.get(0)?.type)
    println(json.writeValueAsString(mapOf("operation" to "getCustomer", "read" to read)))
}
