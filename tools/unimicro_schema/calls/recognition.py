"""Which operation a call is: by its method, its path and its action. For a call that matches none, the nearest one and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qsl

from unimicro_schema.calls.call import Location
from unimicro_schema.query.options import ACTION
from unimicro_schema.registry import Operation, operations
from unimicro_schema.suggestions import nearest


class Recognised(NamedTuple):
    """The operation of a call, and the values in its path by the names of the parameters."""

    operation: Operation
    values: Mapping[str, str]


class Unrecognised(NamedTuple):
    """A call that matches no operation: the sentence that says why, and how to call the nearest one."""

    message: str
    suggestion: str | None


def recognise(method: str, location: Location) -> Recognised | Unrecognised:
    """The operation that a method and a location call."""
    seen = _Seen(method.upper(), location.segments, _action(location.query))
    fitting = [
        (entry, values)
        for entries in _by_path()
        if (values := _values(entries[0], seen.segments)) is not None
        for entry in entries
    ]
    same = [(entry, values) for entry, values in fitting if entry.method == seen.method]
    for entry, values in same:
        if (entry.action or "").casefold() == (seen.action or "").casefold():
            return Recognised(entry, values)
    return next(_reasons(seen, [entry for entry, _ in fitting], [entry for entry, _ in same]))


@cache
def _by_path() -> tuple[tuple[Operation, ...], ...]:
    """The operations, those of one path together."""
    found: dict[str, tuple[Operation, ...]] = {}
    for entry in operations():
        found[entry.path] = (*found.get(entry.path, ()), entry)
    return tuple(found.values())


def is_near(location: Location) -> bool:
    """Whether a location is in the part of the platform that the contract describes: a call of it is ours, right or wrong."""
    return any(_starts(location.segments, root) for root in _roots())


def resembles(location: Location) -> bool:
    """Whether a location looks like a mistake for one of ours: the right name below the wrong root, or nearly the right name."""
    names = {segment.casefold() for entry in operations() for segment in _fixed(entry)[1:]} - {ROOT}
    return any(segment.casefold() in names or nearest(segment, names, cutoff=0.85) for segment in location.segments[1:])


ROOT = "biz"
"""The root that most operations are below, and some are not."""


@cache
def _roots() -> tuple[tuple[str, ...], ...]:
    """The beginnings of the paths of the contract: each to the first name in it that tells what it is about."""
    found = (_fixed(entry) for entry in operations())
    return tuple({tuple(parts[: 3 if parts[1] == ROOT else 2]): None for parts in found})


def words() -> set[str]:
    """The words that a path or an action of the contract consists of."""
    return {part for entry in operations() for part in [*_fixed(entry), entry.action or ""]} - {""}


def usage(entry: Operation) -> str:
    """How an operation is called: its method, its path, and what must be in its query."""
    needed = [f"{item.name}={{{item.name}}}" for item in entry.parameters if item.required and item.location == "query"]
    query = "&".join([*([f"{ACTION}={entry.action}"] if entry.action else []), *needed])
    return f"{entry.method} {entry.path}{'?' if query else ''}{query}"


_WITH_BODY = {"POST", "PUT", "PATCH"}


@dataclass(frozen=True, slots=True)
class _Seen:
    method: str
    segments: tuple[str, ...]
    action: str | None


def _action(query: str) -> str | None:
    return next((text.strip() for name, text in parse_qsl(query) if name.strip().casefold() == ACTION), None)


def _parts(entry: Operation) -> tuple[str, ...]:
    return _split(entry.path)


@cache
def _split(path: str) -> tuple[str, ...]:
    return tuple(path.strip("/").split("/"))


def _fixed(entry: Operation) -> list[str]:
    """The part of an operation's path in front of its parameters."""
    return [part for part in _parts(entry) if not part.startswith("{")]


def _starts(segments: tuple[str, ...], parts: Sequence[str]) -> bool:
    return [segment.casefold() for segment in segments[: len(parts)]] == [part.casefold() for part in parts]


def _values(entry: Operation, segments: tuple[str, ...]) -> dict[str, str] | None:
    """The values in a path by the names of the parameters; None if it is not the path of the operation."""
    parts = _parts(entry)
    if len(parts) != len(segments):
        return None
    pairs = list(zip(parts, segments, strict=True))
    if any(part.casefold() != segment.casefold() for part, segment in pairs if not part.startswith("{")):
        return None
    values = {part.strip("{}"): segment for part, segment in pairs if part.startswith("{")}
    return values if all(values.values()) and not _is_word(entry, values) else None


def _is_word(entry: Operation, values: Mapping[str, str]) -> bool:
    """Whether a word is in the path where a number belongs: the name of an action, which is not a call with a bad id."""
    kinds = {item.name: item.type for item in entry.parameters}
    return any(kinds[name] == "integer" and value.casefold() in _actions() for name, value in values.items())


@cache
def _actions() -> frozenset[str]:
    """The names of all actions, in lowercase."""
    return frozenset(other.action.casefold() for other in operations() if other.action)


