"""Checks streams of one payload a line, in constant memory and on several processors."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unimicro_schema.files.inputs import Part
from unimicro_schema.findings import Finding
from unimicro_schema.validation.check import checked


class Checked(NamedTuple):
    """What came of some lines: how many there were, how many payloads, and the findings of each line that has some."""

    lines: int
    payloads: int
    found: list[tuple[Finding, ...]]


def check_lines(lines: bytes | Part, operation: str, status: str | None) -> Checked:
    """Checks a payload a line. The findings stand at the lines as counted from 0."""
    text = lines.read() if isinstance(lines, Part) else lines
    found, payloads = [], 0
    for number, line in enumerate(text.split(b"\n")):
        if not line or line.isspace():
            continue
        payloads += 1
        if findings := checked(line, operation, status):
            found.append(tuple(finding._replace(line=number, column=finding.column or 1) for finding in findings))
    return Checked(text.count(b"\n"), payloads, found)


def check_stream(
    pieces: Iterable[bytes | Part], operation: str, status: str | None, jobs: int
) -> Iterator[tuple[int, list[tuple[Finding, ...]]]]:
    """Checks the pieces of a stream, in order, by `jobs` processes. No more are read than are being worked on.

    Gives for each piece the number of its payloads, and the findings of each line that has some, at the lines of the stream.
    """
    first = 1
    for lines, payloads, found in _in_order(pieces, operation, status, jobs):
        yield payloads, [tuple(item._replace(line=first + (item.line or 0)) for item in findings) for findings in found]
        first += lines


def _in_order(pieces: Iterable[bytes | Part], operation: str, status: str | None, jobs: int) -> Iterator[Checked]:
    if jobs == 1:
        yield from (check_lines(piece, operation, status) for piece in pieces)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        under_way: deque[Future[Checked]] = deque()
        for piece in pieces:
            under_way.append(pool.submit(check_lines, piece, operation, status))
            if len(under_way) > 2 * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
