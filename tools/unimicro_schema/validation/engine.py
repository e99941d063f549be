"""What the errors of the engine mean: the defects of a payload, each with its rule and a sentence."""

from collections.abc import Callable, Iterator
from typing import Any

from unimicro_schema.entities import entities
from unimicro_schema.formats import PATTERNS, anchored
from unimicro_schema.suggestions import suggest
from unimicro_schema.validation.defects import Defect
from unimicro_schema.validation.places import at, place_of

_KINDS = {
    dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a whole number", float: "a number",
    type(None): "null",
}  # fmt: skip
_TYPES = {
    "object": "an object", "array": "a list", "string": "text", "boolean": "true or false", "integer": "a whole number",
    "number": "a number", "null": "null",
}  # fmt: skip
_PATTERNS = {
    anchored(PATTERNS["uuid"]): "a GUID (8-4-4-4-12 hexadecimal digits)",
    anchored(PATTERNS["date-time"]): "a date and time with an offset (RFC 3339)",
}
"""What a text must be, by the pattern that the build gives the engine for its format."""


def defects_of(error: Any, value: Any) -> Iterator[Defect]:
    """The defects that an error of the engine stands for, in a value that it judged."""
    path = place_of(error, value)
    name = error.kind.name
    if name == "oneOf":  # a nullable object: only the object's own defects count
        for inner in error.kind.context[0]:
            yield from defects_of(inner, value)
    elif name == "anyOf":
        ways = " or ".join(entities()[_entity(error)].identity)
        yield Defect("missing-identity", path, f"needs {ways}, as a text that is not empty")
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
    "pattern": ("bad-format", lambda error, _: f"must be {_PATTERNS[error.kind.pattern]}"),
    "not": ("wrong-type", lambda _, __: "must be a whole number, or its digits in quotes"),
    "falseSchema": ("unknown-shape", lambda _, __: "is none of the documented bodies"),
}
"""The rule for each keyword of JSON Schema, and how to say it."""


def _expected(error: Any) -> str:
    return " or ".join(_TYPES[kind] for kind in error.kind.types)


def _entity(error: Any) -> str:
    """The component whose schema was broken: the last one on the way to it."""
    path = list(error.schema_path)
    return str(path[len(path) - path[::-1].index("$defs")]) if "$defs" in path else "this body"
