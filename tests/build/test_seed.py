"""The vendor's customer guide, which the contract must carry over without loss."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import TypeAdapter

from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.registry import operation, operations

# The guide's three payloads: our copy of its text, the contract's example, and the body that must accept it.
PAYLOADS = [
    ("appendix-a", "create-appendix-a", "createCustomer", "request"),
    ("error-400", "error-validation-message", "deleteCustomer", "400"),
    ("error-500", "error-server-error", "createCustomer", "500"),
]

# "All Api Endpoints for Customer", and "How Get Report Details".
ENDPOINTS = [
    ("createCustomer", "POST", "/api/biz/customers", None),
    ("listCustomers", "GET", "/api/biz/customers", None),
    ("getCustomer", "GET", "/api/biz/customers/{id}", None),
    ("deleteCustomer", "DELETE", "/api/biz/customers/{id}", None),
    ("updateCustomer", "PUT", "/api/biz/customers/{id}", None),
    ("getNextCustomer", "GET", "/api/biz/customers/{id}", "next"),
    ("getPreviousCustomer", "GET", "/api/biz/customers/{id}", "previous"),
    ("activateCustomer", "PUT", "/api/biz/customers", "activate"),
    ("deactivateCustomer", "PUT", "/api/biz/customers", "deactivate"),
    ("blockCustomer", "PUT", "/api/biz/customers", "block"),
    ("bulkSaveCustomers", "PUT", "/api/biz/customers", "bulk-save"),
    ("validateCustomerKidAlias", "GET", "/api/biz/customers", "validate-customer-KID-Alias"),
    ("listReportsByType", "GET", "/api/report/type/{reportType}", None),
]

# "Customer Status Types", "How to Add Contact Details to Customer", "How Get Report Details".
CODES = [
    ("CustomerStatus", {30001: "Active", 50001: "InActive", 90001: "Deleted"}),
    ("PhoneType", {150101: "Phone", 150102: "Mobile", 150103: "Fax"}),
    ("ReportType", {1: "INVOICE", 2: "ORDER", 3: "QUOTE"}),
]

# "Possible Action Values", with the codes of the statuses that they name.
STATUS_AFTER = [("activate", 30001), ("deactivate", 50001), ("block", 90001)]

# "Below Request will skip first 20 records and return next 10 customers".
REQUEST = (
    "https://test.unimicro.no/api/biz/customers?expand=Info,Info.Phones,Info.DefaultPhone,Info.Addresses,Info.Emails,"
    "Info.DefaultEmail,Info.ShippingAddress,Info.InvoiceAddress,Dimensions,Info.DefaultBankAccount,Info.Contacts.Info,"
    "Info.Contacts.Info.DefaultEmail,Info.Contacts.Info.DefaultPhone&filter=StatusCode eq 30001&top=10&skip=20"
)
QUERY = {name: values[0] for name, values in parse_qs(urlsplit(REQUEST).query).items()}


@pytest.mark.parametrize(("ours", "example"), [(ours, example) for ours, example, _, _ in PAYLOADS])
def test_the_contract_keeps_the_payloads_of_the_guide_byte_for_byte(root: Path, ours: str, example: str) -> None:
    expected = (root / f"tests/data/{ours}.json").read_bytes()
    assert (root / f"openapi/examples/{example}.json").read_bytes() == expected


@pytest.mark.parametrize(("ours", "name", "body"), [(ours, name, body) for ours, _, name, body in PAYLOADS])
def test_every_engine_accepts_the_payloads_of_the_guide(
    root: Path, verdicts: Callable[[str, str, bytes], dict[str, bool]], ours: str, name: str, body: str
) -> None:
    text = (root / f"tests/data/{ours}.json").read_bytes()
    assert verdicts(name, body, text) == {"validate": True, "jsonschema": True, "model": True}


@pytest.mark.parametrize(("ours", "name", "body"), [(ours, name, body) for ours, _, name, body in PAYLOADS])
def test_the_models_write_the_payloads_of_the_guide_back_unchanged(
    root: Path, reader: Callable[[str, str], TypeAdapter[Any]], ours: str, name: str, body: str
) -> None:
    text = (root / f"tests/data/{ours}.json").read_bytes()
    model = reader(name, body).validate_json(text)
    assert json.loads(model.model_dump_json()) == json.loads(text)


def test_every_endpoint_of_the_guide_is_an_operation() -> None:
    assert {(found.id, found.method, found.path, found.action) for found in operations()} >= set(ENDPOINTS)


@pytest.mark.parametrize(("component", "codes"), CODES)
def test_the_codes_of_the_guide_have_their_meanings(contract: Contract, component: str, codes: dict[int, str]) -> None:
    enum = contract.schemas[component]
    known = {
        code: name
        for code, name, source in zip(enum["enum"], enum["x-enum-varnames"], enum["x-enum-provenance"], strict=True)
        if source == "guide"
    }
    assert {code: name.casefold() for code, name in known.items()} == {
        code: name.casefold() for code, name in codes.items()
    }


def test_each_action_leads_to_the_status_of_the_guide() -> None:
    assert [
        (found.action, found.status_after) for found in operations() if found.action and found.status_after
    ] == STATUS_AFTER


def test_a_get_by_id_takes_the_id_that_the_guide_describes(contract: Contract) -> None:
    get = next(found for found in contract.operations if found.id == "getCustomer")
    identifier = next(node for node in contract.parameters(get) if node["name"] == "id")
    assert (identifier["in"], identifier["required"]) == ("path", True)
    assert (identifier["schema"]["type"], identifier["schema"]["format"]) == ("integer", "int32")


@pytest.mark.parametrize("name", [name for name, _ in STATUS_AFTER])
def test_a_change_of_status_takes_the_id_that_the_guide_describes(contract: Contract, name: str) -> None:
    change = next(found for found in contract.operations if found.action == name)
    assert [(node["name"], node["in"], node["required"]) for node in contract.parameters(change)] == [
        ("id", "query", True)
    ]


def test_the_list_takes_every_option_of_the_guide_and_shows_its_request(contract: Contract) -> None:
    found = next(found for found in contract.operations if found.id == "listCustomers")
    assert {node["name"] for node in contract.parameters(found)} >= {"select", *QUERY}
    assert QUERY in [request["query"] for request in found.node["x-requests"].values()]
    assert (QUERY["filter"], QUERY["top"], QUERY["skip"]) == ("StatusCode eq 30001", "10", "20")


def test_the_request_of_the_guide_expands_thirteen_paths() -> None:
    assert len(QUERY["expand"].split(",")) == 13


@pytest.mark.parametrize("path", QUERY["expand"].split(","))
def test_every_expand_path_of_the_guide_leads_from_entity_to_entity(contract: Contract, path: str) -> None:
    entity: Node = contract.schemas["Customer"]
    for name in path.split("."):
        assert name in entity["properties"], f"openapi/schemas: no property {name} on the way of {path}"
        node = entity["properties"][name]
        reference = next(item for item in [node, node.get("items", {}), *node.get("anyOf", [])] if "$ref" in item)
        entity = contract.resolve(reference)


@pytest.mark.parametrize("name", [name for name, _ in STATUS_AFTER])
def test_the_registry_says_that_a_change_of_status_needs_the_id(name: str) -> None:
    found = operation(f"{name}Customer")
    assert [(entry.name, entry.location, entry.required) for entry in found.parameters] == [("id", "query", True)]
