"""Compares everything in two contracts except operations and schemas: versions, words and servers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unimicro_schema.changes import security
from unimicro_schema.changes.change import Change
from unimicro_schema.changes.document import Node, bare
from unimicro_schema.changes.schemas import notes

_KNOWN = {"openapi", "info", "tags", "servers", "security", "paths", "components"}


def changes(old: Node, new: Node) -> Iterator[Change]:
    """Every difference between two documents but those of operations and schemas."""
    was, now = old["openapi"], new["openapi"]
    if was != now:
        before, after = _minor(was), _minor(now)
        rule = "openapi-lowered" if after < before else "openapi-changed"
        yield Change("docs-changed", "openapi") if after == before else Change(rule, "openapi", was, now)
    if {**old["info"], "version": None} != {**new["info"], "version": None}:
        yield Change("docs-changed", "info")
    if old.get("tags") != new.get("tags"):
        yield Change("docs-changed", "tags")
    yield from (Change(rule, "contract", a, b) for rule, a, b in notes(old, new, _KNOWN))
    yield from _servers(old, new)
    yield from security.schemes(old, new)


def _minor(version: str) -> list[int]:
    """A version of OpenAPI without its last part, in which versions are compared."""
    return [int(part) for part in re.findall(r"[0-9]+", version)[:2]]


def _servers(old: Node, new: Node) -> Iterator[Change]:
    before, after = ({server["url"]: server for server in node.get("servers", [])} for node in (old, new))
    yield from (Change("server-removed", f"server {url}") for url in before.keys() - after.keys())
    yield from (Change("server-added", f"server {url}") for url in after.keys() - before.keys())
    for url in before.keys() & after.keys():
        was, now = before[url], after[url]
        if bare(was) != bare(now):
            yield Change("server-changed", f"server {url}")
        elif was != now:
            yield Change("docs-changed", f"server {url}")
