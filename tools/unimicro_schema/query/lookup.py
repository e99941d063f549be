"""Looks a dotted name of a query up in the entities of the contract."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from unimicro_schema.query.flaws import Flaw, broken
from unimicro_schema.query.guesses import meant
from unimicro_schema.query.paths import Found, Lost, walk

_SEPARATOR = re.compile(r"[./]")


@lru_cache(maxsize=1024)  # long filters name few fields
def follow(root: str, path: str, *, wanted: str) -> Found | Flaw:
    """What a path of a query leads to, or what is wrong with it, at an index of the path.

    `wanted` says what it must lead to: a `related` object, a `plain` field, or `any` of both.
    """
    segments = tuple(_SEPARATOR.split(path))
    if "" in segments:
        at = sum(len(segment) + 1 for segment in segments[: segments.index("")])
        return broken("bad-syntax", max(at - 1, 0), "dots")
    expanding = wanted == "related"
    found = walk(root, segments, expanding=expanding)
    rule = "unknown-path" if expanding else "unknown-field"
    if isinstance(found, Lost):
        return Flaw(rule, found.at, found.reason, meant(root, found, wanted))
    if "/" in path:
        return broken(rule, path.index("/"), "slash", str(found))
    return found


def shifted(flaw: Flaw, by: int) -> Flaw:
    """A flaw of a path as one of the value in which the path begins at an index."""
    return replace(flaw, at=flaw.at + by)
