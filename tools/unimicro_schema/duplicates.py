"""Finds keys that stand twice in one object, which parsers let pass without a word."""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.defects import Defect
from unimicro_schema.locate import Path, lines, places

_GAPS = (b'" :', b'"\t:', b'"\n:', b'"\r:')
"""How a colon can stand apart from the quote of its key."""


def may_repeat_keys(text: bytes, value: Any) -> bool:
    """Whether a key may stand twice in a text that was parsed to `value`; quick, and never wrong when it says no.

    Written again, the value has as many keys as the text, unless one of them was dropped. Keys are counted by the quote and
    colon behind them. Where a colon stands apart, or a quote may be written as an escape of its code, that count says nothing:
    then the answer is yes and `duplicates` looks closely.
    """
    try:
        keys = orjson.dumps(value).count(b'":')
    except orjson.JSONEncodeError:  # it writes less deep than it reads
        return True
    return text.count(b'":') != keys or b"u0022" in text or any(gap in text for gap in _GAPS)


def duplicates(text: str) -> list[Defect]:
    """Every key that repeats an earlier one of the same object, in JSON text."""
    first: dict[Path, int] = {}
    found = []
    for path, is_key, offset in places(text):
        if is_key and path in first:
            line, column = lines(text)(first[path])
            message = f"stands twice in this object; the first is at line {line}, column {column}"
            found.append(Defect("duplicate-key", path, message, is_key=True))
        elif is_key:
            first[path] = offset
    return found
