"""The verdict on a payload: what the JSON Schema of its operation says, as one finding for each defect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import jsonschema_rs
import orjson

from unimicro_schema.findings import Finding, Report, escape
from unimicro_schema.formats import FORMATS
from unimicro_schema.locate import Path, locate
from unimicro_schema.registry import schema

_KINDS = {
    dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a whole number", float: "a number",
    type(None): "null",
}  # fmt: skip
_TYPES = {
    "object": "an object", "array": "a list", "string": "text", "boolean": "true or false", "integer": "a whole number",
    "number": "a number", "null": "null",
}  # fmt: skip
_FORMATS = {"uuid": "a GUID (8-4-4-4-12 hexadecimal digits)", "date-time": "a date and time with an offset (RFC 3339)"}


def validate(data: bytes | str | Any, operation: str, status: str | int | None = None) -> Report:
    """Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.

    `data` is a JSON text (`bytes` or `str`) or parsed JSON. Raises `LookupError` for an operation or a status that the
    contract does not have.
    """
    validator = _validator(operation, status)
    if not isinstance(data, bytes | str):
        return Report(operation, tuple(finding for finding, _, _ in _findings(validator, data)))
    try:
        text = decoded(data)
        value = orjson.loads(text)
    except ValueError as error:
        return Report(operation, (_unreadable(error),))
    found = list(_findings(validator, value))
    places = locate(text, {path for _, path, key in found if key}, {path for _, path, key in found if not key}) if found else {}
    return Report(operation, tuple(finding.at(*places[path, key]) for finding, path, key in found))


def decoded(data: bytes | str) -> str:
    """A payload as text; a byte order mark of UTF-8 is left out. Raises `ValueError` for what is not UTF-8."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("is UTF-16, not UTF-8; save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from None


def _unreadable(error: ValueError) -> Finding:
    if isinstance(error, orjson.JSONDecodeError):
        reason = str(error.msg).split(": line ")[0]
        message = f"is not JSON: {reason}"
        return Finding("unreadable", "error", "", message, line=error.lineno, column=error.colno)
    return Finding("unreadable", "error", "", str(error))


@cache
def _validator(operation: str, status: str | int | None) -> Any:
    return jsonschema_rs.Draft202012Validator(schema(operation, status), formats=dict(FORMATS), validate_formats=True)


Place = tuple[Finding, Path, bool]
"""A finding, the path to it, and whether it is about the key there rather than the value."""


def _findings(validator: Any, value: Any) -> Iterator[Place]:
    """One finding for each defect: never a parent beside its child, nor a wrong type and what follows from it."""
    found = [place for error in validator.iter_errors(value) for place in _of_error(error, value)]
    mistyped = {path for finding, path, _ in found if finding.rule in {"wrong-type", "null-not-allowed"}}
    return (place for place in found if place[0].rule != "not-in-enum" or place[1] not in mistyped)


def _of_error(error: Any, value: Any) -> Iterator[Place]:
    path = tuple(error.instance_path)
    name = error.kind.name
    if name == "anyOf":
        yield from _of_choice(error, value)
    elif name == "additionalProperties":
        for key in error.kind.unexpected:
            message = f"not a field of {_entity(error)}"
            yield _place("unknown-key", (*path, key), message, is_key=True)
    elif name == "required":
        yield _place("missing-key", path, f"{error.kind.property} is missing")
    elif name == "type" and _at(value, path) is None:
        yield _place("null-not-allowed", path, f"must be {_expected(error)}, not null")
    else:
        rule, say = _RULES[name]
        yield _place(rule, path, say(error, _at(value, path)))


def _of_choice(error: Any, value: Any) -> Iterator[Place]:
    """Of a nullable object only the object's own defects count; of an identity only that it is missing."""
    branches = error.kind.context
    if any(branch[0].kind.name == "type" and branch[0].kind.types == ["null"] for branch in branches if branch):
        for inner in branches[0]:
            yield from _of_error(inner, value)
        return
    if not any(inner.kind.name == "type" for branch in branches for inner in branch):
        message = f"{_entity(error)} needs at least one of its identities, as a text that is not empty"
        yield _place("missing-identity", tuple(error.instance_path), message)


_Say = Callable[[Any, Any], str]
_RULES: dict[str, tuple[str, _Say]] = {
    "type": ("wrong-type", lambda error, value: f"must be {_expected(error)}, not {_KINDS[type(value)]}"),
    "enum": ("not-in-enum", lambda error, _: f"must be one of {', '.join(map(str, error.kind.options))}"),
    "maxLength": ("too-long", lambda error, value: f"has {len(value)} characters; at most {error.kind.limit} are allowed"),
    "minimum": ("out-of-range", lambda error, _: f"must be at least {error.kind.limit}"),
    "maximum": ("out-of-range", lambda error, _: f"must be at most {error.kind.limit}"),
    "format": ("bad-format", lambda error, _: f"must be {_FORMATS[error.kind.format]}"),
    "falseSchema": ("unknown-shape", lambda _, __: "is none of the documented bodies"),
}
"""The rule for each keyword of JSON Schema, and how to say it."""


def _place(rule: str, path: Path, message: str, *, is_key: bool = False) -> Place:
    return Finding(rule, "error", "".join(f"/{escape(token)}" for token in path), message), path, is_key


def _at(value: Any, path: Path) -> Any:
    for token in path:
        value = value[token]
    return value


def _expected(error: Any) -> str:
    return " or ".join(_TYPES[kind] for kind in error.kind.types)


def _entity(error: Any) -> str:
    """The component whose schema was broken: the last one on the way to it."""
    path = list(error.schema_path)
    return str(path[len(path) - 1 - path[::-1].index("$defs") + 1]) if "$defs" in path else "this body"
