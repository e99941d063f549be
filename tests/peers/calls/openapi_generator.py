"""Calls every operation with the Python client that openapi-generator makes. Arguments: the URL, and which calls."""

import json
import os
import sys
from uuid import UUID

from unimicro_client import (
    ApiClient,
    ApiException,
    BusinessRelation,
    Configuration,
    CustomerCreate,
    CustomersApi,
    CustomerStatus,
    CustomerStatusApi,
    CustomerUpdate,
    Email,
    ReportsApi,
    ReportType,
)

configuration = Configuration(host=sys.argv[1], access_token=os.environ["UNIMICRO_TOKEN"])
configuration.api_key["companyKey"] = os.environ["UNIMICRO_COMPANY"]
client = ApiClient(configuration)
customers, status, reports = CustomersApi(client), CustomerStatusApi(client), ReportsApi(client)


def tell(operation, read=None):
    print(json.dumps({"operation": operation, "read": read}))


def accepted():
    created = customers.create_customer(
        CustomerCreate(
            info=BusinessRelation(
                name="Sørøya Testhandel AS",
                default_email=Email(email_address="innkjop.soroya@example.no", description="Innkjøp"),
            ),
            status_code=CustomerStatus.Pending,
        )
    )
    tell("createCustomer", created.id)
    found = customers.list_customers(
        expand="Info,Info.DefaultEmail",
        filter="StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
        orderby="Info.Name asc",
        top=10,
        skip=20,
        hateoas=False,
    )
    tell("listCustomers", found.actual_instance[0].org_number)
    usable = customers.list_customers(action="validate-customer-KID-Alias", customer_kid_alias="0770042")
    tell("validateCustomerKidAlias", usable.actual_instance)
    # --8<-- [start:action]
    status.change_customers(action="activate", id=1042)
    # --8<-- [end:action]
    tell("activateCustomer")
    status.change_customers(action="deactivate", id=1042)
    tell("deactivateCustomer")
    status.change_customers(action="block", id=1042)
    tell("blockCustomer")
    status.change_customers(
        action="bulk-save",
        customer_update=[
            CustomerUpdate(id=1042, credit_days=30, reminder_email_address="faktura.nordlys@example.no"),
            CustomerUpdate(
                org_number="312994151",
                info=BusinessRelation(name="Havgløtt Prøvefisk AS"),
                createguid=UUID("e41c7b06-9f2d-4a85-b3d1-58a60c94f72e"),
            ),
        ],
    )
    tell("bulkSaveCustomers")
    tell("getCustomer", customers.get_customer(1042, expand="Info").info.name)
    tell("getNextCustomer", customers.get_customer(1042, action="next").status_code)
    tell("getPreviousCustomer", customers.get_customer(1042, action="previous").customer_number)
    changed = customers.update_customer(
        1042,
        CustomerUpdate(
            id=1042, credit_days=30, info=BusinessRelation(id=2087, name="Nordlys Regnskap og Rådgivning AS")
        ),
    )
    tell("updateCustomer", changed.id)
    tell("deleteCustomer", customers.delete_customer(1042).id)
    tell("listReportsByType", reports.list_reports_by_type(ReportType.Invoice)[0].description)


def refused():
    for operation, call in {"deleteCustomer": customers.delete_customer, "getCustomer": customers.get_customer}.items():
        try:
            call(1042)
        except ApiException as error:
            tell(operation, getattr(error.data, "actual_instance", error.data).message)


def codes():
    customer = customers.get_customer(1042)
    tell("getCustomer", [customer.status_code, customer.info.phones[0].type])


def rows():
    tell("listCustomers", len(customers.list_customers().actual_instance))


def activate():
    status.change_customers(action="activate", id=1042)
    tell("activateCustomer")


def back():
    customers.update_customer(1042, CustomerUpdate(id=1042, info=customers.get_customer(1042).info))


{"accepted": accepted, "refused": refused, "codes": codes, "list": rows, "activate": activate, "back": back}[
    sys.argv[2]
]()
