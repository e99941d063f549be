"""Finds keys that appear twice in one object, which parsers accept silently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from unimicro_schema.validation.defects import Defect, Place


def may_repeat_keys(text: bytes, value: Any) -> bool:
    """Whether a key may appear twice in the text that `value` was parsed from. It is quick, and False is always right.

    Most programs write as tightly as we do, and then the value gives the same text again. Else the value, written again, has as
    many colons as the text, unless a key was dropped, and at least its colon with it. Only a colon that is written as an escape
    of its code could make up for that; then `duplicates` looks closely.
    """
    try:
        written = orjson.dumps(value)
    except orjson.JSONEncodeError:  # it writes less deep than it reads
        return True
    if written == text:
        return False
    return text.count(b":") != written.count(b":") or (b"\\" in text and b"u003" in text)


def duplicates(text: str) -> list[Defect]:
    """Every key that an object has more than once, in JSON text: at its last place, with the first."""
    from unimicro_schema.validation.locate import lines, places  # few payloads come here

    open_objects: dict[Place, dict[str | int, _Key]] = {}
    repeated = []
    for path, is_key, offset in places(text):
        if not is_key:
            open_objects.pop(path, None)  # another value begins there: a key that repeats may hold an object again
            continue
        keys = open_objects.setdefault(path[:-1], {})
        before = keys.setdefault(path[-1], _Key(path, offset, offset))
        if before.last == before.first != offset:
            repeated.append(before)
        before.last = offset
    place = lines(text)
    return [key.defect(*place(key.first)) for key in sorted(repeated, key=lambda key: key.first)]


@dataclass(slots=True)
class _Key:
    """A key of one object, and the offsets of its first and its last place."""

    path: Place
    first: int
    last: int

    def defect(self, line: int, column: int) -> Defect:
        values = {"line": line, "column": column}
        return Defect("duplicate-key", self.path, "duplicate", values, is_key=True, offset=self.last)
