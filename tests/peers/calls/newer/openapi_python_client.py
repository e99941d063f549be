"""Reads two codes with the client that openapi-python-client makes. Argument: the URL."""

import json
import os
import sys

from unimicro_client import AuthenticatedClient
from unimicro_client.api.customers import get_customer

client = AuthenticatedClient(
    base_url=sys.argv[1],
    token=os.environ["UNIMICRO_TOKEN"],
    headers={"CompanyKey": os.environ["UNIMICRO_COMPANY"]},
)
customer = get_customer.sync(1042, client=client)
print(json.dumps({"operation": "getCustomer", "read": [customer.status_code, customer.info.phones[0].type_]}))
