"""Checks streams of one payload a line, in constant memory and on several processors."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unimicro_schema.findings import Finding
from unimicro_schema.inputs import Block, Part
from unimicro_schema.validation import checked


class Checked(NamedTuple):
    """What came of a block: how many payloads it had, and the findings of each line that has some."""

    payloads: int
    found: list[tuple[Finding, ...]]


def check_lines(first: int, lines: bytes | Part, operation: str, status: str | None) -> Checked:
    """Checks the payloads of whole lines. The findings stand at the lines of the whole stream, `first` is that of the first."""
    text = lines.read() if isinstance(lines, Part) else lines
    found, payloads = [], 0
    for number, line in enumerate(text.split(b"\n"), first):
        if not line or line.isspace():
            continue
        payloads += 1
        if findings := checked(line, operation, status):
            found.append(tuple(finding._replace(line=number, column=finding.column or 1) for finding in findings))
    return Checked(payloads, found)


def check_stream(
    blocks: Iterable[Block], file: str | None, operation: str, status: str | None, jobs: int
) -> Iterator[Checked]:
    """Checks a stream block by block, in order, by `jobs` processes. No more blocks are read than are being worked on.

    `file` is the path where the processes find the blocks themselves, or None if they must be sent.
    """
    if jobs == 1:
        yield from (check_lines(block.first, block.text, operation, status) for block in blocks)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        under_way: deque[Future[Checked]] = deque()
        for block in blocks:
            lines = Part(file, block.offset, len(block.text)) if file else block.text
            under_way.append(pool.submit(check_lines, block.first, lines, operation, status))
            if len(under_way) > 2 * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
