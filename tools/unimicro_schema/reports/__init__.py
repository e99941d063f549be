"""Prints results, in one of several formats: as they arrive, so that the number of inputs does not matter."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple, Protocol

from unimicro_schema.findings import Finding, Report


class Result(NamedTuple):
    """The verdict on one input.

    `name` is what the user calls the input. `text` is the payload as it was read, for code frames; None where it was not kept.
    `row` is the line of a stream that the input is. `seconds` are what the check took.
    """

    name: str
    report: Report
    text: str | None = None
    row: int | None = None
    seconds: float = 0.0


class Rest(NamedTuple):
    """The payloads of a stream that are valid and have nothing to report: how many, and how long the whole stream took."""

    name: str
    operation: str
    payloads: int
    seconds: float = 0.0


@dataclass(slots=True)
class Totals:
    """How many inputs there were: `checked` is the sum of `valid`, `invalid` and `unreadable`. `advice` counts findings."""

    checked: int = 0
    valid: int = 0
    invalid: int = 0
    unreadable: int = 0
    advice: int = 0

    def add(self, result: Result) -> None:
        """Counts a result."""
        self.checked += 1
        self.advice += sum(finding.severity == "advice" for finding in result.report.findings)
        if not result.report.readable:
            self.unreadable += 1
        elif result.report.valid:
            self.valid += 1
        else:
            self.invalid += 1

    def add_valid(self, count: int) -> None:
        """Counts inputs that are valid and have nothing to report."""
        self.checked += count
        self.valid += count

    def __str__(self) -> str:
        counts = {"valid": self.valid, "invalid": self.invalid, "unreadable": self.unreadable}
        parts = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
        advice = f"; advice: {self.advice:,}" if self.advice else ""
        return f"{self.checked:,} checked{': ' if parts else ''}{parts}{advice}"


class Options(NamedTuple):
    """How to print: with `color`, with `frames` (the line of the payload), and there with the values (`show_values`)."""

    color: bool = False
    show_values: bool = False
    frames: bool = False


class Reporter(Protocol):
    """Prints one run. Each method returns the text to write now, which may be empty."""

    def start(self) -> str:
        """The text before the first result."""
        ...

    def result(self, result: Result) -> str:
        """What can be written when a result is there."""
        ...

    def rest(self, _: Rest) -> str:
        """What is written at the end of a stream; nothing in most formats."""
        return ""

    def end(self, totals: Totals) -> str:
        """The text after the last result."""
        ...


def printable(text: str) -> str:
    """Text in which each character that a terminal would act on is spelled out by its number."""
    return text if text.isprintable() else "".join(map(_spelled, text))


def _spelled(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def sentence(finding: Finding) -> str:
    """What a finding says, with what was probably meant."""
    return f"{finding.message}; did you mean {finding.suggestion}?" if finding.suggestion else finding.message


def _format(name: str, reporter: str) -> Callable[[Options], Reporter]:
    """A reporter whose module is imported only when it is used."""

    def make(options: Options) -> Reporter:
        made: Reporter = getattr(import_module(f"{__name__}.{name}"), reporter)(options)
        return made

    return make


_REPORTERS = {
    "text": ("Text", "people, one line for each finding"),
    "json": ("Json", "programs: one object; its JSON Schema is `report.schema.json` in the package"),
    "github": ("GitHub", "annotations in GitHub Actions"),
    "sarif": ("Sarif", "code scanning and editors, SARIF 2.1.0"),
    "junit": ("JUnit", "test reports of CI servers"),
    "gitlab": ("GitLab", "code quality in GitLab's merge requests"),
}
"""The class of each format, in the module of its name, and what the format is for."""

REPORTERS: dict[str, Callable[[Options], Reporter]] = {
    name: _format(name, reporter) for name, (reporter, _) in _REPORTERS.items()
}
"""The formats by the name that `--format` takes."""

PURPOSES = {name: purpose for name, (_, purpose) in _REPORTERS.items()}
"""What each format is for."""
