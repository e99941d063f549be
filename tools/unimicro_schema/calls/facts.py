"""What calls say about the contract: counts of what confirms and contradicts it, and never a value of a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson

from unimicro_schema import distribution
from unimicro_schema.calls.assumptions import EFFECTS, EVIDENCE, Assumption, assumptions, by_place
from unimicro_schema.calls.evidence import SHAPE, STATUS, Sight
from unimicro_schema.registry import contract_version, operation
from unimicro_schema.reports import Totals, printable

_MOST = 10_000
"""How many different sights are told apart: names of unknown properties come from the calls, and there may be any number."""


class Told(NamedTuple):
    """A fact of which calls show something: how often what was seen, and how much of it confirms or contradicts the fact."""

    fact: Assumption
    evidence: dict[str, int]

    @property
    def confirmed(self) -> int:
        """How often the fact was confirmed."""
        return self._sum(confirms=True)

    @property
    def contradicted(self) -> int:
        """How often it was contradicted."""
        return self._sum(confirms=False)

    def _sum(self, *, confirms: bool) -> int:
        effects = EFFECTS[self.fact.kind]
        return sum(number for word, number in self.evidence.items() if effects[word] is confirms)


class Facts:
    """Counts what calls show. Its size does not depend on how many there are."""

    def __init__(self) -> None:
        self._sights: Counter[Sight] = Counter()
        self._evidence: Counter[tuple[str, str]] = Counter()

    def add(self, seen: set[Sight]) -> None:
        """Counts what a call shows: each thing once, at however many places of the call it is."""
        self._sights.update(sight for sight in seen if sight in self._sights or len(self._sights) < _MOST)
        self._evidence.update(
            {(fact.id, sight.word) for sight in seen for fact in by_place().get(sight.place, ())},
        )

    def told(self) -> list[Told]:
        """The facts of which something was seen, in the order of the contract."""
        found = []
        for fact in assumptions():
            counts = {word: self._evidence[fact.id, word] for word in EFFECTS.get(fact.kind, ())}
            if seen := {word: count for word, count in counts.items() if count}:
                found.append(Told(fact, seen))
        return found

    def of(self, word: str) -> list[tuple[str, int]]:
        """The places of a sight with their counts, sorted."""
        return sorted((sight.place, count) for sight, count in self._sights.items() if sight.word == word)

    def misfits(self) -> list[tuple[str, str, int]]:
        """What answers hold that the contract does not have: the rule, the place and the count, sorted."""
        known = {*EVIDENCE, STATUS, SHAPE} - {"too-long", "out-of-range"}
        return sorted(
            (sight.word, sight.place, count) for sight, count in self._sights.items() if sight.word not in known
        )


def as_json(facts: Facts, totals: Totals) -> str:
    """One JSON object, whose schema is `facts.schema.json`."""
    told = facts.told()
    assumed = [fact for fact in assumptions() if fact.known == "assumed"]
    row = {
        "version": 1,
        "contract": contract_version(),
        "toolkit": distribution.version(),
        "calls": {
            "counted": totals.checked - totals.unreadable,
            "unreadable": totals.unreadable,
            "others": totals.others,
        },
        "facts": [_told(entry) for entry in told],
        "untouched": len(assumed) - sum(entry.fact.known == "assumed" for entry in told),
        "statuses": [
            {"operation": name, "status": status, "documented": _is_documented(name, status), "calls": count}
            for (name, status), count in ((place.split(" "), count) for place, count in facts.of(STATUS))
        ],
        "undocumented_bodies": [
            {"operation": name, "status": status, "body": shape, "calls": count}
            for (name, status, shape), count in ((place.split(" ", 2), count) for place, count in facts.of(SHAPE))
        ],
        "misfits": [{"rule": rule, "place": place, "calls": count} for rule, place, count in facts.misfits()],
    }
    return orjson.dumps(row, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _told(entry: Told) -> dict[str, Any]:
    fact = entry.fact
    return {
        "id": fact.id,
        "about": fact.about,
        "says": fact.says,
        "known": fact.known,
        "docs": distribution.link(fact.docs),
        "confirmed": entry.confirmed,
        "contradicted": entry.contradicted,
        "evidence": entry.evidence,
    }


def as_text(facts: Facts, totals: Totals) -> str:
    """Sections for people: what is contradicted first."""
    told = facts.told()
    contradicted = [entry for entry in told if entry.contradicted]
    confirmed = [entry for entry in told if entry not in contradicted and entry.confirmed]
    seen = [entry for entry in told if entry not in contradicted and entry not in confirmed]
    untouched = sum(fact.known == "assumed" for fact in assumptions()) - sum(
        entry.fact.known == "assumed" for entry in told
    )
    sections = [
        ("Contradicted", _listed(contradicted)),
        ("Confirmed", _listed(confirmed)),
        ("Seen, so it can be tested", _listed(seen)),
        ("Statuses", [f"{place}: {count:,}{_remark(place)}" for place, count in facts.of(STATUS)]),
        ("Answers without a documented body", [f"{place}: {count:,}" for place, count in facts.of(SHAPE)]),
        (
            "In answers, and not in the contract",
            [f"{rule} {place}: {count:,}" for rule, place, count in facts.misfits()],
        ),
    ]
    head = (
        f"Contract {contract_version()}, {totals.checked - totals.unreadable:,} calls"
        f" ({totals.unreadable:,} unreadable, {totals.others:,} of other APIs). Each number counts calls."
    )
    parts = ["\n".join([title, *(f"  {printable(row)}" for row in rows)]) for title, rows in sections if rows]
    return "\n\n".join([head, *parts, f"{untouched:,} assumed facts are not touched by these calls."]) + "\n"


def _listed(entries: list[Told]) -> list[str]:
    return [row for entry in entries for row in _rows(entry)]


def _rows(entry: Told) -> Iterator[str]:
    yield f"{entry.fact.about}: {entry.fact.says} ({entry.fact.known})"
    yield from (f"  {EVIDENCE[word]}: {count:,}" for word, count in entry.evidence.items())


def _remark(place: str) -> str:
    name, status = place.split(" ")
    return "" if _is_documented(name, status) else " (not documented)"


def _is_documented(name: str, status: str) -> bool:
    return status in operation(name).responses