def _reasons(seen: _Seen, fitting: list[Operation], same: list[Operation]) -> Iterator[Unrecognised]:
    """Why a call matches no operation, the most useful reason first. The last one always holds."""
    for segment in seen.segments[2:]:
        for entry in [
            entry for entry in operations() if entry.action and entry.action.casefold() == segment.casefold()
        ]:
            yield _wrong(f"the action {entry.action} is in the path; it belongs in the query", entry)
    if seen.action is not None:
        yield from _reasons_of_action(seen, seen.action, same)
    if same:
        entry = next((entry for entry in same if not entry.action), same[0])
        yield _wrong(f"has no {ACTION}; one of {_listed(same)} is needed", _by_id(seen.method) or entry)
    if fitting:
        methods = ", ".join(dict.fromkeys(entry.method for entry in fitting))
        near = _lacking_id(seen) or fitting[0]
        if near.method != seen.method:
            takes_body = seen.method in _WITH_BODY
            near = min(
                fitting, key=lambda entry: (entry.action is not None, (entry.request is not None) is not takes_body)
            )
            yield _wrong(f"{seen.method} is not a method of this path, which has {methods}", near)
        yield _wrong(_without_id(near), near)
    yield from _reasons_of_path(seen)


def _reasons_of_action(seen: _Seen, action: str, same: list[Operation]) -> Iterator[Unrecognised]:
    """What is wrong with a call that has an action, which none of the operations at its place has."""
    known = {entry.action: entry for entry in operations() if entry.action}
    name = next((name for name in known if name.casefold() == action.casefold()), None)
    if name is None:
        hint = nearest(action, known)
        others = f"; {seen.method} has {_listed(same)} at this path" if _listed(same) else ""
        yield Unrecognised(f"no operation has this action{others}", usage(known[hint]) if hint else None)
        return
    entry = known[name]
    if _values(entry, seen.segments) is not None:
        yield _wrong(f"the action {name} is called with {entry.method}, not {seen.method}", entry)
    elif len(_parts(entry)) < len(seen.segments) and _starts(seen.segments, _parts(entry)):
        yield _wrong(f"the id of {name} belongs in the query, not in the path", entry)
    elif len(_parts(entry)) > len(seen.segments):
        yield _wrong(_without_id(entry), entry)
    yield _wrong(f"the action {name} does not belong to this path", entry)


def _reasons_of_path(seen: _Seen) -> Iterator[Unrecognised]:
    """What is wrong with a path that no operation has."""
    for entry in operations():
        below = [part for part in seen.segments if part.casefold() != ROOT]
        own = [part for part in _parts(entry) if part.casefold() != ROOT]
        if len(below) == len(own) and len(seen.segments) != len(_parts(entry)) and entry.method == seen.method:
            pairs = zip(own, below, strict=True)
            if all(part.startswith("{") or part.casefold() == segment.casefold() for part, segment in pairs):
                where = "not below" if ROOT in map(str.casefold, seen.segments) else "below"
                yield _wrong(f"{entry.id} is {where} /api/{ROOT}", entry)
    if lacking := _lacking_id(seen):
        yield _wrong(_without_id(lacking), lacking)
    alike = _alike(seen)
    if alike:
        yield _wrong("no operation has this path", alike)
    yield Unrecognised("no operation has this path", None)


def _lacking_id(seen: _Seen) -> Operation | None:
    """The operation of a method whose path is that of a call but for the parameter at its end."""
    for entry in operations():
        parts = _parts(entry)
        is_meant = entry.method == seen.method and not entry.action and parts[-1].startswith("{")
        if is_meant and len(parts) == len(seen.segments) + 1 and _starts(seen.segments, parts[:-1]):
            return entry
    return None


def _by_id(method: str) -> Operation | None:
    """The operation of a method that takes an id in its path: what is meant where neither id nor action is given."""
    found = (entry for entry in operations() if entry.method == method and not entry.action)
    return next((entry for entry in found if "{" in entry.path), None)


def _alike(seen: _Seen) -> Operation | None:
    """The operation of a method, or else any, whose path is most like that of a call."""
    texts = {"/".join(_fixed(entry)): entry for entry in reversed(operations())}
    hint = nearest("/".join(seen.segments[:4]), texts, cutoff=0.6) or nearest(
        "/".join(seen.segments[:3]), texts, cutoff=0.6
    )
    if hint is None:
        return None
    found = [entry for entry in operations() if "/".join(_fixed(entry)) == hint]
    found = [entry for entry in found if entry.method == seen.method and entry.action == seen.action] or found
    longer = len(seen.segments) > len(_fixed(found[0]))
    return next((entry for entry in found if ("{" in entry.path) is longer), found[0])


def _without_id(entry: Operation) -> str:
    return f"{entry.id} needs {' and '.join(item.name for item in entry.parameters if item.location == 'path')} in its path"


def _listed(entries: list[Operation]) -> str:
    return ", ".join(entry.action for entry in entries if entry.action)


def _wrong(message: str, entry: Operation) -> Unrecognised:
    return Unrecognised(message, usage(entry))
