"""Checks many payloads, one per line, as rows that programs on several machines can pass on."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from unimicro_schema.findings import Finding, Report
from unimicro_schema.registry import documented
from unimicro_schema.validation.check import validate


class CheckedLine(NamedTuple):
    """What a line is told: the verdict on it, and one of its findings. It can be pickled, and is a row for Spark and pandas.

    `line` is the number of the line, from 1, and `valid` the verdict on all of it. `rule`, `pointer` and `message` are those of the
    finding; a line without findings has None there.
    """

    line: int
    valid: bool
    rule: str | None = None
    pointer: str | None = None
    message: str | None = None


def validate_lines(  # noqa: PLR0913  # as those of validate
    lines: bytes | str | Iterable[Any],
    operation: str,
    status: str | int | None = None,
    *,
    strict: bool = False,
    show_values: bool = False,
    read_back: bool = False,
) -> Iterator[CheckedLine]:
    """The verdicts on payloads, one per line: a row for each finding, and a row for each line without one, in the order of the lines.

    `lines` is a file, a column, a whole text, or anything else that gives lines, each `bytes` or `str`; it is read as rows are asked
    for. The other arguments are those of `validate`. What is not JSON gives a row with the rule `unreadable`, and so does None or an
    empty text, as an empty cell is. A blank line that ends in a line break is counted and gives no row, as on the command line.

    Raises what `validate` raises for a wrong operation or status or a misused `read_back`, at once. No line raises anything.
    """
    documented(operation, status)
    if read_back:
        from unimicro_schema.validation.read_back import refuse  # few payloads are judged so

        refuse(operation, status)
    judge = partial(
        validate, operation=operation, status=status, strict=strict, show_values=show_values, read_back=read_back
    )
    return (row for number, line in _payloads(lines) for row in _rows(number, line, judge))


def _payloads(lines: bytes | str | Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """The lines that are not blank, without their line breaks and with their numbers."""
    if isinstance(lines, bytes | str):  # split as a file is: JSON may hold what else ends a line in Python
        lines = BytesIO(lines) if isinstance(lines, bytes) else StringIO(lines, newline="\n")
    for number, line in enumerate(lines, 1):
        text = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
        if isinstance(text, bytes) and text.endswith(b"\n"):
            text = text[:-1]
            if not text.strip():
                continue
        yield number, text


def _rows(number: int, line: Any, judge: Callable[[Any], Report]) -> Iterator[CheckedLine]:
    try:
        report = judge("" if line is None else line)
    except ValueError as error:  # a value that is not JSON, where text was meant
        report = Report(None, (Finding("unreadable", "error", "", str(error)),))
    valid = report.valid
    if not report.findings:
        yield CheckedLine(number, valid)
    for finding in report.findings:
        yield CheckedLine(number, valid, finding.rule, finding.pointer, finding.message)
