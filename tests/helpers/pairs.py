"""Consistent pairs of readings of one customer: before, as a program changed it, and as the server must have it afterwards.

In a consistent reading a row says the same in all places where it is, a foreign key has the id of the object beside it, a slot
holds a row of its list, and a row that left its list is in no slot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar
from uuid import UUID

from hypothesis import strategies as st

from unimicro_schema import schema
from unimicro_schema.entities import Property, entities
from unimicro_schema.updates.rows import has_rows, is_private, kind_in, kind_of, objects

When = Literal["before", "after"]
Object = dict[str, Any]
T = TypeVar("T")

ROOT, OWNED = "Customer", "BusinessRelation"
MOMENTS = ["2026-01-15T08:30:00Z", "2026-02-03T14:05:12.79Z"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXTS,
    "integer": st.integers(-5, 5),
    "number": st.integers(-5, 5) | st.floats(-5, 5),
    "boolean": st.booleans(),
    "object": st.dictionaries(TEXTS, TEXTS | st.booleans() | st.integers(0, 1) | st.none(), max_size=2),
}
FIRST_ID = 1000


class Pair(NamedTuple):
    """Two readings, and what must come of the first one: `edited` is `after` without the ids that only the server gives.

    `free` are the ids of rows that an update names by their keys alone: those that belong to nobody, such as terms, those of
    which `edited` has the key only, and those that were not read before, which are `unread` too.
    """

    before: Object
    edited: Object
    after: Object
    free: frozenset[int]
    unread: frozenset[int]


def new_id(guid: str) -> int:
    """The id of a new row, by the mark that the pair has for it."""
    return UUID(guid).int


def guid_of(number: int) -> str:
    """The mark of the new row that gets an id."""
    return str(UUID(int=number))


@dataclass(frozen=True)
class _Shape:
    """What is read of an object: its plain properties, and the shapes of the objects behind its relations."""

    entity: str
    plain: tuple[str, ...]
    related: dict[str, _Shape]


@cache
def _nullable(entity: str) -> frozenset[str]:
    """The properties of an entity that may be null in an answer."""
    properties = schema("getCustomer", 200)["$defs"][entity]["properties"]
    return frozenset(name for name, node in properties.items() if "null" in str(node.get("type", node.get("anyOf"))))


def _is_plain(prop: Property) -> bool:
    is_key = prop.name.endswith("ID") and prop.kind == "integer"
    return prop.kind in VALUES and not is_private(prop.name) and prop.role is None and not is_key


def _table(prop: Property) -> tuple[str, str]:
    """What tells the rows in a property from others with the same id."""
    kind = kind_in(prop)
    return kind.entity, kind.holder


@dataclass
class _World:
    """The rows of both readings. What is drawn of a row is drawn once, so that it is the same in all places.

    The rows that are `unsaid` are those that a program names by their keys alone, so that they stay as they were before.
    """

    draw: Callable[[st.SearchStrategy[Any]], Any]
    drawn: dict[Any, Any] = field(default_factory=dict)
    shared: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    frozen: set[tuple[str, int]] = field(default_factory=set)
    ids: int = FIRST_ID
    new: set[tuple[str, int]] = field(default_factory=set)
    read: set[int] = field(default_factory=set)
    unsaid: set[int] = field(default_factory=set)

    def once(self, key: Any, make: Callable[[], T]) -> T:
        if key not in self.drawn:
            self.drawn[key] = make()
        result: T = self.drawn[key]
        return result

    def fresh(self) -> int:
        self.ids += 1
        return self.ids

    def shape(self, entity: str, depth: int) -> _Shape:
        """What is read of an object so deep inside: the same in a slot as in its list."""
        return self.once(("shape", entity, depth), lambda: self.drawn_shape(entity, depth))

    def drawn_shape(self, entity: str, depth: int) -> _Shape:
        properties = entities()[entity].properties.values()
        plain = sorted(prop.name for prop in properties if _is_plain(prop))
        related = sorted(prop.name for prop in properties if has_rows(prop) and not is_private(prop.name))
        some = self.draw(st.lists(st.sampled_from(plain), unique=True, max_size=4)) if plain else []
        inner = self.draw(st.lists(st.sampled_from(related), unique=True, max_size=4)) if related and depth else []
        if entity == ROOT and depth and "Info" not in inner:
            inner.append("Info")
        known = entities()[entity].properties
        return _Shape(entity, tuple(some), {name: self.shape(known[name].entity or "", depth - 1) for name in inner})

    def value(self, row: tuple[str, int], name: str, when: When) -> Any:
        """The value of a plain property. A request refuses null in some, so that none of these is cleared."""
        prop = entities()[row[0]].properties[name]
        some = VALUES[prop.kind]
        if prop.codes:
            some = st.sampled_from(sorted(prop.codes.values()))
        elif prop.format == "date-time":
            some = st.sampled_from(MOMENTS)
        may_be_null = name in _nullable(row[0]) and not (prop.not_null and row in self.new)
        before = self.once(("value", *row, name), lambda: self.draw(some | st.none() if may_be_null else some))
        changed = some | st.none() if may_be_null and not prop.not_null else some
        is_kept = row in self.frozen or row[1] in self.unsaid
        is_kept = is_kept or self.once(("kept", *row, name), lambda: self.draw(st.integers(0, 2)) > 0)
        return before if when == "before" or is_kept else self.once(("after", *row, name), lambda: self.draw(changed))

    def members(self, row: tuple[str, int], name: str, when: When) -> list[int]:
        """The ids of the rows in a list. Those that come are new."""
        entity = entities()[row[0]].properties[name].entity or ""

        def make() -> dict[str, list[int]]:
            fates = self.draw(st.lists(st.sampled_from(["stays", "goes", "comes"]), max_size=3))
            fates = ["stays" for _ in fates] if row in self.frozen else fates
            fates = ["comes" for _ in fates] if row in self.new else fates
            ids = [(self.fresh(), fate) for fate in fates]
            self.frozen |= {(entity, number) for number, _ in ids if row in self.frozen}
            self.new |= {(entity, number) for number, fate in ids if fate == "comes"}
            return {
                "before": [number for number, fate in ids if fate != "comes"],
                "after": [number for number, fate in ids if fate != "goes"],
            }

        return self.once(("members", *row, name), make)["before" if row[1] in self.unsaid else when]

    def target(self, row: tuple[str, int], prop: Property, when: When) -> int | None:
        """The id of the row in a slot: one of its list, one of its own, or one that belongs to nobody and is the same for all."""
        properties = entities()[row[0]].properties
        lists = [item.name for item in properties.values() if item.kind == "list" and _table(item) == _table(prop)]
        may_be_none = bool(prop.foreign_key) and not properties[prop.foreign_key or ""].not_null
        if lists:
            ids = self.members(row, lists[0], when)
        else:
            ids = self.once(("candidates", *row, prop.name), lambda: self.candidates(row, prop))[when]
        choice = st.sampled_from([*ids, *([None] if may_be_none or not ids else [])])
        is_kept = row in self.frozen or row[1] in self.unsaid or (not lists and not may_be_none)
        which = "before" if is_kept else when
        found: int | None = self.once(("target", *row, prop.name, which), lambda: self.draw(choice))
        return found

    def candidates(self, row: tuple[str, int], prop: Property) -> dict[str, list[int]]:
        """The ids of the rows that can be in a slot without a list."""
        entity = prop.entity or ""
        is_own = row not in self.frozen and entity != ROOT and (entity == OWNED or self.draw(st.booleans()))
        if not is_own:
            ids = self.shared.setdefault(_table(prop), [self.fresh(), self.fresh()])
            self.frozen |= {(entity, number) for number in ids}
            return {"before": ids, "after": ids}
        first, second = self.fresh(), self.fresh()
        self.new |= {(entity, second)} | ({(entity, first)} if row in self.new else set())
        return {"before": [first], "after": [first, second]}

    def slot(self, row: tuple[str, int], prop: Property, inner: _Shape, when: When, *, edited: bool) -> Object:
        """An object in a slot and the foreign key beside it. A program may have changed only one of them, or both."""
        there, was = self.target(row, prop, when), self.target(row, prop, "before")
        is_new = (inner.entity, there) in self.new
        item = self.reading(inner, there, when, edited=edited) if there else None
        key = there
        if edited and row in self.new:
            key = None if is_new else there
        elif edited and is_new:
            key = self.once(("beside", *row, prop.name), lambda: self.draw(st.sampled_from([was, None])))
        elif edited and there != was and prop.foreign_key and row[1] in self.read:
            ways = st.sampled_from(["both", "key", "object"])
            which = self.once(("changed", *row, prop.name), lambda: self.draw(ways))
            key = was if which == "object" else there
            item = self.reading(inner, was, "before") if was and which == "key" else item
        if not prop.foreign_key:
            return {prop.name: item}
        is_number = entities()[row[0]].properties[prop.foreign_key].not_null
        return {prop.name: item, prop.foreign_key: 0 if key is None and is_number else key}

    def reading(self, shape: _Shape, number: int, when: When, *, edited: bool = False) -> Object:
        """A row as it is read. If it is `edited`, a new one has a mark, and no id."""
        row = (shape.entity, number)
        is_new = edited and row in self.new
        result: Object = {"_createguid": guid_of(number)} if is_new else {"ID": number}
        result |= {name: self.value(row, name, when) for name in shape.plain}
        for name, inner in shape.related.items():
            prop = entities()[shape.entity].properties[name]
            if prop.kind == "list":
                ids = self.members(row, name, when)
                result[name] = [self.reading(inner, each, when, edited=edited) for each in ids]
                continue
            result |= self.slot(row, prop, inner, when, edited=edited)
        return result


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """A customer that was read, changed in many ways, and saved."""
    world = _World(draw)
    shape = world.shape(ROOT, 3)
    before = world.reading(shape, FIRST_ID, "before")
    world.read = ids(before)
    while True:
        after = world.reading(shape, FIRST_ID, "after")
        edited = world.reading(shape, FIRST_ID, "after", edited=True)
        new = {number for _, number in world.new}
        unsaid = ids(after) - ids(edited) - new
        if unsaid <= world.unsaid:
            break
        world.unsaid |= unsaid
    unread = ids(after) - world.read - new
    free = unread | {number for _, number in world.frozen} | unsaid
    return Pair(before, edited, after, frozenset(free), frozenset(unread))


def ids(reading: Object) -> set[int]:
    """The ids of all rows in a reading."""
    return {item["ID"] for _, item, _ in objects(kind_of(ROOT), reading) if "ID" in item}


def covers(stored: Any, wanted: Any, pair: Pair) -> str | None:
    """Where what is stored lacks something of a reading, or None. The order of rows does not matter.

    Of a `free` row only the id must be right: the server has what was not in the first reading. So has a list in such a row
    the rows that were not read.
    """
    return _lack(stored, wanted, pair, frozenset())


def _lack(stored: Any, wanted: Any, pair: Pair, elsewhere: frozenset[int]) -> str | None:
    """What is wrong with a value; `elsewhere` are the rows of a list that only the server knows."""
    if isinstance(wanted, list) and all(isinstance(item, dict) and "ID" in item for item in wanted):
        there, listed = {item["ID"]: item for item in stored or []}, {item["ID"]: item for item in wanted}
        if there.keys() - listed.keys() or listed.keys() - there.keys() - elsewhere:
            return f" has the rows {sorted(there)}"
        lacks = ((number, _lack(item, listed[number], pair, frozenset())) for number, item in there.items())
        return next((f"/{number}{lack}" for number, lack in lacks if lack), None)
    if isinstance(wanted, dict) and "ID" in wanted and isinstance(stored, dict):
        lacks = ((key, _property_lack(stored, key, wanted, pair)) for key in wanted)
        return next((f"/{key}{lack}" for key, lack in lacks if lack), None)
    return None if stored == wanted else f" is {stored!r} instead of {wanted!r}"


def _property_lack(stored: Object, key: str, wanted: Object, pair: Pair) -> str | None:
    """What is wrong with a property that is stored."""
    value, is_free = wanted[key], wanted["ID"] in pair.free
    if key in stored:
        return _lack(stored[key], value, pair, pair.unread if is_free else frozenset())
    return None if is_free or (isinstance(value, dict) and value.get("ID") in pair.free) else " is missing"
