"""The closed set of keywords that the schemas of the contract are written in, and what those mean that only look at a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from operator import ge, le
from types import MappingProxyType
from typing import Any, NamedTuple

KINDS = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}


def kind_of(value: Any) -> str:
    """The type that JSON Schema has for a value. A number without a fraction is an integer, however it is written."""
    kind = KINDS[type(value)]
    return "integer" if kind == "number" and value.is_integer() else kind


def allowed(types: str | list[str] | None) -> frozenset[str]:
    """The types that a value may have by `type`, which may be absent."""
    if types is None:
        return ANY
    named = {types} if isinstance(types, str) else set(types)
    return frozenset(named | {"integer"} if "number" in named else named)


@cache
def _search(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Finds a pattern as JSON Schema means it. In Python a dollar sign would allow a line break at the end."""
    return re.compile(pattern.replace("$", r"\Z")).search


class Plain(NamedTuple):
    """A keyword that looks at nothing but a value: the types it is about, and whether a value of them keeps to its argument.

    `holds` takes the argument, then the value.
    """

    kinds: frozenset[str]
    holds: Callable[[Any, Any], bool]


ANY = frozenset(KINDS.values())
_TEXT, _NUMBER, _OBJECT = frozenset({"string"}), frozenset({"integer", "number"}), frozenset({"object"})

PLAIN: Mapping[str, Plain] = MappingProxyType({
    "enum": Plain(ANY, lambda codes, value: value in codes),
    "minLength": Plain(_TEXT, lambda limit, value: len(value) >= limit),
    "maxLength": Plain(_TEXT, lambda limit, value: len(value) <= limit),
    "pattern": Plain(_TEXT, lambda pattern, value: _search(pattern)(value) is not None),
    "minimum": Plain(_NUMBER, le),
    "maximum": Plain(_NUMBER, ge),
    "required": Plain(_OBJECT, lambda keys, value: all(key in value for key in keys)),
})  # fmt: skip
"""The keywords that look at nothing but a value, `type` apart."""

UNIONS = frozenset({"anyOf", "oneOf"})
KEYS = frozenset({"properties", "patternProperties", "additionalProperties"})


def schema_of_key(schema: Mapping[str, Any], key: str) -> Any:
    """The schema that a schema of an object has for a key: that of the property, of its pattern, or of all others."""
    properties = schema.get("properties", {})
    if key in properties:
        return properties[key]
    for start, pattern in schema.get("patternProperties", {}).items():
        if key.startswith(start.removeprefix("^")):
            return pattern
    return schema.get("additionalProperties", True)
