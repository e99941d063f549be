"""The assumed facts of the contract, as the build derived them, and what calls can show of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import orjson

from unimicro_schema.derived import read

EVIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "null-accepted": "null was sent, and the request succeeded",
        "null-refused": "null was sent, and the request was refused for it",
        "null-answered": "null was in an answer",
        "key-accepted": "an unknown property was sent, and the request succeeded",
        "key-refused": "an unknown property was sent, and the request was refused, with nothing else wrong in it",
        "answered": "it was in an answer",
        "answered-otherwise": "the answer had another body",
        "too-long": "a longer text was in an answer",
        "out-of-range": "a number beyond it was in an answer",
        "header-fits": "the header was there, and not smaller than the number of rows",
        "header-differs": "the header was there, and smaller than the number of rows or not a whole number",
        "header-absent": "the header was not there",
    }
)
"""What a call can show of a fact, each with its sentence."""

EFFECTS: Mapping[str, Mapping[str, bool | None]] = MappingProxyType(
    {
        "null": {"null-accepted": True, "null-answered": True, "null-refused": False},
        "not-null": {"null-accepted": False, "null-answered": False, "null-refused": True},
        "closed": {"key-accepted": False, "key-refused": True},
        "property": {"answered": True},
        "code": {"answered": True},
        "meaning": {"answered": None},
        "error": {"answered": True, "answered-otherwise": False},
        "limit": {"too-long": False, "out-of-range": False},
        "header": {"header-fits": True, "header-differs": False, "header-absent": None},
    }
)
"""By the kind of a fact what can be seen of it: whether that confirms the fact or contradicts it; None if neither."""


class Assumption(NamedTuple):
    """A fact: what it is about, what it says, how it is known, where that is documented, and where in calls it can be seen."""

    id: str
    about: str
    says: str
    known: str
    docs: str
    kind: str
    places: tuple[str, ...]


@cache
def assumptions() -> tuple[Assumption, ...]:
    """The assumed facts, and those about headers of answers, in the order of the contract."""
    rows = orjson.loads(read("assumptions.json"))["facts"]
    return tuple(Assumption(**{**row, "places": tuple(row["places"])}) for row in rows)


@cache
def by_place() -> Mapping[str, tuple[Assumption, ...]]:
    """The facts about each place."""
    found: dict[str, tuple[Assumption, ...]] = {}
    for entry in assumptions():
        for place in entry.places:
            found[place] = (*found.get(place, ()), entry)
    return found
