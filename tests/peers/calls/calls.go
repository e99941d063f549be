// Calls every operation that it can with the Go client that openapi-generator makes. Arguments: the URL, and which calls.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"calls/unimicro"
)

var client *unimicro.APIClient
var caller context.Context

func tell(operation string, read any) {
	line, _ := json.Marshal(map[string]any{"operation": operation, "read": read})
	fmt.Println(string(line))
}

func must[T any](value T, _ any, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func pointer[T any](value T) *T {
	return &value
}

func main() {
	// --8<-- [start:client]
	configuration := unimicro.NewConfiguration()
	configuration.Servers = unimicro.ServerConfigurations{{URL: os.Args[1]}}
	client = unimicro.NewAPIClient(configuration)
	caller = context.WithValue(context.Background(), unimicro.ContextAccessToken, os.Getenv("UNIMICRO_TOKEN"))
	keys := map[string]unimicro.APIKey{"companyKey": {Key: os.Getenv("UNIMICRO_COMPANY")}}
	caller = context.WithValue(caller, unimicro.ContextAPIKeys, keys)
	// --8<-- [end:client]
	modes := map[string]func(){
		"accepted": accepted, "refused": refused, "codes": codes, "list": list, "activate": activate, "back": back,
	}
	modes[os.Args[2]]()
}

func change(action unimicro.ChangeCustomersAction) {
	_, err := client.CustomerStatusAPI.ChangeCustomers(caller).Action(action).Id(1042).Execute()
	must(0, nil, err)
}

func get() *unimicro.Customer {
	return must(client.CustomersAPI.GetCustomer(caller, 1042).Execute())
}

func accepted() {
	email := unimicro.NewEmail()
	email.SetEmailAddress("innkjop.soroya@example.no")
	email.SetDescription("Innkjøp")
	relation := unimicro.NewBusinessRelation()
	relation.SetName("Sørøya Testhandel AS")
	relation.SetDefaultEmail(*email)
	lead := unimicro.NewCustomerCreate()
	lead.SetInfo(*relation)
	lead.SetStatusCode(unimicro.CUSTOMERSTATUS_Pending)
	tell("createCustomer", must(client.CustomersAPI.CreateCustomer(caller).CustomerCreate(*lead).Execute()).ID)
	found := must(client.CustomersAPI.ListCustomers(caller).
		Expand("Info,Info.DefaultEmail").
		Filter("StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')").
		Orderby("Info.Name asc").
		Top(10).
		Skip(20).
		Hateoas(false).
		Execute())
	tell("listCustomers", found[0].GetOrgNumber())
	// --8<-- [start:action]
	client.CustomerStatusAPI.ChangeCustomers(caller).Action(unimicro.CHANGECUSTOMERSACTION_ACTIVATE).Id(1042).Execute()
	// --8<-- [end:action]
	tell("activateCustomer", nil)
	change(unimicro.CHANGECUSTOMERSACTION_DEACTIVATE)
	tell("deactivateCustomer", nil)
	change(unimicro.CHANGECUSTOMERSACTION_BLOCK)
	tell("blockCustomer", nil)
	one := must(client.CustomersAPI.GetCustomer(caller, 1042).Expand("Info").Execute())
	tell("getCustomer", one.Info.Get().GetName())
	following := must(client.CustomersAPI.GetCustomer(caller, 1042).Action(unimicro.GETCUSTOMERACTION_NEXT).Execute())
	tell("getNextCustomer", following.GetStatusCode())
	previous := must(client.CustomersAPI.GetCustomer(caller, 1042).Action(unimicro.GETCUSTOMERACTION_PREVIOUS).Execute())
	tell("getPreviousCustomer", previous.GetCustomerNumber())
	named := unimicro.NewBusinessRelation()
	named.ID = pointer[int32](2087)
	named.SetName("Nordlys Regnskap og Rådgivning AS")
	update := unimicro.NewCustomerUpdate()
	update.SetID(1042)
	update.SetCreditDays(30)
	update.SetInfo(*named)
	tell("updateCustomer", must(client.CustomersAPI.UpdateCustomer(caller, 1042).CustomerUpdate(*update).Execute()).ID)
	tell("deleteCustomer", must(client.CustomersAPI.DeleteCustomer(caller, 1042).Execute()).ID)
	reports := must(client.ReportsAPI.ListReportsByType(caller, unimicro.REPORTTYPE_Invoice).Execute())
	tell("listReportsByType", reports[0].GetDescription())
}

func refused() {
	_, _, kept := client.CustomersAPI.DeleteCustomer(caller, 1042).Execute()
	_, _, missing := client.CustomersAPI.GetCustomer(caller, 1042).Execute()
	for operation, err := range map[string]error{"deleteCustomer": kept, "getCustomer": missing} {
		var body struct{ Message string }
		json.Unmarshal(err.(*unimicro.GenericOpenAPIError).Body(), &body)
		tell(operation, body.Message)
	}
}

func codes() {
	customer := get()
	tell("getCustomer", []any{customer.GetStatusCode(), customer.GetInfo().Phones[0].GetType()})
}

func list() {
	tell("listCustomers", len(must(client.CustomersAPI.ListCustomers(caller).Execute())))
}

func activate() {
	change(unimicro.CHANGECUSTOMERSACTION_ACTIVATE)
	tell("activateCustomer", nil)
}

func back() {
	update := unimicro.NewCustomerUpdate()
	update.SetID(1042)
	update.Info = get().Info
	must(client.CustomersAPI.UpdateCustomer(caller, 1042).CustomerUpdate(*update).Execute())
}
