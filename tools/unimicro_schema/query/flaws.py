"""What the checks of the single options say, before the place of their value in the whole text is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unimicro_schema.rules import RULES

_SHOWN = 100
_WORD = re.compile(r"[\w$.\-/*]+")
_OPERATOR = re.compile(r"[a-z]{1,12}|[=<>!&|]{1,4}")


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
    """A field that is returned only if a related object is expanded: `path` leads to it, `at` is the index of the field."""

    path: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a value, the related objects that it needs expanded, and those that it expands."""

    flaws: tuple[Flaw, ...] = ()
    uses: tuple[Use, ...] = ()
    expanded: tuple[tuple[str, ...], ...] = ()


def broken(rule: str, at: int, sentence: str, suggestion: str | None = None, /, **values: object) -> Flaw:
    """A broken rule, said with a sentence of the table."""
    return Flaw(rule, at, RULES[rule].message(sentence, values), suggestion)


def elsewhere(sentence: str, suggestion: str | None = None, /, **values: object) -> Elsewhere:
    """That another operation is called, said with a sentence of the table."""
    rule = RULES["wrong-operation"]
    return Elsewhere(rule.id, 0, rule.message(sentence, values), suggestion)


def shown(name: str) -> str:
    """A name as a message shows it. Anything but a plain word may be a value, so it is not repeated."""
    if not _WORD.fullmatch(name):
        return "this"
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}..."


def is_like_an_operator(text: str) -> bool:
    """Whether a word in the place of an operator looks like one, so that a message may repeat it. Another may be a part of a value."""
    return _OPERATOR.fullmatch(text) is not None
