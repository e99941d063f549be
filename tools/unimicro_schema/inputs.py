"""What the command reads: files, folders, standard input, and streams of one payload a line.

Paths are texts here: a thousand files are checked in less time than objects for their paths would take.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, cast

STREAMS = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
"""The ends of names of files that hold a payload a line."""

_BLOCK = 1 << 18


class Input(NamedTuple):
    """Something to check: its name as it is shown, and whether it holds a payload a line. `path` is None for standard input."""

    name: str
    path: str | None
    is_stream: bool

    def read(self) -> bytes:
        """All of it. Raises `OSError` if it cannot be read."""
        if self.path is None:
            return sys.stdin.buffer.read()
        with open(self.path, "rb") as file:
            return file.read()

    @property
    def file(self) -> str | None:
        """The path of the file that has its bytes at the same offsets, or None if they come from elsewhere or are packed."""
        return self.path if self.path and not self.path.endswith(".gz") and os.path.isfile(self.path) else None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """It as a stream of bytes, unpacked, closed at the end. Raises `OSError` if it cannot be read."""
        if self.path is None:
            yield sys.stdin.buffer
        elif self.path.endswith(".gz"):
            import gzip

            with gzip.open(self.path) as packed:
                yield cast("BinaryIO", packed)
        else:
            with open(self.path, "rb") as stream:
                yield stream


def expand(paths: Sequence[str], *, streams: bool) -> Iterator[Input]:
    """The inputs that paths mean: `-` is standard input, a folder is its `*.json` files at any depth, sorted.

    `streams` says that every input holds a payload a line, whatever its name.
    """
    for path in paths:
        if path == "-":
            yield Input("<stdin>", None, streams)
        elif os.path.isdir(path):
            found = _in_folder(path)
            yield from (Input(item, item, streams) for item in found)
            if not found:
                yield Input(path, os.path.join(path, "*.json"), is_stream=False)
        else:
            yield Input(path, path, streams or path.endswith(STREAMS))


def _in_folder(path: str) -> list[str]:
    from pathlib import Path

    return [str(item) for item in sorted(Path(path).rglob("*.json")) if item.is_file()]


class Block(NamedTuple):
    """Whole lines of a stream: the number of the first, from 1, the offset in bytes where it begins, and their text."""

    first: int
    offset: int
    text: bytes


class Part(NamedTuple):
    """A part of a file, by its offset and size in bytes: less to send to another process than what it holds."""

    path: str
    offset: int
    size: int

    def read(self) -> bytes:
        """What it holds. Raises `OSError` if it cannot be read."""
        with open(self.path, "rb") as file:
            file.seek(self.offset)
            return file.read(self.size)


def blocks(stream: BinaryIO) -> Iterator[Block]:
    """The lines of a stream, some hundred kilobytes at a time."""
    number, offset, waiting = 1, 0, [b""]
    while data := stream.read(_BLOCK):
        head, end, tail = data.rpartition(b"\n")
        if not end:
            waiting.append(data)
            continue
        lines = b"".join([*waiting, head])
        yield Block(number, offset, lines)
        number += 1 + lines.count(b"\n")
        offset += len(lines) + 1
        waiting = [tail]
    if rest := b"".join(waiting):
        yield Block(number, offset, rest)


def why(error: Exception) -> str:
    """Why something could not be read, in the words of the system where it has some."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
