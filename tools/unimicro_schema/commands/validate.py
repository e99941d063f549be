"""Checks payloads against the request body of an operation, or against one of its responses."""

from __future__ import annotations

import argparse
import os
import sys
import zlib
from collections.abc import Iterator

from unimicro_schema import reports
from unimicro_schema.files.inputs import STREAMS, Input, blocks, expand, parts, why
from unimicro_schema.findings import Finding, as_errors
from unimicro_schema.registry import schema_content
from unimicro_schema.reports import Options, Result, Totals
from unimicro_schema.validation.check import checked

_UNREADABLE = (OSError, EOFError, zlib.error)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--as", dest="operation", metavar="OPERATION", required=True, help="the operation, such as createCustomer"
    )
    parser.add_argument("--response", metavar="STATUS", help="check a response with this status instead of the request")
    parser.add_argument("--format", choices=reports.REPORTERS, default="text", help="how to print the findings")
    parser.add_argument("--strict", action="store_true", help="make errors of advice")
    parser.add_argument(
        "--show-values", action="store_true", help="show values of the payload, which may be personal data"
    )
    parser.add_argument(
        "--ndjson",
        action="store_true",
        help=f"a payload a line; files that end in {', '.join(STREAMS)} are read so anyhow",
    )
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes to check a payload a line with")
    what = "files, folders (their *.json files), or - for standard input (the default)"
    parser.add_argument("paths", nargs="*", default=["-"], metavar="PATH", help=what)


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Prints the findings. Returns 0 if all is valid, 1 if something is not, 2 if something could not be read."""
    schema_content(options.operation, options.response)
    terminal = sys.stdout.isatty()
    color = terminal and "NO_COLOR" not in os.environ
    reporter = reports.REPORTERS[options.format](Options(color, options.show_values, frames=terminal))
    totals = Totals()
    sys.stdout.write(reporter.start())
    for item in expand(options.paths, streams=options.ndjson):
        results = _of_stream(item, options, totals) if item.is_stream else _of_file(item, options, keep_text=terminal)
        for result in results:
            shown = result._replace(findings=as_errors(result.findings)) if options.strict else result
            totals.add(shown)
            sys.stdout.write(reporter.result(shown))
    sys.stdout.write(reporter.end(totals))
    return 2 if totals.unreadable else 1 if totals.invalid else 0


def _of_file(item: Input, options: argparse.Namespace, *, keep_text: bool) -> Iterator[Result]:
    try:
        data = item.read()
    except _UNREADABLE as error:
        yield Result(item.name, options.operation, (_cannot_be_read(error),))
        return
    found = checked(data, options.operation, options.response)
    text = data.decode("utf-8-sig", "replace") if found and keep_text else None
    yield Result(item.name, options.operation, found, text)


def _of_stream(item: Input, options: argparse.Namespace, totals: Totals) -> Iterator[Result]:
    """A result for each line that has findings; the others are only counted."""
    from unimicro_schema.commands.progress import Progress
    from unimicro_schema.commands.streaming import check_stream

    progress = Progress(item.name)
    try:
        with item.open() as stream:
            pieces = parts(item.file) if item.file and options.jobs > 1 else blocks(stream)
            for payloads, found in check_stream(pieces, options.operation, options.response, options.jobs):
                totals.add_valid(payloads - len(found))
                progress.add(payloads)
                yield from (Result(item.name, options.operation, findings) for findings in found)
    except _UNREADABLE as error:
        yield Result(item.name, options.operation, (_cannot_be_read(error),))
    finally:
        progress.end()


def _cannot_be_read(error: Exception) -> Finding:
    return Finding("unreadable", "error", "", f"cannot be read: {why(error)}")
