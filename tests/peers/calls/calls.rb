# Calls every operation that it can with the Ruby client that openapi-generator makes. Arguments: the URL, and which calls.
require "json"
require "openapi_client"
require "uri"

# --8<-- [start:client]
OpenapiClient.configure do |config|
  url = URI(ARGV[0])
  config.scheme, config.host = url.scheme, "#{url.host}:#{url.port}"
  config.access_token = ENV["UNIMICRO_TOKEN"]
  config.api_key["CompanyKey"] = ENV["UNIMICRO_COMPANY"]
end
# --8<-- [end:client]
CUSTOMERS = OpenapiClient::CustomersApi.new
STATUS = OpenapiClient::CustomerStatusApi.new
REPORTS = OpenapiClient::ReportsApi.new

def tell(operation, read = nil)
  puts JSON.generate({ operation: operation, read: read })
end

def accepted
  email = OpenapiClient::Email.new(email_address: "innkjop.soroya@example.no", description: "Innkjøp")
  relation = OpenapiClient::BusinessRelation.new(name: "Sørøya Testhandel AS", default_email: email)
  lead = OpenapiClient::CustomerCreate.new(info: relation, status_code: OpenapiClient::CustomerStatus::Pending)
  tell("createCustomer", CUSTOMERS.create_customer(lead).id)
  found = CUSTOMERS.list_customers(
    expand: "Info,Info.DefaultEmail",
    filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
    orderby: "Info.Name asc",
    top: 10,
    skip: 20,
    hateoas: false
  )
  tell("listCustomers", found[0].org_number)
  # --8<-- [start:action]
  STATUS.change_customers("activate", 1042)
  # --8<-- [end:action]
  tell("activateCustomer")
  STATUS.change_customers("deactivate", 1042)
  tell("deactivateCustomer")
  STATUS.change_customers("block", 1042)
  tell("blockCustomer")
  tell("getCustomer", CUSTOMERS.get_customer(1042, expand: "Info").info.name)
  tell("getNextCustomer", CUSTOMERS.get_customer(1042, action: "next").status_code)
  tell("getPreviousCustomer", CUSTOMERS.get_customer(1042, action: "previous").customer_number)
  named = OpenapiClient::BusinessRelation.new(id: 2087, name: "Nordlys Regnskap og Rådgivning AS")
  change = OpenapiClient::CustomerUpdate.new(id: 1042, credit_days: 30, info: named)
  tell("updateCustomer", CUSTOMERS.update_customer(1042, change).id)
  tell("deleteCustomer", CUSTOMERS.delete_customer(1042).id)
  tell("listReportsByType", REPORTS.list_reports_by_type(OpenapiClient::ReportType::Invoice)[0].description)
end

def refused
  { deleteCustomer: :delete_customer, getCustomer: :get_customer }.each do |operation, method|
    CUSTOMERS.send(method, 1042)
  rescue OpenapiClient::ApiError => e
    tell(operation, JSON.parse(e.response_body)["Message"])
  end
end

def codes
  customer = CUSTOMERS.get_customer(1042)
  tell("getCustomer", [customer.status_code, customer.info.phones[0].type])
end

def list
  tell("listCustomers", Array(CUSTOMERS.list_customers).length)
end

def activate
  STATUS.change_customers("activate", 1042)
  tell("activateCustomer")
end

def back
  change = OpenapiClient::CustomerUpdate.new(id: 1042, info: CUSTOMERS.get_customer(1042).info)
  CUSTOMERS.update_customer(1042, change)
end

send(ARGV[1])
