"""Says on a terminal how far a long run is."""

from __future__ import annotations

import sys
from time import monotonic

from unimicro_schema.commands.streams import note, takes_escapes
from unimicro_schema.reports import printable

_EVERY = 0.5  # seconds


class Progress:
    """A line on standard error that is written again and again; nothing where standard error is not a terminal."""

    def __init__(self, name: str) -> None:
        self._name = printable(name)
        self._count = 0
        self._next = monotonic() + _EVERY
        self._shown = False

    def add(self, count: int) -> None:
        """Counts payloads that were checked."""
        self._count += count
        if takes_escapes(sys.stderr) and monotonic() > self._next:
            note(f"\r{self._name}: {self._count:,} checked")
            self._next, self._shown = monotonic() + _EVERY, True

    def end(self) -> None:
        """Clears the line."""
        if self._shown:
            note("\r\x1b[K")
