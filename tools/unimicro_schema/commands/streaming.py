"""Checks newline-delimited JSON, one payload per line, in constant memory and on several processors."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from unimicro_schema.files.inputs import Part
from unimicro_schema.findings import Report

Judge = Callable[[bytes], Report]
"""Gives the verdict on a payload. It is handed to other processes."""


class Checked(NamedTuple):
    """The verdict on some lines: how many there were, how many payloads, and a report for each line that has findings.

    Those lines are counted from 0.
    """

    lines: int
    payloads: int
    reports: list[tuple[int, Report]]


def check_lines(lines: bytes | Part, judge: Judge) -> Checked:
    """Checks one payload per line."""
    text = lines.read() if isinstance(lines, Part) else lines
    found, payloads = [], 0
    for number, line in enumerate(text.split(b"\n")):
        if not line or line.isspace():
            continue
        payloads += 1
        report = judge(line)
        if report.findings:
            found.append((number, report))
    return Checked(text.count(b"\n"), payloads, found)


def check_stream(pieces: Iterable[bytes | Part], judge: Judge, jobs: int) -> Iterator[tuple[int, list[Report]]]:
    """Checks the pieces of a stream, in order, by `jobs` processes. No more are read than are being worked on.

    Gives for each piece the number of its payloads, and the reports on those that have findings, at the lines of the stream.
    """
    first = 1
    for lines, payloads, reports in _in_order(pieces, judge, jobs):
        yield payloads, [_at(report, first + number) for number, report in reports]
        first += lines


def _at(report: Report, line: int) -> Report:
    """The report on a payload that is a line of a stream."""
    found = (item._replace(line=line, column=item.column or 1) for item in report.findings)
    return report._replace(findings=tuple(found))


def _in_order(pieces: Iterable[bytes | Part], judge: Judge, jobs: int) -> Iterator[Checked]:
    check = partial(check_lines, judge=judge)
    if jobs == 1:
        yield from map(check, pieces)
        return
    from unimicro_schema.commands.workers import Workers

    with Workers(check, jobs) as workers:
        under_way: deque[Callable[[], Checked]] = deque()
        for piece in pieces:
            under_way.append(workers.begin(piece))
            if len(under_way) > 2 * workers.count:
                yield under_way.popleft()()
        while under_way:
            yield under_way.popleft()()
