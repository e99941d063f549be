// Reads two codes with the Go client that openapi-generator makes. Argument: the URL.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"calls/unimicro"
)

func main() {
	configuration := unimicro.NewConfiguration()
	configuration.Servers = unimicro.ServerConfigurations{{URL: os.Args[1]}}
	keys := map[string]unimicro.APIKey{"companyKey": {Key: os.Getenv("UNIMICRO_COMPANY")}}
	caller := context.WithValue(context.Background(), unimicro.ContextAccessToken, os.Getenv("UNIMICRO_TOKEN"))
	caller = context.WithValue(caller, unimicro.ContextAPIKeys, keys)
	customer, _, err := unimicro.NewAPIClient(configuration).CustomersAPI.GetCustomer(caller, 1042).Execute()
	if err != nil {
		panic(err)
	}
	read := []any{customer.GetStatusCode(), customer.GetInfo().Phones[0].GetType()}
	line, _ := json.Marshal(map[string]any{"operation": "getCustomer", "read": read})
	fmt.Println(string(line))
}
