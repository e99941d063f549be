"""Checks queries: a query string, a path or a URL, against an operation."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator

from unimicro_schema import reports
from unimicro_schema.files.inputs import why
from unimicro_schema.findings import Finding, as_errors
from unimicro_schema.query import check_query
from unimicro_schema.registry import operation
from unimicro_schema.reports import Options, Result, Totals
from unimicro_schema.validation.check import decoded


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--as", dest="operation", metavar="OPERATION", required=True, help="the operation, such as listCustomers"
    )
    parser.add_argument("--format", choices=reports.REPORTERS, default="text", help="how to print the findings")
    parser.add_argument("--strict", action="store_true", help="make errors of advice")
    parser.add_argument(
        "texts",
        nargs="+",
        metavar="TEXT",
        help="such as 'expand=Info&top=10', a path, a URL, or - for standard input with one of them on each line",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the findings. Returns 0 if all is valid, 1 if something is not, 2 if something could not be read."""
    operation(options.operation)
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    reporter, totals = reports.REPORTERS[options.format](Options(color)), Totals()
    sys.stdout.write(reporter.start())
    for name, findings in _inputs(options.texts, options.operation):
        shown = as_errors(findings) if options.strict else findings
        result = Result(name, options.operation, shown)
        totals.add(result)
        sys.stdout.write(reporter.result(result))
    sys.stdout.write(reporter.end(totals))
    return 2 if totals.unreadable else 1 if totals.invalid else 0


def _inputs(texts: list[str], operation: str) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """What each input is called, and its findings. The text itself is no name: it holds values."""
    for number, text in enumerate(texts, 1):
        if text == "-":
            yield "<stdin>", tuple(_of_lines(operation))
        else:
            name = "<query>" if len(texts) == 1 else f"<query {number}>"
            yield name, check_query(text, operation).findings


def _of_lines(operation: str) -> Iterator[Finding]:
    """The findings of the queries on standard input, each with its line. Empty lines are no queries."""
    try:
        lines = decoded(sys.stdin.buffer.read()).decode().split("\n")
    except (OSError, ValueError) as error:
        reason = f"cannot be read: {why(error)}" if isinstance(error, OSError) else str(error)
        yield Finding("unreadable", "error", "", reason)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from (finding._replace(line=number) for finding in check_query(line, operation).findings)
