"""Calls every operation with the client that openapi-python-client makes. Arguments: the URL, and which calls."""

import json
import os
import sys
from uuid import UUID

from unimicro_client import AuthenticatedClient
from unimicro_client.api.customer_status import change_customers
from unimicro_client.api.customers import (
    create_customer,
    delete_customer,
    get_customer,
    list_customers,
    update_customer,
)
from unimicro_client.api.reports import list_reports_by_type
from unimicro_client.models import (
    BusinessRelation,
    ChangeCustomersAction,
    CustomerCreate,
    CustomerStatus,
    CustomerUpdate,
    Email,
    GetCustomerAction,
    ListCustomersAction,
    ReportType,
)

client = AuthenticatedClient(
    base_url=sys.argv[1],
    token=os.environ["UNIMICRO_TOKEN"],
    headers={"CompanyKey": os.environ["UNIMICRO_COMPANY"]},
)


def tell(operation, read=None):
    print(json.dumps({"operation": operation, "read": read}))


def accepted():
    created = create_customer.sync(
        client=client,
        body=CustomerCreate(
            info=BusinessRelation(
                name="Sørøya Testhandel AS",
                default_email=Email(email_address="innkjop.soroya@example.no", description="Innkjøp"),
            ),
            status_code=CustomerStatus.PENDING,
        ),
    )
    tell("createCustomer", created.id)
    customers = list_customers.sync(
        client=client,
        expand="Info,Info.DefaultEmail",
        filter_="StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
        orderby="Info.Name asc",
        top=10,
        skip=20,
        hateoas=False,
    )
    tell("listCustomers", customers[0].org_number)
    usable = list_customers.sync(
        client=client, action=ListCustomersAction.VALIDATE_CUSTOMER_KID_ALIAS, customer_kid_alias="0770042"
    )
    tell("validateCustomerKidAlias", usable)
    # --8<-- [start:action]
    change_customers.sync_detailed(client=client, action=ChangeCustomersAction.ACTIVATE, id=1042)
    # --8<-- [end:action]
    tell("activateCustomer")
    change_customers.sync_detailed(client=client, action=ChangeCustomersAction.DEACTIVATE, id=1042)
    tell("deactivateCustomer")
    change_customers.sync_detailed(client=client, action=ChangeCustomersAction.BLOCK, id=1042)
    tell("blockCustomer")
    change_customers.sync_detailed(
        client=client,
        action=ChangeCustomersAction.BULK_SAVE,
        body=[
            CustomerUpdate(id=1042, credit_days=30, reminder_email_address="faktura.nordlys@example.no"),
            CustomerUpdate(
                org_number="312994151",
                info=BusinessRelation(name="Havgløtt Prøvefisk AS"),
                field_createguid=UUID("e41c7b06-9f2d-4a85-b3d1-58a60c94f72e"),
            ),
        ],
    )
    tell("bulkSaveCustomers")
    tell("getCustomer", get_customer.sync(1042, client=client, expand="Info").info.name)
    following = get_customer.sync(1042, client=client, action=GetCustomerAction.NEXT)
    tell("getNextCustomer", following.status_code)
    previous = get_customer.sync(1042, client=client, action=GetCustomerAction.PREVIOUS)
    tell("getPreviousCustomer", previous.customer_number)
    changed = update_customer.sync(
        1042,
        client=client,
        body=CustomerUpdate(
            id=1042, credit_days=30, info=BusinessRelation(id=2087, name="Nordlys Regnskap og Rådgivning AS")
        ),
    )
    tell("updateCustomer", changed.id)
    tell("deleteCustomer", delete_customer.sync(1042, client=client).id)
    reports = list_reports_by_type.sync(ReportType.INVOICE, client=client)
    tell("listReportsByType", reports[0].description)


def refused():
    tell("deleteCustomer", delete_customer.sync(1042, client=client).message)
    tell("getCustomer", get_customer.sync(1042, client=client).message)


def codes():
    customer = get_customer.sync(1042, client=client)
    tell("getCustomer", [customer.status_code, customer.info.phones[0].type_])


def rows():
    tell("listCustomers", len(list_customers.sync(client=client)))


def activate():
    change_customers.sync_detailed(client=client, action=ChangeCustomersAction.ACTIVATE, id=1042)
    tell("activateCustomer")


def back():
    customer = get_customer.sync(1042, client=client)
    update_customer.sync(1042, client=client, body=CustomerUpdate(id=1042, info=customer.info))


{"accepted": accepted, "refused": refused, "codes": codes, "list": rows, "activate": activate, "back": back}[
    sys.argv[2]
]()
