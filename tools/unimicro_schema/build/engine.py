"""Derives what the engine compiles: the published definitions without what only readers need, and with patterns for formats.

The engine's own formats are laxer than ours, and calling our functions takes longer than everything else that it does.
"""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.build.contract import Contract, Node, references
from unimicro_schema.derived.published import engine_pool, pool_of
from unimicro_schema.formats import PATTERNS, anchored
from unimicro_schema.pointers import DEFINITIONS, altered, reached
from unimicro_schema.pointers import references as referred

_FOR_READERS = {"title", "description", "examples", "deprecated", "readOnly", "writeOnly", "format"}


def pools(contract: Contract, published: dict[str, Node]) -> dict[str, Node]:
    """The definitions that bodies need, by the pool that the engine is given with them. `published` are all, by pool."""
    roots: dict[tuple[str, str], set[str]] = {}
    for operation in contract.operations:
        for body, media in contract.bodies(operation):
            roots.setdefault((engine_pool(body), pool_of(body)), set()).update(references(media["schema"]))
    return {pool: _of(published[source], names) for (pool, source), names in roots.items()}


def _of(definitions: Node, names: set[str]) -> Node:
    uses = {name: set(referred(node, DEFINITIONS)) for name, node in definitions.items()}
    return {name: compiled(definitions[name]) for name in sorted(reached(uses, names))}


def written(definitions: Node) -> str:
    """A pool as JSON, one definition per line: it is read at each start, and a change to one definition shows as one."""
    lines = (f"{orjson.dumps(name).decode()}:{orjson.dumps(node).decode()}" for name, node in definitions.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def compiled(schema: Any) -> Any:
    """A published schema as the engine is given it."""
    if isinstance(schema, list):
        return [compiled(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: value for key, value in altered(schema, compiled).items() if key not in _FOR_READERS}
    pattern = PATTERNS.get(schema.get("format", ""))
    return result | ({"pattern": anchored(pattern)} if pattern else {})
