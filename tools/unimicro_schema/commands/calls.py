"""Checks HTTP calls, from HAR files, with one call per line, or as commands of curl: URL, query, headers, body and answer."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from functools import partial
from time import perf_counter

from unimicro_schema.calls.check import judge
from unimicro_schema.calls.names import name_of
from unimicro_schema.calls.recordings import RecordingError
from unimicro_schema.calls.selection import Selection
from unimicro_schema.calls.traffic import HAR, Recorded, recorded
from unimicro_schema.commands import UNCHECKED, verdicts
from unimicro_schema.commands.progress import Progress
from unimicro_schema.commands.streams import say
from unimicro_schema.files import why
from unimicro_schema.files.inputs import FAULTS, STREAMS, Input, expand
from unimicro_schema.findings import Finding, Report
from unimicro_schema.reports import Others, Rest, Result
from unimicro_schema.reports.by_operation import CallTotals

_FILES = (*HAR, *STREAMS)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--facts",
        action="store_true",
        help="count what the calls confirm and contradict of the contract instead; without values, to be sent to the"
        " maintainers; with --format text or json",
    )
    parser.add_argument(
        "--read-back",
        action="store_true",
        help="updates send back what was read: report keys and codes that the contract does not know as advice",
    )
    verdicts.arguments(parser)
    parser.add_argument(
        "--show-values",
        action="store_true",
        help="show paths, and values of bodies, which may be personal data; tokens and keys are never shown",
    )
    parser.add_argument(
        "--ndjson",
        action="store_true",
        help=f"read newline-delimited JSON, one call per line; always so for files that end in {', '.join(STREAMS)}",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        default=["-"],
        metavar="PATH",
        help=f"HAR files, files with one call per line, files with commands of curl, folders (their {', '.join(f'*{end}' for end in _FILES)} files),"
        " or - for standard input (the default)",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the findings. Returns 0 if all calls are valid, 1 if one is not, 2 if something could not be read.

    With `--facts`, calls that are not valid are what it is about: it returns 0 or 2.
    """
    if options.facts:
        return _facts(options)
    results = _results(options)
    return verdicts.print_all(results, options, totals=CallTotals())


def _facts(options: argparse.Namespace) -> int:
    from unimicro_schema.commands import facts

    needless = [
        f"--{name.replace('_', '-')}" for name in ("strict", "read_back", "show_values") if getattr(options, name)
    ]
    if needless or options.format not in facts.PRINTERS:
        wrong = ", ".join(needless) or f"--format {options.format}"
        say(f"--facts does not go with {wrong}: it judges nothing, and has the formats {', '.join(facts.PRINTERS)}")
        return UNCHECKED
    return facts.print_all(_inputs(options), options.format)


def _inputs(options: argparse.Namespace) -> Iterator[Input]:
    return expand(options.paths, streams=options.ndjson, endings=_FILES)


def _results(options: argparse.Namespace) -> Iterator[Result | Rest | Others]:
    for item in _inputs(options):
        try:
            yield from _of_file(item, options)
        except FAULTS as error:
            finding = Finding("unreadable", "error", "", f"cannot be read: {why(error)}")
            yield Result(item.name, Report(None, (finding,)))


def _of_file(item: Input, options: argparse.Namespace) -> Iterator[Result | Rest | Others]:
    """A result for each call that has findings; the others are counted, by operation."""
    progress, start, valid = Progress(item.name), perf_counter(), Counter[str]()
    selection: Selection[Result] = Selection()
    lacks_tokens = False
    try:
        for entry in recorded(item):
            progress.add(1)
            judged = partial(_judged, item.name, entry, options)
            for result in selection.add(entry.call, judged) if entry.call else [judged()]:
                lacks_tokens |= entry.call is not None and not entry.call.has_tokens
                if result.report.findings:
                    yield result
                else:
                    valid[str(result.report.operation)] += 1
    finally:
        progress.end()
        seconds = perf_counter() - start
    if lacks_tokens:
        say(f"{item.name} has no token in any call, as browsers export them; that tokens are sent is not checked")
    for operation, count in valid.items():
        yield Rest(item.name, operation, count, seconds, noun="calls")
    yield Others(selection.others)


def _judged(name: str, entry: Recorded, options: argparse.Namespace) -> Result:
    """The verdict on what is recorded at a place. Its findings are at that place."""
    if isinstance(entry.found, RecordingError):
        report = Report(None, (Finding("unreadable", "error", "", str(entry.found)),))
    else:
        report = judge(entry.found, strict=options.strict, read_back=options.read_back, show_values=options.show_values)
    found = tuple(finding._replace(line=entry.line, column=entry.column) for finding in report.findings)
    called = name_of(entry.call, report.operation, show_values=options.show_values) if found and entry.call else ""
    row = entry.line if entry.entry is None else None
    return Result(name, report._replace(findings=found), row=row, call=called, entry=entry.entry)
