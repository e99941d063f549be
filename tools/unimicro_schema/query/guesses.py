"""Guesses which path was meant by one that leads nowhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache

from unimicro_schema.entities import Property
from unimicro_schema.query.paths import RELATED, Found, Lost, by_entity, queryable, walk
from unimicro_schema.suggestions import nearest

_LONGEST = 12  # segments of a path, or so many times six characters of a name, that are worth a guess
_VERY_SIMILAR = 0.85
_DEPTH = 3  # how deep to look for a property that is not where the path says


def meant(root: str, lost: Lost, wanted: str) -> str | None:
    """The path that was probably meant, complete, or None."""
    if len(lost.names) + len(lost.rest) > _LONGEST or len(lost.rest[0]) > 6 * _LONGEST:
        return None
    expanding = wanted == "related"
    for guess in _candidates(root, lost, wanted):
        found = walk(root, guess, expanding=expanding)
        if isinstance(found, Found) and fits(found.field, wanted):
            return str(found)
    if lost.rest[0].startswith("_") or lost.rest[0].lower() in queryable(lost.entity):
        return None
    near = _near(lost, _wanted_here(lost, wanted))
    if not near:
        return None
    found = walk(root, (*lost.names, *near, *lost.rest[1:]), expanding=expanding)
    return str(found) if isinstance(found, Found) else meant(root, found, wanted)


def _near(lost: Lost, wanted: str) -> tuple[str, ...] | None:
    """The path to a property of a similar name: beside the missing one, or further in if it is very similar."""
    name, beside, inside = lost.rest[0], _names(lost.entity, wanted), _inside(lost.entity, wanted)
    if near := nearest(name, beside, _VERY_SIMILAR):
        return (near,)
    if far := nearest(name, tuple(inside), _VERY_SIMILAR):
        return inside[far]
    near = nearest(name, beside)
    return (near,) if near else None


def fits(found: Property | None, wanted: str) -> bool:
    """Whether a path may end in a property where a `related` object, a `plain` field or `any` is wanted."""
    return not found or wanted == "any" or (found.kind in RELATED) == (wanted == "related")


def _candidates(root: str, lost: Lost, wanted: str) -> Iterator[tuple[str, ...]]:
    """Paths that may have been meant, the likeliest first."""
    names, entity, (segment, *rest) = lost.names, lost.entity, lost.rest
    name, here = segment.lower(), _wanted_here(lost, wanted)
    inner, outer = _inside(entity, here), _inside(root, here)
    if not names and rest and name == root.lower():
        yield tuple(rest)
    if name in queryable(entity) and names:
        yield names  # a plain field where an object is to be expanded: expanding its owner does it
    yield from ((*names, item.name, *rest) for item in _owners(entity, name))
    if name in by_entity(entity):
        yield (*names, by_entity(entity)[name].name, *rest)
    short = name.removeprefix(entity.lower())
    if short != name:
        yield from ((*names, *path, *rest) for path in (_own(entity, short), inner.get(short)) if path)
    yield from ((*names, *path, *rest) for path in (inner.get(name),) if path)
    yield from ((*path, *rest) for path in (_own(root, name), outer.get(name)) if path and names)


def _wanted_here(lost: Lost, wanted: str) -> str:
    return "related" if len(lost.rest) > 1 else wanted


def _own(entity: str, name: str) -> tuple[str, ...] | None:
    found = queryable(entity).get(name)
    return (found.name,) if found else None


def _owners(entity: str, name: str) -> list[Property]:
    """The relations whose foreign key has this name."""
    return [item for item in queryable(entity).values() if (item.foreign_key or "").lower() == name]


@cache
def _names(entity: str, wanted: str) -> tuple[str, ...]:
    return tuple(item.name for item in queryable(entity).values() if fits(item, wanted))


@cache
def _inside(entity: str, wanted: str) -> Mapping[str, tuple[str, ...]]:
    """The nearest path to each property of the entities further in, by its name; single objects come before lists."""
    return _reached(entity, wanted, ("entity", "list")) | _reached(entity, wanted, ("entity",))


def _reached(entity: str, wanted: str, kinds: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The same over relations of some kinds."""
    paths: dict[str, tuple[str, ...]] = {}
    seen = {entity}
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(entity, ())])
    while waiting:
        here, path = waiting.popleft()
        items = queryable(here).values()
        for item in items:
            if path and fits(item, wanted):
                paths.setdefault(item.name.lower(), (*path, item.name))
        for item in items:
            if item.kind in kinds and item.entity not in seen and len(path) + 1 < _DEPTH:
                seen.add(item.entity or "")
                waiting.append((item.entity or "", (*path, item.name)))
    return paths
