"""The line of a payload that a finding is about, with a mark below the column, and with the values masked."""

from __future__ import annotations

import re

from unimicro_schema.findings import Finding
from unimicro_schema.reports import printable

WIDTH = 100
"""How much of a line is shown, in characters."""

_TEXT = r'"(?:[^"\\]++|\\.)*+\\?+(?:"|\Z)'
_MARK = re.compile(
    rf'(?P<key>(?:^|[{{,])\s*+{_TEXT}(?=\s*+:))|(?P<literal>\b(?:true|false|null)\b)|{_TEXT}|[^\s{{}}\[\],:"]',
    re.DOTALL,
)
_REVEALING = re.compile(r"[^ -/:-@\[-`{-~]")  # all but spaces and ASCII punctuation


class Payload:
    """A payload as it is shown below findings: keys as they are, values masked unless `show_values`."""

    def __init__(self, text: str, *, show_values: bool) -> None:
        self._lines = text.removeprefix("\ufeff").split("\n")
        self._show_values = show_values
        self._last = (0, "")

    def frame(self, finding: Finding) -> list[str]:
        """Two rows, the line and the mark; no rows where the payload has no such place."""
        if not finding.line or not finding.column or finding.line > len(self._lines):
            return []
        shown = self._shown(finding.line, finding.column, is_json=finding.rule != "unreadable")
        column = min(finding.column - 1, len(shown))
        begin = 0 if column < WIDTH * 3 // 4 else column - WIDTH // 2
        left, right = "..." if begin else "", "..." if begin + WIDTH < len(shown) else ""
        cells = [_cell(char) for char in shown[begin : begin + WIDTH]]
        indent = len(left) + sum(map(_width, cells[: column - begin]))
        number = f"{finding.line:5}"
        return [f"{number} | {left}{''.join(cells)}{right}", f"{' ' * len(number)} | {' ' * indent}^"]

    def _shown(self, number: int, column: int, *, is_json: bool) -> str:
        """A line as it may be shown. It is made once where it has many findings, as a minified payload may."""
        if self._last[0] != number:
            line = self._lines[number - 1].removesuffix("\r")
            # In text that is not JSON, keys are known only before the place where reading stopped.
            known = len(line) if is_json else column - 1
            self._last = (number, line if self._show_values else _masked(line, known))
        return self._last[1]


def _masked(line: str, known: int) -> str:
    """A line of JSON with an asterisk for each character of a value that could reveal it; keys must end within `known`."""

    def shown(match: re.Match[str]) -> str:
        kept = match["literal"] or (match["key"] and match.end() <= known)
        return match.group() if kept else _REVEALING.sub("*", match.group())

    return _MARK.sub(shown, line)


def _cell(char: str) -> str:
    return " " if char == "\t" else printable(char)


def _width(cell: str) -> int:
    """How many columns of a terminal a character takes, or what is printed instead of it."""
    if cell.isascii():
        return len(cell)
    from unicodedata import category, east_asian_width  # for the rare key that is not ASCII

    return 0 if category(cell) in {"Mn", "Me"} else 1 + (east_asian_width(cell) in "WF")
