"""A defect on its way to a finding: it knows its path and its sentence, not yet its line, nor the words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from unimicro_schema.findings import Finding, Severity
from unimicro_schema.pointers import encode

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a place in a payload."""

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Defect(NamedTuple):
    """A broken rule at a path, and the name of its sentence with what the placeholders are.

    `is_key` where the key there is meant rather than the value; `offset` is the place in the text, where it is known already.
    `shown` is the value where it was asked for, `severity` how serious it is where that is not by its rule.
    """

    rule: str
    path: Place
    sentence: str
    values: Mapping[str, object] = _NO_VALUES
    is_key: bool = False
    suggestion: str | None = None
    offset: int | None = None
    shown: str = ""
    severity: Severity | None = None


def findings(defects: Sequence[Defect], text: str | None) -> tuple[Finding, ...]:
    """The findings for defects, in the order of the text, or as they are where the payload was given parsed."""
    if not defects:
        return ()
    if text is None:
        return tuple(_finding(defect, None, None) for defect in defects)
    from unimicro_schema.validation.locate import lines, locate  # a payload without defects has no use for it

    marks = {(defect.path, defect.is_key) for defect in defects if defect.offset is None}
    found = locate(text, marks, unique=all(defect.offset is None for defect in defects))
    offsets = [found[defect.path, defect.is_key] if defect.offset is None else defect.offset for defect in defects]
    place = lines(text)
    in_order = sorted(range(len(defects)), key=offsets.__getitem__)
    return tuple(_finding(defects[index], *place(offsets[index])) for index in in_order)


def _finding(defect: Defect, line: int | None, column: int | None) -> Finding:
    from unimicro_schema.rules import RULES  # nor for these

    rule = RULES[defect.rule]
    message = rule.message(defect.sentence, defect.values) + (f" (the value is {defect.shown})" if defect.shown else "")
    severity = defect.severity or rule.severity
    return Finding(defect.rule, severity, encode(defect.path), message, defect.suggestion, line, column)
