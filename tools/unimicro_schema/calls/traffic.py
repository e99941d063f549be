"""Files of recorded calls, read one call at a time: HAR 1.2, newline-delimited JSON with a call per line, and commands of curl."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from io import BufferedReader, BytesIO
from typing import BinaryIO, NamedTuple

from unimicro_schema.calls import curl
from unimicro_schema.calls.call import Call
from unimicro_schema.calls.recordings import FIELDS, RecordingError, of_entry, of_line
from unimicro_schema.files.elements import TextError, elements
from unimicro_schema.files.inputs import Input, blocks

HAR = (".har", ".har.gz")
"""The extensions of HAR files."""

_ENTRIES = ("log", "entries")
_LIST = "".join(f"/{key}" for key in _ENTRIES)
_TOKEN = re.compile(rb'"name"\s*:\s*"authorization"', re.IGNORECASE)
_OVERLAP = 1 << 10
_CALL = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:%s)"\s*:' % "|".join(FIELDS).encode())
_HEAD = 1 << 10
_FORMS = "; give a HAR file, one call as JSON per line, or commands of curl"


class Recorded(NamedTuple):
    """What is recorded at a place of a file: a call, or the error that says why there is none.

    `entry` is the index in a HAR file, None for a line.
    """

    line: int
    column: int
    entry: int | None
    found: Call | RecordingError

    @property
    def call(self) -> Call | None:
        """The call, or what is known of one that cannot be read as a whole; None where nothing is."""
        return self.found if isinstance(self.found, Call) else self.found.call


def recorded(item: Input) -> Iterator[Recorded]:
    """What is recorded in a file, in its order, in memory for one call. Raises `OSError` if the file cannot be read."""
    head = b"" if item.is_stream else _head(item)
    if item.is_stream or _CALL.match(head):
        with item.open() as stream:
            yield from _of_lines(stream)
    elif curl.BEGINS.match(head):
        for line, found in curl.calls_of(item.read().decode("utf-8-sig", "replace")):
            yield Recorded(line, 1, None, found)
    else:
        yield from _of_har(item)


def _head(item: Input) -> bytes:
    """What an input whose name does not tell begins with. A pipe is not read for that."""
    is_readable_twice = item.path is None or item.file or item.is_packed
    if not is_readable_twice or item.name.lower().endswith(HAR):
        return b""
    with item.open() as stream:
        if item.path is not None:
            return stream.read(_HEAD)
        return stream.peek(_HEAD) if isinstance(stream, BufferedReader) else b""


def _of_lines(stream: BinaryIO) -> Iterator[Recorded]:
    number = 0
    for block in blocks(stream):
        for line in block.removesuffix(b"\n").split(b"\n"):
            number += 1
            if line and not line.isspace():
                yield Recorded(number, 1, None, _read(of_line, line))


def _of_har(item: Input) -> Iterator[Recorded]:
    """The entries of a HAR file. It is read twice, first to see whether it has tokens; what comes through a pipe is kept for that."""
    kept = None if item.file or item.is_packed else item.read()

    def opened() -> AbstractContextManager[BinaryIO]:
        return item.open() if kept is None else nullcontext(BytesIO(kept))

    with opened() as stream:
        has_tokens = _has_tokens(stream)
    read = partial(of_entry, has_tokens=has_tokens)
    with opened() as stream:
        try:
            for element in elements(stream, _ENTRIES):
                found = _read(read, element.text)
                yield Recorded(element.line, element.column, element.number, found)
        except TextError as error:
            hint = _FORMS if _LIST in str(error) and error.number is None else ""
            yield Recorded(error.line, error.column, error.number, RecordingError(f"{error}{hint}"))


def _read(reader: Callable[[bytes], Call], text: bytes) -> Call | RecordingError:
    try:
        return reader(text)
    except RecordingError as error:
        return error


def _has_tokens(stream: BinaryIO) -> bool:
    """Whether a HAR file has the header with the token in a call of it."""
    tail = b""
    while block := stream.read(1 << 20):
        if _TOKEN.search(tail + block):
            return True
        tail = block[-_OVERLAP:]
    return False
