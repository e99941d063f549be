"""Finds what differs between two readings, row by row.

A row that is in several places is compared in each of them, with what was known of it before. What a reading leaves out, it says
nothing about: the server would leave it as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from unimicro_schema.pointers import encode
from unimicro_schema.updates.rows import Kind, Object, Place, Row, is_private, kind_in, kind_of, objects, refused, same
from unimicro_schema.updates.slots import Slot, is_repeated, slot_of

Reach = Literal["named", "moved", "stale", "inside"]
"""How an update comes to a row at a place.

It is `named` there as it was before, or `moved` there, so that a key is enough to name it. It is `stale` where a key names another
row, and `inside` where a new object names it by its key: no update says anything of it there.
"""

REACHABLE = frozenset({"named", "moved"})
"""Where an update can say something of a row."""

_KEYED = frozenset({"moved", "inside"})
"""Where a row is named by its key. Of a property that was not known of it before, nothing is known to differ."""


@dataclass(frozen=True, slots=True)
class New:
    """An object that is not stored yet, at a place of the later reading."""

    kind: Kind
    value: Object
    place: Place


@dataclass(slots=True)
class Members:
    """What changes in a list: ids of rows that left it, rows that are in it for the first time, and new objects."""

    gone: list[int] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    new: list[New] = field(default_factory=list)


@dataclass(slots=True)
class Seen:
    """A row at one place of the later reading: what differs there, and the rows inside it, by key.

    `said` are the keys that the place says something about; `values` are those of plain properties and foreign keys that differ,
    and `new` the new objects in slots. `hidden` are the rows inside new objects.
    """

    row: Row
    place: Place
    reach: Reach
    said: tuple[str, ...]
    values: Object = field(default_factory=dict)
    new: dict[str, New] = field(default_factory=dict)
    lists: dict[str, Members] = field(default_factory=dict)
    inner: dict[str, list[Seen]] = field(default_factory=dict)
    hidden: list[Seen] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs at this place or inside it."""
        return any(
            seen.values or seen.new or any(members != Members() for members in seen.lists.values())
            for seen in self.everywhere()
        )

    def everywhere(self) -> Iterator[Seen]:
        """This place and those inside it, in the order of the reading."""
        waiting = [self]
        while waiting:
            seen = waiting.pop()
            yield seen
            children = [child for items in seen.inner.values() for child in items]
            waiting += reversed([*children, *seen.hidden])


def compare(entity: str, before: Object, after: Object) -> Seen:
    """What differs between two readings of one row.

    Raises `UpdateError` for what cannot be said in an update, or is said in two ways.
    """
    return _Comparison(entity, before, after).root


