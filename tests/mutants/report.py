"""What came of the faults, as a page: how many were noticed in each room, and why the others were not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mutants.sample import Mutant
from mutants.trial import Outcome

HERE = Path(__file__).parent
PAGE = HERE / "results.md"
REASONS = HERE / "reasons.toml"
ENOUGH = 0.9

_HEAD = """\
# Mutants

What `make mutants` found: small faults, planted in the package one at a time, and whether the tests of the room notice them.
The reasons are those of `reasons.toml`; everything else here is written by the run.

| room | faults | tried | noticed | share |
|---|--:|--:|--:|--:|
"""


@dataclass(frozen=True)
class Room:
    """A room with how many faults there are, and the outcome of those that were tried."""

    name: str
    faults: int
    outcomes: dict[Mutant, Outcome]

    @property
    def survivors(self) -> list[Mutant]:
        """The faults that no test noticed."""
        return [mutant for mutant, outcome in self.outcomes.items() if outcome == "survived"]

    @property
    def share(self) -> float:
        """How many of the faults were noticed, from 0 to 1."""
        return 1 - len(self.survivors) / len(self.outcomes)


def reasons() -> dict[str, str]:
    """Why a fault may stay unnoticed, by its key; written by hand."""
    return {key: str(entry["reason"]) for key, entry in tomllib.loads(REASONS.read_text(encoding="utf-8")).items()}


def page(rooms: Iterable[Room], known: dict[str, str]) -> str:
    """The whole page."""
    done = list(rooms)
    rows = [
        f"| {room.name} | {room.faults:,} | {len(room.outcomes)} | {len(room.outcomes) - len(room.survivors)} | {room.share:.0%} |\n"
        for room in done
    ]
    parts = [_HEAD, *rows]
    for room in done:
        parts += [f"\n## {room.name}\n"] if room.survivors else []
        parts += [_survivor(mutant, known.get(mutant.key, "**no reason yet**")) for mutant in room.survivors]
    return "".join(parts)


def _survivor(mutant: Mutant, reason: str) -> str:
    lines = [f"- {line}" for line in mutant.before.splitlines()] + [f"+ {line}" for line in mutant.after.splitlines()]
    return "\n".join([f"\n`{mutant.key}` {mutant.path}:{mutant.line}", "", "```diff", *lines, "```", "", reason, ""])


def faults(rooms: Iterable[Room], known: dict[str, str]) -> list[str]:
    """What is wrong with the tests: rooms in which too few faults are noticed, and survivors without a reason."""
    found = []
    for room in rooms:
        if room.share < ENOUGH:
            found.append(f"{room.name}: only {room.share:.0%} of the faults are noticed, not {ENOUGH:.0%}")
        lacking = [mutant.key for mutant in room.survivors if mutant.key not in known]
        if lacking:
            found.append(f"{room.name}: add a reason to {REASONS.name}, or better a test, for {', '.join(lacking)}")
    return found
