"""A program that renames a customer, and its tests against a mock of the API."""

import httpx
import pytest

from unimicro_schema.mock import Mock

SECRETS = {"Authorization": "Bearer any", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}


def rename(client: httpx.Client, customer: int, name: str) -> bool:
    """Gives a customer another name; returns False where there is no such customer."""
    read = client.get(f"/api/biz/customers/{customer}")
    if read.status_code == 404:
        return False
    change = {"ID": customer, "Info": {"ID": read.raise_for_status().json()["BusinessRelationID"], "Name": name}}
    client.put(f"/api/biz/customers/{customer}", json=change).raise_for_status()
    return True


@pytest.fixture
def client(unimicro_api: Mock) -> httpx.Client:
    """The client of the program, with the mock in place of the platform."""
    return httpx.Client(base_url=unimicro_api.url, headers=SECRETS)


def test_a_customer_is_renamed(client: httpx.Client) -> None:
    assert rename(client, 1042, "Fjordvik AS")
    row = client.get("/api/biz/customers/1042?expand=Info").json()
    assert row["Info"]["Name"] == "Fjordvik AS"


def test_an_unknown_customer_is_told(client: httpx.Client) -> None:
    assert not rename(client, 9, "Fjordvik AS")


def test_an_error_of_the_server_is_not_hidden(client: httpx.Client, unimicro_api: Mock) -> None:
    unimicro_api.answer("updateCustomer", 500)
    with pytest.raises(httpx.HTTPStatusError):
        rename(client, 1042, "Fjordvik AS")
