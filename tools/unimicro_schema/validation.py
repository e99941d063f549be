"""The verdict on a payload: what the JSON Schema of its operation says, as one finding for each defect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs
import orjson

from unimicro_schema.advice import advise
from unimicro_schema.defects import Defect, findings
from unimicro_schema.duplicates import duplicates, may_repeat_keys
from unimicro_schema.findings import Finding, Report, as_errors
from unimicro_schema.formats import PATTERNS
from unimicro_schema.graph import entities
from unimicro_schema.locate import Path
from unimicro_schema.paths import at, path_of
from unimicro_schema.registry import bodies, schema_text
from unimicro_schema.suggestions import suggest

_KINDS = {
    dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a whole number", float: "a number",
    type(None): "null",
}  # fmt: skip
_TYPES = {
    "object": "an object", "array": "a list", "string": "text", "boolean": "true or false", "integer": "a whole number",
    "number": "a number", "null": "null",
}  # fmt: skip
_FORMATS = {"uuid": "a GUID (8-4-4-4-12 hexadecimal digits)", "date-time": "a date and time with an offset (RFC 3339)"}
_SAID = {f"^(?:{PATTERNS[name]})$": text for name, text in _FORMATS.items()}
# How a format stands in a schema, and how the engine is told of it: its own formats are laxer, and calls into Python are slow.
_TOLD = {
    f'"format": "{name}"': f'"pattern": {orjson.dumps(pattern).decode()}'
    for name, pattern in zip(_FORMATS, _SAID, strict=True)
}


def validate(
    data: bytes | str | Any, operation: str, status: str | int | None = None, *, strict: bool = False
) -> Report:
    """Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.

    `data` is a JSON text (`bytes` or `str`) or parsed JSON. Requests get advice too, which does not change the verdict unless
    `strict` makes errors of it. Raises `LookupError` for an operation or a status that the contract does not have.
    """
    found = checked(data, operation, status)
    return Report(operation, as_errors(found) if strict else found)


def checked(data: bytes | str | Any, operation: str, status: str | int | None = None) -> tuple[Finding, ...]:
    """The findings of a payload, errors and advice, in the order of the text."""
    body = _body(operation, status)
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
def _body(operation: str, status: str | int | None) -> _Body:
    text = schema_text(operation, status).decode()  # the engine reads text faster than values of Python
    for format_, pattern in _TOLD.items():
        text = text.replace(format_, pattern)
    validator = jsonschema_rs.Draft202012Validator(text)
    if status is not None:
        return _Body(validator, None, updates=False)
    model = bodies(operation)["request"].model
    return _Body(validator, model, updates=not entities()[model].identity)


def _defects(body: _Body, value: Any) -> list[Defect]:
    """What is wrong, once each: never a parent beside its child, nor a wrong type and what follows from it."""
    advice = advise(value, body.advised, updates=body.updates) if body.advised else []
    if body.validator.is_valid(value):
        return advice
    found = [defect for error in body.validator.iter_errors(value) for defect in _of_error(error, value)]
    mistyped = {defect.path for defect in found if defect.rule in {"wrong-type", "null-not-allowed"}}
    errors = [defect for defect in found if not _follows(body, defect, mistyped)]
    wrong = {defect.path for defect in errors}
    return errors + [
        defect
        for defect in advice
        if not any(defect.path[:length] in wrong for length in range(1, len(defect.path) + 1))
    ]


def _follows(body: _Body, defect: Defect, mistyped: set[Path]) -> bool:
    """Whether a defect only follows from a value of the wrong type: a code, or an identity that is there but mistyped."""
    if defect.rule == "missing-identity" and body.advised:
        ways = [tuple(way.split(".")) for way in entities()[body.advised].identity]
        return any((*defect.path, *way[:length]) in mistyped for way in ways for length in range(1, len(way) + 1))
    return defect.rule == "not-in-enum" and defect.path in mistyped


def _of_error(error: Any, value: Any) -> Iterator[Defect]:
    path = path_of(error, value)
    name = error.kind.name
    if name == "anyOf":
        yield from _of_choice(error, value)
    elif name == "additionalProperties":
        entity = _entity(error)
        for key in error.kind.unexpected:
            message = f"not a field of {entity}"
            yield Defect("unknown-key", (*path, key), message, is_key=True, suggestion=suggest(entity, key))
    elif name == "required":
        yield Defect("missing-key", path, f"{error.kind.property} is missing")
    elif name == "type" and at(value, path) is None:
        yield Defect("null-not-allowed", path, f"must be {_expected(error)}, not null")
    else:
        rule, say = _RULES[name]
        yield Defect(rule, path, say(error, at(value, path)))


def _of_choice(error: Any, value: Any) -> Iterator[Defect]:
    """Of a nullable object only the object's own defects count; of an identity only that it is missing."""
    branches = error.kind.context
    if any(branch[0].kind.name == "type" and branch[0].kind.types == ["null"] for branch in branches if branch):
        for inner in branches[0]:
            yield from _of_error(inner, value)
        return
    ways = " or ".join(entities()[_entity(error)].identity)
    yield Defect("missing-identity", path_of(error, value), f"needs {ways}, as a text that is not empty")


_Say = Callable[[Any, Any], str]
_RULES: dict[str, tuple[str, _Say]] = {
    "type": ("wrong-type", lambda error, value: f"must be {_expected(error)}, not {_KINDS[type(value)]}"),
    "enum": ("not-in-enum", lambda error, _: f"must be one of {', '.join(map(str, error.kind.options))}"),
    "maxLength": (
        "too-long",
        lambda error, value: f"has {len(value)} characters; at most {error.kind.limit} are allowed",
    ),
    "minimum": ("out-of-range", lambda error, _: f"must be at least {error.kind.limit}"),
    "maximum": ("out-of-range", lambda error, _: f"must be at most {error.kind.limit}"),
    "pattern": ("bad-format", lambda error, _: f"must be {_SAID[error.kind.pattern]}"),
    "falseSchema": ("unknown-shape", lambda _, __: "is none of the documented bodies"),
}
"""The rule for each keyword of JSON Schema, and how to say it."""


def _expected(error: Any) -> str:
    return " or ".join(_TYPES[kind] for kind in error.kind.types)


def _entity(error: Any) -> str:
    """The component whose schema was broken: the last one on the way to it."""
    path = list(error.schema_path)
    return str(path[len(path) - path[::-1].index("$defs")]) if "$defs" in path else "this body"
