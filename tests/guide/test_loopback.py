"""The server that replaces the platform knows every operation, and lets nothing wrong pass."""

from typing import Any

import httpx
import pytest

from helpers.loopback import serve
from unimicro_schema import example, operations

HEADERS = {"Authorization": "Bearer token", "CompanyKey": "11111111-2222-3333-4444-555555555555"}


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.id)
def test_it_answers_every_operation_with_its_first_success(operation: Any) -> None:
    path = operation.path.format(**{entry.name: entry.example for entry in operation.parameters})
    query = {
        entry.name: entry.example
        for entry in operation.parameters
        if entry.location == "query" and entry.required and entry.name != "action"
    }
    if operation.action:
        query["action"] = operation.action
    body = {"json": example(operation.id)} if operation.request else {}
    with serve() as server:
        answer = httpx.request(operation.method, server.url + path, params=query, headers=HEADERS, **body)
        assert not server.problems
        assert [request.operation for request in server.received] == [operation.id]
        assert str(answer.status_code) == next(iter(operation.responses))


CASES: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "an action that is lost": ("PUT", "/api/biz/customers?id=1", {}, "no such operation"),
    "an unknown path": ("GET", "/api/biz/customer", {}, "no such operation"),
    "a parameter that is missing": ("PUT", "/api/biz/customers?action=block", {}, "parameter id is missing"),
    "a parameter that nobody knows": ("GET", "/api/biz/customers?limit=1", {}, "unknown parameter limit"),
    "a parameter sent twice": ("GET", "/api/biz/customers?top=1&top=2", {}, "a parameter is sent twice"),
    "an id that is not a number": ("GET", "/api/biz/customers/first", {}, "parameter id is not an integer"),
    "a misspelt field": ("GET", "/api/biz/customers?filter=Statuscod eq 1", {}, "unknown-field"),
    "a misspelt key": ("POST", "/api/biz/customers", {"json": {"OrgNumber": "1", "Nme": ""}}, "unknown-key"),
    "a body that is form data": ("POST", "/api/biz/customers", {"data": {"OrgNumber": "1"}}, "Content-Type is"),
    "a body where none is sent": ("PUT", "/api/biz/customers?action=block&id=1", {"json": {}}, "a body, where none"),
    "no token": ("GET", "/api/biz/customers/1", {"headers": {"Authorization": ""}}, "no secret in Authorization"),
    "no company": ("GET", "/api/biz/customers/1", {"headers": {"CompanyKey": "1"}}, "no GUID in CompanyKey"),
}


@pytest.mark.parametrize("case", CASES)
def test_it_notes(case: str) -> None:
    method, path, rest, expected = CASES[case]
    with serve() as server:
        httpx.request(method, server.url + path, **(rest | {"headers": HEADERS | rest.get("headers", {})}))
        assert any(expected in problem for problem in server.problems), server.problems


def test_it_answers_with_the_error_it_was_told() -> None:
    with serve() as server:
        server.answer("getCustomer", 404)
        assert httpx.get(server.url + "/api/biz/customers/1", headers=HEADERS).json() == example(
            "getCustomer", status=404
        )
