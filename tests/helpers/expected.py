"""Files that keep what is printed for each case, so that no word of it changes unseen.

After a change of words, `pytest --write-expected` writes them again: review the difference.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Lines = dict[str, list[str]]
"""The printed lines of each case."""


class Expected:
    """A file of printed lines; `lines` are those that must be printed, and `now` makes those that are printed today."""

    def __init__(self, file: Path, now: Callable[[], Lines]) -> None:
        self.file = file
        self.lines: Lines = json.loads(file.read_bytes()) if file.is_file() else {}
        self._now = now

    def write(self) -> None:
        """Makes what is printed today what must be printed."""
        lines = self._now()
        self.lines.clear()
        self.lines.update(lines)
        self.file.write_text(self.content(), encoding="utf-8")

    def content(self) -> str:
        """The text of the file as `write` lays it out."""
        return json.dumps(self.lines, indent=2, ensure_ascii=False) + "\n"
