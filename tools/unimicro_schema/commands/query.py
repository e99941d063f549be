"""Checks queries: a query string, a path or a URL, against an operation."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from unimicro_schema.commands import verdicts
from unimicro_schema.files import why
from unimicro_schema.findings import Finding, Report
from unimicro_schema.query import check_query
from unimicro_schema.registry import operation
from unimicro_schema.reports import Result
from unimicro_schema.validation.check import decoded


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--as",
        dest="operation",
        metavar="OPERATION",
        required=True,
        help="the operation; `unimicro-schema operations` lists them",
    )
    verdicts.arguments(parser)
    parser.add_argument(
        "texts",
        nargs="+",
        metavar="TEXT",
        help="such as 'expand=Info&top=10', a path, a URL, or - for standard input with one of them on each line",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the findings. Returns 0 if all is valid, 1 if something is not, 2 if something could not be read."""
    operation(options.operation)
    return verdicts.print_all(_results(options), options)


def _results(options: argparse.Namespace) -> Iterator[Result]:
    """The verdict on each input. The text itself is not used as a name, because it holds values."""
    several = len(options.texts) > 1
    for number, text in enumerate(options.texts, 1):
        if text == "-":
            findings = tuple(_of_lines(options))
            yield Result("<stdin>", Report(options.operation, findings))
        else:
            report = check_query(text, options.operation, strict=options.strict)
            yield Result(f"<query {number}>" if several else "<query>", report)


def _of_lines(options: argparse.Namespace) -> Iterator[Finding]:
    """The findings of the queries on standard input, each with its line. Empty lines are skipped."""
    try:
        lines = decoded(sys.stdin.buffer.read()).decode().split("\n")
    except (OSError, ValueError) as error:
        reason = f"cannot be read: {why(error)}" if isinstance(error, OSError) else str(error)
        yield Finding("unreadable", "error", "", reason)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            report = check_query(line, options.operation, strict=options.strict)
            yield from (finding._replace(line=number) for finding in report.findings)
