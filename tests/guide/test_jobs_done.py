"""The programs for whole jobs do the job from start to end, against a mock that keeps what it is given."""

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from helpers.jobs import SECRETS, at, program
from helpers.programs import LANGUAGES, completed
from unimicro_schema.mock import Mock

pytestmark = pytest.mark.slow

INACTIVE = 50001


class Reader:
    """Somebody who runs the programs of a tab in a folder, against a mock of the API, and who can call it otherwise too."""

    def __init__(self, tab: str, folder: Path, url: str) -> None:
        self.tab, self.folder, self.url = tab, folder, url
        names = {"Authorization": f"Bearer {SECRETS['UNIMICRO_TOKEN']}", "CompanyKey": SECRETS["UNIMICRO_COMPANY_KEY"]}
        self.api = httpx.Client(base_url=f"{url}/api/biz", headers=names)

    def runs(self, job: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """What came of the program of a job."""
        return completed(self.tab, at(self.url, program(job, self.tab)), self.folder, {**SECRETS, **variables})

    def creates(self, body: dict[str, Any]) -> int:
        """The id of a customer that is new."""
        return int(self.api.post("/customers", json=body).raise_for_status().json()["ID"])

    def sees(self, customer: int, expand: str = "Info") -> dict[str, Any]:
        """A customer as it is now."""
        answer = self.api.get(f"/customers/{customer}", params={"expand": expand}).raise_for_status()
        return dict(answer.json())


@pytest.fixture
def reader(tab: str, tmp_path: Path, unimicro_api: Mock) -> Iterator[Reader]:
    found = Reader(tab, tmp_path, unimicro_api.url)
    with found.api:
        yield found


# Find or create a customer.


def order(number: str) -> dict[str, str]:
    return {
        "ORG_NUMBER": number,
        "BUYER_NAME": "Fjord & Fjell AS",
        "BUYER_EMAIL": "post@example.no",
        "BUYER_GUID": str(uuid4()),
    }


@LANGUAGES
def test_a_customer_is_created_once_and_found_from_then_on(reader: Reader) -> None:
    variables = order("998877665")
    first, second = reader.runs("find-or-create", **variables), reader.runs("find-or-create", **variables)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert first.stdout == second.stdout
    found = reader.sees(int(first.stdout), "Info,Info.DefaultEmail")
    assert (found["OrgNumber"], found["Info"]["Name"]) == ("998877665", "Fjord & Fjell AS")
    assert found["Info"]["DefaultEmail"]["EmailAddress"] == "post@example.no"


@LANGUAGES
def test_an_inactive_customer_several_and_a_wrong_number_are_left_to_a_person(reader: Reader) -> None:
    inactive = reader.creates({"OrgNumber": "912345678"})
    reader.api.put("/customers", params={"action": "deactivate", "id": inactive}).raise_for_status()
    for _ in range(2):
        reader.creates({"OrgNumber": "987654325"})
    said = {
        "912345678": "The customer is inactive or deleted.",
        "987654325": "Several customers have this number.",
        "91234' or 1": "Not an organisation number.",
    }
    for number, message in said.items():
        run = reader.runs("find-or-create", **order(number))
        assert run.returncode != 0
        assert message in run.stderr


# Nightly synchronisation.


def copied(folder: Path) -> dict[int, dict[str, Any]]:
    rows = [json.loads(line) for line in (folder / "customers.ndjson").read_text(encoding="utf-8").splitlines()]
    return {row["ID"]: row for row in rows}


@LANGUAGES
def test_the_copy_follows_what_is_created_changed_blocked_and_deleted(reader: Reader) -> None:
    many = [{"_createguid": str(uuid4()), "Info": {"Name": f"Side {number} AS"}} for number in range(120)]
    reader.api.put("/customers", params={"action": "bulk-save"}, json=many).raise_for_status()
    stays, changes, blocked, removed = (reader.creates({"Info": {"Name": f"Kunde {n} AS"}}) for n in range(4))
    run = reader.runs("nightly-sync")
    assert run.returncode == 0, run.stderr
    first = copied(reader.folder)
    assert {stays, changes, blocked, removed} <= first.keys()
    assert len(first) > 120

    now = datetime.now(UTC).isoformat()  # the mock keeps the times that it is given, and gives none of its own
    update = {"ID": changes, "CreditDays": 45, "UpdatedAt": now}
    reader.api.put(f"/customers/{changes}", json=update).raise_for_status()
    reader.api.put("/customers", params={"action": "block", "id": blocked}).raise_for_status()
    reader.api.delete(f"/customers/{removed}").raise_for_status()
    new = reader.creates({"Info": {"Name": "Ny kunde AS"}, "CreatedAt": now})
    run = reader.runs("nightly-sync")
    assert run.returncode == 0, run.stderr
    second = copied(reader.folder)
    assert second.keys() == first.keys() - {blocked, removed} | {new}
    assert second[changes]["CreditDays"] == 45
    assert second[stays]["Info"]["Name"] == "Kunde 0 AS"


# Close a customer.


@LANGUAGES
def test_a_customer_is_closed_once(reader: Reader) -> None:
    customer = reader.creates({"OrgNumber": "998877665"})
    said = []
    for _ in range(2):
        run = reader.runs("close-a-customer", CUSTOMER_ID=str(customer))
        assert run.returncode == 0, run.stderr
        said.append(run.stdout.strip())
    assert said == ["The customer is closed.", "The customer is closed already."]
    assert reader.sees(customer)["StatusCode"] == INACTIVE


@LANGUAGES
def test_closing_a_customer_that_does_not_exist_fails(reader: Reader) -> None:
    assert reader.runs("close-a-customer", CUSTOMER_ID="987654321").returncode != 0


# Clean up duplicate addresses.


@LANGUAGES
def test_one_of_each_address_is_kept_and_the_slots_lead_to_it(reader: Reader) -> None:
    office = {"AddressLine1": "Storgata 14", "PostalCode": "0184", "City": "Oslo"}
    store = {"AddressLine1": "Lagerveien 3", "PostalCode": "1630", "City": "Gamle Fredrikstad"}
    spaced = {**office, "City": " Oslo "}
    body = {
        "Info": {
            "Name": "Doble AS",
            "InvoiceAddress": office,
            "ShippingAddress": office,
            "Addresses": [spaced, store, store],
        }
    }
    customer = reader.creates(body)
    expand = "Info,Info.Addresses,Info.InvoiceAddress,Info.ShippingAddress"
    before = reader.sees(customer, expand)["Info"]
    assert len(before["Addresses"]) == 5
    for deleted in (3, 0):
        run = reader.runs("duplicate-addresses", CUSTOMER_ID=str(customer))
        assert (run.returncode, run.stdout.strip()) == (0, f"Deleted: {deleted}"), run.stderr
    info = reader.sees(customer, expand)["Info"]
    kept = [address for address in info["Addresses"] if not address["Deleted"]]
    assert sorted(address["AddressLine1"] for address in kept) == ["Lagerveien 3", "Storgata 14"]
    assert info["InvoiceAddressID"] == info["ShippingAddressID"] == before["InvoiceAddressID"]
    assert info["InvoiceAddressID"] in {address["ID"] for address in kept}
