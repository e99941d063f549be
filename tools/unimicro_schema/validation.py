"""The verdict on a payload: what the JSON Schema of its operation says, as one finding for each defect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs
import orjson

from unimicro_schema.findings import Finding, Report, escape
from unimicro_schema.formats import FORMATS
from unimicro_schema.locate import Path, locate
from unimicro_schema.registry import schema
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


@dataclass(frozen=True, slots=True)
class _Defect:
    """A broken rule at a path; `is_key` where the key there is meant rather than the value."""

    rule: str
    path: Path
    message: str
    is_key: bool = False
    suggestion: str | None = None

    def finding(self, places: dict[tuple[Path, bool], tuple[int, int]]) -> Finding:
        pointer = "".join(f"/{escape(token)}" for token in self.path)
        line, column = places.get((self.path, self.is_key), (None, None))
        return Finding(self.rule, "error", pointer, self.message, self.suggestion, line, column)


def validate(data: bytes | str | Any, operation: str, status: str | int | None = None) -> Report:
    """Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.

    `data` is a JSON text (`bytes` or `str`) or parsed JSON. Raises `LookupError` for an operation or a status that the
    contract does not have.
    """
    body = _body(operation, status)
    if not isinstance(data, bytes | str):
        return Report(operation, tuple(defect.finding({}) for defect in _defects(body, data)))
    try:
        text = decoded(data)
        value = orjson.loads(text)
    except ValueError as error:
        return Report(operation, (_unreadable(error),))
    defects = _defects(body, value)
    if not defects:
        return Report(operation, ())
    wanted = [{defect.path for defect in defects if defect.is_key is is_key} for is_key in (True, False)]
    places = locate(text, *wanted)
    findings = [defect.finding(places) for defect in defects]
    return Report(operation, tuple(sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0))))


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


@dataclass(frozen=True, slots=True)
class _Body:
    """The schema of a body, and what checks it."""

    schema: dict[str, Any]
    validator: Any


@cache
def _body(operation: str, status: str | int | None) -> _Body:
    found = schema(operation, status)
    return _Body(found, jsonschema_rs.Draft202012Validator(found, formats=dict(FORMATS), validate_formats=True))


def _defects(body: _Body, value: Any) -> list[_Defect]:
    """What is wrong, once each: never a parent beside its child, nor a wrong type and what follows from it."""
    found = [defect for error in body.validator.iter_errors(value) for defect in _of_error(body, error, value)]
    mistyped = {defect.path for defect in found if defect.rule in {"wrong-type", "null-not-allowed"}}
    return [defect for defect in found if defect.rule != "not-in-enum" or defect.path not in mistyped]


def _of_error(body: _Body, error: Any, value: Any) -> Iterator[_Defect]:
    path = tuple(error.instance_path)
    name = error.kind.name
    if name == "anyOf":
        yield from _of_choice(body, error, value)
    elif name == "additionalProperties":
        entity = _entity(error)
        for key in error.kind.unexpected:
            meant = suggest(body.schema["$defs"], entity, key)
            yield _Defect("unknown-key", (*path, key), f"not a field of {entity}", is_key=True, suggestion=meant)
    elif name == "required":
        yield _Defect("missing-key", path, f"{error.kind.property} is missing")
    elif name == "type" and _at(value, path) is None:
        yield _Defect("null-not-allowed", path, f"must be {_expected(error)}, not null")
    else:
        rule, say = _RULES[name]
        yield _Defect(rule, path, say(error, _at(value, path)))


def _of_choice(body: _Body, error: Any, value: Any) -> Iterator[_Defect]:
    """Of a nullable object only the object's own defects count; of an identity only that it is missing."""
    branches = error.kind.context
    if any(branch[0].kind.name == "type" and branch[0].kind.types == ["null"] for branch in branches if branch):
        for inner in branches[0]:
            yield from _of_error(body, inner, value)
        return
    if not any(inner.kind.name == "type" for branch in branches for inner in branch):
        ways = " or ".join(_required_path(way) for way in body.schema["$defs"][_entity(error)]["anyOf"])
        yield _Defect("missing-identity", tuple(error.instance_path), f"needs {ways}, as a text that is not empty")


def _required_path(way: dict[str, Any]) -> str:
    name: str = way["required"][0]
    inner = way["properties"][name]
    return f"{name}.{_required_path(inner)}" if "required" in inner else name


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
    "format": ("bad-format", lambda error, _: f"must be {_FORMATS[error.kind.format]}"),
    "falseSchema": ("unknown-shape", lambda _, __: "is none of the documented bodies"),
}
"""The rule for each keyword of JSON Schema, and how to say it."""


def _at(value: Any, path: Path) -> Any:
    for token in path:
        value = value[token]
    return value


def _expected(error: Any) -> str:
    return " or ".join(_TYPES[kind] for kind in error.kind.types)


def _entity(error: Any) -> str:
    """The component whose schema was broken: the last one on the way to it."""
    path = list(error.schema_path)
    return str(path[len(path) - path[::-1].index("$defs")]) if "$defs" in path else "this body"
