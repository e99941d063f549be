"""Guesses what was meant by a name that the contract does not have."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from unimicro_schema.entities import entities

_LEVELS = 2  # how far further in a property is looked for


@lru_cache(maxsize=1024)
def suggest(entity: str, key: str) -> str | None:
    """The property that was probably meant in what is sent: of the same name further in, or of a similar name beside it.

    `entity` is the one that lacks `key`. A place further in is given as a path with dots. There the name may have that of its
    entity in front, as `PhoneNumber` has.
    """
    known = entities()
    properties = {name: prop for name, prop in known[entity].properties.items() if prop.role != "bookkeeping"}
    folded = {name.lower(): name for name in properties}
    if key.lower() in folded:
        return folded[key.lower()]
    return _inside(entity, key) or nearest(key, properties) or _slip(key, properties)


def _inside(entity: str, key: str) -> str | None:
    """The place of a property in the objects of an entity, or in the objects inside these; the nearer first."""
    level = [("", entity)]
    for _ in range(_LEVELS):
        level = [
            (f"{path}{name}.", prop.entity)
            for path, owner in level
            for name, prop in entities()[owner].properties.items()
            if prop.kind == "entity" and prop.entity and prop.role != "bookkeeping"
        ]
        for path, inner in level:
            names = entities()[inner].properties
            plain = key.removeprefix(inner)
            found = key if key in names else plain if plain != key and plain in names else None
            if found:
                return f"{path}{found}"
    return None


def is_nearly(name: str, known: Collection[str]) -> bool:
    """Whether a name that is not known is hardly anything but a slip for a known one.

    It is one in another case, or with one letter or underscore lost, added, doubled or swapped with the next. Another digit or
    another word makes another name.
    """
    written = name.lower()
    return any(_is_slip(written, entry.lower()) for entry in known)


def _slip(name: str, known: Collection[str]) -> str | None:
    """The known name that a name is nearly. In a short name one letter is much."""
    return next((entry for entry in known if is_nearly(name, [entry])), None)


def _is_slip(name: str, known: str) -> bool:
    """Whether one name is the other with a letter more or less, or with two neighbours swapped; both in lowercase."""
    start = 0
    while start < min(len(name), len(known)) and name[start] == known[start]:
        start += 1
    if len(name) == len(known):
        swapped = known[:start] + known[start + 1 : start + 2] + known[start : start + 1] + known[start + 2 :]
        return name == known or (name == swapped and not _has_digit(known[start : start + 2]))
    longer, shorter = (name, known) if len(name) > len(known) else (known, name)
    return not _has_digit(longer[start]) and longer[:start] + longer[start + 1 :] == shorter


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def nearest(name: str, known: Collection[str], cutoff: float = 0.7) -> str | None:
    """The known name that is most like a name, in whatever case, or None if none is much like it."""
    near = alike(name, known, cutoff)
    return near[0] if near else None


def alike(name: str, known: Collection[str], cutoff: float) -> list[str]:
    """The known names that are at least so much like a name, in whatever case, the most alike first."""
    rate = _likeness_to(name.lower())
    near = [(rate(entry.lower()), entry) for entry in dict.fromkeys(known)]
    return [entry for found, entry in sorted(near, key=lambda pair: -pair[0]) if found >= cutoff]


def _likeness_to(name: str) -> Callable[[str], float]:
    """How much alike a text and `name` are, from 0 to 1: the share of their characters that are in both in the same order.

    That is twice the length of their longest common subsequence, divided by the sum of their lengths. The ratio of difflib
    looks for the longest runs instead, and depends on which of the two comes first.
    """
    places: dict[str, int] = {}
    for index, character in enumerate(name):
        places[character] = places.get(character, 0) | 1 << index
    full = (1 << len(name)) - 1

    def rate(other: str) -> float:
        row = full  # a bit becomes 0 where the subsequence grows by that character of `name` (Hyyrö 2004)
        for character in other:
            met = row & places.get(character, 0)
            row = ((row + met) | (row - met)) & full
        return 2 * (len(name) - row.bit_count()) / ((len(name) + len(other)) or 1)

    return rate
