"""Advice on new objects: an id that they cannot have, an empty identity, a mark that is empty or used twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from unimicro_schema.entities import Entity, entities
from unimicro_schema.validation.defects import Defect, Place
from unimicro_schema.validation.identifiers import is_blank

_EMPTY = str(UUID(int=0))
_Object = dict[str, Any]


class _Plan(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def create_guid(self) -> str: ...
    def said(self, item: _Object, /) -> _Object: ...


class Marked(NamedTuple):
    """An object with the mark of a new one, at its path, and what is known of its entity."""

    mark: Any
    path: Place
    node: _Object
    plan: _Plan


def of_new(value: Any, entity: str, *, updates: bool) -> Iterator[Defect]:
    """What to look at twice in a new object that is sent, or in the new ones of a list."""
    known = entities()[entity]
    if not known.new_identity or updates != isinstance(value, list):
        return
    key = next(name for name, prop in known.properties.items() if prop.role == "id")
    items: list[tuple[Any, Place]] = (
        [(item, (index,)) for index, item in enumerate(value)] if updates else [(value, ())]
    )
    for item, path in items:
        if not isinstance(item, dict):
            continue
        given = item.get(key)
        if not updates and isinstance(given, int | float) and not isinstance(given, bool) and given > 0:
            yield Defect("id-in-create", (*path, key), "given", {"id": key})
        if not item.get(key):
            yield from _unidentified(known, key, item, path)


def _unidentified(entity: Entity, key: str, item: _Object, path: Place) -> Iterator[Defect]:
    """That nothing identifies a new object, or nothing but spaces."""
    values = [_at(item, way.split(".")) for way in entity.new_identity]
    said = [value for value in values if value is not None and value != ""]
    ways = {"ways": " or ".join(entity.new_identity), "id": key}
    if said and all(isinstance(value, str) and is_blank(value) for value in said):
        yield Defect("blank-identity", path, "blank", ways)
    elif not said and not entity.identity:  # for a create body it is an error already
        yield Defect("blank-identity", path, "none", ways)


def _at(item: Any, way: list[str]) -> Any:
    for key in way:
        item = item.get(key) if isinstance(item, dict) else None
    return item


def unfit(marks: list[Marked]) -> Iterator[Defect]:
    """The marks of new objects that are empty, or that are those of other objects too."""
    by_mark: dict[str, list[Marked]] = {}
    for marked in marks:
        mark, path, node, plan = marked
        if not isinstance(mark, str) or node.get(plan.id):
            continue
        if mark == _EMPTY:
            yield Defect("create-guid-unfit", (*path, plan.create_guid), "empty")
        else:
            by_mark.setdefault(mark.lower(), []).append(marked)
    for same in by_mark.values():
        if len(same) > 1:
            yield from _of_others(same)


def _of_others(marks: list[Marked]) -> Iterator[Defect]:
    """That an object has the mark of the first one, and is another."""
    first, *others = sorted(marks, key=lambda marked: [str(token).zfill(9) for token in marked.path])
    said = first.plan.said(first.node)
    for _, path, node, plan in others:
        if plan is not first.plan or plan.said(node) != said:
            yield Defect("create-guid-unfit", (*path, plan.create_guid), "repeated")
