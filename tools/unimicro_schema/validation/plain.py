"""The values that programs give as a payload, as the plain values of JSON."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Mapping
from functools import cache
from math import isfinite
from os import PathLike
from typing import Any

import orjson

from unimicro_schema.pointers import escape

# What `marshal` writes of a tuple, or of a float whose exponent has all bits set, which is infinite or not a number. Some other
# values look so too; they are only copied.
_MAY_NOT_BE = re.compile(rb"\(|[\xf0-\xff][\x7f\xff]")
_WITHOUT_SHORT_FORMS = 2  # the version of its format
_INSTEAD = "give text, a number, a list or a dictionary"


def plain(payload: Any) -> Any:
    """A payload that was given as values, as JSON has them; the payload itself where it is plain already.

    Subclasses are what they are subclasses of. Models, UUIDs, dates, decimals and enums are what they are written as. Raises
    `ValueError`, with the place and what to give instead, for what JSON cannot hold.
    """
    if _is_plain(payload):
        return payload
    try:
        return _converted(payload, "", ())
    except RecursionError:
        raise ValueError("the payload is nested too deep") from None


def _is_plain(payload: Any) -> bool:
    """Whether all is surely of the very types that JSON is read into. Programs seldom give anything else.

    Of two fast writers one takes no types but those of Python itself, and the other none but those that JSON libraries take.
    """
    try:
        orjson.dumps(payload)
        return not _MAY_NOT_BE.search(marshal.dumps(payload, _WITHOUT_SHORT_FORMS))
    except (TypeError, ValueError):
        return False


def _converted(value: Any, pointer: str, above: tuple[int, ...]) -> Any:
    if id(value) in above:
        raise ValueError(f"{_place(pointer)} contains itself; give a copy without the circle")
    inside = (*above, id(value))
    if isinstance(value, Mapping):
        return {_key(key, pointer): _converted(item, f"{pointer}/{escape(key)}", inside) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_converted(item, f"{pointer}/{index}", inside) for index, item in enumerate(value)]
    if hasattr(value, "model_dump"):
        return _converted(value.model_dump(mode="json", by_alias=True), pointer, inside)
    return _scalar(value, pointer)


def _key(key: object, pointer: str) -> str:
    if isinstance(key, str):
        return _text(key, pointer)
    raise ValueError(f"{_place(pointer)} has a key of type {type(key).__name__}; keys of JSON are text")


def _scalar(value: Any, pointer: str) -> Any:
    for kind, convert in _kinds().items():
        if isinstance(value, kind):
            return convert(value, pointer)
    raise ValueError(f"{_place(pointer)} is a value of type {type(value).__name__}, which JSON cannot hold; {_INSTEAD}")


@cache
def _kinds() -> dict[Any, Callable[[Any, str], Any]]:
    """What becomes of a value by its type, the first that fits. Few programs give any but the plain ones."""
    from datetime import date
    from decimal import Decimal
    from enum import Enum
    from uuid import UUID

    return {
        bool | None: lambda value, _: value,
        str: _text,
        int: _whole,
        float | Decimal: _number,
        UUID: lambda value, _: str(value),
        date: lambda value, _: value.isoformat(),  # dates with a time are among them
        Enum: lambda value, pointer: _scalar(value.value, pointer),
        PathLike: _refused("is a path; give what the file holds: path.read_bytes()"),
        bytes | bytearray | memoryview: _refused("is bytes; give text: value.decode()"),
    }


def _text(value: str, pointer: str) -> str:
    text = str.__str__(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(
            f"{_place(pointer)} has half of a character (a lone surrogate); give text without it"
        ) from None
    return text


def _whole(value: int, pointer: str) -> int:
    number = int.__index__(value)
    try:
        float(number)  # as JSON is read nearly everywhere
    except OverflowError:
        raise ValueError(f"{_place(pointer)} is larger than any double (1.8e308); give a smaller number") from None
    return number


def _number(value: Any, pointer: str) -> int | float:
    if not isfinite(value):
        raise ValueError(f"{_place(pointer)} is not a JSON number; leave it out, or give null or a number")
    return _whole(int(value), pointer) if not isinstance(value, float) and value == int(value) else float(value)


def _refused(reason: str) -> Callable[[Any, str], Any]:
    def refuse(_: Any, pointer: str) -> Any:
        raise ValueError(f"{_place(pointer)} {reason}")

    return refuse


def _place(pointer: str) -> str:
    return pointer or "the payload"
