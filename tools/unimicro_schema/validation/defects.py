"""A defect on its way to a finding: it knows its path, not yet its place in the text."""

from collections.abc import Sequence
from typing import NamedTuple

from unimicro_schema.findings import Finding, Severity
from unimicro_schema.pointers import encode
from unimicro_schema.validation.places import Place


class Defect(NamedTuple):
    """A broken rule at a path; `is_key` where the key there is meant rather than the value."""

    rule: str
    path: Place
    message: str
    is_key: bool = False
    suggestion: str | None = None


def findings(defects: Sequence[Defect], text: str | None) -> tuple[Finding, ...]:
    """The findings for defects, in the order of the text, or as they are where the payload was given parsed."""
    if not defects:
        return ()
    from unimicro_schema.rules import RULES
    from unimicro_schema.validation.locate import locate  # a payload without defects has no use for these two

    places: dict[tuple[Place, bool], tuple[int, int]] = {}
    if text is not None:
        keys, values = ({defect.path for defect in defects if defect.is_key is is_key} for is_key in (True, False))
        unique = all(defect.rule != "duplicate-key" for defect in defects)
        places = locate(text, keys, values, stop_early=unique)
    found = [
        _finding(defect, RULES[defect.rule].severity, places.get((defect.path, defect.is_key))) for defect in defects
    ]
    return tuple(sorted(found, key=lambda finding: (finding.line or 0, finding.column or 0)))


def _finding(defect: Defect, severity: Severity, place: tuple[int, int] | None) -> Finding:
    pointer = encode(defect.path)
    line, column = place or (None, None)
    return Finding(defect.rule, severity, pointer, defect.message, defect.suggestion, line, column)
