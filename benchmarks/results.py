"""The numbers: medians of runs in turn, and what is to be said about a program besides."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from math import isnan
from statistics import median

from clock import Sample, wall
from inputs import Inputs
from measures import Measure
from subjects import Subject


@dataclass(frozen=True, slots=True)
class Row:
    """What was found about a subject: the values of its runs, none where it failed, and remarks."""

    subject: Subject
    values: tuple[float, ...]
    remark: str

    @property
    def median(self) -> float | None:
        """The middle one of the values."""
        return median(self.values) if self.values else None


@dataclass(frozen=True, slots=True)
class Table:
    """What was found by a measure, a row for each subject."""

    measure: Measure
    rows: tuple[Row, ...]

    def __getitem__(self, name: str) -> float | None:
        """The median of a subject; None if there is none."""
        return next((row.median for row in self.rows if row.subject.name == name), None)


def run(measure: Measure, inputs: Inputs, *, rounds: int) -> Table:
    """Measures all subjects in turn, then again, as often as `rounds` says: what slows the machine slows them all."""
    print(f"{measure.title} ", end="", file=sys.stderr, flush=True)
    remarks = {subject: _verdicts(subject, inputs) if measure.judged else "" for subject in measure.subjects}
    samples: dict[Subject, list[Sample]] = {subject: [] for subject in measure.subjects}
    for _ in range(rounds):
        for subject in measure.subjects:
            samples[subject].append(measure.method(subject.command(measure.files)))
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return Table(measure, tuple(_row(measure, subject, samples[subject], remarks[subject]) for subject in samples))


def _row(measure: Measure, subject: Subject, samples: list[Sample], remark: str) -> Row:
    fault = next((said for sample in samples if (said := _fault(measure, subject, sample))), "")
    values = () if fault else tuple(sample.value for sample in samples)
    return Row(subject, values, "; ".join(filter(None, (fault, remark))))


def _fault(measure: Measure, subject: Subject, sample: Sample) -> str:
    """Why a run does not count, in some words; nothing if it does."""
    if (sample.code != 0) is not (measure.invalid > 0) or isnan(sample.value):
        return f"failed with exit code {sample.code}"
    if not subject.counted:
        return ""
    numbers = re.findall(subject.counted, sample.output)
    found = int(numbers[-1].replace(",", "")) if numbers else 0
    return "" if found == measure.invalid else f"found {found:,} of {measure.invalid:,} invalid lines"


def _verdicts(subject: Subject, inputs: Inputs) -> str:
    """What the subject says otherwise than the contract. A subject that looks at no file says nothing of interest."""
    if subject.command([]) == subject.command([inputs.valid]):
        return ""
    codes = {rule: wall(subject.command([path])).code for rule, path in inputs.invalid.items()}
    missed = ", ".join(rule for rule, code in codes.items() if code == 0)
    refused = wall(subject.command([inputs.valid])).code != 0
    return "; ".join(filter(None, (missed and f"lets pass: {missed}", "refuses the valid payload" if refused else "")))
