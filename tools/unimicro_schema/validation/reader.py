"""Finds where a text stops being JSON by RFC 8259, and says what must be there instead.

The parser decides whether a text is read; here it is only said why not. The JavaScript modules read by the same steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isinf
from typing import Any, NamedTuple

LEVELS = 1024
"""How deep objects and lists may be nested, by the parser."""

_SPACE = re.compile(r"[ \t\n\r]*")
_TEXT = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*')
_CUT_OFF = re.compile(r"(?:\\(?:u[0-9a-fA-F]{0,3})?)?\Z")
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>\\u[dD][89a-fA-F])|\\.")
_NUMBER = re.compile(r"-?[0-9]*(?:\.[0-9]*)?(?:[eE][+-]?[0-9]*)?")
_ZERO = re.compile(r"-?0[0-9]")
_NO_DIGIT = re.compile(r"(?:^-|\.|[eE][+-]?)(?![0-9+-])")
_WORD = re.compile(r"true|false|null")
_DIGITS = "0123456789"
_CLOSING = {"{": "}", "[": "]"}
_UNCLOSED = {"{": "open-object", "[": "open-list", '"': "open-text"}


class Refusal(NamedTuple):
    """Why a text is not read: the sentence of the rule, and the index in the text.

    `bracket` is the one that is missing, `begun` the index of what is not closed, where that is the reason.
    """

    sentence: str
    at: int
    bracket: str = ""
    begun: int = 0


class _Broken(Exception):  # noqa: N818  # not an error, but what was looked for
    def __init__(self, *refusal: Any) -> None:
        self.refusal = Refusal(*refusal)


def refusal(text: str) -> Refusal | None:
    """The first reason why a text is not JSON that can be read; None if it is."""
    try:
        _Reading(text).all()
    except _Broken as broken:
        return broken.refusal
    return None


class _Reading:
    """A text as far as it has been read. Each state reads one part and gives the state for what follows."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = len(text.rstrip(" \t\n\r"))
        self._at = 0
        self._opened: list[int] = []

    def all(self) -> None:
        """Reads the whole text. Raises `_Broken` where it stops being JSON."""
        state: _State = self._value
        while (mark := self._next()) is not None:
            state = state(mark)
        if self._opened:
            self._unclosed(self._opened[-1])
        if not self._end:
            raise _Broken("empty", 0)

    def _next(self) -> str | None:
        """The next character that is not white space; None at the end."""
        self._at = _match(_SPACE, self._text, self._at).end()
        return self._text[self._at] if self._at < self._end else None

    def _value(self, mark: str) -> _State:
        if mark in _CLOSING:
            return self._open(mark)
        if mark == '"':
            return self._string(self._after)
        if mark == "-" or mark in _DIGITS:
            return self._number()
        word = _WORD.match(self._text, self._at)
        if not word:
            raise _Broken("value", self._at)
        self._at = word.end()
        return self._after

    def _open(self, mark: str) -> _State:
        if len(self._opened) == LEVELS:
            raise _Broken("too-deep", self._at)
        self._opened.append(self._at)
        self._at += 1
        return self._first_key if mark == "{" else self._first_item

    def _close(self) -> _State:
        self._opened.pop()
        self._at += 1
        return self._after

    def _first_item(self, mark: str) -> _State:
        return self._close() if mark == "]" else self._value(mark)

    def _first_key(self, mark: str) -> _State:
        return self._close() if mark == "}" else self._key(mark)

    def _key(self, mark: str) -> _State:
        if mark != '"':
            raise _Broken("key", self._at)
        return self._string(self._colon)

    def _colon(self, mark: str) -> _State:
        if mark != ":":
            raise _Broken("colon", self._at)
        self._at += 1
        return self._value

    def _after(self, mark: str) -> _State:
        if not self._opened:
            raise _Broken("more", self._at)
        holder = self._text[self._opened[-1]]
        if mark == _CLOSING[holder]:
            return self._close()
        if mark != ",":
            raise _Broken("comma", self._at, _CLOSING[holder])
        comma = self._at
        self._at += 1
        if self._next() == _CLOSING[holder]:
            raise _Broken("trailing-comma", comma)
        return self._key if holder == "{" else self._value

    def _string(self, then: _State) -> _State:
        begun = self._at
        end = _match(_TEXT, self._text, begun).end()
        for escape in _ESCAPE.finditer(self._text, begun, end):
            if escape["half"]:
                raise _Broken("surrogate", escape.start())
        if self._text[end : end + 1] != '"':
            if _CUT_OFF.match(self._text, end):
                self._unclosed(begun)
            raise _Broken("escape" if self._text[end] == "\\" else "control", end)
        self._at = end + 1
        return then

    def _number(self) -> _State:
        begun = self._at
        written = _match(_NUMBER, self._text, begun).group()
        if _ZERO.match(written):
            raise _Broken("leading-zero", begun)
        if gap := _NO_DIGIT.search(written):
            raise _Broken("digit", begun + gap.end())
        if isinf(float(written)):
            raise _Broken("too-large", begun)
        self._at = begun + len(written)
        return self._after

    def _unclosed(self, begun: int) -> None:
        raise _Broken(_UNCLOSED[self._text[begun]], self._end, "", begun)


_State = Callable[[str], "_State"]


def _match(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    """The match of a pattern that fits anywhere, if only an empty part."""
    match = pattern.match(text, at)
    assert match  # noqa: S101
    return match
