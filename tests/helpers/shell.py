"""The command as a user starts it: in a process of its own, with the environment that the tests were given, on a terminal or not."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

COMMAND = str(Path(sys.executable).with_name("unimicro-schema"))
NEEDS_TERMINALS = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are those of POSIX")
_OURS = {"NO_COLOR", "COLUMNS", "TERM"}  # a test sets them, or means that they are not set


class Ended(NamedTuple):
    """The exit code of a process, and what it wrote. On a terminal `out` has both streams, with plain line ends."""

    code: int
    out: str
    err: str


def called(*arguments: str, stdin: bytes = b"", **settings: str) -> Ended:
    """Runs the command with pipes. `settings` are environment variables."""
    done = subprocess.run(
        [COMMAND, *arguments], input=stdin, capture_output=True, env=environment(**settings), check=False
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def called_on_a_terminal(*arguments: str, columns: int = 80, **settings: str) -> Ended:
    """Runs the command with both of its outputs on a terminal. It has no input."""
    with terminal(columns) as (screen, read):
        process = subprocess.Popen(
            [COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=screen, stderr=screen, env=environment(**settings)
        )
        os.close(screen)
        shown = b"".join(read())
        return Ended(process.wait(), shown.decode().replace("\r\n", "\n"), "")


@contextmanager
def terminal(columns: int = 80) -> Iterator[tuple[int, Callable[..., Iterator[bytes]]]]:
    """A pseudo-terminal: the end for a process, to be closed here once the process has it, and a function that reads the other.

    The function reads to the end, or, given a number of seconds, as long as something comes within them.
    """
    import pty
    import termios

    ours, screen = pty.openpty()
    termios.tcsetwinsize(screen, (24, columns))

    def read(patience: float | None = None) -> Iterator[bytes]:
        try:
            while select.select([ours], [], [], patience)[0] and (data := os.read(ours, 1 << 16)):
                yield data
        except OSError:  # the process has closed its end
            return

    try:
        yield screen, read
    finally:
        os.close(ours)


def environment(**settings: str) -> dict[str, str]:
    """The environment that the tests were given, with these settings."""
    return {name: value for name, value in os.environ.items() if name not in _OURS} | settings
