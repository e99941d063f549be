"""The standard streams of the command: what it says besides its output, and what happens where they do not work."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from unimicro_schema.reports import printable


def say(*lines: str) -> None:
    """Says a sentence on standard error, and the lines that belong to it. Nothing in them can act on a terminal."""
    note("\n".join(map(printable, (f"unimicro-schema: {lines[0]}", *lines[1:]))) + "\n")


def note(text: str) -> None:
    """Writes to standard error at once. Where that is impossible, the work goes on without it."""
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def takes_escapes(stream: TextIO) -> bool:
    """Whether a stream goes to a terminal that acts on escape sequences instead of showing them."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return False
    # The old console of Windows shows them; each of the others says its name.
    return sys.platform != "win32" or any(map(os.environ.get, ("WT_SESSION", "TERM", "ANSICON", "ConEmuANSI")))


def write_utf_8() -> None:
    """Makes both outputs UTF-8, whatever the system would take, and lets nothing fail that cannot be encoded."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def open_closed() -> None:
    """Opens the streams that the process was started without, which Python leaves out.

    Standard input then fails when it is read, and standard output when it is written, as other streams that do not work
    fail; what goes to standard error is lost. No other file can then get the number of one of them.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            # The wrong way round, so that each use fails.
            flags = os.O_WRONLY if name in {"stdin", "stderr"} else os.O_RDONLY
            opened = os.open(os.devnull, flags)
            if opened != number:
                os.dup2(opened, number, inheritable=True)
                os.close(opened)
            setattr(sys, name, TextIOWrapper(open(number, f"{mode}b", closefd=False), encoding="utf-8"))  # noqa: SIM115  # it stays open


def discard_unwritten() -> None:
    """Lets go of what an output could not take: Python would try again when the process ends, and change its exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
