"""A slot of a row, and the foreign key beside it: what two readings say of them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from unimicro_schema.updates.rows import Kind, Object, Place, Row, is_id, kind_in, refused, same


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot at a place, in what was known of its row before and in what is read of it after."""

    kind: Kind
    name: str
    before: Object
    after: Object
    place: Place

    @property
    def inner(self) -> Kind:
        """The kind of the object in the slot."""
        return kind_in(self.kind.slots[self.name])

    @property
    def key(self) -> str:
        """The foreign key that names the object; empty where none does."""
        return self.kind.slots[self.name].foreign_key or ""

    @property
    def was(self) -> Row | None:
        """The row that was in the slot."""
        return self.inner.row(self.before.get(self.name))

    @property
    def row(self) -> Row | None:
        """The row that is in the slot; None for a new object."""
        return self.inner.row(self.after[self.name])

    @property
    def named(self) -> Any:
        """What the key was. Where it was not read, the object says it; an ellipsis where that was not read either."""
        if self.key in self.before or self.name not in self.before:
            return self.before.get(self.key, ...)
        return self.was.id if self.was else None

    @property
    def is_said(self) -> bool:
        """Whether the key says what was not known before: it was changed, or is there for the first time."""
        return self.key in self.after and not same(self.named, self.after[self.key])

    @property
    def is_moved(self) -> bool:
        """Whether the key was changed."""
        return self.is_said and self.named is not ...

    @property
    def is_replaced(self) -> bool:
        """Whether another row is in the slot than before."""
        return self.was is not None and self.was != self.row

    @property
    def disagrees(self) -> bool:
        """Whether the key names another row than the one in the slot."""
        return self.row is not None and self.key in self.after and not same(self.after[self.key], self.row.id)

    def emptied(self, *, is_known: bool) -> str | None:
        """What must be sent as null if there is no longer an object. A key that is changed says it already.

        `is_known` tells whether a slot that was not read before may be taken for a full one.
        """
        if self.is_moved or not (self.was or (self.name not in self.before and not self.key and is_known)):
            return None
        return self.key or self.name

    def filled(self, *, is_known: bool) -> str | None:
        """What must be sent as null beside a new object: the key, where it names the one that was there."""
        if (self.is_said if is_known else self.is_moved) and is_id(self.after[self.key]):
            raise refused(self.place, "new-and-key", key=self.key)
        is_named = is_id(self.before.get(self.key)) and self.key not in self.kind.not_null
        return self.key if is_named else None

    def pointed(self) -> Object:
        """What must be sent so that the slot has its row. Where key and object disagree, the one that changed is meant."""
        if self.row is None:
            return {}
        if self.disagrees and self.was != self.row:
            if self.is_said:
                raise refused(self.place, "both-changed", id=self.inner.id, key=self.key)
            return {self.key: self.row.id}
        if self.is_replaced and not self.disagrees:
            return {self.key: self.row.id} if self.key else {self.name: {self.inner.id: self.row.id}}
        is_first = self.was is None and self.name in self.before and not self.key
        return {self.name: {self.inner.id: self.row.id}} if is_first else {}


def slot_of(kind: Kind, name: str, before: Object, after: Object, place: Place) -> Slot:
    """A slot of a row at a place. Raises `UpdateError` for what is neither an object nor null."""
    value: Any = after[name]
    if value is not None and not isinstance(value, dict):
        raise refused((*place, name), "object-or-null")
    return Slot(kind, name, before, after, (*place, name))


def is_repeated(kind: Kind, new: Mapping[str, Object], key: str, item: Object, place: Place) -> bool:
    """Whether a new object of a list is in a slot beside the list too, by its mark or by all that it says.

    `new` are the new objects in slots, by the name of the slot. Raises `UpdateError` for one mark of two objects.
    """
    for slot, value in new.items():
        if kind.slots[slot].not_repeated_in != key:
            continue
        if same(item, value):
            return True
        mark = kind_in(kind.slots[slot]).create_guid
        if item.get(mark) and item[mark] == value.get(mark):
            raise refused(place, "same-mark", mark=mark, slot=slot)
    return False
