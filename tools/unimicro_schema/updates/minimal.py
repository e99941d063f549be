"""The smallest update that makes one reading of a customer out of another."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import combinations
from typing import Any
from uuid import uuid4

from unimicro_schema.pointers import encode
from unimicro_schema.registry import operation
from unimicro_schema.updates.differences import REACHABLE, Members, New, Seen, compare
from unimicro_schema.updates.readings import object_of
from unimicro_schema.updates.rows import Kind, Object, Place, Row, is_id, is_private, kind_in, refused, said, same
from unimicro_schema.updates.slots import is_repeated

_UPDATE = "updateCustomer"


def minimal_update(before: Any, after: Any) -> dict[str, Any]:
    """The smallest body for `updateCustomer` that makes what was read `before` into `after`.

    Both are readings of the same customer: parsed JSON, a JSON text (`bytes` or `str`), or a model. The body has the `ID` of the
    customer and what differs; at each depth the ids on the way to it; a fresh `_createguid` for each new child, unless it has one;
    `"Deleted": true` for each child that left its list and its slot; a foreign key without its object where the two would
    disagree; `CustomValues` whole; and null where a value was cleared. That null clears a value is *assumed*. What `after` leaves
    out stays as it is. Equal readings give the `ID` alone.

    Raises `ValueError`, with the JSON pointer of the place in `after`, for what cannot be sent (another `ID`, null where requests
    refuse it) and for what is said in two ways (a row that was changed differently in its slot and in its list).
    """
    entity = _entity()
    readings = object_of(before, said("first"), entity), object_of(after, said("second"), entity)
    try:
        return copy.deepcopy(_Composition(compare(entity, *readings)).update)
    except RecursionError:
        raise refused((), "too-deep") from None


def _entity() -> str:
    """What the operation answers with: the entity that is read and changed."""
    bodies = [response.body for status, response in operation(_UPDATE).responses.items() if status.startswith("2")]
    return next(body.model for body in bodies if body)


class _Composition:
    """The update of a comparison: each row is named where it was changed, with all that differs in it."""

    def __init__(self, root: Seen) -> None:
        self._said_at = _said_at(root)
        kind = root.row.kind
        self.update = {kind.id: root.row.id} | self._body(root)

    def _body(self, seen: Seen) -> Object:
        """What is to be said of a row at a place; nothing where nothing differs."""
        if seen.reach not in REACHABLE:
            return {}
        kind, body = seen.row.kind, {}
        own = self._said_at.get(seen.place)
        if own:
            body = own.values | {key: _created(new) for key, new in own.new.items()}
        lists = own.lists if own else {}
        for key in [key for key in kind.slots if key in seen.inner]:
            body |= {key: inner} if (inner := self._body(seen.inner[key][0])) else {}
        for key in [key for key in kind.lists if key in seen.inner or key in lists]:
            items = self._items(seen.inner.get(key, []), lists.get(key, Members()), kind_in(kind.lists[key]))
            body |= {key: items} if items else {}
        order = {key: index for index, key in enumerate(seen.said)}
        body = dict(sorted(body.items(), key=lambda item: order.get(item[0], len(order))))
        return {kind.id: seen.row.id} | body if body else {}

    def _items(self, rows: list[Seen], members: Members, kind: Kind) -> list[Object]:
        """What is to be said of the rows of a list, and of those that came and went."""
        changed = {seen.row.id: body for seen in rows if (body := self._body(seen))}
        joined = [{kind.id: number} for number in members.joined if number not in changed]
        gone = [{kind.id: number, kind.deleted: True} for number in members.gone]
        return [*changed.values(), *joined, *gone, *map(_created, members.new)]


def _said_at(root: Seen) -> dict[Place, Seen]:
    """All that differs in each row, wherever it was changed, by the place where the update says it.

    Raises `UpdateError` where two places say different things, and where no update leads to what was changed.
    """
    everywhere: dict[Row, list[Seen]] = {}
    for seen in root.everywhere():
        everywhere.setdefault(seen.row, []).append(seen)
    found: dict[Place, Seen] = {}
    for places in everywhere.values():
        changed = [seen for seen in places if _own(seen)]
        if not changed:
            continue
        for one, other in combinations(changed, 2):
            _agree(one, other)
        reachable = [seen for seen in (*changed, *places) if seen.reach in REACHABLE]
        if not reachable:
            raise refused(changed[0].place, "unreachable")
        found[reachable[0].place] = _united(changed)
    return found


def _agree(one: Seen, other: Seen) -> None:
    """Raises `UpdateError` where two places say something different of the same row."""
    own, others = _own(one), _own(other)
    for key in dict.fromkeys((*own, *others)):
        is_said = all(key in seen.said or key in found for seen, found in ((one, own), (other, others)))
        if is_said and not same(own.get(key, ...), others.get(key, ...)):
            place = encode(one.place) or said("root")
            raise refused((*other.place, key), "twice", place=place)


def _own(seen: Seen) -> Object:
    """What differs in a row itself at a place, by key, so that two places can be compared."""
    lists = {
        key: [sorted(members.gone), sorted(members.joined), [new.value for new in members.new]]
        for key, members in seen.lists.items()
        if members != Members()
    }
    return seen.values | {key: [new.value] for key, new in seen.new.items()} | lists


def _united(places: list[Seen]) -> Seen:
    """One row with what differs in all the places where it is."""
    first, *others = places
    for seen in others:
        first.values |= seen.values
        first.new |= seen.new
        first.lists |= {key: members for key, members in seen.lists.items() if members != Members()}
    return first


def _created(new: New) -> Object:
    """A new object as it is sent: with a mark of its own, and so are those inside it. Rows inside it are named by their keys."""
    kind = new.kind
    body: Object = {}
    for key, value in new.value.items():
        place = (*new.place, key)
        if key in kind.slots and isinstance(value, dict):
            body |= _inside(new, key, value)
        elif key in kind.lists and isinstance(value, list):
            body[key] = list(_listed(new, key, value))
        elif value is None and key in kind.not_null:
            raise refused(place, "null", key=key)
        elif key != kind.id and not is_private(key):
            body[key] = value
    return body | {kind.create_guid: new.value.get(kind.create_guid) or str(uuid4())}


def _listed(new: New, key: str, value: list[Any]) -> Iterator[Object]:
    """The rows of a list of a new object; not those that are in a slot beside it too, as the server would store them twice."""
    kind = new.kind
    inner = kind_in(kind.lists[key])
    in_slots = {name: new.value[name] for name in kind.slots if isinstance(new.value.get(name), dict)}
    for index, item in enumerate(value):
        place = (*new.place, key, index)
        if not isinstance(item, dict):
            raise refused(place, "object")
        row = inner.row(item)
        if row and not item.get(inner.deleted):
            yield {inner.id: row.id}
        elif not item.get(inner.deleted) and not is_repeated(kind, in_slots, key, item, place):
            yield _created(New(inner, item, place))


def _inside(new: New, key: str, value: Object) -> Object:
    """The object in a slot of a new one: as a new one too, or, where it exists, as its key."""
    prop, place = new.kind.slots[key], (*new.place, key)
    inner = kind_in(prop)
    row = inner.row(value)
    if row is None:
        return {key: _created(New(inner, value, place))}
    said = new.value.get(prop.foreign_key or "")
    if is_id(said) and not same(said, row.id):
        raise refused(place, "other-key", id=inner.id, key=prop.foreign_key)
    return {prop.foreign_key: row.id} if prop.foreign_key else {key: {inner.id: row.id}}