class _Comparison:
    """Two readings side by side."""

    def __init__(self, entity: str, before: Object, after: Object) -> None:
        self.known: dict[Row, Object] = {}
        root = kind_of(entity)
        for kind, item, _ in objects(root, before):
            row = kind.row(item)
            if row:
                self.known[row] = item | self.known.get(row, {})
        row = root.row(after)
        if row is None or row != root.row(before):
            raise refused((root.id,), "same-id")
        self._readings: dict[Row, list[tuple[Seen, Object]]] = {}
        self._left: list[tuple[Seen, str, Row]] = []
        self.root = self._seen(row, before, after, (), "named")
        self._let_go()

    def _seen(self, row: Row, before: Object, after: Object, place: Place, reach: Reach) -> Seen:
        """What differs in a row that was `before` at the same place; less may be known of it there than elsewhere."""
        kind = row.kind
        before = self.known.get(row, {}) | before
        seen = Seen(row, place, reach, tuple(after))
        self._readings.setdefault(row, []).append((seen, after))
        for key, value in after.items():
            if key in kind.slots or key in kind.lists or is_private(key) or key == kind.id:
                continue
            if key not in before and reach in _KEYED:
                continue
            if key not in before or not same(before[key], value):
                seen.values[key] = _sendable(kind, key, value, (*place, key))
        for key in [key for key in kind.slots if key in after]:
            self._slot(seen, slot_of(kind, key, before, after, place))
        for key in [key for key in kind.lists if key in after]:
            self._list(seen, kind, key, before, after)
        return seen

    def _slot(self, seen: Seen, slot: Slot) -> None:
        """The object in a slot, and the foreign key beside it."""
        value = slot.after[slot.name]
        if value is None or slot.row is None:
            is_known = seen.reach not in _KEYED
            cleared = slot.emptied(is_known=is_known) if value is None else slot.filled(is_known=is_known)
            if cleared:
                seen.values[cleared] = _sendable(slot.kind, cleared, None, slot.place)
            if value is not None:
                seen.new[slot.name] = self._new(seen, New(slot.inner, value, slot.place))
            return
        pointed = slot.pointed()
        seen.values |= pointed
        reach = seen.reach
        if slot.disagrees and slot.is_moved:
            reach = "stale"
        elif (slot.is_moved or slot.is_replaced or slot.key in pointed) and reach == "named":
            reach = "moved"
        before = slot.before[slot.name] if slot.was == slot.row else {}
        seen.inner[slot.name] = [self._seen(slot.row, before, value, slot.place, reach)]

    def _list(self, seen: Seen, kind: Kind, key: str, before: Object, after: Object) -> None:
        """The rows of a list: those that left it are deleted, those that came are new objects or rows from elsewhere."""
        value, place = after[key], (*seen.place, key)
        was: Any = before.get(key)
        listed = was if isinstance(was, list) else []
        if value is None:
            if listed:
                raise refused(place, "null-list")
            if was is not None:
                seen.values[key] = _sendable(kind, key, None, place)
            return
        if not isinstance(value, list):
            raise refused(place, "list")
        inner = kind_in(kind.lists[key])
        members = seen.lists[key] = Members()
        there = {inner.row(item): item for item in listed}
        new = {slot: created.value for slot, created in seen.new.items()}
        owned = set(there) | {inner.row(before.get(slot)) for slot in kind.slots}
        for index, item in enumerate(value):
            at = (*place, index)
            if not isinstance(item, dict):
                raise refused(at, "object")
            row = inner.row(item)
            if row is None and not item.get(inner.deleted) and not is_repeated(kind, new, key, item, at):
                members.new.append(self._new(seen, New(inner, item, at)))
            elif row:
                is_known = row in owned or (key not in before and seen.reach in _KEYED)
                members.joined += [] if is_known else [row.id]
                found = self._seen(row, there.get(row) or {}, item, at, seen.reach)
                seen.inner.setdefault(key, []).append(found)
        rows = {inner.row(item) for item in value}
        self._left += [(seen, key, row) for row in there if row and row not in rows]

    def _new(self, seen: Seen, new: New) -> New:
        """A new object; the rows inside it are looked at too, as it names them by their keys alone."""
        for kind, item, place in objects(new.kind, new.value, new.place):
            row = kind.row(item)
            if row in self.known:
                seen.hidden.append(self._seen(row, {}, item, place, "inside"))
        return new

    def _let_go(self) -> None:
        """Notes the rows that left their list as deleted, unless they are elsewhere now."""
        homes: dict[Row, list[tuple[Seen, Row | None, str]]] = {}
        for holder in self.root.everywhere():
            held = [(item, holder.row, key) for key, items in holder.inner.items() for item in items]
            for home in [*held, *((item, None, "") for item in holder.hidden)]:
                homes.setdefault(home[0].row, []).append(home)
        for seen, key, row in self._left:
            self._refuse_named(seen.row, key, row)
            there = [home for home in homes.get(row, []) if home[0].reach != "stale"]
            # Other places of the owner show the list and the slots as they were: the one that changed is meant.
            former = {(seen.row, name) for name in (key, *(slot.name for slot in seen.row.kind.keys.values()))}
            if any((owner, name) not in former for _, owner, name in there):
                continue
            for item, _, _ in there:
                if item.is_changed:
                    raise refused(item.place, "twice", place=encode((*seen.place, key)))
            seen.lists[key].gone.append(row.id)

    def _refuse_named(self, owner: Row, key: str, row: Row) -> None:
        """Refuses that a row left a list and is in a slot beside it: at the place that changed, or else at any."""
        readings = [(seen, after) for seen, after in self._readings[owner] if seen.reach != "stale"]
        for foreign, slot in owner.kind.keys.items():
            inner = kind_in(slot)
            changed = [(seen, after) for seen, after in readings if foreign in seen.values]
            for seen, after in changed or readings:
                is_keyed = foreign in seen.values or foreign in after
                number = seen.values.get(foreign, after.get(foreign))
                if (inner.named(number) if is_keyed else inner.row(after.get(slot.name))) == row:
                    raise refused((*seen.place, slot.name if slot.name in after else foreign), "left", key=key)


def _sendable(kind: Kind, key: str, value: Any, place: Place) -> Any:
    if value is None and key in kind.not_null:
        raise refused(place, "not-cleared", key=key)
    return value
