"""The format `junit`, which servers for continuous integration show as results of tests."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from unimicro_schema.reports import Options, Reporter, Result, Totals, printable, sentence
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
        name, operation = _attribute(result.name), _attribute(result.report.operation)
        outcome = "passed" if result.report.valid else "failure" if result.report.readable else "error"
        counts = f'tests="1" failures="{int(outcome == "failure")}" errors="{int(outcome == "error")}"'
        return (
            f"  <testsuite name={name} {counts}>\n"
            f"    <testcase classname={operation} name={name}>{_outcome(result, outcome)}</testcase>\n"
            "  </testsuite>\n"
        )

    def end(self, _: Totals) -> str:
        """The end of the root element."""
        return "</testsuites>\n"


def _outcome(result: Result, outcome: str) -> str:
    lines = escape("\n".join(line(result.name, finding) for finding in result.report.findings))
    if outcome == "passed":
        return f"<system-out>{lines}</system-out>" if lines else ""
    first = next(finding for finding in result.report.findings if finding.severity == "error")
    message = f"{first.pointer}: {sentence(first)}" if first.pointer else sentence(first)
    if more := len(result.report.findings) - 1:
        message += f" (and {more} more)"
    return f"<{outcome} type={_attribute(first.rule)} message={_attribute(message)}>{lines}</{outcome}>"


def _attribute(text: str) -> str:
    """A quoted value. What XML cannot hold is also what is not printable."""
    return quoteattr(printable(text))
