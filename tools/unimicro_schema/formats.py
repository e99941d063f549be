"""The text formats of the contract, one function each, for every engine that needs them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}):([0-9]{2})(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)


def is_uuid(text: str) -> bool:
    """Whether `text` is a GUID: 8-4-4-4-12 hexadecimal digits, in either case."""
    return _UUID.fullmatch(text) is not None


def is_date_time(text: str) -> bool:
    """Whether `text` is a date and time with an offset, as in RFC 3339. A leap second may only end a minute `:59`."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return False
    date, minute, second = match.groups()
    if second == "60" and minute.endswith("59"):
        second = "59"
    try:
        datetime.fromisoformat(f"{date}T{minute}:{second}")
    except ValueError:
        return False
    return True


FORMATS: MappingProxyType[str, Callable[[str], bool]] = MappingProxyType({"uuid": is_uuid, "date-time": is_date_time})
"""The functions by the name that stands at `format`. Each takes a text and tells whether it is of the format."""
