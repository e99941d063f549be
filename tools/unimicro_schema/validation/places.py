"""Paths to places in a payload.

Those of the engine's errors leave out keys that are empty, and write keys of digits as indexes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a place."""


def place_of(error: Any, value: Any) -> Place:
    """Where in a value an error stands."""
    ways = list(_ways(value, error.instance_path))
    if len(ways) == 1:
        return ways[0]
    return next((way for way in ways if at(value, way) == error.instance), ())


def _ways(value: Any, tokens: Sequence[str | int]) -> Iterator[Place]:
    """The paths that the engine would write as `tokens`."""
    waiting: list[tuple[Place, Any, int]] = [((), value, 0)]
    while waiting:
        path, node, used = waiting.pop()
        if isinstance(node, dict) and "" in node:
            waiting.append(((*path, ""), node[""], used))
        if used == len(tokens):
            yield path
        else:
            waiting += [((*path, key), node[key], used + 1) for key in _steps(node, tokens[used])]


def _steps(value: Any, token: str | int) -> list[str | int]:
    """The keys or indexes in a value that the engine writes as a token."""
    if isinstance(token, str):
        return [token] if isinstance(value, dict) and token in value else []
    if isinstance(value, list):
        return [token] if token < len(value) else []
    keys = value if isinstance(value, dict) else ()
    return [key for key in keys if key.removeprefix("+").lstrip("0") == (str(token) if token else "")]


def at(value: Any, path: Place) -> Any:
    """What stands at a path."""
    for token in path:
        value = value[token]
    return value
