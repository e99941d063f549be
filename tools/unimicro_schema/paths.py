"""Paths to places in a payload.

Those of the engine's errors leave out keys that are empty, and write keys of digits as indexes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a place."""


def path_of(error: Any, value: Any) -> Path:
    """Where in a value an error stands."""
    ways = list(_ways(value, error.instance_path))
    if len(ways) == 1:
        return ways[0]
    return next((way for way in ways if at(value, way) == error.instance), ())


def _ways(value: Any, tokens: Sequence[str | int]) -> Iterator[Path]:
    """The paths that the engine would write as `tokens`."""
    if not tokens:
        yield ()
    else:
        for key in _steps(value, tokens[0]):
            yield from ((key, *way) for way in _ways(value[key], tokens[1:]))
    if isinstance(value, dict) and "" in value:
        yield from (("", *way) for way in _ways(value[""], tokens))


def _steps(value: Any, token: str | int) -> list[str | int]:
    """The keys or indexes in a value that the engine writes as a token."""
    if isinstance(token, str):
        return [token] if isinstance(value, dict) and token in value else []
    if isinstance(value, list):
        return [token] if token < len(value) else []
    keys = value if isinstance(value, dict) else ()
    return [key for key in keys if key.removeprefix("+").lstrip("0") == (str(token) if token else "")]


def at(value: Any, path: Path) -> Any:
    """What stands at a path."""
    for token in path:
        value = value[token]
    return value
