"""What the checks of the single options say, before it is known where in the whole text their value stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHOWN = 100
_WORD = re.compile(r"[\w$.\-/*]+")


@dataclass(frozen=True, slots=True)
class Flaw:
    """A broken rule, at an index of a value."""

    rule: str
    at: int
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere(Flaw):
    """That another operation is called than the one that was meant. Its options are not those of this one."""


@dataclass(frozen=True, slots=True)
class Use:
    """A field that only comes back where a related object is expanded: `path` leads to it, `at` is the index of the field."""

    path: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a value, the related objects that it needs expanded, and those that it expands."""

    flaws: tuple[Flaw, ...] = ()
    uses: tuple[Use, ...] = ()
    expanded: tuple[tuple[str, ...], ...] = ()


def shown(name: str) -> str:
    """A name as a message has it. Whatever is no plain word may be a value, and is not repeated."""
    if not _WORD.fullmatch(name):
        return "this"
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}..."
