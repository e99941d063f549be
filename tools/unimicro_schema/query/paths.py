"""Follows a dotted path through the entities of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from unimicro_schema.entities import Kind, Property, entities
from unimicro_schema.query.flaws import shown
from unimicro_schema.rules import RULES

RELATED = frozenset({"entity", "list"})
_LONGEST = 12  # segments of a path as it is shown


@dataclass(frozen=True, slots=True)
class Found:
    """What a path leads to.

    `names` are those of the contract. `field` is None below an object whose properties are not described; it may be
    anything. `through` are the related objects on the way, and the property itself if it is one: what must be expanded.
    """

    names: tuple[str, ...]
    field: Property | None
    through: tuple[str, ...]

    @property
    def kind(self) -> Kind | None:
        """The type of the property, None if it is not known."""
        return self.field.kind if self.field else None

    def __str__(self) -> str:
        return ".".join(self.names[:_LONGEST]) + ("..." if len(self.names) > _LONGEST else "")


@dataclass(frozen=True, slots=True)
class Lost:
    """Where a path leads nowhere: the names so far, what follows them, the entity that lacks it, and why."""

    names: tuple[str, ...]
    rest: tuple[str, ...]
    entity: str
    at: int
    reason: str


@cache
def queryable(entity: str) -> Mapping[str, Property]:
    """The properties that a query can name, by their names without regard to case.

    Those with an underscore only travel with a payload; the platform does not store them.
    """
    properties = entities()[entity].properties
    return {name.lower(): item for name, item in properties.items() if not name.startswith("_")}


@cache
def by_entity(entity: str) -> Mapping[str, Property]:
    """The relations by the names of the entities that they lead to, where only one leads there."""
    relations = [item for item in queryable(entity).values() if item.kind in RELATED]
    targets = [item.entity for item in relations]
    return {(item.entity or "").lower(): item for item in relations if targets.count(item.entity) == 1}


def walk(root: str, segments: tuple[str, ...], *, expanding: bool = False) -> Found | Lost:
    """What the segments of a path lead to from an entity, or where they lead nowhere.

    The case of names does not matter, as it seems not to on the platform. When `expanding`, every step must be a related
    object, and it may go by the name of its entity.
    """
    entity = root
    names: list[str] = []
    through: list[str] = []
    found: Property | None = None
    at = 0
    for index, segment in enumerate(segments):
        if found and found.kind == "object":
            return Found((*names, *segments[index:]), None, tuple(through))
        if found and found.kind not in RELATED:
            reason = _said("plain", expanding=expanding, name=found.name)
            return Lost(tuple(names), segments[index:], entity, at, reason)
        found = queryable(entity).get(segment.lower())
        if not found and expanding:
            found = by_entity(entity).get(segment.lower())
        if not found and entities()[entity].open and all(map(_may_be_a_name, segments[index:])):
            rest = segments[index:]
            return Found((*names, *rest), None, (*through, *(rest if expanding else ())))
        if not found or (expanding and found.kind not in RELATED | {"object"}):
            reason = _reason(entity, segment, found, expanding=expanding)
            return Lost(tuple(names), segments[index:], entity, at, reason)
        names.append(found.name)
        at += len(segment) + 1
        if found.kind in RELATED:
            through.append(found.name)
            entity = found.entity or ""
    return Found(tuple(names), found, tuple(through))


def _reason(entity: str, segment: str, found: Property | None, *, expanding: bool) -> str:
    if found:
        return _said("no-expand", expanding=expanding, name=found.name)
    if segment in entities()[entity].properties:
        return _said("private", expanding=expanding, name=segment)
    return _said("missing", expanding=expanding, name=shown(segment), entity=entity)


def _said(sentence: str, *, expanding: bool, **values: str) -> str:
    return RULES["unknown-path" if expanding else "unknown-field"].message(sentence, values)


def _may_be_a_name(segment: str) -> bool:
    return segment.isidentifier() and not segment.startswith("_")
