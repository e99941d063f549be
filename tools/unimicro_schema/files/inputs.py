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
_PART = 1 << 20  # large enough that handing it over costs nothing to speak of


class Input(NamedTuple):
    """Something to check: its name as it is shown, and whether it holds a payload a line. `path` is None for standard input."""

    name: str
    path: str | None
    is_stream: bool

    def read(self) -> bytes:
        """All of it. Raises `OSError` if it cannot be read."""
        if self.path is None:
            return sys.stdin.buffer.read()
        with open(self.path, "rb", buffering=0) as file:
            return file.readall()

    @property
    def file(self) -> str | None:
        """The path of a file that can be read from any offset, or None if there is none: it comes from elsewhere or is packed."""
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


class Part(NamedTuple):
    """The lines that begin in a part of a file, from one offset in bytes to before another: so processes can share a file."""

    path: str
    start: int
    end: int

    def read(self) -> bytes:
        """The lines. Raises `OSError` if they cannot be read."""
        with open(self.path, "rb") as file:
            if self.start:
                file.seek(self.start - 1)
                file.readline()  # the rest of a line that begins before
            lines = file.read(max(self.end - file.tell(), 0))
            return lines + file.readline() if lines and not lines.endswith(b"\n") else lines


def parts(path: str) -> Iterator[Part]:
    """A file as parts of a megabyte. Raises `OSError` if there is none."""
    size = os.path.getsize(path)
    return (Part(path, start, min(start + _PART, size)) for start in range(0, size, _PART))


def blocks(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, some hundred kilobytes at a time."""
    waiting = [b""]
    while data := stream.read(_BLOCK):
        head, end, tail = data.rpartition(b"\n")
        if not end:
            waiting.append(data)
            continue
        yield b"".join([*waiting, head, end])
        waiting = [tail]
    if rest := b"".join(waiting):
        yield rest


def why(error: Exception) -> str:
    """Why something could not be read, in the words of the system where it has some."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
