"""The verdict on a whole HTTP call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from unimicro_schema.calls.call import UNRECORDED, Call, Headers, by_name, locate
from unimicro_schema.calls.headers import header_findings
from unimicro_schema.calls.recognition import Recognised, recognise, usage
from unimicro_schema.findings import Finding, Part, Report, judged
from unimicro_schema.query.check import check_query
from unimicro_schema.registry import Operation
from unimicro_schema.rules import finding
from unimicro_schema.validation.check import validate
from unimicro_schema.validation.read_back import changes_what_exists

_REDIRECTS = {301, 302, 303, 307, 308}
_BETWEEN = _REDIRECTS | {304, 407, 408, 413, 414, 429, 431, 502, 503, 504, 511}
"""Statuses of servers between the client and the platform."""


def check_call(  # noqa: PLR0913  # the parts of a call
    method: str,
    url: str,
    headers: Headers | None = None,
    body: Any = None,
    *,
    status: int | None = None,
    answer: Any = UNRECORDED,
    strict: bool = False,
    read_back: bool = False,
) -> Report:
    """Whether an HTTP call is one of the contract, and what is wrong with each of its parts if not.

    `url` is the whole URL or its path with the query; the host does not matter. `headers` are a mapping or pairs; without them
    no header is checked. `body` and `answer` are JSON text (`bytes` or `str`) or parsed JSON; a `body` of None means that none
    was sent, `b"null"` that null was. Without `answer` only the `status` is checked, and without that only the request.
    `strict` and `read_back` are those of `validate`; `read_back` concerns the bodies that can be sent back and no others.

    The report's `operation` is the id of the operation, or None if the call matches none; each finding has a `part`:
    `url`, `query`, `headers`, `body` or `answer`. It is valid if the call fits the contract, whether or not it succeeded.
    Tokens, keys and values are never part of a message.
    """
    known = None if headers is None else by_name(headers)
    return judge(Call(method, url, known, body, status, answer), strict=strict, read_back=read_back)


def judge(call: Call, *, strict: bool = False, read_back: bool = False, show_values: bool = False) -> Report:
    """The same of a call in its parts. With `show_values` messages have the values of the two bodies; secrets never."""
    try:
        location = locate(call.url)
    except ValueError:
        return judged(None, [finding("unknown-operation", "", "is not a URL", part="url")], strict=strict)
    if location is None:
        message = "has no /api/ in its path, so its operation cannot be determined"
        return judged(None, [finding("unknown-operation", "", message, _with_api(call), part="url")], strict=strict)
    found = recognise(call.method, location)
    if not isinstance(found, Recognised):
        wrong = finding("unknown-operation", "", found.message, found.suggestion, part="url")
        return judged(None, [wrong], strict=strict)
    operation = found.operation
    findings = [
        *_of_url(call, operation, location.prefix),
        *header_findings(call, has_body=operation.request is not None and call.body is not None),
        *_of_body(call, operation, read_back=read_back, show_values=show_values),
        *_of_answer(call, operation, show_values=show_values),
    ]
    return judged(operation.id, findings, strict=strict)


def _with_api(call: Call) -> str | None:
    """The operation that is called if `/api` is put in front of the path: a client with a base URL may lose it."""
    parts = urlsplit(call.url)
    location = locate(f"/api{parts.path}?{parts.query}")
    found = recognise(call.method, location) if location else None
    return usage(found.operation) if isinstance(found, Recognised) else None


_HOST = "https://host"


def _of_url(call: Call, operation: Operation, prefix: int) -> Iterator[Finding]:
    """What is wrong with the path's parameters and with the query, at their columns in the URL as it was given."""
    path, question, query = call.url[prefix:].partition("?")
    text = f"{_HOST}{path.rstrip('/')}{question}{query}"
    moved = prefix - len(_HOST)
    for item in check_query(text, operation.id).findings:
        in_path = len(_HOST) < (item.column or 0) <= len(_HOST) + len(path)
        is_placed = (item.column or 0) > len(_HOST)  # that something is missing has no place
        line, column = (1, (item.column or 0) + moved) if is_placed else (None, None)
        named = [entry.name for entry in operation.parameters if entry.location == "path"]
        pointer = f"/{named[-1]}" if in_path and named and not item.pointer else item.pointer
        yield item._replace(part="url" if in_path else "query", pointer=pointer, line=line, column=column)


def _of_body(call: Call, operation: Operation, *, read_back: bool, show_values: bool) -> Iterator[Finding]:
    if call.body is UNRECORDED:
        return
    sent = call.body is not None and call.body not in (b"", "")
    if operation.request is None:
        if sent:
            yield from _of_needless(call.body, operation)
    elif not sent:
        yield finding("missing-body", "", f"{operation.id} needs a body", part="body")
    else:
        is_read_back = read_back and changes_what_exists(operation)
        report = validate(call.body, operation.id, read_back=is_read_back, show_values=show_values)
        yield from _in_part(report.findings, "body")


def _of_needless(body: Any, operation: Operation) -> Iterator[Finding]:
    """That a body is sent where none belongs. Generated clients send null or an empty object, which says nothing."""
    text = body.encode() if isinstance(body, str) else body
    says_nothing = text in (b"null", b"{}", b"[]") if isinstance(text, bytes) else not text
    rule = "needless-body" if says_nothing else "unexpected-body"
    yield finding(rule, "", f"{operation.id} takes no body", part="body")


def _of_answer(call: Call, operation: Operation, *, show_values: bool) -> Iterator[Finding]:
    if call.status is None or call.status == 0:
        return
    status = str(call.status)
    if status not in operation.responses:
        rule = "passing-status" if call.status in _BETWEEN else "undocumented-status"
        known = ", ".join(operation.responses)
        yield finding(rule, "", f"{status} is not documented for {operation.id}, which answers {known}", part="answer")
    elif call.answer is not UNRECORDED and not _is_without_body(call, operation):
        yield from _in_part(validate(call.answer, operation.id, status, show_values=show_values).findings, "answer")


def _is_without_body(call: Call, operation: Operation) -> bool:
    """Whether an operation that may succeed without a body did so, with whatever status."""
    return call.answer in (b"", "", None) and 200 <= (call.status or 0) < 300 and "204" in operation.responses


def _in_part(findings: Iterable[Finding], part: Part) -> Iterator[Finding]:
    return (item._replace(part=part) for item in findings)
