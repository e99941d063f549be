"""Rows: the stored objects inside a reading, identified by their entity and their id.

The same row can be in several places of a reading, as an address is in its slot and in the list of all addresses. What
identifies an object, marks it as new or as deleted, and which key names it, are marks of the contract.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import orjson

from unimicro_schema.derived import beside
from unimicro_schema.entities import Property, entities
from unimicro_schema.pointers import encode

Object = dict[str, Any]
Place = tuple[str | int, ...]


class UpdateError(ValueError):
    """An update that cannot be made or is not taken. `pointer` is the place (RFC 6901) in what was given."""

    def __init__(self, place: Place, message: str) -> None:
        self.pointer = encode(place)
        super().__init__(f"{self.pointer}: {message}" if self.pointer else message)


_SENTENCES: dict[str, str] = orjson.loads(beside(__file__, "sentences.json"))


def said(sentence: str, /, **values: object) -> str:
    """A sentence of the table that Python and the JavaScript modules share, its placeholders filled."""
    return _SENTENCES[sentence].format_map(values)


def refused(place: Place, sentence: str, /, **values: object) -> UpdateError:
    """That an update cannot be made, said with a sentence of the table."""
    return UpdateError(place, said(sentence, **values))


class Row(NamedTuple):
    """A stored object: the name of its entity, its id, and the property that holds it if the entity does not say what it is."""

    entity: str
    id: int
    holder: str = ""

    @property
    def kind(self) -> Kind:
        """What updates need to know of the row."""
        return kind_of(self.entity, self.holder)


@dataclass(frozen=True, slots=True)
class Kind:
    """What updates need to know of an entity.

    `id`, `deleted` and `create_guid` are the names of the properties with these roles; `slots` hold one object each, `lists`
    several, both by name, and only of entities whose objects have ids; `keys` are the slots by the name of their foreign key,
    and `digits` the codes that an answer may have as digits in quotes.
    An entity that the contract does not describe in full may be that of several tables, so that objects of it with one id are the
    same only in properties of one name, the `holder`.
    """

    entity: str
    holder: str
    id: str
    deleted: str
    create_guid: str
    slots: Mapping[str, Property]
    lists: Mapping[str, Property]
    keys: Mapping[str, Property]
    not_null: frozenset[str]
    digits: frozenset[str]

    def row(self, item: Any) -> Row | None:
        """The row that an object is; None for a new one, and for what is not an object."""
        number: Any = item.get(self.id) if isinstance(item, dict) else None
        return self.named(number)

    def named(self, number: Any) -> Row | None:
        """The row that a value of a foreign key names; None for a value that names none."""
        return Row(self.entity, int(number), self.holder) if is_id(number) else None

    @property
    def related(self) -> Mapping[str, Property]:
        """The slots and the lists."""
        return {**self.slots, **self.lists}


def kind_in(prop: Property) -> Kind:
    """What updates need to know of the objects in a property."""
    entity = prop.entity or ""
    return kind_of(entity, (prop.not_repeated_in or prop.name) if entities()[entity].open else "")


@cache
def kind_of(entity: str, holder: str = "") -> Kind:
    """What updates need to know of an entity, in properties of one name if it may be that of several tables."""
    properties = entities()[entity].properties
    roles = {prop.role: name for name, prop in properties.items() if prop.role}
    related = {name: prop for name, prop in properties.items() if not is_private(name) and has_rows(prop)}
    slots = {name: prop for name, prop in related.items() if prop.kind == "entity"}
    return Kind(
        entity,
        holder,
        roles.get("id", ""),
        roles.get("deleted", ""),
        roles.get("create-guid", ""),
        slots,
        {name: prop for name, prop in related.items() if prop.kind == "list"},
        {prop.foreign_key: prop for prop in slots.values() if prop.foreign_key},
        frozenset(name for name, prop in properties.items() if prop.not_null),
        frozenset(name for name, prop in properties.items() if prop.digits_in),
    )


def has_rows(prop: Property) -> bool:
    """Whether a property holds objects that have ids."""
    inner = entities()[prop.entity].properties.values() if prop.entity else ()
    return any(item.role == "id" for item in inner)


def is_private(key: str) -> bool:
    """Whether a key is one that travels with a payload and is not stored."""
    return key.startswith("_")


def is_id(value: Any) -> bool:
    """Whether a value is the id of an object that exists."""
    is_whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return is_whole and not isinstance(value, bool) and value > 0


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal. A number is not equal to true or false, as it is in Python."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def objects(kind: Kind, item: Object, place: Place = ()) -> Iterator[tuple[Kind, Object, Place]]:
    """An object of a kind and those inside it, each with its kind and its place, the outer ones first."""
    waiting: list[tuple[Kind, Object, Place]] = [(kind, item, place)]
    while waiting:
        of, node, at = waiting.pop()
        yield of, node, at
        inner: list[tuple[Kind, Object, Place]] = []
        for key, prop in of.related.items():
            value = node.get(key)
            children = enumerate(value) if isinstance(value, list) else [("", value)]
            for index, child in children:
                if isinstance(child, dict):
                    inner.append((kind_in(prop), child, (*at, key) if index == "" else (*at, key, index)))
        waiting += reversed(inner)
