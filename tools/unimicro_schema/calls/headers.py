"""What is wrong with the headers of a call. Tokens and keys are never repeated."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from unimicro_schema.calls.call import Call
from unimicro_schema.findings import Finding
from unimicro_schema.formats import FORMATS
from unimicro_schema.registry import Header, headers
from unimicro_schema.rules import finding

JSON = "application/json"
_CONTENT_TYPE = "Content-Type"
_FORMS = {"uuid": "a GUID", None: "not empty"}


def header_findings(call: Call, *, has_body: bool) -> Iterator[Finding]:
    """What is wrong with the headers of a call; nothing where nobody knows which were sent."""
    if call.headers is None:
        return
    for header in headers():
        value = call.headers.get(header.name.casefold())
        if value is not None:
            yield from _of_secret(header, value)
        elif call.has_tokens or not header.prefix:  # what comes before a token is the way it authorizes
            yield finding("missing-header", f"/{header.name}", f"{header.name} is missing", part="headers")
    if has_body:
        yield from _of_content_type(call.headers.get(_CONTENT_TYPE.casefold()))


def _of_secret(header: Header, value: str) -> Iterator[Finding]:
    prefix, secret = value[: len(header.prefix)], value[len(header.prefix) :].strip()
    pointer = f"/{header.name}"
    if prefix.casefold() != header.prefix.casefold() or not secret or " " in secret:
        message = f"{header.name} must be {header.prefix}<…>, with one value after it" if header.prefix else "is empty"
        yield finding("bad-header", pointer, message, part="headers")
    elif header.format and not FORMATS[header.format](secret):
        yield finding("bad-header", pointer, f"{header.name} must be {_FORMS[header.format]}", part="headers")


def _of_content_type(value: str | None) -> Iterator[Finding]:
    pointer = f"/{_CONTENT_TYPE}"
    if value is None:
        yield finding(
            "missing-header", pointer, f"{_CONTENT_TYPE} is missing", f"{_CONTENT_TYPE}: {JSON}", part="headers"
        )
        return
    parsed = Message()
    parsed[_CONTENT_TYPE] = value
    charset = parsed.get_param("charset") or "utf-8"
    if parsed.get_content_type() != JSON:
        yield finding(
            "bad-header", pointer, f"{_CONTENT_TYPE} must be {JSON}", f"{_CONTENT_TYPE}: {JSON}", part="headers"
        )
    elif str(charset).casefold().replace("-", "") not in {"utf8", "usascii"}:
        yield finding("bad-header", pointer, "JSON is sent in UTF-8", f"{_CONTENT_TYPE}: {JSON}", part="headers")
