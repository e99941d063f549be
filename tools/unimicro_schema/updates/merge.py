"""What an update makes of what the server has, by the merge rules of the platform.

What the update leaves out stays. An object with an id is merged into the row with this id; with the mark of deletion it is
deleted; without an id it is new. A foreign key decides which object is in the slot beside it. That null clears a value is
assumed.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

from unimicro_schema.entities import Property
from unimicro_schema.updates.rows import (
    Kind,
    Object,
    Place,
    Row,
    UpdateError,
    is_private,
    kind_in,
    kind_of,
    objects,
    same,
)


class Spot(NamedTuple):
    """A row at a place that an update names it at: the object there, and the place in the update."""

    row: Row
    item: Object
    place: Place

    @property
    def kind(self) -> Kind:
        """The kind of the row."""
        return self.row.kind


def merged(stored: Object, update: Object, entity: str, new_id: Callable[[str], int]) -> Object:
    """A stored object of an entity after an update; `stored` is left as it is.

    `new_id` gives the id of a new row for its `_createguid`; two objects with the same one are one row. Raises `UpdateError`,
    with the place in the update, where the platform refuses it: a new child without a `_createguid`, another id than that of the
    stored object, a foreign key and an object that disagree.
    """
    merge = _Merge(entity, copy.deepcopy(stored), new_id)
    row = kind_of(entity).row(stored)
    if row is None or kind_of(entity).row(update) not in {None, row}:
        raise UpdateError((kind_of(entity).id,), "is not the id of the stored object")
    merge.change(Spot(row, merge.root, ()), update)
    return merge.root


class _Merge:
    """An object on its way to what it will be."""

    def __init__(self, entity: str, root: Object, new_id: Callable[[str], int]) -> None:
        self.root = root
        self._kind = kind_of(entity)
        self._new_id = new_id
        self._read = {kind.row(item): copy.deepcopy(item) for kind, item, _ in objects(self._kind, root)}

    def change(self, spot: Spot, update: Object) -> None:
        """Changes a row in all places where it is."""
        kind = spot.kind
        for key, value in update.items():
            if key not in kind.related and key != kind.id and not is_private(key):
                self._set(spot, key, value)
            if key in kind.keys:
                self._name(spot, kind.keys[key], value)
        for name in [name for name in kind.slots if name in update]:
            self._slot(spot, kind.slots[name], update)
        for name in [name for name in kind.lists if name in update]:
            spot.item[name] = spot.item.get(name) if update[name] is None else spot.item.get(name) or []
            for index, value in enumerate(update[name] or []):
                inner = kind_in(kind.lists[name])
                self._element(spot.item, name, inner, value, (*spot.place, name, index))

    def _copies(self, spot: Spot) -> list[Object]:
        """The objects that a row is in its places, the one that the update names first."""
        return [spot.item, *(item for item in self._known(spot.row) if item is not spot.item)]

    def _known(self, row: Row) -> list[Object]:
        return [item for kind, item, _ in objects(self._kind, self.root) if kind.row(item) == row]

    def _copied(self, row: Row) -> Object:
        """A row as it is known, here or from where it was before; or its id alone."""
        there = self._read.get(row, {row.kind.id: row.id})
        return copy.deepcopy(next(iter(self._known(row)), there))

    def _set(self, spot: Spot, key: str, value: Any) -> None:
        """Sets a property. Where a place of the row does not have it, it was not read there."""
        for item in self._copies(spot):
            if key in item or item is spot.item:
                item[key] = copy.deepcopy(value)

    def _name(self, spot: Spot, prop: Property, number: Any) -> None:
        """Puts the row that a key names into the slot beside it; where the row is not known, the slot is as if not read."""
        inner = kind_in(prop)
        row = inner.named(number)
        for item in self._copies(spot):
            if prop.name not in item or inner.row(item[prop.name]) == row:
                continue
            if row is None:
                item[prop.name] = None
            elif row in self._read or self._known(row):
                item[prop.name] = self._copied(row)
            else:
                del item[prop.name]

    def _slot(self, spot: Spot, prop: Property, update: Object) -> None:
        """An object in a slot: one that is changed, another one, or a new one. Null beside a key says nothing."""
        name, key, value = prop.name, prop.foreign_key, update[prop.name]
        place, inner = (*spot.place, name), kind_in(prop)
        if value is None and key in update:
            return
        row = inner.row(value)
        if row and key in update and not same(update[key], row.id):
            raise UpdateError(place, f"has another {inner.id} than {key} says")
        child = None if value is None else self._copied(row) if row else self._created(inner, value, place)
        if key:
            self._set(spot, key, child and child[inner.id])
        for item in self._copies(spot):
            is_there = name in item or item is spot.item
            if is_there and (row is None or inner.row(item.get(name)) != row):
                item[name] = copy.deepcopy(child)
        if row:
            self.change(Spot(row, spot.item[name], place), value)
        elif child and prop.not_repeated_in in spot.item:
            self._list(spot.item, prop.not_repeated_in, inner, child)

    def _element(self, owner: Object, name: str, inner: Kind, value: Object, place: Place) -> None:
        """An element of a list: a row that is changed, added or deleted, or a new one."""
        row = inner.row(value)
        if row and value.get(inner.deleted) is True:
            self._delete(row)
        elif row:
            child = self._list(owner, name, inner, self._copied(row))
            self.change(Spot(row, child, place), value)
        else:
            self._list(owner, name, inner, self._created(inner, value, place))

    @staticmethod
    def _list(owner: Object, name: str, inner: Kind, child: Object) -> Object:
        """Puts a row into a list unless it is there already, and gives the one that is there."""
        listed: list[Object] = owner[name] or []
        there = next((item for item in listed if inner.row(item) == inner.row(child)), None)
        if there is None:
            there = copy.deepcopy(child)
            listed = [*listed, there]
        owner[name] = listed
        return there

    def _created(self, kind: Kind, value: Object, place: Place) -> Object:
        """A new row, with those inside it."""
        guid = value.get(kind.create_guid)
        if not guid:
            raise UpdateError(place, f"is new but has no {kind.create_guid}")
        stored: Object = {kind.id: self._new_id(guid)}
        for key, item in value.items():
            if key in kind.related:
                stored[key] = self._inside(kind_in(kind.related[key]), item, (*place, key))
            elif key != kind.id and not is_private(key):
                stored[key] = copy.deepcopy(item)
        for key, prop in kind.keys.items():
            child = stored.get(prop.name)
            if isinstance(child, dict):
                stored[key] = child[kind_in(prop).id]
                if prop.not_repeated_in in stored:
                    self._list(stored, prop.not_repeated_in, kind_in(prop), child)
        return stored

    def _inside(self, kind: Kind, value: Any, place: Place) -> Any:
        """What is in a slot or a list of a new row."""
        if isinstance(value, list):
            return [self._inside(kind, item, (*place, index)) for index, item in enumerate(value)]
        if not isinstance(value, dict) or kind.row(value):
            return copy.deepcopy(value)
        return self._created(kind, value, place)

    def _delete(self, row: Row) -> None:
        """Takes a row out of all lists and slots."""
        for kind, item, _ in list(objects(self._kind, self.root)):
            for prop in kind.related.values():
                value, inner = item.get(prop.name), kind_in(prop)
                if isinstance(value, list):
                    item[prop.name] = [other for other in value if inner.row(other) != row]
                elif inner.row(value) == row:
                    item[prop.name] = None
                if prop.foreign_key and inner.named(item.get(prop.foreign_key)) == row:
                    item[prop.foreign_key] = None
