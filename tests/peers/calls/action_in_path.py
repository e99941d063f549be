"""Activates a customer with a client made from a description that has the action in its path. Argument: the URL."""

import os
import sys

from unimicro_client import AuthenticatedClient
from unimicro_client.api.customer_status import activate_customer

client = AuthenticatedClient(
    base_url=sys.argv[1],
    token=os.environ["UNIMICRO_TOKEN"],
    headers={"CompanyKey": os.environ["UNIMICRO_COMPANY"]},
)
activate_customer.sync_detailed(client=client, id=1042)
