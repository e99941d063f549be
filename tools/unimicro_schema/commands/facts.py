"""Prints what recorded calls say about the contract: `calls --facts`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial

from unimicro_schema.calls.call import Call
from unimicro_schema.calls.evidence import Sight, sights
from unimicro_schema.calls.facts import Facts, as_json, as_text
from unimicro_schema.calls.recordings import RecordingError
from unimicro_schema.calls.selection import Selection
from unimicro_schema.calls.traffic import recorded
from unimicro_schema.commands import UNCHECKED, VALID
from unimicro_schema.commands.progress import Progress
from unimicro_schema.commands.streams import say
from unimicro_schema.files import why
from unimicro_schema.files.inputs import FAULTS, Input
from unimicro_schema.reports import Others, Totals

PRINTERS = {"text": as_text, "json": as_json}
"""The formats by the name that `--format` takes."""


def print_all(inputs: Iterable[Input], layout: str) -> int:
    """Prints what the calls of all inputs say. Returns 2 if something could not be read, which is said on standard error, else 0."""
    facts, totals = Facts(), Totals()
    for item in inputs:
        try:
            _add(item, facts, totals)
        except FAULTS as error:
            _say_unreadable(item.name, f"cannot be read: {why(error)}", totals)
    sys.stdout.write(PRINTERS[layout](facts, totals))
    return UNCHECKED if totals.unreadable else VALID


def _add(item: Input, facts: Facts, totals: Totals) -> None:
    """Adds what the calls of an input show."""
    progress = Progress(item.name)
    selection: Selection[set[Sight] | str] = Selection()
    try:
        for entry in recorded(item):
            progress.add(1)
            place = f"{item.name}:{entry.line}:{entry.column}"
            if entry.call is None:
                _say_unreadable(place, str(entry.found), totals)
                continue
            for seen in selection.add(entry.call, partial(_shown, entry.found)):
                if isinstance(seen, str):
                    _say_unreadable(place, seen, totals)
                else:
                    facts.add(seen)
                    totals.checked += 1
    finally:
        progress.end()
    totals.add_others(Others(selection.others))


def _shown(found: Call | RecordingError) -> set[Sight] | str:
    """What a call of ours shows, or why it cannot be read."""
    return str(found) if isinstance(found, RecordingError) else sights(found)


def _say_unreadable(place: str, why_not: str, totals: Totals) -> None:
    say(f"{place}: {why_not}")
    totals.checked += 1
    totals.unreadable += 1
