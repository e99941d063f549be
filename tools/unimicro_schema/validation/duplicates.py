"""Finds keys that stand twice in one object, which parsers let pass without a word."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

import orjson

from unimicro_schema.validation.defects import Defect, Place


def may_repeat_keys(text: bytes, value: Any) -> bool:
    """Whether a key may stand twice in a text that was parsed to `value`; quick, and never wrong when it says no.

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
    """Every key that repeats an earlier one of the same object, in JSON text."""
    from unimicro_schema.validation.locate import lines, places  # few payloads come here

    first: dict[Place, int] = {}
    repeated = [
        (path, first[path])
        for path, is_key, offset in places(text)
        if is_key and first.setdefault(path, offset) != offset
    ]
    place = lines(text)
    found = []
    for path, offset in sorted(repeated, key=itemgetter(1)):
        line, column = place(offset)
        found.append(Defect("duplicate-key", path, "duplicate", {"line": line, "column": column}, is_key=True))
    return found
