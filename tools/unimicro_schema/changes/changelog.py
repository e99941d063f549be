"""A changelog: its releases, and what its contract part lacks of the changes.

A release is a heading such as `## 1.2.0 (2026-11-30)`, with the parts `### Contract` and `### Toolkit` below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from unimicro_schema.changes.change import Diff
from unimicro_schema.changes.printing import markdown

COMING = "not yet released"
_RELEASE = re.compile(r"^##(?!#)[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(rf"(\S+) \((?:{COMING}|(\d{{4}}-\d{{2}}-\d{{2}}))\)")
_PART = re.compile(r"^### +(\w+)[ \t]*$(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
_CONTRACT = "Contract"


class Release(NamedTuple):
    """A release: its version, its day (None before it), and the Markdown of each part by its name, in their order."""

    version: str
    day: date | None
    parts: Mapping[str, str]

    def anchor(self, part: str = "") -> str:
        """The anchor of the release on the page of releases, or of one of its parts."""
        return "-".join(["release", self.version, *([part.lower()] if part else [])])


def releases(changelog: str) -> tuple[Release, ...]:
    """Every release, newest first. Raises `ValueError` for a heading that does not say the version and the day."""
    return tuple(
        Release(*_heading(heading, line), {name: text.strip() for name, text in _PART.findall(text)})
        for line, heading, text in _split(changelog)
    )


def missing(changelog: str, diff: Diff) -> list[str]:
    """The lines of `--format markdown` that the contract part of the newest version lacks; nothing if it has them all."""
    found = _split(changelog)
    lines = set(dict(_PART.findall(found[0][2])).get(_CONTRACT, "").splitlines()) if found else set()
    return [line for line in markdown(diff).splitlines() if line.startswith("- ") and line not in lines]


def _split(changelog: str) -> list[tuple[int, str, str]]:
    """The line, the heading and the text of each release."""
    text = changelog.replace("\r\n", "\n")
    starts = list(_RELEASE.finditer(text))
    ends = [*(match.start() for match in starts), len(text)][1:]
    return [
        (text.count("\n", 0, start.start()) + 1, start[1], text[start.end() : end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _heading(text: str, line: int) -> tuple[str, date | None]:
    match = _HEADING.fullmatch(text)
    try:
        if match:
            return match[1], date.fromisoformat(match[2]) if match[2] else None
    except ValueError:  # no such day
        pass
    raise ValueError(f"line {line}: {text!r} is not a release; write '1.2.0 (2026-11-30)' or '1.2.0 ({COMING})'")
