"""Finds what other query languages have and the platform ignores: arithmetic, `any` and `all`, a list after `in`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from unimicro_schema.query.flaws import Flaw, broken
from unimicro_schema.query.language import ARITHMETIC, QUANTIFIERS
from unimicro_schema.query.lookup import follow
from unimicro_schema.query.paths import Found
from unimicro_schema.query.syntax import Word, lexed

_GLUED = re.compile(r"([A-Za-z_][\w.]*)([-+*]|/(?=[0-9]))([\w.]+)")
_NUMBERS = frozenset({"integer", "number"})


def unavailable(root: str, value: str) -> Flaw | None:
    """The first thing in a filter on an entity that the platform does not know, whether or not the rest can be parsed."""
    words = [Word("", "", 0), *lexed(value), Word("", "", len(value))]
    flaws = (flaw for find in _FINDERS for flaw in find(root, words))
    return min(flaws, key=lambda flaw: flaw.at, default=None)


def _arithmetic(root: str, words: list[Word]) -> Iterator[Flaw]:
    for left, word, right in zip(words, words[1:], words[2:], strict=False):
        is_operator = word.kind == "WORD" and word.text.lower() in ARITHMETIC
        if is_operator and (_is_number(root, left) or _is_number(root, right)) and right.kind in _VALUES:
            yield broken("wrong-operator", word.at, "arithmetic", name=word.text.lower())
        glued = _GLUED.fullmatch(word.text) if word.kind == "WORD" else None
        if glued and _is_number(root, Word("WORD", glued[1], 0)):
            yield broken("wrong-operator", word.at + glued.start(2), "arithmetic", name=glued[2])


def _quantifiers(_: str, words: list[Word]) -> Iterator[Flaw]:
    for word, after in pairwise(words):
        name = re.split(r"[./]", word.text)[-1].lower()
        if word.kind == "WORD" and name in QUANTIFIERS and after.kind == "LPAR":
            at = word.at + len(word.text) - len(name)
            yield broken("wrong-operator", at, "quantifier", name=name)


def _memberships(root: str, words: list[Word]) -> Iterator[Flaw]:
    """An `in` that is negated, or whose list is not in parentheses. Others can be parsed."""
    for left, word, right in zip(words, words[1:], words[2:], strict=False):
        if word.kind != "WORD" or word.text.lower() != "in":
            continue
        is_negated = left.kind == "NOT"
        is_listed = right.kind in {"NUMBER", "TEXT"} or right.text.startswith(("[", "{"))
        if is_negated or (is_listed and _found(root, left)):
            yield broken("wrong-operator", left.at if is_negated else word.at, "in")


_FINDERS: tuple[Callable[[str, list[Word]], Iterator[Flaw]], ...] = (_arithmetic, _quantifiers, _memberships)

_VALUES = frozenset({"WORD", "NUMBER", "TEXT", "LPAR"})


def _is_number(root: str, word: Word) -> bool:
    found = _found(root, word)
    return word.kind == "NUMBER" or (found is not None and found.kind in _NUMBERS)


def _found(root: str, word: Word) -> Found | None:
    found = follow(root, word.text, wanted="plain") if word.kind == "WORD" else None
    return found if isinstance(found, Found) else None
