"""Undoes the percent-encoding of a query, and remembers where each character is in the text as it was given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from unimicro_schema.query.flaws import Flaw, broken

Form = Literal["raw", "encoded", "either"]
"""How the options of a text are written: still to be encoded, encoded, or in a way that is both."""

_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}|\+")
_QUOTED = re.compile(r"'[^']*+'?")
_PARTS = r"(?P<bytes>(?:%[0-9A-Fa-f]{2})+)|(?P<plus>\+)|(?P<percent>%)"
_ENCODED = re.compile(rf"{_PARTS}|[^%+]+")
_RAW = re.compile(rf"'[^']*+'?|(?<= )\+(?= )|{_PARTS}|[^%+']+")

_MEANT_PLUS = re.compile(r"(?<=')\+(?=[0-9])|\+(?=[^\s'@]*@)")
"""A plus that is hardly a space, whatever else is: in front of a phone number, or in the first part of an e-mail address."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A part of a query without its encoding.

    `places` are the indexes of its characters in the text as it was given; `flaws` are what is wrong with the encoding, by the
    index in the value.
    """

    value: str
    places: Sequence[int]
    flaws: tuple[Flaw, ...] = ()

    def column(self, index: int) -> int:
        """The column, counted from 1, of a character; of the last one where the index lies behind it."""
        return self.places[min(index, len(self.places) - 1)] + 1

    def is_quoted(self, index: int) -> bool:
        """Whether a character is inside quotes."""
        return self.value.count("'", 0, index) % 2 == 1


@dataclass(slots=True)
class _Characters:
    """The characters of a part, as they are found."""

    values: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    pluses: list[int] = field(default_factory=list)

    def add(self, text: str, at: int, width: int = 1) -> None:
        self.values.extend(text)
        self.places.extend(range(at, at + width * len(text), width))

    def add_bytes(self, data: bytes, at: int) -> None:
        """The characters of escaped bytes. What is not UTF-8 becomes a replacement character for each byte."""
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            self.flaws.append(broken("bad-syntax", len(self.values) + error.start, "not-utf-8"))
            self.add("".join(chr(byte) if byte < 0x80 else "\ufffd" for byte in data), at, 3)
            return
        for character in text:
            self.add(character, at)
            at += 3 * len(character.encode())


def form_of(text: str, *, is_url: bool) -> Form:
    """How the options in a text are written. A bare space shows that they are still to be encoded."""
    if " " in text:
        return "raw"
    return "encoded" if is_url or _ESCAPE.search(text) else "either"


def decode(text: str, start: int, end: int, form: Form = "either") -> Decoded:
    """The part of a text from `start` to `end`, which may be empty, decoded. `form` is that of all options in the text.

    In a part that is still to be encoded, a text in quotes is taken as it is: in `OrgNumber like '%27%'` no quote is meant.
    A part with a bare space is one, and in a text that has one elsewhere, a part that has no escape outside of its quotes.
    """
    raw = text[start:end]
    if "%" not in raw and "+" not in raw:
        return Decoded(raw, range(start, max(end, start + 1)))
    is_raw = " " in raw or (form == "raw" and not _ESCAPE.search(_QUOTED.sub("", raw)))
    found = _Characters()
    for match in (_RAW if is_raw else _ENCODED).finditer(raw):
        at = start + match.start()
        if match["bytes"]:
            found.add_bytes(bytes.fromhex(match["bytes"].replace("%", "")), at)
            continue
        if match["plus"]:
            found.pluses.append(len(found.values))
        elif match["percent"] and not is_raw and form != "either":
            found.flaws.append(broken("bad-syntax", len(found.values), "percent", "%25"))
        found.add(" " if match["plus"] else match.group(), at)
    decoded = Decoded("".join(found.values), found.places)
    return Decoded(decoded.value, decoded.places, (*found.flaws, *_meant_pluses(decoded, found.pluses, raw)))


def _meant_pluses(decoded: Decoded, pluses: list[int], raw: str) -> Iterator[Flaw]:
    """Advice on each text in quotes that has a bare plus, where that is hardly a space.

    It is one where other spaces are written so too, and in what a program has encoded, quotes and all.
    """
    quoted = [at for at in pluses if decoded.is_quoted(at)]
    if not quoted:
        return
    characters = list(decoded.value)
    for at in pluses:
        characters[at] = "+"
    written = "".join(characters)
    is_space = len(quoted) < len(pluses) or ("%20" not in raw and "'" not in raw)
    meant = {match.start() for match in _MEANT_PLUS.finditer(written)} if is_space else set(quoted)
    texts: set[int] = set()
    for at in quoted:
        begin = written.rfind("'", 0, at)
        if at in meant and begin not in texts:
            texts.add(begin)
            yield broken("bare-plus", at, "plus", "%2B")
