"""Undoes the percent-encoding of a query, and remembers where each character stands in the text as it was given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ESCAPES = r"(?P<bytes>(?:%[0-9A-Fa-f]{2})+)|(?P<plus>\+)|%"
_ENCODED = re.compile(rf"{_ESCAPES}|[^%+]+")
_TO_ENCODE = re.compile(rf"'[^']*+'?|{_ESCAPES}|[^%+']+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A part of a query without its encoding. `places` are the indexes of its characters in the text as it was given."""

    value: str
    places: Sequence[int]

    def column(self, index: int) -> int:
        """The column, counted from 1, of a character; of the last one where the index lies behind it."""
        return self.places[min(index, len(self.places) - 1)] + 1


def decode(text: str, start: int, end: int) -> Decoded:
    """The part of a text from `start` to `end`, which may be empty, decoded.

    A value with a bare blank in it is one that is still to be encoded. There a text in quotes is taken as it is: in
    `OrgNumber like '%27%'` no quote is meant.
    """
    raw = text[start:end]
    if "%" not in raw and "+" not in raw:
        return Decoded(raw, range(start, max(end, start + 1)))
    characters: list[str] = []
    places: list[int] = []
    for match in (_TO_ENCODE if " " in raw else _ENCODED).finditer(raw):
        at = start + match.start()
        if match["plus"]:
            characters.append(" ")
            places.append(at)
        elif match["bytes"]:
            for character, width in _characters(bytes.fromhex(match["bytes"].replace("%", ""))):
                characters.append(character)
                places.append(at)
                at += 3 * width
        else:
            characters.append(match.group())
            places.extend(range(at, start + match.end()))
    return Decoded("".join(characters), places)


def _characters(data: bytes) -> list[tuple[str, int]]:
    """The characters of UTF-8 with the number of their bytes. What is not UTF-8 becomes a replacement character."""
    try:
        return [(character, len(character.encode())) for character in data.decode()]
    except UnicodeDecodeError:
        return [(chr(byte) if byte < 0x80 else "\ufffd", 1) for byte in data]
