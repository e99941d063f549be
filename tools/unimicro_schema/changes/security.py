"""Compares how requests are authorised: the ways that an operation takes, and what each scheme asks for."""

from __future__ import annotations

from collections.abc import Iterator

from unimicro_schema.changes.change import Change
from unimicro_schema.changes.document import Node, Way, bare


def ways(place: str, old: frozenset[Way], new: frozenset[Way]) -> Iterator[Change]:
    """The ways to authorise that differ. One that needs a part of an old one, or more than that, replaces it."""
    unseen = set(new - old)
    for way in sorted(old - new, key=sorted):
        less = [item for item in new if item < way]
        more = [item for item in unseen if item > way]
        if less or more:
            now = min(less or more, key=sorted)
            unseen.discard(now)
            yield Change("security-loosened" if less else "security-tightened", place, _spoken(way), _spoken(now))
        else:
            yield Change("security-removed", place, old=_spoken(way))
    yield from (Change("security-added", place, new=_spoken(way)) for way in unseen)


def _spoken(way: Way) -> str:
    return " with ".join(sorted(way)) or "no authorisation"


def schemes(old: Node, new: Node) -> Iterator[Change]:
    """The security schemes of two documents that differ."""
    before, after = (node.get("components", {}).get("securitySchemes", {}) for node in (old, new))
    for name in before.keys() & after.keys():
        if bare(before[name]) != bare(after[name]):
            yield Change("security-scheme-changed", f"security {name}")
        elif before[name] != after[name]:
            yield Change("docs-changed", f"security {name}")
