"""Finds places in a text that is JSON, and their lines and columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import count

from orjson import loads

from unimicro_schema.validation.defects import Place

Mark = tuple[Place, bool]
"""A path, and whether the key there is meant rather than the value."""

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_SCALAR = rf'{_STRING}|[^\[\]{{}}",:\s]++'
_TOKEN = re.compile(rf"{_SCALAR}|[{{}}\[\],:]")
_ENTRY = re.compile(
    rf"[\s,]*+({_STRING})\s*+:\s*+({_SCALAR})?+"
)  # a key and its value, unless that is an object or a list
_ENTRIES = re.compile(rf"(?:[\s,]*+{_STRING}\s*+:\s*+(?:{_SCALAR}))*+")  # as many as follow, up to an object or a list
_ITEM = re.compile(rf"[\s,]*+()(?:({_SCALAR})|(?=[{{\[]))")  # a value of a list, unless it is an object or a list
_BRACKET = re.compile(rf'[^{{}}\[\]"]*+(?:{_STRING}[^{{}}\[\]"]*+)*+([{{}}\[\]])')
_OPENING = frozenset("{[")
_SHORT = 100_000


def locate(text: str, marks: Collection[Mark], *, unique: bool) -> dict[Mark, int]:
    """The offsets of the keys and values at the given paths.

    `unique` if no object of the text has a key twice. Otherwise the later place counts, as parsers keep the later value.
    """
    found = {}
    for (start, at), group in _groups(text, marks).items() if unique else [(((), 0), marks)]:
        left = set(group)
        for mark, offset in _on_the_way(text, at, _tree((path for path, _ in group), start)):
            if mark in left:
                found[mark] = offset
                if unique:
                    left.remove(mark)
                    if not left:
                        break
    return found


def _groups(text: str, marks: Collection[Mark]) -> dict[tuple[Place, int], list[Mark]]:
    """The marks by the paths and offsets from which they are looked for.

    A key that is in the text only once, in a text without escapes, need not be looked for at all.
    """
    groups: dict[tuple[Place, int], list[Mark]] = {}
    is_short = len(text) * len(marks) < _SHORT and "\\" not in text
    for path, is_key in marks:
        start, at = _nearest(text, path) if is_short else ((), 0)
        groups.setdefault((start, at), []).append((path, is_key))
    return groups


def _nearest(text: str, path: Place) -> tuple[Place, int]:
    """The nearest key on the way to a place that is in the text only once: the path of its object, and its offset."""
    for length in range(len(path), 0, -1):
        written = f'"{path[length - 1]}"'
        if isinstance(path[length - 1], str) and text.count(written) == 1:
            return path[: length - 1], text.index(written)
    return (), 0


class _Branch(dict[str | int, "_Branch"]):
    """What leads on from a path, by its next key or index."""

    def __init__(self, path: Place) -> None:
        super().__init__()
        self.path = path

    def may_be_in(self, text: str) -> bool:
        """Whether a part of an object may have one of the keys."""
        return "\\" in text or any(f'"{key}"' in text for key in self)


def _tree(paths: Iterable[Place], start: Place) -> _Branch:
    root = _Branch(start)
    for path in paths:
        branch = root
        for length in range(len(start) + 1, len(path) + 1):
            token = path[length - 1]
            if token not in branch:
                branch[token] = _Branch(path[:length])
            branch = branch[token]
    return root


def _on_the_way(text: str, at: int, root: _Branch) -> Iterator[tuple[Mark, int]]:
    """The keys and values on the way to the leaves of a tree of paths, with their offsets, in the order of the text.

    It starts at the root of the text, or at a key of an object. What leads elsewhere is skipped.
    """
    opened: list[tuple[_Branch, Iterator[int] | None]] = [(root, None)]  # with the indexes of a list
    if not at:
        at = len(text) - len(text.lstrip())
        yield ((), False), at
        opened = [_opened(root, text[at])]
        at += 1
    looked_at = 0
    while opened:
        branch, indexes = opened[-1]
        if not indexes and at >= looked_at:
            looked_at = _end(_ENTRIES, text, at)
            if not branch.may_be_in(text[at:looked_at]):
                at = looked_at
        match = (_ITEM if indexes else _ENTRY).match(text, at)
        if match is None:
            opened.pop()
            at = text.index("]" if indexes else "}", at) + 1
            continue
        key, scalar = match.groups()
        at = match.end()
        child = branch.get(next(indexes) if indexes else key[1:-1] if "\\" not in key else loads(key))
        if child is not None:
            if not indexes:
                yield (child.path, True), match.start(1)
            yield (child.path, False), match.start(2) if scalar else at
        if child and not scalar:
            opened.append(_opened(child, text[at]))
            at += 1
        elif not scalar:
            at = _closed(text, at)


def _opened(branch: _Branch, mark: str) -> tuple[_Branch, Iterator[int] | None]:
    return branch, count() if mark == "[" else None


def _closed(text: str, at: int) -> int:
    """Where the object or list ends that begins at an index."""
    depth = 0
    for bracket in _BRACKET.finditer(text, at):
        depth += 1 if bracket[1] in _OPENING else -1
        if not depth:
            return bracket.end()
    raise ValueError("the text is not JSON")


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def lines(text: str) -> Callable[[int], tuple[int, int]]:
    """A function from an offset in `text` to line and column, from 1. It is quick when the offsets ascend."""
    line, start, last = 1, 0, 0

    def place(offset: int) -> tuple[int, int]:
        nonlocal line, start, last
        if offset < last:
            line, start, last = 1, 0, 0
        if breaks := text.count("\n", last, offset):
            line += breaks
            start = text.rindex("\n", last, offset) + 1
        last = offset
        return line, offset - start + 1

    return place


def places(text: str) -> Iterator[tuple[Place, bool, int]]:
    """Every key and every value of a JSON text with its path and offset, in the order of the text."""
    path: list[str | int] = []
    opened: list[str] = []
    awaiting_key = False
    for match in _TOKEN.finditer(text):
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
