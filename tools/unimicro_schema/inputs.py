"""What the command reads: files, folders, standard input, and streams of one payload a line."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

STREAMS = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
"""The ends of names of files that hold a payload a line."""

_BLOCK = 1 << 18


class Input(NamedTuple):
    """Something to check: its name as it is shown, and whether it holds a payload a line. `path` is None for standard input."""

    name: str
    path: Path | None
    is_stream: bool

    def read(self) -> bytes:
        """All of it. Raises `OSError` if it cannot be read."""
        return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """It as a stream of bytes, unpacked, closed at the end. Raises `OSError` if it cannot be read."""
        if self.path is None:
            yield sys.stdin.buffer
        elif self.path.suffix == ".gz":
            import gzip

            with gzip.open(self.path) as packed:
                yield cast("BinaryIO", packed)
        else:
            with self.path.open("rb") as stream:
                yield stream


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
    number, waiting = 1, [b""]
    while data := stream.read(_BLOCK):
        head, end, tail = data.rpartition(b"\n")
        if not end:
            waiting.append(data)
            continue
        lines = b"".join([*waiting, head])
        yield number, lines
        number += 1 + lines.count(b"\n")
        waiting = [tail]
    if rest := b"".join(waiting):
        yield number, rest


def why(error: Exception) -> str:
    """Why something could not be read, in the words of the system where it has some."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
