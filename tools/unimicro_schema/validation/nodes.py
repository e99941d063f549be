"""Schemas as the walk reads them: references resolved, each node made when a payload first leads to it, and then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from unimicro_schema.validation.keywords import KEYS, KINDS, PLAIN, UNIONS, allowed, schema_of_key

_NULL = {"type": "null"}
Test = tuple[str, Callable[[Any, Any], bool], Any]
"""A keyword, whether a value keeps to its argument, and the argument."""

_NO: Test = ("", lambda _, __: False, None)
_EMPTY: Test = ("", lambda _, value: not value, None)


class Node:
    """A schema, and the entity that it is or is in; "" if none.

    `schema` is None where no value is right. `tests` are, by each type that a value may have, the keywords that look at
    nothing but the value: each with how it does and its argument. `nested` are the keywords that hold other schemas, those for
    keys as one; these skip a null that `nullable` allows. `trivial` are the types of Python whose every value is right.
    """

    def __init__(self, nodes: Nodes, schema: Mapping[str, Any] | None, entity: str, *, nullable: bool) -> None:
        known = schema or {}
        self.schema = schema
        self.entity = entity
        self.nested = [name for name in ("not", "items", "anyOf", "if") if name in known]
        if not KEYS.isdisjoint(known):
            self.nested.append("properties")
        self.tests = _tests(known) | ({"null": ()} if nullable else {})
        self.nullable = nullable
        self._glances = {} if schema is None else _glances(self.tests, self.nested)
        self.trivial = frozenset(kind for kind, tests in self._glances.items() if not tests)
        self._nodes = nodes
        self._properties: dict[str, Node] = {}

    def passes(self, value: Any) -> bool:
        """Whether a glance is enough to see that a value is right: not so for objects, for lists with items, and for floats."""
        for _, holds, argument in self._glances.get(type(value), (_NO,)):  # noqa: SIM110  # a generator is slower
            if not holds(argument, value):
                return False
        return True

    def is_right(self, value: Any) -> bool:
        """Whether an item of a body that is a list is right; for sure, and quicker than a walk."""
        return self._nodes.is_right(value)

    def inside(self, schema: Any) -> Node:
        """The node of a schema that is a part of this one."""
        return self._nodes.of(schema, self.entity)

    def of_key(self, key: str) -> Node:
        """The node for the value that a key of an object has."""
        found = self._properties.get(key)
        if found is None:
            found = self.inside(schema_of_key(self.schema or {}, key))
            if key in (self.schema or {}).get("properties", {}):
                self._properties[key] = found
        return found


def _tests(schema: Mapping[str, Any]) -> dict[str, tuple[Test, ...]]:
    plain = [(keyword, *PLAIN[keyword], argument) for keyword, argument in schema.items() if keyword in PLAIN]
    return {
        kind: tuple((keyword, holds, argument) for keyword, kinds, holds, argument in plain if kind in kinds)
        for kind in allowed(schema.get("type"))
    }


def _glances(tests: Mapping[str, tuple[Test, ...]], nested: list[str]) -> dict[type, tuple[Test, ...]]:
    found = {kind: tests[name] for kind, name in KINDS.items() if name in tests}
    if nested:
        found = {kind: found[kind] for kind in (type(None), list) if kind in found}
    if nested == ["items"] and list in found:
        found[list] = (*found[list], _EMPTY)
    elif nested:
        found.pop(list, None)
    return found


class Nodes:
    """The nodes of a schema that has its definitions with it.

    `is_right` decides, faster than a walk, whether an item is right in a body that is a list.
    """

    def __init__(self, schema: Mapping[str, Any], is_right: Callable[[Any], bool] = lambda _: False) -> None:
        self.definitions: Mapping[str, Any] = schema.get("$defs", {})
        self.is_right = is_right
        self._made: dict[tuple[str, bool], Node] = {}
        self.root = self.of(schema, "")

    def of(self, schema: Any, entity: str, *, nullable: bool = False) -> Node:
        """The node of a schema that is a part of that of an entity."""
        if isinstance(schema, bool):
            return Node(self, {} if schema else None, entity, nullable=nullable)
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if (name, nullable) not in self._made:
                self._made[name, nullable] = self.of(self.definitions[name], name, nullable=nullable)
            return self._made[name, nullable]
        for union in UNIONS & schema.keys():
            if _NULL in schema[union]:
                return self.of(next(way for way in schema[union] if way != _NULL), entity, nullable=True)
        return Node(self, schema, entity, nullable=nullable)
