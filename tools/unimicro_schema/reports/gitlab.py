"""The format `gitlab`: a report of code quality, which GitLab shows in merge requests."""

from __future__ import annotations

from typing import Any

from unimicro_schema.findings import Finding
from unimicro_schema.reports import Options, Reporter, Result, Totals, placed, printable
from unimicro_schema.reports.json import ITEMS, Stream
from unimicro_schema.reports.places import fingerprint, in_repository

_SEVERITIES = {"error": "major", "advice": "info"}


class GitLab(Reporter):
    """A list with an entry for each finding."""

    def __init__(self, _: Options) -> None:
        self._document = Stream([ITEMS])

    def start(self) -> str:
        """The beginning of the list."""
        return self._document.start

    def result(self, result: Result) -> str:
        """An entry for each finding."""
        path = in_repository(result.name)
        return "".join(self._document.item(_entry(path, result, finding)) for finding in result.report.findings)

    def end(self, _: Totals) -> str:
        """The end of the list."""
        return self._document.end()


def _entry(path: str, result: Result, finding: Finding) -> dict[str, Any]:
    return {
        "description": placed(result, finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint(result, finding),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": printable(path), "lines": {"begin": finding.line or 1}},
    }
