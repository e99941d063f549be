"""What the command reads: files, folders, standard input, and streams of one payload a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

STREAMS = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
"""The ends of names of files that hold a payload a line."""

_BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Input:
    """Something to check: its name as it is shown, and whether it holds a payload a line. `path` is None for standard input."""

    name: str
    path: Path | None
    is_stream: bool

    def read(self) -> bytes:
        """All of it. Raises `OSError` if it cannot be read."""
        return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()

    def open(self) -> BinaryIO:
        """It as a stream of bytes, unpacked. Raises `OSError` if it cannot be read."""
        if self.path is None:
            return sys.stdin.buffer
        if self.path.suffix == ".gz":
            import gzip

            return cast("BinaryIO", gzip.open(self.path))
        return self.path.open("rb")


def expand(paths: Sequence[str], *, streams: bool) -> Iterator[Input]:
    """The inputs that paths mean: `-` is standard input, a folder is its `*.json` files at any depth, sorted.

    `streams` says that every input holds a payload a line, whatever its name.
    """
    for path in paths:
        if path == "-":
            yield Input("<stdin>", None, streams)
        elif Path(path).is_dir():
            found = sorted(item for item in Path(path).rglob("*.json") if item.is_file())
            yield from (Input(str(item), item, streams) for item in found)
            if not found:
                yield Input(path, Path(path) / "*.json", is_stream=False)
        else:
            yield Input(path, Path(path), streams or path.endswith(STREAMS))


def blocks(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Whole lines of a stream, some hundred kilobytes at a time, each time with the number of the first line, from 1."""
    number, rest = 1, b""
    while data := stream.read(_BLOCK):
        head, end, tail = data.rpartition(b"\n")
        if not end:
            rest += data
            continue
        yield number, rest + head
        number += 1 + rest.count(b"\n") + head.count(b"\n")
        rest = tail
    if rest:
        yield number, rest
