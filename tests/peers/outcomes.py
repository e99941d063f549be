"""What came of a generator: its client's calls, its habits, and what it does with codes that the contract does not list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from peers import habits, wire
from peers.clients import Run, made
from peers.generators import Generator
from peers.installation import Installed


@dataclass(frozen=True, slots=True)
class Outcome:
    """A generator, the run of all calls, and of those that the server refuses; the habits; and the two codes, of both forms of the file."""

    generator: Generator
    accepted: Run
    refused: Run
    habits: habits.Habits
    new_codes: tuple[str, ...]


def outcome(generator: Generator, installed: Installed) -> Outcome:
    """Makes the client twice, the second time from the form with open codes, and lets it call."""
    client = made(generator, installed)
    accepted, refused = client.run("accepted"), client.run("refused", wire.refuse)
    again = replace(generator, name=f"{generator.name}-open", program=f"newer/{generator.program}")
    opened = made(again, installed, document=generator.document(open_codes=True))
    codes = habits.new_codes(client) + habits.new_codes(opened)
    return Outcome(generator, accepted, refused, habits.seen(client, accepted), codes)
