"""Finds the line and column of places in a JSON text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from json import loads

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')

Path = tuple[str | int, ...]


def locate(text: str, keys: Collection[Path], values: Collection[Path]) -> dict[tuple[Path, bool], tuple[int, int]]:
    """The line and column, from 1, of the keys and of the values at the given paths.

    `text` must be JSON. The result is by path and whether the place of the key was asked for.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found = {}
    line = 0
    for path, is_key, offset in _places(text):
        if path not in (keys if is_key else values):
            continue
        while line + 1 < len(starts) and starts[line + 1] <= offset:
            line += 1
        found[path, is_key] = (line + 1, offset - starts[line] + 1)
    return found


def _places(text: str) -> Iterator[tuple[Path, bool, int]]:
    """Every key and every value with its path and offset, in the order of the text."""
    path: list[str | int] = []
    opened: list[str] = []
    awaiting_key = False
    for match in _TOKEN.finditer(text):
        mark = match.group()
        if mark in "]}":
            opened.pop()
            if path and len(path) > len(opened):
                path.pop()
            awaiting_key = False
        elif mark == ",":
            if opened[-1] == "[":
                path[-1] = int(path[-1]) + 1
            else:
                path.pop()
                awaiting_key = True
        elif mark == ":":
            awaiting_key = False
        elif awaiting_key:
            path.append(loads(mark))
            yield tuple(path), True, match.start()
        else:
            yield tuple(path), False, match.start()
            if mark in "{[":
                opened.append(mark)
                awaiting_key = mark == "{"
                if mark == "[":
                    path.append(0)
