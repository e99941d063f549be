"""The format `github`: commands by which a job of GitHub Actions annotates the lines of a change."""

from __future__ import annotations

from unimicro_schema.findings import Finding
from unimicro_schema.reports import Options, Reporter, Result, Totals, placed, printable
from unimicro_schema.reports.places import in_repository

_COMMANDS = {"error": "error", "advice": "notice"}

# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


class GitHub(Reporter):
    """An annotation for each finding, and the counts, which appear in the log of the job."""

    def __init__(self, _: Options) -> None:
        pass

    def start(self) -> str:
        """Nothing."""
        return ""

    def result(self, result: Result) -> str:
        """A line for each finding."""
        path = in_repository(result.name) if result.report.findings else ""
        return "".join(_annotation(path, result, finding) for finding in result.report.findings)

    def end(self, totals: Totals) -> str:
        """The counts."""
        return f"{totals.table()}{totals}\n"


def _annotation(path: str, result: Result, finding: Finding) -> str:
    place = {"line": finding.line, "col": finding.column} if finding.line else {}
    properties = {"file": path} | place | {"title": finding.rule}
    listed = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(placed(result, finding), _MESSAGE)}\n"


def _escaped(value: object, table: dict[int, str]) -> str:
    """What GitHub reads back as it was, but for characters that a terminal would act on, which are spelled out."""
    return printable(str(value).translate(table))
