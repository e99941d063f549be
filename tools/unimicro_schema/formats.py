"""The text formats of the contract: a pattern and a function each, for every engine that needs them."""

import re
from collections.abc import Callable
from types import MappingProxyType

_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"  # all but 0000
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_MONTH_AND_DAY = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
_HOUR = "(?:[01][0-9]|2[0-3])"

_DATE = f"(?:{_YEAR}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_OFFSET = f"(?:[Zz]|[+-]{_HOUR}:[0-5][0-9])"

PATTERNS: MappingProxyType[str, str] = MappingProxyType(
    {
        "uuid": "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
        "date-time": rf"{_DATE}[Tt]{_HOUR}:(?:[0-5][0-9]:[0-5][0-9]|59:60)(?:\.[0-9]+)?{_OFFSET}",
    }
)
"""What a text of each format looks like as a whole, in regular expressions that all engines understand alike.

A GUID has 8-4-4-4-12 hexadecimal digits, in either case. A date and time is that of RFC 3339, with an offset; a leap second may
only end a minute `:59`.
"""

MOMENT = rf"{_DATE}(?:[Tt ]{_HOUR}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?{_OFFSET}?)?"
"""What a date in a query looks like as a whole: alone, or with a time, which may lack its seconds and its offset."""


def anchored(pattern: str) -> str:
    """A pattern for engines that look for one anywhere in a text."""
    return f"^(?:{pattern})$"


def _fits(pattern: str) -> Callable[[str], bool]:
    # The pattern is compiled, and kept, when a text is first held against it: to check a payload, the engine needs none.
    return lambda text: re.fullmatch(pattern, text) is not None


FORMATS: MappingProxyType[str, Callable[[str], bool]] = MappingProxyType(
    {name: _fits(pattern) for name, pattern in PATTERNS.items()}
)
"""The functions by the value of `format`. Each takes text and returns whether it has the format."""
