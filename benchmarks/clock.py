"""Runs commands, one at a time, and says what they took."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

_POLL = 0.01
_OWN = ("Private_Clean", "Private_Dirty")
_ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: what was measured (seconds or bytes), the exit code, and all that was printed."""

    value: float
    code: int
    output: str


Method = Callable[[Sequence[str | Path]], Sample]


def wall(command: Sequence[str | Path]) -> Sample:
    """The seconds from the start of a program to its end."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        code = _start(command, output.fileno()).wait()
        seconds = time.perf_counter() - start
        return Sample(seconds, code, _text(output.fileno()))


def printed(command: Sequence[str | Path]) -> Sample:
    """The number that a program prints as its last word; not a number where it prints none."""
    sample = wall(command)
    try:
        value = float(sample.output.split()[-1])
    except (IndexError, ValueError):
        value = float("nan")
    return Sample(value, sample.code, sample.output)


def peak(command: Sequence[str | Path]) -> Sample:
    """The bytes of memory that a program and its children held at most.

    That is all that the program held, and what each child held alone. The system (Linux only) tells what is held
    at the moment of asking; so it is asked over and over.
    """
    highest = 0
    with tempfile.TemporaryFile() as output:
        process = _start(command, output.fileno())
        while process.poll() is None:
            program, *children = _family(process.pid)
            held = _memory(program, ("Rss",)) + sum(_memory(child, _OWN) for child in children)
            highest = max(highest, held)
            time.sleep(_POLL)
        return Sample(highest, process.returncode, _text(output.fileno()))


def _start(command: Sequence[str | Path], output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=_ENVIRONMENT, close_fds=False
    )


def _text(output: int) -> str:
    os.lseek(output, 0, os.SEEK_SET)
    with os.fdopen(os.dup(output), "rb") as stream:
        return stream.read().decode(errors="replace")


def _family(identity: int) -> list[int]:
    """A process and its descendants."""
    found = [identity]
    for task in Path(f"/proc/{identity}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            found += _family(int(child))
    return found


def _memory(identity: int, kinds: Collection[str]) -> int:
    """How much of these kinds a process holds now; nothing if it has ended."""
    try:
        facts = Path(f"/proc/{identity}/smaps_rollup").read_text()
    except OSError:
        return 0
    rows = (line.split() for line in facts.splitlines())
    return sum(int(row[1]) * 1024 for row in rows if row[0].removesuffix(":") in kinds)
