"""Creates a customer, reads it back and deactivates it."""

import os

from client import ApiError, Client

from unimicro_schema import servers
from unimicro_schema.models import BusinessRelation, CustomerCreate

url = os.environ.get("UNIMICRO_URL", servers()[0].url)
with Client(url, os.environ["UNIMICRO_TOKEN"], os.environ["UNIMICRO_COMPANY_KEY"]) as client:
    try:
        created = client.call("createCustomer", CustomerCreate(info=BusinessRelation(name="Fjordfisk AS")))
        customer = client.call("getCustomer", id=created.id, expand="Info,Info.DefaultEmail")
        print(customer.customer_number, customer.info.name)
        client.call("deactivateCustomer", id=created.id)
    except ApiError as error:
        print(error, error.explanation.action, sep="\n")
