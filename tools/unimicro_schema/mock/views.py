"""What of an object an answer holds: its own properties, those that `select` names, and the related objects of `expand`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from unimicro_schema.entities import Property, entities
from unimicro_schema.mock.conditions import at
from unimicro_schema.query.flaws import Flaw
from unimicro_schema.query.lookup import follow
from unimicro_schema.query.paths import RELATED, Found
from unimicro_schema.query.syntax import nodes, parse, words
from unimicro_schema.updates.rows import Object, Row, is_private, kind_in, kind_of

Wanted = dict[str, "Wanted"]
"""Names, each with those below it; a name with none below it means all that is there."""


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at the objects of an entity.

    `expands` are the related objects to show, `selects` the properties, None for all; `notes` tells whether what only travels
    with a payload is shown. `known` finds an object that is not inside the one that is shown.
    """

    entity: str
    known: Callable[[Row], Object | None]
    expands: Wanted = field(default_factory=dict)
    selects: Wanted | None = None
    notes: bool = False

    def of(self, row: Object) -> Object:
        """An object as it is shown."""
        return self._shown(self.entity, row, self.expands, self.selects, is_root=True)

    def _shown(
        self, entity: str, row: Object, expands: Wanted, selects: Wanted | None, *, is_root: bool = False
    ) -> Object:
        properties, kind = entities()[entity].properties, kind_of(entity)
        keys = {properties[name].foreign_key for name in expands if name in properties}
        always = {kind.id, *keys, *({kind.deleted} if is_root else ())}
        shown: Object = {}
        for name in dict.fromkeys([*row, *expands]):
            prop = properties.get(name)
            if is_private(name):
                shown |= {name: row[name]} if self.notes and is_root else {}
            elif prop and prop.kind in RELATED:
                if name in expands:
                    inner = None if selects is None else selects.get(name, {"": {}})
                    shown[name] = self._related(prop, row, expands[name], inner or None)
            elif name in row and (selects is None or name in selects or name in always or _is_open(prop)):
                shown[name] = row[name]
        return shown

    def _related(self, prop: Property, row: Object, expands: Wanted, selects: Wanted | None) -> Any:
        """The related object or objects of a property. One that leads nowhere is null, and a list of none is empty."""
        entity = prop.entity or ""
        value = row.get(prop.name)
        if prop.kind == "list":
            return [self._shown(entity, item, expands, selects) for item in value or []]
        kind = kind_in(prop)
        named = kind.named(row.get(prop.foreign_key or ""))
        if value is None and named:
            value = self.known(named) or {kind.id: named.id}
        return None if value is None else self._shown(entity, value, expands, selects)


def expanded(entity: str, text: str) -> Wanted:
    """The related objects that the value of `expand` names, with those on the way."""
    return _tree(found.through for found in _found(entity, text, "related"))


def selected(entity: str, text: str) -> Wanted:
    """The properties that the value of `select` names."""
    return _tree(found.names for found in _found(entity, text, "any"))


def ordered(entity: str, text: str, rows: list[Object]) -> list[Object]:
    """Objects in the order that the value of `orderby` asks for. What is missing comes first, as in a database."""
    tree = parse("orders", text) if text else None
    orders = [] if tree is None or isinstance(tree, Flaw) else [words(node) for node in nodes(tree, "order")]
    for name, *direction in reversed(orders):
        found = follow(entity, name.text, wanted="plain")
        if isinstance(found, Found):
            down = any(word.text.casefold() == "desc" for word in direction)
            rows = sorted(rows, key=_key(found.names), reverse=down)
    return rows


def _key(names: tuple[str, ...]) -> Callable[[Object], tuple[bool, Any]]:
    def key(row: Object) -> tuple[bool, Any]:
        value = next(at(row, names), None)
        return (value is not None, value.casefold() if isinstance(value, str) else value or 0)

    return key


def _found(entity: str, text: str, wanted: str) -> list[Found]:
    """What a list of names leads to; those that lead nowhere are left out."""
    tree = parse("paths", text) if text else None
    if tree is None or isinstance(tree, Flaw):
        return []
    found = [follow(entity, name.text, wanted=wanted) for name in words(tree)]
    return [item for item in found if isinstance(item, Found)]


def _tree(paths: Iterable[tuple[str, ...]]) -> Wanted:
    tree: Wanted = {}
    for path in paths:
        node = tree
        for name in path:
            node = node.setdefault(name, {})
    return tree


def _is_open(prop: Property | None) -> bool:
    """Whether a property holds the values of others, whatever they are: it is shown whatever is selected."""
    return prop is not None and prop.kind == "object"
