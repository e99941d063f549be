"""What each generated client is to send, and what it is to read of the answers: one call of every operation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from unimicro_schema import example
from unimicro_schema.mock import Mock
from unimicro_schema.mock.server import Received
from unimicro_schema.registry import operation

TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZWVyIn0.c2lnbmVk"  # noqa: S105  # of nobody
COMPANY = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an operation: the example that is its body, its query beside `action`, and where in the answer to look."""

    operation: str
    body: str | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    read: Sequence[str | int] | None = None
    status: int | None = None
    answer: str | None = None

    @property
    def path(self) -> str:
        """The path with the examples of its parameters."""
        found = operation(self.operation)
        return found.path.format(**{entry.name: entry.example for entry in found.parameters})

    @property
    def sent(self) -> dict[str, str]:
        """The whole query."""
        action = operation(self.operation).action
        return dict(self.query) | ({"action": action} if action else {})

    @property
    def expected(self) -> Any:
        """What the client should have read; None where the answer has no body."""
        if self.read is None:
            return None
        success = next(status for status in operation(self.operation).responses if status.startswith("2"))
        value = example(self.operation, self.answer, self.status or success)
        for key in self.read:
            value = value[key]
        return value


_LIST = {
    "expand": "Info,Info.DefaultEmail",
    "filter": "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
    "orderby": "Info.Name asc",
    "top": "10",
    "skip": "20",
    "hateoas": "false",
}
CALLS = (
    Call("createCustomer", body="lead", read=("ID",)),
    Call("listCustomers", query=_LIST, read=(0, "OrgNumber")),
    Call("validateCustomerKidAlias", query={"customerKidAlias": "0770042"}, read=()),
    Call("activateCustomer", query={"id": "1042"}),
    Call("deactivateCustomer", query={"id": "1042"}),
    Call("blockCustomer", query={"id": "1042"}),
    Call("bulkSaveCustomers", body="bulk-save"),
    Call("getCustomer", query={"expand": "Info"}, read=("Info", "Name")),
    Call("getNextCustomer", read=("StatusCode",)),
    Call("getPreviousCustomer", read=("CustomerNumber",)),
    Call("updateCustomer", body="partial", read=("ID",)),
    Call("deleteCustomer", read=("ID",)),
    Call("listReportsByType", read=(0, "Description")),
)
"""One call of every operation, in the order of the guide."""

REFUSED = (
    Call("deleteCustomer", read=("Message",), status=400, answer="validation-message"),
    Call("getCustomer", read=("Message",), status=404),
)
"""Calls that the server refuses."""


def refuse(server: Mock) -> None:
    """Makes the server refuse what `REFUSED` has."""
    for call in REFUSED:
        assert call.status is not None
        server.answer(call.operation, call.status, call.answer)


NEW = (Call("getCustomer", read=("StatusCode",)), Call("getCustomer", read=("Info", "Phones", 0, "Type")))
"""Calls whose answers have a code, first where it may be null and then where it may not."""

NEW_CODE = 99001
"""A code that no enum of the contract lists."""


def renewed(call: Call) -> Any:
    """The answer of a call with a code that the platform added after the contract was written."""
    answer = node = example(call.operation, status="200")
    *path, key = call.read or ()
    for token in path:
        node = node[token]
    node[key] = NEW_CODE
    return answer


def deviations(received: Sequence[Received], calls: Sequence[Call]) -> list[str]:
    """How the requests that came in differ from the calls; nothing if they are what the contract says."""
    return [
        f"{call.operation if call else 'one call too many'}: {problem}"
        for request, call in zip_longest(received, calls)
        for problem in ([*_deviations(request, call), *request.problems] if request and call else ["not sent"])
    ]


def _deviations(request: Received, call: Call) -> Iterator[str]:
    found = operation(call.operation)
    sent = {key: value for key, value in request.query if key.casefold() != "action"}
    wanted = {key: value for key, value in call.sent.items() if key != "action"}
    action = [value for key, value in request.query if key == "action"]
    if action != ([found.action] if found.action else []):
        yield f"action is {', '.join(action) or 'not sent'}"
    if request.operation != call.operation:
        yield f"it asks for {request.operation}"
    if (request.method, request.path) != (found.method, call.path):
        yield f"it is {request.method} {request.path}"
    if sent != wanted:
        yield f"the query is {sent}"
    if request.headers.get_all("Authorization") != [f"Bearer {TOKEN}"]:
        yield "the token is not sent as it is"
    if request.headers.get_all("CompanyKey") != [COMPANY]:
        yield "the company is not sent as it is"
    yield from _differences(request, call)


def _differences(request: Received, call: Call) -> Iterator[str]:
    if call.body is None:
        if request.body:
            yield f"a body of {len(request.body)} bytes"
        return
    if request.headers.get_content_type() != "application/json":
        yield f"Content-Type is {request.headers.get_content_type()}"
    if json.loads(request.body or b"null") != example(call.operation, call.body):
        yield "the body is another"
