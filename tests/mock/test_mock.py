"""The mock keeps what it is given, and refuses what the contract and the platform refuse."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from unimicro_schema import check_call, example, explain_error, operations, validate
from unimicro_schema.entities import entities
from unimicro_schema.mock import Mock, serve
from unimicro_schema.query.paths import RELATED
from unimicro_schema.registry import Operation, bodies

SECRETS = {"Authorization": "Bearer a.b.c", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}
GUID = "c2d0a7f4-3b96-4e1d-8f52-9a61e07c4b38"
PHONE = {"Number": "77000041", "Type": 150101}
WIDE = "Info.Phones,Info.Addresses,Info.Emails,Info.DefaultPhone,Info.InvoiceAddress,Info.ShippingAddress"
EVERY = pytest.mark.parametrize("entry", operations(), ids=lambda entry: entry.id)


@pytest.fixture
def client(unimicro_api: Mock) -> Iterator[httpx.Client]:
    """A client of the mock that sends what every call needs."""
    # Nothing is encrypted on the way, and certificates take longer to read than the answer.
    with httpx.Client(base_url=f"{unimicro_api.url}/api/biz", headers=SECRETS, verify=False) as opened:  # noqa: S501
        yield opened


def root(client: httpx.Client) -> str:
    """The URL of the mock."""
    return str(client.base_url).removesuffix("/api/biz/")


def sent(client: httpx.Client, entry: Operation, **headers: str) -> httpx.Response:
    """The answer to a call of an operation with its examples."""
    target = entry.target(**{item.name: item.example for item in entry.parameters})
    body = {"json": example(entry.id)} if entry.request else {}
    return client.request(entry.method, root(client) + target.path, params=target.query, headers=headers, **body)


# Answers.


@EVERY
def test_every_call_with_the_examples_gets_a_documented_answer(client: httpx.Client, entry: Operation) -> None:
    answer = sent(client, entry)
    report = check_call(entry.method, str(answer.url), status=answer.status_code, answer=answer.content or None)
    assert [item for item in report.findings if item.part == "answer"] == []
    # The customer of the examples is active, and the first of all.
    refused = {"activateCustomer": 400, "getPreviousCustomer": 404}.get(entry.id)
    assert answer.is_success if refused is None else answer.status_code == refused


@EVERY
def test_every_example_of_every_operation_can_be_asked_for(client: httpx.Client, entry: Operation) -> None:
    for status, body in bodies(entry.id).items():
        for name in body.examples if status != "request" else ():
            answer = sent(client, entry, Prefer=f'code={status}, example="{name}"')
            assert (answer.status_code, answer.json()) == (int(status), example(entry.id, name, status))
    for status in entry.responses:
        assert sent(client, entry, Prefer=f"code={status}").status_code == int(status)
        assert sent(client, entry, Prefer=f"code={status}").headers["Preference-Applied"] == f"code={status}"


def test_an_answer_that_is_preferred_changes_nothing(client: httpx.Client) -> None:
    assert client.delete("customers/1042", headers={"Prefer": "code=204"}).status_code == 204
    assert client.get("customers/1042").status_code == 200


PREFERENCES = {
    "code=418": "this status is not documented for getCustomer, which answers 200, 400, 401, 403, 404, 500",
    "example=basc": "getCustomer has no example of this name; there is basic",
    "code=404, example=basic": "getCustomer has no example of this name; there is not-found",
}


@pytest.mark.parametrize("prefer", PREFERENCES)
def test_a_preference_that_cannot_be_met_is_refused(client: httpx.Client, prefer: str) -> None:
    answer = client.get("customers/1042", headers={"Prefer": prefer})
    assert (answer.status_code, answer.json()["Message"]) == (400, f"Prefer: {PREFERENCES[prefer]}.")


# What is kept.


def test_what_was_created_is_read_back_listed_changed_and_deleted(client: httpx.Client) -> None:
    made = client.post("customers", json={"Info": {"Name": "Fjordvik AS", "DefaultPhone": PHONE}})
    assert made.status_code == 201
    number = made.json()["ID"]
    read = client.get(f"customers/{number}", params={"expand": "Info.DefaultPhone,Info.Phones"}).json()
    assert validate(read, "getCustomer", 200).valid
    assert read["StatusCode"] == 30001
    assert read["CustomerNumber"] == 100058, "the next of the series"
    assert read["Info"]["DefaultPhone"] == read["Info"]["Phones"][0]
    assert read["Info"]["DefaultPhoneID"] == read["Info"]["DefaultPhone"]["ID"]
    changed = {"ID": number, "CreditDays": 30, "Info": {"ID": read["BusinessRelationID"], "Name": "Fjordvik Bygg AS"}}
    assert client.put(f"customers/{number}", json=changed).json()["CreditDays"] == 30
    found = client.get("customers", params={"filter": "Info.Name eq 'Fjordvik Bygg AS'"})
    assert ([row["ID"] for row in found.json()], found.headers["count"]) == ([number], "1")
    assert client.delete(f"customers/{number}").json()["Deleted"] is True
    assert client.get(f"customers/{number}").status_code == 404
    assert client.delete(f"customers/{number}").status_code == 404


def test_a_child_is_added_by_its_mark_and_deleted_by_its_id(client: httpx.Client) -> None:
    added = {"ID": 1042, "Info": {"ID": 2087, "Phones": [PHONE | {"_createguid": GUID}]}}
    assert client.put("customers/1042", json=added).status_code == 200
    phones = client.get("customers/1042", params={"expand": "Info.Phones"}).json()["Info"]["Phones"]
    assert [phone["Number"] for phone in phones] == ["40000117", "77000040", "77000041"]
    gone = {"ID": 1042, "Info": {"ID": 2087, "Phones": [{"ID": phones[0]["ID"], "Deleted": True}]}}
    assert client.put("customers/1042", json=gone).status_code == 200
    info = client.get("customers/1042", params={"expand": "Info.Phones,Info.DefaultPhone"}).json()["Info"]
    assert [phone["Number"] for phone in info["Phones"]] == ["77000040", "77000041"]
    assert (info["DefaultPhone"], info["DefaultPhoneID"]) == (None, None)


def test_a_mark_that_was_used_is_refused(client: httpx.Client) -> None:
    body = {"Info": {"Name": "Fjordvik AS"}, "_createguid": GUID}
    assert client.post("customers", json=body).status_code == 201
    again = client.post("customers", json=body)
    assert again.status_code == 400
    assert "made before" in again.json()["Message"]
    assert client.get("customers").headers["count"] == "3"


def test_one_mark_in_two_slots_is_one_object(client: httpx.Client) -> None:
    address = {"City": "Tromsø", "_createguid": GUID}
    made = client.post("customers", json={"Info": {"Name": "A", "InvoiceAddress": address, "ShippingAddress": address}})
    info = client.get(f"customers/{made.json()['ID']}", params={"expand": WIDE}).json()["Info"]
    assert info["InvoiceAddressID"] == info["ShippingAddressID"] == info["Addresses"][0]["ID"]
    assert len(info["Addresses"]) == 1


def test_a_bulk_save_saves_all_or_nothing(client: httpx.Client) -> None:
    items = [{"ID": 1042, "CreditDays": 99}, {"Info": {"Name": "Fjordvik AS"}}, {"ID": 9, "CreditDays": 1}]
    refused = client.put("customers", params={"action": "bulk-save"}, json=items)
    assert (refused.status_code, refused.json()["Message"][:3]) == (400, "/2:")
    assert client.get("customers").headers["count"] == "2"
    assert client.get("customers/1042").json()["CreditDays"] == 14
    assert client.put("customers", params={"action": "bulk-save"}, json=items[:2]).status_code == 204
    assert client.get("customers").headers["count"] == "3"
    assert client.get("customers/1042").json()["CreditDays"] == 99


def test_a_status_is_changed_and_a_change_to_the_same_is_refused(client: httpx.Client) -> None:
    def status(action: str) -> int:
        return client.put("customers", params={"action": action, "id": "1042"}).status_code

    codes = []
    for action in ("deactivate", "activate", "block"):
        assert (status(action), status(action)) == (204, 400)
        codes.append(client.get("customers/1042").json()["StatusCode"])
    assert codes == [50001, 30001, 90001]
    assert client.put("customers", params={"action": "block", "id": "9"}).status_code == 404


def test_the_neighbours_are_those_by_id(client: httpx.Client) -> None:
    assert client.get("customers/1042", params={"action": "next"}).json()["ID"] == 1057
    assert client.get("customers/1057", params={"action": "previous"}).json()["ID"] == 1042
    assert client.get("customers/1057", params={"action": "next"}).status_code == 404
    assert client.get("customers/1", params={"action": "next"}).status_code == 404


@pytest.mark.parametrize(("alias", "usable"), [("770042", False), ("100057", False), ("770043", True), ("77x", False)])
def test_an_alias_is_usable_if_it_is_digits_that_no_customer_has(
    client: httpx.Client, alias: str, usable: bool
) -> None:
    params = {"action": "validate-customer-KID-Alias", "customerKidAlias": alias}
    assert client.get("customers", params=params).json() is usable


def test_the_reports_are_those_of_the_type(client: httpx.Client) -> None:
    url = f"{root(client)}/api/report/type/"
    assert {report["ReportType"] for report in client.get(f"{url}1").json()} == {1}
    assert client.get(f"{url}2").json() == []
    assert client.get(f"{url}99").status_code == 400


# Lists.

LISTS: dict[str, list[int]] = {
    "": [1042, 1057],
    "top=1": [1042],
    "skip=1": [1057],
    "orderby=ID desc": [1057, 1042],
    "orderby=Info.Name": [1057, 1042],
    "orderby=CreditDays desc,ID": [1042, 1057],
    "top=1&orderby=ID desc": [1057],
    "filter=ID gt 1042": [1057],
    "filter=1042 lt ID": [1057],
    "filter=CreditDays eq 14": [1042],
    "filter=CreditDays ne 14": [],
    "filter=CreditDays eq null": [1057],
    "filter=CreditDays ne null": [1042],
    "filter=not (CreditDays eq 14)": [],
    "filter=not (ID eq 1042)": [1057],
    "filter=Info.Name like 'nord%25'": [1042],
    "filter=Info.Name notlike 'nord%25'": [1057],
    "filter=contains(Info.Name,'MØBEL')": [1057],
    "filter=startswith(CustomerNumber,'10004')": [1042],
    "filter=endswith(OrgNumber,'047')": [1057],
    "filter=Info.Phones.Number eq '77000040'": [1042],
    "filter=CreatedAt ge '2026-02-01'": [1057],
    "filter=CreatedAt lt '2026-01-15T09:31:00%2B01:00'": [1042],
    "filter=IsPrivate eq false and ID ne 1042": [1057],
    "filter=Info.Name eq 'O''Hara' or ID eq 1057": [1057],
    "filter=StatusCode eq 30001 and (ID eq 1 or ID eq 1042)": [1042],
    "filter=DefaultSellerID eq CurrencyCodeID": [],
    "filter=UpdatedAt gt CreatedAt": [1042],
}


@pytest.mark.parametrize("query", LISTS)
def test_a_list_has(client: httpx.Client, query: str) -> None:
    answer = client.get(f"customers?{query}")
    assert [row["ID"] for row in answer.json()] == LISTS[query]
    whole = client.get(f"customers?{re.sub(r'(^|&)(top|skip)=[0-9]+', '', query)}")
    assert answer.headers["count"] == str(len(whole.json()))


def test_an_answer_has_what_is_selected_and_expanded(client: httpx.Client) -> None:
    row = client.get("customers/1042").json()
    assert "Info" not in row
    assert "_links" not in row
    selected = client.get("customers?select=ID,CustomerNumber&expand=Info").json()
    assert selected == example("listCustomers", "selected", 200)
    named = client.get("customers/1042?select=Info.Name&expand=Info").json()
    assert named["Info"] == {"Name": "Nordlys Regnskap AS", "ID": 2087, "CustomValues": {}}
    whole = client.get("customers/1042?select=Info&expand=Info").json()
    assert whole.keys() == {"BusinessRelationID", "Info", "ID", "Deleted", "CustomValues"}
    assert whole["Info"]["DefaultPhoneID"] == 3301
    assert "DefaultPhone" not in whole["Info"]


def test_a_relation_that_leads_nowhere_is_null_and_a_list_without_rows_is_empty(client: httpx.Client) -> None:
    row = client.get("customers/1057?expand=Info.ShippingAddress,Dimensions,Sellers,DefaultSeller").json()
    assert (row["Info"]["ShippingAddress"], row["Dimensions"], row["Sellers"]) == (None, None, [])
    assert client.get("customers/1042?expand=DefaultSeller").json()["DefaultSeller"]["ID"] == 6


def test_what_is_answered_can_be_expanded_wholly_and_fits_the_contract(client: httpx.Client) -> None:
    related = {name for name, item in entities()["Customer"].properties.items() if item.kind in RELATED}
    names = sorted(name for name in related if not name.startswith("_"))
    row = client.get("customers/1042", params={"expand": ",".join(names)}).json()
    assert set(names) <= row.keys()
    assert validate(row, "getCustomer", 200).findings == ()
    assert client.put("customers/1042", json=row).status_code == 200


def test_links_come_when_they_are_asked_for(client: httpx.Client) -> None:
    assert client.get("customers/1042?hateoas=true").json()["_links"]
    assert "_links" not in client.get("customers/1042?hateoas=false").json()


# Refusals.

REFUSED: dict[str, tuple[str, str, Any, int, str]] = {
    "a misspelt key": ("POST", "customers", {"OrgNumbr": "1", "Info": {"Name": "A"}}, 400, "unknown-key /OrgNumbr"),
    "a body that is not JSON": ("POST", "customers", b"{", 400, "unreadable"),
    "no body": ("POST", "customers", None, 400, "missing-body"),
    "a body where none belongs": ("DELETE", "customers/1042", {"ID": 1}, 400, "unexpected-body"),
    "a field that is unknown": ("GET", "customers?filter=Nme eq 'x'", None, 400, "unknown-field /filter"),
    "an option that is unknown": ("GET", "customers?limit=1", None, 400, "unknown-option /limit"),
    "an operator that is unknown": ("GET", "customers?filter=ID in (1)", None, 400, "wrong-operator /filter"),
    "an id that is not a number": ("GET", "customers/first", None, 400, "bad-number /id"),
    "an unknown id": ("GET", "customers/9", None, 404, "there is no Customer with this ID"),
    "an update of an unknown id": ("PUT", "customers/9", {"ID": 9}, 404, "there is no Customer with this ID"),
    "another id in the body": ("PUT", "customers/1042", {"ID": 1057}, 400, "/ID: is not the id of the stored object"),
    "a new child without a mark": (
        "PUT", "customers/1042", {"Info": {"ID": 2087, "Phones": [PHONE]}}, 400,
        "/Info/Phones/0: is new but has no _createguid",
    ),
    "a key and an object that disagree": (
        "PUT", "customers/1042", {"DefaultSellerID": 6, "DefaultSeller": {"ID": 7}}, 400, "/DefaultSeller: has another",
    ),
    "a wrong path": ("GET", "customer/1042", None, 404, "no operation has this path"),
    "an action in the path": ("PUT", "customers/1042/activate", None, 404, "the action activate is in the path"),
    "a wrong method": ("PATCH", "customers/1042", {}, 405, "PATCH is not a method of this path"),
    "an action that is missing": ("PUT", "customers?id=1042", None, 400, "has no action"),
    "an action that is unknown": ("PUT", "customers?action=actvate&id=1", None, 400, "no operation has this action"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_call_is_refused_that_has(client: httpx.Client, unimicro_api: Mock, case: str) -> None:
    method, url, body, status, said = REFUSED[case]
    given = {"content": body} if isinstance(body, bytes) else {"json": body} if body is not None else {}
    headers = {"Content-Type": "application/json"} if body is not None else {}
    answer = client.request(method, url, headers=headers, **given)
    assert answer.status_code == status
    assert said in answer.json()["Message"]
    assert explain_error(answer.content, 400 if status == 405 else status).recognised
    assert unimicro_api.received[-1].status == status


def test_without_a_token_every_call_is_401_and_without_a_company_400(client: httpx.Client, unimicro_api: Mock) -> None:
    for path in ("customers", "nothing"):
        for headers in ({}, {"Authorization": "a.b.c"}):
            answer = httpx.get(f"{unimicro_api.url}/api/biz/{path}", headers=headers)
            assert answer.status_code == 401
            assert validate(answer.content, "getCustomer", 401).valid
    del client.headers["CompanyKey"]
    answer = client.get("customers")
    assert answer.status_code == 400
    assert "missing-header /CompanyKey" in answer.json()["Message"]


def test_a_refusal_tells_which_methods_there_are(client: httpx.Client) -> None:
    assert client.patch("customers", json={}).headers["Allow"] == "POST, GET, PUT, HEAD, OPTIONS"


def test_a_query_that_the_platform_ignores_is_ignored_where_that_is_asked_for() -> None:
    with serve(ignore_unknown=True) as mock, httpx.Client(base_url=f"{mock.url}/api/biz", headers=SECRETS) as client:
        for query in ("filter=Nme eq 'x'", "filter=ID in (1)", "limit=1", "expand=Info.DefaultAddress", "$top=1"):
            assert len(client.get(f"customers?{query}").json()) == 2, query
        assert len(mock.problems) == 5
        assert client.get("customers?filter=ID eq 'x'").status_code == 400


# What a test can ask of it.


def test_an_operation_answers_as_it_is_told_and_as_before_after_a_reset(
    client: httpx.Client, unimicro_api: Mock
) -> None:
    unimicro_api.answer("getCustomer", 500)
    assert client.get("customers/1042").json() == example("getCustomer", status=500)
    unimicro_api.answer("getCustomer", example="basic")
    assert client.get("customers/1057").json() == example("getCustomer", "basic", 200)
    unimicro_api.answer_path("POST", "/connect/token", {"access_token": "a.b.c"})
    assert httpx.post(f"{unimicro_api.url}/connect/token").json() == {"access_token": "a.b.c"}
    client.delete("customers/1057")
    unimicro_api.reset()
    assert unimicro_api.received == []
    assert client.get("customers/1042").status_code == 200
    assert client.get("customers/1057").status_code == 200
    assert httpx.post(f"{unimicro_api.url}/connect/token").status_code == 401


@pytest.mark.parametrize(
    "asked", [("getCustomr", 200, None), ("getCustomer", 418, None), ("getCustomer", 200, "nothing")]
)
def test_it_cannot_be_told_to_answer_what_the_contract_does_not_have(
    unimicro_api: Mock, asked: tuple[str, int, str | None]
) -> None:
    with pytest.raises(LookupError, match=r"getCustomer"):
        unimicro_api.answer(*asked)


def test_what_it_received_is_noted_with_its_problems(client: httpx.Client, unimicro_api: Mock) -> None:
    client.get("customers", params={"filter": "Nme eq 'x'", "top": "1"})
    [call] = unimicro_api.received
    assert (call.method, call.path, call.operation, call.status) == ("GET", "/api/biz/customers", "listCustomers", 400)
    assert call.query == (("filter", "Nme eq 'x'"), ("top", "1"))
    message = "Nme is not a field of Customer; did you mean Info.Name?"
    assert unimicro_api.problems == [f"GET /api/biz/customers: error unknown-field (query) /filter: {message}"]
    assert "a.b.c" not in repr(call)
