"""What the command reads: files, folders, standard input, and newline-delimited JSON.

Paths are texts here: a thousand files are checked in less time than objects for their paths would take.
"""

import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, cast

STREAMS = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
"""The extensions of files that hold one payload per line."""

FAULTS = (OSError, EOFError, zlib.error)
"""What is raised where an input cannot be read, or cannot be unpacked."""

_PACKED = ".gz"
_BLOCK = 1 << 18
_PART = 1 << 20  # large enough that handing it over costs next to nothing


class Input(NamedTuple):
    """Something to check: its name as it is shown, and whether it holds one payload per line.

    `path` is None for standard input. `fault` says why it cannot be read where that is known already.
    """

    name: str
    path: str | None
    is_stream: bool
    fault: str = ""

    def read(self) -> bytes:
        """All of it. Raises `OSError` if it cannot be read."""
        with self._raw() as file:
            return file.read()

    @property
    def file(self) -> str | None:
        """The path of a file that can be read from any offset, or None if there is none: it comes from elsewhere or is packed."""
        return self.path if self.path and not self.is_packed and os.path.isfile(self.path) else None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """It as a stream of bytes, unpacked, closed at the end. Raises `OSError` if it cannot be read."""
        if not self.is_packed:
            with self._raw(buffering=-1) as stream:
                yield stream
            return
        import gzip

        with self._raw(buffering=-1) as stream, gzip.open(stream) as packed:
            yield cast("BinaryIO", packed)

    @property
    def is_packed(self) -> bool:
        """Whether it is a file that is unpacked as it is read."""
        return self.path is not None and self.path.lower().endswith(_PACKED)

    @contextmanager
    def _raw(self, buffering: int = 0) -> Iterator[BinaryIO]:
        if self.fault:
            raise OSError(self.fault)
        if self.path is None:
            yield sys.stdin.buffer
        else:
            with open(self.path, "rb", buffering=buffering) as file:
                yield file


def expand(paths: Sequence[str], *, streams: bool, endings: Sequence[str] = (".json",)) -> Iterator[Input]:
    """The inputs that paths mean.

    `-` is standard input. A folder is its files at any depth, sorted: those with one of the endings, and newline-delimited JSON.
    `streams` says that every input holds one payload per line, whatever its name.
    """
    for path in paths:
        if path == "-":
            yield Input("<stdin>", None, streams)
        elif os.path.isdir(path):
            yield from _in_folder(path, endings, streams=streams)
        else:
            yield Input(path, path, streams or _is_stream(path), _fault_of_pattern(path))


def _in_folder(path: str, endings: Sequence[str], *, streams: bool) -> Iterator[Input]:
    from unimicro_schema.files.folders import files

    found = files(path, *endings, *STREAMS)
    yield from (Input(entry.path, entry.path, streams or _is_stream(entry.path), entry.fault) for entry in found)
    if not found:
        listed = " or ".join(f"*{ending}" for ending in endings)
        yield Input(path, path, is_stream=False, fault=f"the folder holds no {listed} file")


def _is_stream(path: str) -> bool:
    return path.lower().endswith(STREAMS)


def _fault_of_pattern(path: str) -> str:
    """What is wrong with a name that only a shell could have made names of, and did not."""
    if set(path).isdisjoint("*?[") or os.path.lexists(path):
        return ""
    return "no file has this name, and patterns are not expanded here; name the folder instead"


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


def parts(path: str, size: int = _PART) -> Iterator[Part]:
    """A file as parts of so many bytes. Raises `OSError` if there is none."""
    end = os.path.getsize(path)
    return (Part(path, start, min(start + size, end)) for start in range(0, end, size))


def blocks(stream: BinaryIO, size: int = _BLOCK) -> Iterator[bytes]:
    """The lines of a stream, about so many bytes at a time."""
    waiting = [b""]
    while data := stream.read(size):
        head, end, tail = data.rpartition(b"\n")
        if not end:
            waiting.append(data)
            continue
        yield b"".join([*waiting, head, end])
        waiting = [tail]
    if rest := b"".join(waiting):
        yield rest
