"""The verdict on a payload: what the JSON Schema of its operation says, as one finding for each defect."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs
import orjson

from unimicro_schema.entities import entities
from unimicro_schema.findings import Finding, Report, judged
from unimicro_schema.registry import documented, published
from unimicro_schema.validation.advice import advise
from unimicro_schema.validation.defects import Defect, findings
from unimicro_schema.validation.duplicates import duplicates, may_repeat_keys
from unimicro_schema.validation.places import Place

_TOO_DEEP = "Recursion limit reached"  # as the engine says it


def validate(
    data: bytes | str | Any, operation: str, status: str | int | None = None, *, strict: bool = False
) -> Report:
    """Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.

    `data` is a JSON text (`bytes` or `str`) or parsed JSON. Requests get advice too, which does not change the verdict unless
    `strict` makes errors of it. Where the contract documents no body for a status, any is right, and so is none. Raises
    `LookupError` for an operation or a status that the contract does not have.
    """
    body = _body(operation, status)
    return judged(operation, _findings(data, body) if body else (), strict=strict)


def _findings(data: bytes | str | Any, body: _Body) -> tuple[Finding, ...]:
    """The findings of a payload, errors and advice, in the order of the text."""
    if not isinstance(data, bytes | str):
        return findings(_defects(body, data), None)
    try:
        data = decoded(data)
        value = orjson.loads(data)
    except ValueError as error:
        return (_unreadable(error),)
    defects = _defects(body, value)
    if may_repeat_keys(data, value):
        defects += duplicates(data.decode())
    return findings(defects, data.decode()) if defects else ()


def decoded(data: bytes | str) -> bytes:
    """A payload as UTF-8, its byte order mark left out. Raises `ValueError` for what is not UTF-8."""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("is UTF-16, not UTF-8; save it as UTF-8")
    if not data.isascii():
        try:
            data.decode()
        except UnicodeDecodeError as error:
            raise ValueError(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    return data.removeprefix(b"\xef\xbb\xbf")


def _unreadable(error: ValueError) -> Finding:
    if isinstance(error, orjson.JSONDecodeError):
        reason = str(error.msg).split(": line ")[0]
        message = f"is not JSON: {reason}"
        return Finding("unreadable", "error", "", message, line=error.lineno, column=error.colno)
    return Finding("unreadable", "error", "", str(error))


class _Body(NamedTuple):
    """A body: what checks it, and, for what is sent, the entity that advice is about."""

    validator: Any
    advised: str | None
    updates: bool


@cache
def _body(operation: str, status: str | int | None) -> _Body | None:
    known = documented(operation, status)
    if known is None:
        return None
    kind = "request" if status is None else str(status)
    validator = jsonschema_rs.Draft202012Validator(published.for_engine(operation, kind))
    if status is not None:
        return _Body(validator, None, updates=False)
    return _Body(validator, known.model, updates=not entities()[known.model].identity)


def _defects(body: _Body, value: Any) -> list[Defect]:
    """What is wrong, once each: never a parent beside its child, nor a wrong type and what follows from it."""
    advice = advise(value, body.advised, updates=body.updates) if body.advised else []
    if body.validator.is_valid(value):
        return advice
    from unimicro_schema.validation.engine import defects_of  # most payloads have no errors

    try:
        found = [defect for error in body.validator.iter_errors(value) for defect in defects_of(error, value)]
    except ValueError as error:  # it gives a verdict on deeper values than it names errors of
        if str(error) != _TOO_DEEP:
            raise
        return [Defect("unreadable", (), "is invalid, but nested too deep to say where; at most 255 levels are read")]
    mistyped = {defect.path for defect in found if defect.rule in {"wrong-type", "null-not-allowed"}}
    errors = [defect for defect in found if not _follows(body, defect, mistyped)]
    wrong = {defect.path for defect in errors}
    return errors + [
        defect
        for defect in advice
        if not any(defect.path[:length] in wrong for length in range(1, len(defect.path) + 1))
    ]


def _follows(body: _Body, defect: Defect, mistyped: set[Place]) -> bool:
    """Whether a defect only follows from a value of the wrong type: a code, or an identity that is there but mistyped."""
    if defect.rule == "missing-identity" and body.advised:
        ways = [tuple(way.split(".")) for way in entities()[body.advised].identity]
        return any((*defect.path, *way[:length]) in mistyped for way in ways for length in range(1, len(way) + 1))
    return defect.rule == "not-in-enum" and defect.path in mistyped
