# Reads two codes with the Ruby client that openapi-generator makes. Argument: the URL.
require "json"
require "openapi_client"
require "uri"

OpenapiClient.configure do |config|
  url = URI(ARGV[0])
  config.scheme, config.host = url.scheme, "#{url.host}:#{url.port}"
  config.access_token = ENV["UNIMICRO_TOKEN"]
  config.api_key["CompanyKey"] = ENV["UNIMICRO_COMPANY"]
end
customer = OpenapiClient::CustomersApi.new.get_customer(1042)
puts JSON.generate({ operation: "getCustomer", read: [customer.status_code, customer.info.phones[0].type] })
