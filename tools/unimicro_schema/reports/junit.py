"""The format `junit`, which servers for continuous integration show as results of tests."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from unimicro_schema.reports import Options, Reporter, Rest, Result, Totals, called, placed, printable
from unimicro_schema.reports.text import line


class JUnit(Reporter):
    """A test suite with one test case for each input.

    A suite begins with the numbers of its tests and failures, which of a whole run are known only at the end. A suite for each
    input has them right, and can be written at once.
    """

    def __init__(self, _: Options) -> None:
        pass

    def start(self) -> str:
        """The root element."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="unimicro-schema">\n'

    def result(self, result: Result) -> str:
        """The suite of an input: passed, with the advice as its output, or failed, or an error where it was unreadable."""
        name = ":".join(str(part) for part in (result.name, result.row, result.entry) if part is not None)
        operation = result.report.operation or "no operation"
        outcome = "passed" if result.report.valid else "failure" if result.report.readable else "error"
        return _suite(name, operation, result.seconds, outcome, _outcome(result, outcome))

    def rest(self, rest: Rest) -> str:
        """The suite of a stream: of all its payloads that have nothing to report, and of the time that the whole took."""
        said = f"<system-out>{rest.payloads} {rest.noun} without findings</system-out>"
        return _suite(rest.name, rest.operation, rest.seconds, "passed", said)

    def end(self, _: Totals) -> str:
        """The end of the root element."""
        return "</testsuites>\n"


def _suite(name: str, operation: str, seconds: float, outcome: str, said: str) -> str:
    counts = f'tests="1" failures="{int(outcome == "failure")}" errors="{int(outcome == "error")}"'
    time = f'time="{seconds:.3f}"'
    case = f"<testcase classname={_attribute(operation)} name={_attribute(name)} {time}>{said}</testcase>"
    return f"  <testsuite name={_attribute(name)} {counts} {time}>\n    {case}\n  </testsuite>\n"


def _outcome(result: Result, outcome: str) -> str:
    lines = escape("\n".join(line(result.name, finding, after=called(result)) for finding in result.report.findings))
    if outcome == "passed":
        return f"<system-out>{lines}</system-out>" if lines else ""
    first = next(finding for finding in result.report.findings if finding.severity == "error")
    message = placed(result, first)
    if more := len(result.report.findings) - 1:
        message += f" (and {more} more)"
    return f"<{outcome} type={_attribute(first.rule)} message={_attribute(message)}>{lines}</{outcome}>"


def _attribute(text: str) -> str:
    """A quoted value. What XML cannot hold is also what is not printable."""
    return quoteattr(printable(text))
