"""Compares two schemas, fact by fact, as requests or as responses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from unimicro_schema.changes.change import Direction
from unimicro_schema.changes.document import Node, fields
from unimicro_schema.pointers import COMPONENTS

Hit = tuple[str, str, str | None, str | None]
"""The id of a rule, a place, the old value and the new one."""

_UPPER = ("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties")
_LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties")
_OTHER = ("pattern", "multipleOf", "uniqueItems", "not", "contains", "prefixItems", "propertyNames")
_WORDS = {
    "description": "docs-changed",
    "title": "docs-changed",
    "summary": "docs-changed",
    "examples": "examples-changed",
    "example": "examples-changed",
    "x-provenance": "provenance-changed",
    "x-enum-provenance": "provenance-changed",
    "x-enum-name-provenance": "provenance-changed",
    "x-limit-provenance": "provenance-changed",
    "x-null-provenance": "provenance-changed",
    "x-enum-descriptions": "docs-changed",
    "x-screen-label": "docs-changed",
    "x-enum-screen-labels": "docs-changed",
    "x-norwegian": "docs-changed",
    "x-english": "docs-changed",
}
_COMPARED = {
    *("$ref", "type", "nullable", "anyOf", "oneOf", "allOf", "properties", "required", "items", "additionalProperties"),
    *("format", "enum", "const", "x-enum-varnames", "x-identity", "x-open", "x-recognised-by", "default", "deprecated"),
    "x-digits-in",
    *("readOnly", "writeOnly", *_UPPER, *_LOWER, *_OTHER, *_WORDS),
}


@dataclass(frozen=True, slots=True)
class SchemaComparison:
    """How to compare: in which direction, and which names of schemas are new names for old ones."""

    direction: Direction
    renamed: dict[str, str]

    def schemas(self, place: str, old: Node, new: Node) -> Iterator[Hit]:
        """Every difference between two schemas; the target of a `$ref` is compared in place of the reference."""
        before, after = self._kinds(old, self.renamed), self._kinds(new, {})
        if _widened(before) != _widened(after):
            rule = _rule_of_kinds(before, after)
            yield rule, place, _listed(before), _listed(after)
            if rule == "type-changed":
                return
        elif _order(old, self.renamed) != _order(new, {}):
            yield "recognition-changed", place, None, None
        if self._nullable(old) != self._nullable(new):
            yield "null-allowed" if self._nullable(new) else "null-refused", place, None, None
        for facts in _FACTS:
            yield from ((rule, place, was, now) for rule, was, now in facts(old, new))
        yield from ((rule, place, was, now) for rule, was, now in notes(old, new, _COMPARED))
        if self.direction == "request" and _open(old) != _open(new):
            yield "keys-opened" if _open(new) else "keys-closed", place, None, None
        yield from self._properties(place, old, new)
        for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
            left, right = old.get(key), new.get(key)
            if isinstance(left, dict) and isinstance(right, dict):
                yield from self.schemas(place + mark, left, right)
            elif isinstance(left, dict) or isinstance(right, dict):
                was, now = (None if item is None else json.dumps(item, sort_keys=True) for item in (left, right))
                yield "type-changed", place + mark, was, now

    def _properties(self, place: str, old: Node, new: Node) -> Iterator[Hit]:
        before, after = fields(old, self.direction), fields(new, self.direction)
        for name in sorted(before.keys() | after.keys()):
            at = f"{place}.{name}"
            was, now = (name in node.get("required", []) for node in (old, new))
            if name not in after:
                yield "property-removed", at, None, None
            elif name not in before:
                yield "required-property-added" if now else "property-added", at, None, None
            else:
                if was != now:
                    yield "property-required" if now else "property-optional", at, None, None
                yield from self.schemas(at, before[name], after[name])

    def _kinds(self, node: Node, renamed: dict[str, str]) -> frozenset[str]:
        found = kinds(node, renamed)
        return found | {"its digits in quotes"} if node.get("x-digits-in") == self.direction else found

    def _nullable(self, node: Node) -> bool:
        if self.direction == "request" and node.get("x-not-null-in") == "request":
            return False
        return node.get("nullable") is True or "null" in _types(node) or {"type": "null"} in _alternatives(node)


def kinds(node: Node, renamed: dict[str, str]) -> frozenset[str]:
    """The types that a value can have, null left out: JSON types, names of schemas, and schemas that have no name."""
    return frozenset(_order(node, renamed))


def _order(node: Node, renamed: dict[str, str]) -> tuple[str, ...]:
    if "$ref" in node:
        name = node["$ref"].removeprefix(COMPONENTS)
        return (renamed.get(name, name),)
    types = tuple(kind for kind in _types(node) if kind != "null")
    if "x-identity" in node:  # the build derives `anyOf` from it
        return types
    inner = [kind for item in _alternatives(node) for kind in _order(item, renamed)]
    inner += [kind for item in node.get("allOf", []) for kind in _order(item, renamed)]
    if types and inner:
        return (*types, json.dumps(_alternatives(node) or node["allOf"], sort_keys=True))
    return types or tuple(inner) or (() if node.get("type") == "null" else ("anything",))


def _types(node: Node) -> list[str]:
    kind = node.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def _alternatives(node: Node) -> list[Node]:
    return [*node.get("anyOf", []), *node.get("oneOf", [])]


def _widened(found: frozenset[str]) -> frozenset[str]:
    return found | {"integer"} if "number" in found else found


def _rule_of_kinds(before: frozenset[str], after: frozenset[str]) -> str:
    if "anything" in after or _widened(before) < _widened(after):
        return "type-widened"
    return "type-narrowed" if "anything" in before or _widened(after) < _widened(before) else "type-changed"


def _listed(found: frozenset[str]) -> str:
    return " or ".join(sorted(found)) or "null"


def _open(node: Node) -> bool:
    return bool(node["x-open"]) if "x-open" in node else node.get("additionalProperties") is True


Fact = tuple[str, str | None, str | None]


def _format(old: Node, new: Node) -> Iterator[Fact]:
    was, now = old.get("format"), new.get("format")
    if was != now:
        yield "format-added" if was is None else "format-removed" if now is None else "format-changed", was, now


def _limits(old: Node, new: Node) -> Iterator[Fact]:
    for key in (*_UPPER, *_LOWER, *_OTHER):
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        if was is None or now is None:
            rule = "limit-tightened" if was is None else "limit-loosened"
        elif key in _OTHER:
            rule = "limit-changed"
        else:
            rule = "limit-tightened" if (now < was) == (key in _UPPER) else "limit-loosened"
        yield rule, _limit(key, was), _limit(key, now)


def _limit(key: str, value: Any) -> str:
    return f"no {key}" if value is None else f"{key} {json.dumps(value, sort_keys=True)}"


def _codes(node: Node) -> dict[Any, str] | None:
    values = [node["const"]] if "const" in node else node.get("enum")
    if values is None:
        return None
    names = node.get("x-enum-varnames", [])
    named = dict(zip(map(json.dumps, values), names, strict=False))
    return {text: f"{text} ({named[text]})" if text in named else text for text in map(json.dumps, values)}


def _enum(old: Node, new: Node) -> Iterator[Fact]:
    before, after = _codes(old), _codes(new)
    if before is None or after is None:
        if before != after:
            rule = "enum-introduced" if before is None else "enum-dropped"
            yield rule, ", ".join((before or {}).values()), ", ".join((after or {}).values())
        return
    word = "code" if "integer" in _types(new) else "value"
    yield from ((f"{word}-removed", before[code], None) for code in before if code not in after)
    yield from ((f"{word}-added", None, after[code]) for code in after if code not in before)
    both = [code for code in before if code in after]
    yield from (("code-renamed", before[code], after[code]) for code in both if before[code] != after[code])
    if list(before) != list(after) and set(before) == set(after):
        yield "note-changed", None, "order of the codes"


def _identity(old: Node, new: Node) -> Iterator[Fact]:
    was, now = old.get("x-identity"), new.get("x-identity")
    if was != now:
        loosened = now is None or (was is not None and set(was) < set(now))
        before, after = (None if item is None else " or ".join(item) for item in (was, now))
        yield "identity-loosened" if loosened else "identity-tightened", before, after


def _recognition(old: Node, new: Node) -> Iterator[Fact]:
    if old.get("x-recognised-by") != new.get("x-recognised-by"):
        yield "recognition-changed", None, None


def _default(old: Node, new: Node) -> Iterator[Fact]:
    was, now = (json.dumps(node["default"], sort_keys=True) if "default" in node else None for node in (old, new))
    if was != now:
        yield "default-changed", was, now


def _access(old: Node, new: Node) -> Iterator[Fact]:
    was, now = ({key for key in ("readOnly", "writeOnly") if node.get(key)} for node in (old, new))
    yield from (("became-read-only" if key == "readOnly" else "became-write-only", None, None) for key in now - was)
    if was > now:
        yield "access-opened", " and ".join(sorted(was)), " and ".join(sorted(now)) or "for both"


_FACTS: tuple[Callable[[Node, Node], Iterator[Fact]], ...] = (
    _format,
    _limits,
    _enum,
    _identity,
    _recognition,
    _default,
    _access,
)


def notes(old: Node, new: Node, compared: set[str]) -> Iterator[Fact]:
    """What is said around a schema, an operation or a parameter, and whatever else is not among `compared`."""
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        yield "deprecated" if new.get("deprecated") else "undeprecated", None, None
    found: dict[Fact, None] = {}
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) == new.get(key):
            continue
        rule = _WORDS.get(key)
        if rule == "provenance-changed" and all(isinstance(node.get(key, ""), str) for node in (old, new)):
            found[rule, old.get(key), new.get(key)] = None
        elif rule:
            found[rule, None, None] = None
        elif key not in compared:
            found["note-changed", None, key] = None
    yield from found
