"""Prints results, in one of several formats: as they arrive, so that the number of inputs does not matter."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from unimicro_schema.findings import Finding, Report


class Result(NamedTuple):
    """The verdict on one input.

    `name` is what the user calls the input. `text` is the payload as it was read, for code frames; None where it was not kept.
    `row` is the line of a stream that the input is. `seconds` are what the check took. Where the input is an HTTP call, `call`
    is what it is called, empty if it could not be read, and `entry` its index in the HAR file.
    """

    name: str
    report: Report
    text: str | None = None
    row: int | None = None
    seconds: float = 0.0
    call: str | None = None
    entry: int | None = None


class Rest(NamedTuple):
    """The inputs of a file that are valid and have nothing to report: how many, of what, and how long the whole file took."""

    name: str
    operation: str
    payloads: int
    seconds: float = 0.0
    noun: str = "payloads"


class Others(NamedTuple):
    """How many calls in a file are calls of other APIs, which are not judged."""

    calls: int


@dataclass(slots=True)
class Totals:
    """How many inputs there were: `checked` is the sum of `valid`, `invalid` and `unreadable`. `advice` counts findings.

    `others` counts calls of other APIs, which are not checked.
    """

    checked: int = 0
    valid: int = 0
    invalid: int = 0
    unreadable: int = 0
    advice: int = 0
    others: int = 0

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

    def add_rest(self, rest: Rest) -> None:
        """Counts inputs that are valid and have nothing to report."""
        self.checked += rest.payloads
        self.valid += rest.payloads

    def add_others(self, others: Others) -> None:
        """Counts calls of other APIs."""
        self.others += others.calls

    def as_json(self) -> dict[str, Any]:
        """The counts as they are in JSON, by the name of their place."""
        names = ("checked", "valid", "invalid", "unreadable", "advice")
        return {"totals": {name: getattr(self, name) for name in names}}

    def table(self) -> str:
        """What there is to say above the counts: nothing here."""
        return ""

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


def where(finding: Finding) -> str:
    """The part of a call that a finding is about, and the place in it; empty if there is nothing to say."""
    part = f"({finding.part})" if finding.part else ""
    return " ".join(filter(None, (part, finding.pointer)))


def placed(result: Result, finding: Finding) -> str:
    """What a finding says, behind its place, for formats that have no field for the place."""
    place = where(finding)
    return f"{place}: {sentence(finding)}{called(result)}" if place else f"{sentence(finding)}{called(result)}"


def called(result: Result) -> str:
    """The call that a finding is about, as it goes after a sentence; empty if it is not about a call."""
    entry = "" if result.entry is None else f"/log/entries/{result.entry}"
    parts = ", ".join(filter(None, (result.call, entry)))
    return f" [{parts}]" if parts else ""


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
