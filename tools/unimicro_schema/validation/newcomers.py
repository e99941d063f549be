"""Advice on new objects: an id that they cannot have, an empty identity, a mark that is empty or used twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from unimicro_schema.entities import entities
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
    known = _identity(entity)
    if not known.ways or updates != isinstance(value, list):
        return
    items: list[tuple[Any, Place]] = (
        [(item, (index,)) for index, item in enumerate(value)] if updates else [(value, ())]
    )
    for item, path in items:
        if not isinstance(item, dict):
            continue
        given = item.get(known.id)
        if not updates and isinstance(given, int | float) and not isinstance(given, bool) and given > 0:
            yield Defect("id-in-create", (*path, known.id), "given", {"id": known.id})
        if not given:
            yield from _unidentified(known, item, path)


class _Identity(NamedTuple):
    """What identifies a new object: the ways to the properties, and whether a request is refused without any of them."""

    id: str
    ways: tuple[tuple[str, ...], ...]
    is_required: bool


@cache
def _identity(name: str) -> _Identity:
    entity = entities()[name]
    key = next((name for name, prop in entity.properties.items() if prop.role == "id"), "")
    return _Identity(key, tuple(tuple(way.split(".")) for way in entity.new_identity), bool(entity.identity))


def _unidentified(identity: _Identity, item: _Object, path: Place) -> Iterator[Defect]:
    """That nothing identifies a new object, or nothing but spaces."""
    said = [value for way in identity.ways if (value := _at(item, way)) is not None and value != ""]
    if any(not isinstance(value, str) or not is_blank(value) for value in said):
        return
    if said or not identity.is_required:  # for a create body it is an error already
        ways = " or ".join(".".join(way) for way in identity.ways)
        yield Defect("blank-identity", path, "blank" if said else "none", {"ways": ways, "id": identity.id})


def _at(item: Any, way: tuple[str, ...]) -> Any:
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
    if all(marked.plan is marks[0].plan and marked.node == marks[0].node for marked in marks):
        return
    first, *others = sorted(marks, key=lambda marked: [str(token).zfill(9) for token in marked.path])
    said = first.plan.said(first.node)
    for _, path, node, plan in others:
        if plan is not first.plan or plan.said(node) != said:
            yield Defect("create-guid-unfit", (*path, plan.create_guid), "repeated")
