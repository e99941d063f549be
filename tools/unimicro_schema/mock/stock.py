"""What the mock holds: objects by collection and id. It starts with the examples of the contract."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from uuid import uuid4

import orjson

from unimicro_schema.entities import entities
from unimicro_schema.mock.effects import (
    CREATE,
    LIST,
    READ,
    Collection,
    collection_of,
    effect_of,
    is_stored,
    status_property,
    success,
)
from unimicro_schema.registry import Operation, example_content, operations
from unimicro_schema.updates.merge import merged
from unimicro_schema.updates.rows import Kind, Object, Row, UpdateError, is_private, kind_in, kind_of, objects, same


class RefusedError(Exception):
    """A call that fits the contract and cannot be done. `status` is that of the answer; the message has no values."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


class Stock:
    """The objects of all collections, each as a whole, with all that is in it."""

    def __init__(self) -> None:
        self._rows: dict[Collection, dict[int, Object]] = {}
        self._loose: dict[Collection, list[Object]] = {}
        self._used: set[str] = set()
        for entry in sorted(operations(), key=lambda entry: effect_of(entry) != READ):
            place = collection_of(entry)
            if place and effect_of(entry) in {READ, LIST}:
                self._start(place, entry)
        known = [item.get(kind.id) for kind, item in self._all()]
        self._last = max((number for number in known if isinstance(number, int)), default=0)

    def _start(self, place: Collection, entry: Operation) -> None:
        """Takes over the examples of an operation. Of two of one object the first counts, and the other adds what it lacks."""
        bodies = _examples(entry)
        if not is_stored(success(entry).body):
            self._loose[place] = bodies[0] if bodies else []
            return
        rows, kind = self._rows.setdefault(place, {}), kind_of(place.entity)
        for item in chain.from_iterable(bodies):
            rows[item[kind.id]] = _completed(kind, rows.get(item[kind.id], item), item)

    def rows(self, place: Collection) -> list[Object]:
        """The objects of a collection, in the order of their ids; those without ids in the order of the examples."""
        stored = self._rows.get(place, {})
        return [stored[number] for number in sorted(stored)] or self._loose.get(place, [])

    def row(self, place: Collection, number: int) -> Object:
        """An object by its id. Raises `RefusedError` if there is none."""
        found = self._rows.get(place, {}).get(number)
        if found is None:
            raise RefusedError(404, f"there is no {place.entity} with this {kind_of(place.entity).id}")
        return found

    def known(self, row: Row) -> Object | None:
        """An object wherever it is, on its own or inside another."""
        return next((item for kind, item in self._all() if kind.row(item) == row), None)

    def create(self, place: Collection, body: Object) -> Object:
        """A new object. Raises `RefusedError` where its mark was used before, and where the body cannot be saved."""
        kind, marks = kind_of(place.entity), _Marks(self)
        body = copy.deepcopy(body)
        for inner, item, _ in objects(kind, body):
            if inner.row(item) is None and not item.get(inner.create_guid):
                item[inner.create_guid] = str(uuid4())
        stored: Object = {kind.id: marks.id_for(body[kind.create_guid])}
        rest = {key: value for key, value in body.items() if key != kind.id} | self._given(place, body)
        return self._keep(place, stored, rest, marks)

    def update(self, place: Collection, number: int, body: Object) -> Object:
        """An object after an update. Raises `RefusedError` where there is none, and where the merge rules refuse it."""
        return self._keep(place, self.row(place, number), body, _Marks(self))

    def change(self, place: Collection, number: int, values: Mapping[str, Any]) -> Object:
        """An object with other values of plain properties. Raises `RefusedError` where there is none."""
        row = self.row(place, number)
        row.update(values)
        return row

    def save_many(self, place: Collection, bodies: list[Object]) -> None:
        """Saves objects, those without an id as new ones: all of them, or none if one is refused with a `RefusedError`."""
        rows, used = dict(self._rows.get(place, {})), set(self._used)
        for index, body in enumerate(bodies):
            row = kind_of(place.entity).row(body)
            try:
                if row:
                    self.update(place, row.id, body)
                else:
                    self.create(place, body)
            except RefusedError as error:
                self._rows[place], self._used = rows, used
                raise RefusedError(400, f"/{index}: {error}; nothing was saved") from None

    def delete(self, place: Collection, number: int) -> Object:
        """Removes an object and gives it. Raises `RefusedError` if there is none."""
        gone = self.row(place, number)
        del self._rows[place][number]
        deleted = kind_of(place.entity).deleted
        return gone | ({deleted: True} if deleted else {})

    def next_id(self) -> int:
        """An id that no object has."""
        self._last += 1
        return self._last

    def is_used(self, mark: str) -> bool:
        """Whether an object was made with this mark."""
        return mark.casefold() in self._used

    def _keep(self, place: Collection, stored: Object, update: Object, marks: _Marks) -> Object:
        try:
            row = merged(stored, update, place.entity, marks.id_for)
        except UpdateError as error:
            raise RefusedError(400, str(error)) from None
        root = kind_of(place.entity)
        held = list(objects(root, row))
        for kind, item, _ in held:
            if item.get(kind.id) in marks.given.values():
                _fill(kind.entity, item)
        for kind, item, _ in held:
            _list_slots(kind, item)
        self._used |= marks.given.keys()
        self._rows.setdefault(place, {})[row[root.id]] = row
        return row

    def _given(self, place: Collection, body: Object) -> Object:
        """What the server gives a new object that does not have it: its status, and the next number of each series."""
        making = next(
            (entry for entry in operations() if effect_of(entry) == CREATE and collection_of(entry) == place), None
        )
        status = status_property(place, making.status_after) if making else None
        given: Object = {}
        if making and status and body.get(status) is None:
            given[status] = making.status_after
        for name, prop in entities()[place.entity].properties.items():
            is_series = prop.zero == "new" and prop.role is None and name not in kind_of(place.entity).keys
            if is_series and not body.get(name):
                given[name] = max((row.get(name) or 0 for row in self.rows(place)), default=0) + 1
        return given

    def _all(self) -> Iterator[tuple[Kind, Object]]:
        """Every object, with its kind."""
        for place, rows in self._rows.items():
            for row in rows.values():
                yield from ((kind, item) for kind, item, _ in objects(kind_of(place.entity), row))


