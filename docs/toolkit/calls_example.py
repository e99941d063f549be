"""A program that lists customers, and its test. The fixture checks the call that the program makes."""

import httpx
import pytest


def names(client: httpx.Client, condition: str) -> list[str]:
    """The names of the customers that a filter finds."""
    rows = client.get("/api/biz/customers", params={"expand": "Info", "filter": condition}).json()
    return [row["Info"]["Name"] for row in rows]


@pytest.fixture
def client() -> httpx.Client:
    """The client of the program, with a server of the test's own in place of the platform."""
    server = httpx.MockTransport(lambda _: httpx.Response(200, json=[{"ID": 1, "Info": {"ID": 2, "Name": "John Doe"}}]))
    secrets = {"Authorization": "Bearer a.b.c", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}
    return httpx.Client(base_url="https://test.unimicro.no", headers=secrets, transport=server)


@pytest.mark.usefixtures("unimicro_calls")
def test_names(client: httpx.Client) -> None:
    assert names(client, "StatusCode eq 30001") == ["John Doe"]
