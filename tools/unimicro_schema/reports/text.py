"""The format `text`, for people: a line for each finding, as compilers write it."""

from __future__ import annotations

from collections.abc import Callable

from unimicro_schema.findings import Finding
from unimicro_schema.reports import Options, Reporter, Result, Totals, called, printable, sentence, where

LISTED = 20
"""With more inputs than these, the valid ones are counted instead of listed."""

_STYLES = {"place": "1", "error": "1;31", "advice": "1;36", "valid": "32", "frame": "2"}

Paint = Callable[[str, str], str]
"""Gives a text the style of that name."""


class Text(Reporter):
    """Findings as they come; at the end the valid inputs, or the counts where there are too many or an input is a line of a file."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._paint = _colored if options.color else _plain
        self._results = 0
        self._valid: list[str] = []
        self._rows = False

    def start(self) -> str:
        """Nothing."""
        return ""

    def result(self, result: Result) -> str:
        """A line for each finding, each with the line of the payload below it if that is wanted."""
        self._results += 1
        self._rows = self._rows or result.row is not None
        if result.report.valid and result.call is None and result.row is None and self._results <= LISTED:
            verdict = self._paint("valid", "valid")
            self._valid.append(f"{printable(result.name)}: {verdict} {result.report.operation}\n")
        if not result.report.findings:
            return ""
        below = self._frames(result)
        return "".join(
            f"{line(result.name, finding, self._paint, called(result))}\n{below(finding)}"
            for finding in result.report.findings
        )

    def end(self, totals: Totals) -> str:
        """A line for each valid input, or the counts. The counts also include inputs without a result."""
        listed = "" if self._results > LISTED else "".join(self._valid)
        table = totals.table()
        counted = (
            table or self._rows or totals.checked > LISTED or totals.checked != self._results or not totals.checked
        )
        return f"{listed}{table}{totals}\n" if counted else listed

    def _frames(self, result: Result) -> Callable[[Finding], str]:
        if not self._options.frames or result.text is None:
            return lambda _: ""
        from unimicro_schema.reports.frame import Payload  # for terminals only

        payload = Payload(result.text, show_values=self._options.show_values)
        return lambda finding: "".join(
            f"{self._paint(style, row)}\n"
            for style, row in zip(("frame", finding.severity), payload.frame(finding), strict=False)
        )


def _plain(_: str, text: str) -> str:
    return text


def _colored(style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def line(name: str, finding: Finding, paint: Paint = _plain, after: str = "") -> str:
    """A finding as one line without a line break, safe for terminals; `name` is the input's, `after` goes behind the sentence."""
    place = f":{finding.line}:{finding.column}" if finding.line else ""
    inside = f" {printable(where(finding))}" if where(finding) else ""
    severity = paint(finding.severity, finding.severity)
    outside = paint("place", f"{printable(name)}{place}:")
    return f"{outside} {severity} {finding.rule}{inside}: {printable(sentence(finding) + after)}"
