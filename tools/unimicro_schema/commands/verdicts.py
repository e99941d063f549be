"""What the commands that give verdicts have in common: how results are printed, and what the exit code is."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

from unimicro_schema.commands import INVALID, UNCHECKED, VALID
from unimicro_schema.commands.streams import takes_escapes
from unimicro_schema.reports import REPORTERS, Options, Others, Rest, Result, Totals


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares how to print the findings, and whether advice counts."""
    parser.add_argument("--format", choices=REPORTERS, default="text", help="how to print the findings")
    parser.add_argument("--strict", action="store_true", help="treat advice as errors")


def print_all(
    results: Iterable[Result | Rest | Others],
    options: argparse.Namespace,
    *,
    show_values: bool = False,
    totals: Totals | None = None,
) -> int:
    """Prints results as they arrive, and what is left of a stream at its end; `totals` are those that count them.

    Returns 0 if all is valid, 1 if something is not, 2 if something could not be read.
    """
    color = takes_escapes(sys.stdout) and not os.environ.get("NO_COLOR")
    reporter = REPORTERS[options.format](Options(color, show_values, frames=on_a_terminal()))
    totals = totals or Totals()
    sys.stdout.write(reporter.start())
    for result in results:
        if isinstance(result, Rest):
            totals.add_rest(result)
            sys.stdout.write(reporter.rest(result))
        elif isinstance(result, Others):
            totals.add_others(result)
        else:
            totals.add(result)
            sys.stdout.write(reporter.result(result))
    sys.stdout.write(reporter.end(totals))
    return UNCHECKED if totals.unreadable else INVALID if totals.invalid else VALID


def on_a_terminal() -> bool:
    """Whether a person reads what is printed."""
    return sys.stdout.isatty()