class _Marks:
    """The ids that new objects of one request get for their marks: two with the same mark are one object."""

    def __init__(self, stock: Stock) -> None:
        self.given: dict[str, int] = {}
        self._stock = stock

    def id_for(self, mark: str) -> int:
        if self._stock.is_used(mark):
            raise RefusedError(400, "an object with this mark was made before; give each new object a mark of its own")
        return self.given.setdefault(mark.casefold(), 0) or self._new(mark)

    def _new(self, mark: str) -> int:
        self.given[mark.casefold()] = self._stock.next_id()
        return self.given[mark.casefold()]


def _examples(entry: Operation) -> list[list[Object]]:
    """The objects in each example of what an operation answers when it succeeds."""
    status, response = next(item for item in entry.responses.items() if item[0].startswith("2"))
    bodies = [
        orjson.loads(example_content(entry.id, name, status))
        for name in (response.body.examples if response.body else ())
    ]
    return [body if isinstance(body, list) else [body] for body in bodies]


def _completed(kind: Kind, item: Object, other: Object) -> Object:
    """An object with what it lacks of another example of it, and so are the objects inside it."""
    lacking = {key: value for key, value in other.items() if key not in item}
    result = item | {key: value for key, value in lacking.items() if _agrees(kind, key, value, item)}
    for name, prop in kind.slots.items():
        inner, one, two = kind_in(prop), item.get(name), other.get(name)
        if isinstance(one, dict) and isinstance(two, dict) and same(one.get(inner.id), two.get(inner.id)):
            result[name] = _completed(inner, one, two)
    return result


def _agrees(kind: Kind, key: str, value: Any, item: Object) -> bool:
    """Whether an object can be in a slot: the foreign key beside it names it, or there is none."""
    prop = kind.slots.get(key)
    if prop is None or not isinstance(value, dict) or prop.foreign_key not in item:
        return True
    return same(item[prop.foreign_key], value.get(kind_in(prop).id))


def _fill(entity: str, item: Object) -> None:
    """Gives a new object what every answer has: that it is not deleted, and the values of others, of which it has none."""
    for name, prop in entities()[entity].properties.items():
        if prop.role == "deleted":
            item.setdefault(name, False)
        elif prop.kind == "object" and not is_private(name):
            item.setdefault(name, {})


def _list_slots(kind: Kind, item: Object) -> None:
    """Puts the objects in the slots of another into the lists that hold them too."""
    for name, prop in kind.slots.items():
        inner, there = kind_in(prop), prop.not_repeated_in
        row = inner.row(item.get(name))
        if there and row and row not in map(inner.row, item.get(there) or []):
            item[there] = [*(item.get(there) or []), copy.deepcopy(item[name])]
