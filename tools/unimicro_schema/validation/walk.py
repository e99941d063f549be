"""Names the defects of a payload: a walk over the keywords that the schemas of the contract are written in.

A value of the wrong type is one defect; consequences of its type are not reported. Nothing recurses, so depth has no limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from unimicro_schema.entities import entities
from unimicro_schema.formats import PATTERNS, anchored
from unimicro_schema.rules import FORMAT_NAMES, TYPES
from unimicro_schema.suggestions import suggest
from unimicro_schema.validation.conditions import fits
from unimicro_schema.validation.defects import Defect, Place
from unimicro_schema.validation.keywords import kind_of
from unimicro_schema.validation.nodes import Node, Nodes

_MANY = 20  # items of a body, from which it pays to make ready what is quicker than a walk


class _Visit(NamedTuple):
    """A value at its path, and what it must be."""

    node: Node
    value: Any
    path: Place


_Step = Defect | _Visit
_Schema = Mapping[str, Any]
_Steps = Iterator[_Step]


def defects_of(nodes: Nodes, value: Any) -> list[Defect]:
    """Everything that is wrong with a value, in its own order. Nothing if it is valid."""
    found: list[Defect] = []
    waiting: list[_Step] = [_Visit(nodes.root, value, ())]
    while waiting:
        step = waiting.pop()
        if isinstance(step, Defect):
            found.append(step)
        else:
            waiting += reversed(_steps(step, nodes.definitions))
    mistyped = {defect.path for defect in found if defect.rule in {"wrong-type", "null-not-allowed"}}
    return [defect for defect in found if not _follows(defect, mistyped)]


def _steps(visit: _Visit, definitions: _Schema) -> list[_Step]:
    """What is wrong with a value itself, and what in it is to be visited."""
    node, value, path = visit
    if node.schema is None:
        return [Defect("unknown-shape", path, "shape")]
    kind = kind_of(value)
    tests = node.tests.get(kind)
    if tests is None:
        return [_mistyped(node.schema["type"], kind, path)]
    steps: list[_Step] = []
    for keyword, holds, argument in tests:
        if not holds(argument, value):
            steps += _NAMED[keyword](argument, value, path)
    for keyword in () if value is None and node.nullable else node.nested:
        steps += _INSIDE[keyword](visit, node.schema, definitions)
    return steps


def _mistyped(types: str | list[str], kind: str, path: Place) -> Defect:
    expected = " or ".join(TYPES[name] for name in ([types] if isinstance(types, str) else types))
    if kind == "null":
        return Defect("null-not-allowed", path, "null", {"expected": expected})
    return Defect("wrong-type", path, "type", {"expected": expected, "kind": TYPES[kind]})


def _one(rule: str, sentence: str, values: Callable[[Any, Any], dict[str, object]]) -> _Name:
    return lambda argument, value, path: [Defect(rule, path, sentence, values(argument, value))]


_FORMATS = {anchored(pattern): FORMAT_NAMES[name] for name, pattern in PATTERNS.items()}
"""What a text must be, by the pattern that the build gives for its format."""

_Name = Callable[[Any, Any, Place], list[Defect]]
_NAMED: Mapping[str, _Name] = MappingProxyType({
    "enum": _one("not-in-enum", "code", lambda codes, _: {"codes": ", ".join(map(str, codes))}),
    "maxLength": _one("too-long", "text", lambda limit, value: {"length": len(value), "limit": limit}),
    "minimum": _one("out-of-range", "minimum", lambda limit, _: {"limit": limit}),
    "maximum": _one("out-of-range", "maximum", lambda limit, _: {"limit": limit}),
    "pattern": _one("bad-format", "format", lambda pattern, _: {"format": _FORMATS[pattern]}),
    "required": lambda keys, value, path: [
        Defect("missing-key", path, "missing", {"key": key}) for key in keys if key not in value
    ],
})  # fmt: skip
"""The defects for each keyword that looks at nothing but the value, if the value does not keep to it."""


def _of_keys(visit: _Visit, _: Any, __: Any) -> _Steps:
    node, value, path = visit
    for key, item in value.items() if isinstance(value, dict) else ():
        inner = node.of_key(key)
        if inner.schema is None:
            values, near = {"entity": node.entity}, suggest(node.entity, key)
            yield Defect("unknown-key", (*path, key), "unknown", values, is_key=True, suggestion=near)
        elif type(item) not in inner.trivial and not inner.passes(item):
            yield _Visit(inner, item, (*path, key))


def _of_items(visit: _Visit, schema: _Schema, _: Any) -> _Steps:
    node, value, path = visit
    if not value or not isinstance(value, list):
        return
    inner = node.inside(schema["items"])
    is_right = node.is_right if not path and len(value) > _MANY else inner.passes
    for index, item in enumerate(value):
        if not is_right(item):
            yield _Visit(inner, item, (*path, index))


def _of_identity(visit: _Visit, schema: _Schema, definitions: _Schema) -> _Steps:
    if not any(fits(way, visit.value, definitions) for way in schema["anyOf"]):
        entity = visit.node.entity
        named = " or ".join(entities()[entity].identity)
        yield Defect("missing-identity", visit.path, "missing", {"ways": named, "entity": entity})


def _of_quoted(visit: _Visit, schema: _Schema, definitions: _Schema) -> _Steps:
    """Of a code that may come in quotes, that a text is not one."""
    if fits(schema["not"], visit.value, definitions):
        yield Defect("wrong-type", visit.path, "quoted")


def _of_shape(visit: _Visit, schema: _Schema, definitions: _Schema) -> _Steps:
    branch = "then" if fits(schema["if"], visit.value, definitions) else "else"
    yield visit._replace(node=visit.node.inside(schema.get(branch, True)))


_INSIDE: Mapping[str, Callable[[_Visit, _Schema, _Schema], _Steps]] = MappingProxyType(
    {"not": _of_quoted, "items": _of_items, "anyOf": _of_identity, "if": _of_shape, "properties": _of_keys}
)
"""What is found inside a value by each keyword that holds other schemas."""


def _follows(defect: Defect, mistyped: set[Place]) -> bool:
    """Whether a defect only follows from a value of the wrong type: an identity that is there but mistyped."""
    if defect.rule != "missing-identity":
        return False
    ways = [(*defect.path, *way.split(".")) for way in entities()[str(defect.values["entity"])].identity]
    return any(way[:length] in mistyped for way in ways for length in range(len(way) + 1))
