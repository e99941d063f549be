"""A defect on its way to a finding: it knows its path and its sentence, not yet its line, nor the words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from unimicro_schema.findings import Finding
from unimicro_schema.pointers import encode

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a place in a payload."""

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Defect(NamedTuple):
    """A broken rule at a path, and the name of its sentence with what the placeholders are.

    `is_key` where the key there is meant rather than the value. `shown` is the value where it was asked for.
    """

    rule: str
    path: Place
    sentence: str
    values: Mapping[str, object] = _NO_VALUES
    is_key: bool = False
    suggestion: str | None = None
    shown: str = ""


def findings(defects: Sequence[Defect], text: str | None) -> tuple[Finding, ...]:
    """The findings for defects, in the order of the text, or as they are where the payload was given parsed."""
    if not defects:
        return ()
    from unimicro_schema.validation.locate import locate  # a payload without defects has no use for it

    places = {}
    if text is not None:
        unique = all(defect.rule != "duplicate-key" for defect in defects)
        places = locate(text, {(defect.path, defect.is_key) for defect in defects}, unique=unique)
    found = [_finding(defect, *places.get((defect.path, defect.is_key), (None, None))) for defect in defects]
    return tuple(sorted(found, key=lambda finding: (finding.line or 0, finding.column or 0)))


def _finding(defect: Defect, line: int | None, column: int | None) -> Finding:
    from unimicro_schema.rules import RULES  # nor for these

    rule = RULES[defect.rule]
    message = rule.message(defect.sentence, defect.values) + (f" (the value is {defect.shown})" if defect.shown else "")
    return Finding(defect.rule, rule.severity, encode(defect.path), message, defect.suggestion, line, column)
