"""Finds keys that stand twice in one object, which parsers let pass without a word."""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.validation.defects import Defect
from unimicro_schema.validation.places import Place


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
    found = []
    for path, is_key, offset in places(text):
        if is_key and path in first:
            line, column = lines(text)(first[path])
            message = f"stands twice in this object; the first is at line {line}, column {column}"
            found.append(Defect("duplicate-key", path, message, is_key=True))
        elif is_key:
            first[path] = offset
    return found
