"""Whether a value fits a schema that only asks: `if`, `not`, `contains` and the ways of an identity.

Only the answer matters, so no defect is named. A condition may look for a key at any depth, so nothing recurses.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from types import MappingProxyType
from typing import Any

from unimicro_schema.validation.keywords import KEYS, PLAIN, allowed, kind_of, schema_of_key

_Asking = Generator[tuple[Any, Any], bool, bool]
"""Asks whether other values fit other schemas, and then answers whether its own value fits."""


def fits(schema: Any, value: Any, definitions: Mapping[str, Any]) -> bool:
    """Whether a value fits a schema, whose references lead into `definitions`."""
    asking = [_judge(schema, value, definitions)]
    answer: Any = None  # a generator starts with None
    while asking:
        try:
            question = asking[-1].send(answer)
        except StopIteration as done:
            asking.pop()
            answer = done.value
        else:
            asking.append(_judge(*question, definitions))
            answer = None
    return bool(answer)


def _judge(schema: Any, value: Any, definitions: Mapping[str, Any]) -> _Asking:
    if isinstance(schema, bool):
        return schema
    kind = kind_of(value)
    if kind not in allowed(schema.get("type")):
        return False
    for keyword, argument in schema.items():
        if keyword in PLAIN:
            if kind in PLAIN[keyword].kinds and not PLAIN[keyword].holds(argument, value):
                return False
        elif keyword == "$ref":
            if not (yield definitions[argument.rpartition("/")[2]], value):
                return False
        elif keyword in _ASKING and not (yield from _ASKING[keyword](argument, value)):
            return False
    return kind != "object" or KEYS.isdisjoint(schema) or (yield from _object(schema, value))


def _object(schema: Mapping[str, Any], value: Mapping[str, Any]) -> _Asking:
    only_properties = schema.get("additionalProperties", True) is True and "patternProperties" not in schema
    for key in schema.get("properties", {}) if only_properties else value:
        if key in value and not (yield schema_of_key(schema, key), value[key]):
            return False
    return True


def _contains(schema: Any, value: Any) -> _Asking:
    if not isinstance(value, list):
        return True
    for item in value:
        if (yield schema, item):
            return True
    return False


def _any_of(ways: list[Any], value: Any) -> _Asking:
    for way in ways:
        if (yield way, value):
            return True
    return False


def _not(schema: Any, value: Any) -> _Asking:
    return not (yield schema, value)


_ASKING: Mapping[str, Callable[[Any, Any], _Asking]] = MappingProxyType(
    {"contains": _contains, "anyOf": _any_of, "not": _not}
)
