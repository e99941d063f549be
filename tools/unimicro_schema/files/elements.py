"""The elements of a list that is deep in a JSON text, one at a time: the text may be far longer than what fits into memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

import orjson

from unimicro_schema.rules import RULES

_BLOCK = 1 << 20
_SPACE = re.compile(rb"[ \t\r\n]*")
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_TO_BRACKET = re.compile(rb'[^"{}\[\]]*+(?:"(?:[^"\\]++|\\.)*+"[^"{}\[\]]*+)*+([{}\[\]])', re.DOTALL)
_PLAIN = re.compile(rb'[^,\]}{\[" \t\r\n]++(?=[,\]}{\[" \t\r\n])')


class Element(NamedTuple):
    """An element of a list: how many are in front of it, its place in the text, and its own text. What the brackets hold may not be JSON."""

    number: int
    line: int
    column: int
    text: bytes


class TextError(ValueError):
    """A text ends too early, or is not JSON with such a list. The message says what it lacks; it holds no value of the text.

    `number` is that of the element that could not be read to its end, None in front of the list.
    """

    def __init__(self, message: str, text: _Text, number: int | None = None) -> None:
        super().__init__(message)
        self.line, self.column = text.line, text.column
        self.number = number


def elements(stream: BinaryIO, keys: Sequence[str]) -> Iterator[Element]:
    """The elements of the list that is below these keys. No more of the stream is kept than one element and a block.

    Raises `TextError`, after all the elements that are whole.
    """
    text = _Text(stream)
    path = "".join(f"/{key}" for key in keys)
    for key in keys:
        _enter(text, key, path)
    if text.next() != b"[":
        raise TextError(f"has no list {path}", text)
    text.skip(1)
    number = 0
    while (char := text.next()) != b"]":
        if char == b",":
            text.skip(1)
            continue
        line, column = text.line, text.column
        value = text.value() if char else None
        if value is None:
            raise TextError(f"is cut short: it ends in the list {path}", text, number)
        yield Element(number, line, column, value)
        number += 1


def _enter(text: _Text, key: str, path: str) -> None:
    """Goes to the value of a key of the object that comes next."""
    if text.next() != b"{":
        raise TextError(_refusal(text, path), text)
    text.skip(1)
    while (char := text.next()) != b"}":
        name = text.value() if char == b'"' else None
        if name is None or text.next() != b":":
            raise TextError(_refusal(text, path), text)
        text.skip(1)
        if orjson.loads(name) == key:
            return
        text.next()
        if text.value() is None:
            raise TextError(_refusal(text, path), text)
        if text.next() == b",":
            text.skip(1)
    raise TextError(f"has no list {path}", text)


def _refusal(text: _Text, path: str) -> str:
    for name, is_so in (("empty", text.is_empty), ("utf-16", text.is_utf_16)):
        if is_so:
            return RULES["unreadable"].message(name, {})
    return f"is not JSON with a list {path}"


class _Text:
    """A JSON text that is read as it is needed. `line` and `column` are those of the next character."""

    def __init__(self, stream: BinaryIO) -> None:
        self.line = self.column = 1
        self._stream = stream
        self._data = stream.read(_BLOCK)
        self.is_empty = not self._data.strip()
        self.is_utf_16 = self._data.startswith((b"\xff\xfe", b"\xfe\xff"))
        self._at = 3 if self._data.startswith(b"\xef\xbb\xbf") else 0

    def next(self) -> bytes:
        """The next byte that is not space, empty at the end; what is in front of it is skipped."""
        while True:
            found = _SPACE.match(self._data, self._at)
            self.skip(found.end() - self._at if found else 0)
            if self._at < len(self._data) or not self._more():
                return self._data[self._at : self._at + 1]

    def skip(self, length: int) -> None:
        """Goes on by so many bytes."""
        passed = self._data[self._at : self._at + length]
        self._at += length
        head, end, tail = passed.rpartition(b"\n")
        if end:
            self.line += head.count(b"\n") + 1
            self.column = 1
        self.column += len(tail) if tail.isascii() else len(tail.decode("utf-8", "replace"))

    def value(self) -> bytes | None:
        """The value that begins here; None, and the place unchanged, where the text ends inside it."""
        first = self._data[self._at : self._at + 1]
        length = self._nested() if first in (b"{", b"[") else self._flat(_STRING if first == b'"' else _PLAIN)
        if not length:
            return None
        found = self._data[self._at : self._at + length]
        self.skip(length)
        return found

    def _flat(self, pattern: re.Pattern[bytes]) -> int:
        while not (found := pattern.match(self._data, self._at)):
            if not self._more():
                return 0
        return found.end() - self._at

    def _nested(self) -> int:
        """The length of an object or a list: to the bracket that closes the first."""
        depth, length = 0, 0
        while True:
            found = _TO_BRACKET.match(self._data, self._at + length)
            if found is None:
                if not self._more():
                    return 0
                continue
            length = found.end() - self._at
            depth += 1 if found[1] in b"{[" else -1
            if not depth:
                return length

    def _more(self) -> bool:
        """Reads on, more at once the longer the value is, so that a long one is not looked at again and again."""
        kept = self._data[self._at :]
        block = self._stream.read(max(_BLOCK, len(kept)))
        self._data, self._at = kept + block, 0
        return bool(block)
