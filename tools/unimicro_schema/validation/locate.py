"""Finds the line and column of places in a JSON text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator

from orjson import loads

from unimicro_schema.validation.places import Place

_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def locate(
    text: str, keys: Collection[Place], values: Collection[Place], *, stop_early: bool = False
) -> dict[tuple[Place, bool], tuple[int, int]]:
    """The line and column, from 1, of the keys and of the values at the given paths.

    `text` must be JSON. The result is by path and whether the place of the key was asked for. Of a key that stands twice in an
    object it is the later place, as parsers keep the later value; `stop_early` if there is no such key.
    """
    place = lines(text)
    found = {}
    for path, is_key, offset in places(text):
        if path in (keys if is_key else values):
            found[path, is_key] = place(offset)
            if stop_early and len(found) == len(keys) + len(values):
                break
    return found


def lines(text: str) -> Callable[[int], tuple[int, int]]:
    """A function from an offset in `text` to line and column, from 1."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return place


def places(text: str) -> Iterator[tuple[Place, bool, int]]:
    """Every key and every value of a JSON text with its path and offset, in the order of the text."""
    path: list[str | int] = []
    opened: list[str] = []
    awaiting_key = False
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark in "]}":
            opened.pop()
            if len(path) > len(opened):
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
