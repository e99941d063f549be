"""Checks payloads against the request body of an operation, or against one of its responses."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from time import perf_counter

from unimicro_schema.commands import UNCHECKED, verdicts
from unimicro_schema.commands.streaming import Judge
from unimicro_schema.commands.streams import say
from unimicro_schema.files import why
from unimicro_schema.files.inputs import FAULTS, STREAMS, Input, blocks, expand, parts
from unimicro_schema.findings import Report
from unimicro_schema.registry import documented
from unimicro_schema.reports import Rest, Result
from unimicro_schema.validation.check import validate
from unimicro_schema.validation.read_back import refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--as",
        dest="operation",
        metavar="OPERATION",
        required=True,
        help="the operation; `unimicro-schema operations` lists them",
    )
    parser.add_argument("--response", metavar="STATUS", help="check a response with this status instead of the request")
    parser.add_argument(
        "--read-back",
        action="store_true",
        help="the request was read, changed and is sent back: report keys and codes that the contract does not know as advice",
    )
    verdicts.arguments(parser)
    parser.add_argument(
        "--show-values", action="store_true", help="show values of the payload, which may be personal data"
    )
    parser.add_argument(
        "--ndjson",
        action="store_true",
        help=f"read newline-delimited JSON, one payload per line; always so for files that end in {', '.join(STREAMS)}",
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help="worker processes for newline-delimited JSON, at most one per processor",
    )
    what = "files, folders (their *.json files, and newline-delimited JSON), or - for standard input (the default)"
    parser.add_argument("paths", nargs="*", default=["-"], metavar="PATH", help=what)


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Prints the findings. Returns 0 if all is valid, 1 if something is not, 2 if something could not be read."""
    documented(options.operation, options.response)
    try:
        if options.read_back:
            refuse(options.operation, options.response)
    except ValueError as error:
        say(f"--read-back: {error}")
        return UNCHECKED
    return verdicts.print_all(_results(options), options, show_values=options.show_values)


def _results(options: argparse.Namespace) -> Iterator[Result | Rest]:
    judge = partial(
        validate,
        operation=options.operation,
        status=options.response,
        strict=options.strict,
        show_values=options.show_values,
        read_back=options.read_back,
    )
    for item in expand(options.paths, streams=options.ndjson):
        try:
            if item.is_stream:
                yield from _of_stream(item, options.operation, judge, options.jobs)
            else:
                yield _of_file(item, judge)
        except FAULTS as error:
            from unimicro_schema.rules import RULES, finding  # few inputs cannot be read

            fault = finding("unreadable", "", RULES["unreadable"].message("fault", {"fault": why(error)}))
            yield Result(item.name, Report(options.operation, (fault,)))


def _of_file(item: Input, judge: Judge) -> Result:
    start = perf_counter()
    data = item.read()
    report = judge(data)
    keep_text = report.findings and verdicts.on_a_terminal()
    text = data.decode("utf-8-sig", "replace") if keep_text else None
    return Result(item.name, report, text, seconds=perf_counter() - start)


def _of_stream(item: Input, operation: str, judge: Judge, jobs: int) -> Iterator[Result | Rest]:
    """A result for each line that has findings; the others are counted."""
    from unimicro_schema.commands.progress import Progress
    from unimicro_schema.commands.streaming import check_stream

    progress, start, valid = Progress(item.name), perf_counter(), 0
    fault: Exception | None = None
    try:
        with item.open() as stream:
            pieces = parts(item.file) if item.file and jobs > 1 else blocks(stream)
            for payloads, reports in check_stream(pieces, judge, jobs):
                valid += payloads - len(reports)
                progress.add(payloads)
                yield from (Result(item.name, report, row=report.findings[0].line) for report in reports)
    except FAULTS as error:
        fault = error
    finally:
        progress.end()
    if valid or not fault:
        yield Rest(item.name, operation, valid, perf_counter() - start)
    if fault:
        raise fault
