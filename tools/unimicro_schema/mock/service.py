"""Answers requests: refuses what the contract refuses, and does what an operation does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email.message import Message
from typing import NamedTuple

import orjson

from unimicro_schema import registry
from unimicro_schema.calls.call import Call, Location, by_name, locate
from unimicro_schema.calls.check import judge
from unimicro_schema.calls.headers import header_findings
from unimicro_schema.calls.recognition import Recognised, recognise
from unimicro_schema.findings import Finding, Report
from unimicro_schema.mock.answers import MockAnswer, example_answer, preferred, refusal
from unimicro_schema.mock.effects import collection_of, effect_of
from unimicro_schema.mock.stock import RefusedError, Stock
from unimicro_schema.mock.tasks import DOING, Task
from unimicro_schema.query.options import ACTION, documented, sort_out
from unimicro_schema.query.url import FILTER, read
from unimicro_schema.reports import sentence
from unimicro_schema.validation.check import decoded

IGNORED = frozenset({"unknown-field", "unknown-path", "unknown-option", "wrong-operator"})
"""The rules about a query that the platform does not hold: it takes no notice of what breaks them."""


class MockRequest(NamedTuple):
    """A request as it came in; `target` is the path with the query, or the whole URL."""

    method: str
    target: str
    headers: Message
    body: bytes


class Replied(NamedTuple):
    """The verdict on a request, and the answer to it."""

    report: Report
    answer: MockAnswer


class Service:
    """What answers requests. With `ignore_unknown` it takes no notice of unknown names in a query, as the platform does."""

    def __init__(self, *, ignore_unknown: bool = False) -> None:
        self.stock = Stock()
        self.forced: dict[str, tuple[int | str, str | None]] = {}
        self._ignore_unknown = ignore_unknown

    def reply(self, request: MockRequest) -> Replied:
        """The verdict on a request, and the answer to it."""
        method = "GET" if request.method == "HEAD" else request.method
        call = Call(method, request.target, by_name(request.headers.items()), request.body or None)
        report = judge(call)
        found = _recognised(call)
        entry = found.operation if found else None
        if unauthorised := _of_token(call):
            return Replied(report, refusal(401, unauthorised, entry))
        if not found or not entry:
            return Replied(report, self._lost(call, report))
        given = {item.name: item.text for item in sort_out(entry, read(request.target, documented()).options)[0]}
        answered = self._answered(report, found, given, request)
        return Replied(report, answered)

    def _answered(
        self, report: Report, found: Recognised, given: Mapping[str, str], request: MockRequest
    ) -> MockAnswer:
        entry = found.operation
        errors = [item for item in report.findings if item.severity == "error" and not self._is_ignored(item)]
        if errors:
            return refusal(400, list(map(_said, errors)), entry)
        try:
            if entry.id in self.forced:
                return example_answer(entry, *self.forced[entry.id])
            if wanted := preferred(entry, ", ".join(request.headers.get_all("Prefer", []))):
                return wanted
            place = collection_of(entry)
            if place is None:
                return example_answer(entry)
            body = orjson.loads(decoded(request.body)) if request.body and entry.request else None
            ignored = {FILTER} if self._ignores_filter(report) else set()
            kept = {name: value for name, value in given.items() if name not in ignored}
            task = Task(self.stock, entry, place, {**kept, **found.values}, body)
            return DOING[effect_of(entry)](task)
        except RefusedError as error:
            return refusal(error.status, [str(error)], entry)

    def _is_ignored(self, item: Finding) -> bool:
        return self._ignore_unknown and item.part == "query" and item.rule in IGNORED

    def _ignores_filter(self, report: Report) -> bool:
        """Whether the filter of a request is one that the platform takes no notice of."""
        return any(self._is_ignored(item) and item.pointer == f"/{FILTER}" for item in report.findings)

    @staticmethod
    def _lost(call: Call, report: Report) -> MockAnswer:
        """The refusal of a call that is none of the contract: 404 for its path, 405 for its method, else 400."""
        try:
            location = locate(call.url)
        except ValueError:
            location = None
        allowed = _methods(location) if location else []
        status = 400 if call.method in allowed else 405 if allowed else 404
        refused = refusal(status, list(map(_said, report.findings)))
        if status != 405:
            return refused
        more = ["HEAD"] if "GET" in allowed else []
        return refused._replace(headers={"Allow": ", ".join([*allowed, *more, "OPTIONS"])})


def _recognised(call: Call) -> Recognised | None:
    try:
        location = locate(call.url)
    except ValueError:
        return None
    found = recognise(call.method, location) if location else None
    return found if isinstance(found, Recognised) else None


def _methods(location: Location) -> list[str]:
    """The methods of the operations at a location, whatever their action; none where the contract does not have its path."""
    calls = ((entry.method, f"{ACTION}={entry.action or ''}") for entry in registry.operations())
    found = (
        method for method, query in calls if isinstance(recognise(method, replace(location, query=query)), Recognised)
    )
    return list(dict.fromkeys(found))


def _of_token(call: Call) -> list[str]:
    """What is wrong with the token. The platform looks at it first, so a wrong path without one is 401 too."""
    pointer = f"/{registry.headers()[0].name}"
    return [_said(item) for item in header_findings(call, has_body=False) if item.pointer == pointer]


def _said(item: Finding) -> str:
    place = f" {item.pointer}" if item.pointer else ""
    return f"{item.rule}{place}: {sentence(item)}"
