"""Reads two codes with the Python client that openapi-generator makes. Argument: the URL."""

import json
import os
import sys

from unimicro_client import ApiClient, Configuration, CustomersApi

configuration = Configuration(host=sys.argv[1], access_token=os.environ["UNIMICRO_TOKEN"])
configuration.api_key["companyKey"] = os.environ["UNIMICRO_COMPANY"]
customer = CustomersApi(ApiClient(configuration)).get_customer(1042)
print(json.dumps({"operation": "getCustomer", "read": [customer.status_code, customer.info.phones[0].type]}))
