"""Runs commands, one at a time, and says what they took."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
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


def effort(command: Sequence[str | Path], environment: Mapping[str, str]) -> tuple[float, float, int]:
    """The seconds from the start of a program to its end, those of all processors that it and its children used, and its exit code.

    The system (Linux only) tells what a process has used while it runs, and what its children used once they ended. So it is
    asked over and over, and a process that ended is known to a hundredth of a second or so.
    """
    used: dict[int, int] = {}
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = _start(command, output.fileno(), environment)
        while process.poll() is None:
            used |= {identity: ticks for identity in _family(process.pid) if (ticks := _ticks(identity))}
            time.sleep(_POLL)
        return time.perf_counter() - start, sum(used.values()) / os.sysconf("SC_CLK_TCK"), process.returncode


def _ticks(identity: int) -> int:
    """The time of processors that a process has used itself; nothing if it has ended."""
    try:
        facts = Path(f"/proc/{identity}/stat").read_text()
    except OSError:
        return 0
    user, system = facts.rpartition(")")[2].split()[11:13]
    return int(user) + int(system)


def _start(
    command: Sequence[str | Path], output: int, environment: Mapping[str, str] = _ENVIRONMENT
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment, close_fds=False
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
