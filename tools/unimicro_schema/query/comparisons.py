"""Judges a comparison: whether its operator fits the field, and its value both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain

from unimicro_schema.formats import MOMENT
from unimicro_schema.query.flaws import Flaw
from unimicro_schema.query.operands import Operand
from unimicro_schema.query.paths import RELATED, Found
from unimicro_schema.suggestions import nearest

PATTERNS = frozenset({"like", "notlike"})
_EQUALITY = frozenset({"eq", "ne"})
_BITS = 32
_COMPARABLE = {"integer": "number"}
_FLAGS = {"1": "true", "true": "true", "yes": "true", "0": "false", "false": "false", "no": "false"}
_LOOSE_FLAGS = frozenset({("text", "true"), ("text", "false"), ("number", "1"), ("number", "0")})
"""What the vendor's own clients write for true and false as well, by kind and text."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison with a known operator, and the fields among its two sides: one of them, or both."""

    left: Operand
    operator: Operand
    right: Operand
    fields: Mapping[Operand, Found]

    @property
    def name(self) -> str:
        """The operator as it is written."""
        return self.operator.text.casefold()

    def written(self, found: Found, value: str) -> str:
        """How the same comparison of a field looks with another value."""
        sides = (found, value) if self.left in self.fields else (value, found)
        return f"{sides[0]} {self.name} {sides[1]}"


def comparison_flaw(comparison: Comparison) -> Flaw | None:
    """What is wrong with a comparison. It is one thing at most: with a wrong operator, the value does not matter."""
    fields = comparison.fields
    objects = (object_flaw(found, side.at) for side, found in fields.items())
    operators = (_operator_flaw(comparison, found) for found in fields.values())
    if flaw := next(filter(None, chain(objects, operators)), None):
        return flaw
    if len(fields) == 2:
        return _pair_flaw(comparison)
    (side, found) = next(iter(fields.items()))
    value = comparison.right if side is comparison.left else comparison.left
    return _value_flaw(comparison, found, value)


def object_flaw(found: Found, at: int) -> Flaw | None:
    """That a path leads to an object, which cannot be compared or sorted by, and to its foreign key instead."""
    if found.field is None or found.kind not in RELATED | {"object"}:
        return None
    key = found.field.foreign_key
    what = "a list of objects" if found.kind == "list" else "an object"
    hint = ".".join((*found.names[:-1], key)) if key else None
    return Flaw("wrong-operator", at, f"{found} is {what}; only its fields can be compared and sorted by", hint)


def _operator_flaw(comparison: Comparison, found: Found) -> Flaw | None:
    at, name = comparison.operator.at, comparison.name
    if found.kind == "boolean" and name not in _EQUALITY:
        return Flaw("wrong-operator", at, f"{found} is true or false; it can only be compared with eq and ne")
    if found.kind in {"integer", "number"} and name in PATTERNS:
        hint = "contains(" if name == "like" else "not contains("
        message = f"{name} searches text, and {found} is a number; a function searches both"
        return Flaw("wrong-operator", at, message, f"{hint}{found}, '...')")
    return None


def _pair_flaw(comparison: Comparison) -> Flaw | None:
    """Two fields fit each other if they are of one kind. A pattern is not a field."""
    left, right = (comparison.fields[side] for side in (comparison.left, comparison.right))
    if comparison.name in PATTERNS:
        hint = f"{left} {comparison.name} '...'"
        return Flaw("wrong-literal", comparison.right.at, "a pattern must be in single quotes", hint)
    kinds = {_COMPARABLE.get(found.kind, found.kind) for found in (left, right) if found.kind}
    if len(kinds) > 1:
        return Flaw("wrong-literal", comparison.right.at, f"{left} and {right} are not of the same type")
    return None


def _value_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    is_pattern = comparison.name in PATTERNS
    if is_pattern and value is comparison.left:
        hint = f"{found} {comparison.name} '...'"
        return Flaw("bad-syntax", value.at, f"{comparison.name} takes the field first, then the pattern", hint)
    if value.kind == "null" and not is_pattern:
        if comparison.name in _EQUALITY:
            return None
        return Flaw("wrong-operator", comparison.operator.at, "null can only be compared with eq and ne")
    return _BY_KIND[found.kind or "unknown"](comparison, found, value)


def _text_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    is_moment = found.field is not None and found.field.format == "date-time"
    if value.kind == "text" and (not is_moment or comparison.name in PATTERNS or re.fullmatch(MOMENT, value.text)):
        return None
    hint = comparison.written(found, "'...'")
    message = "is a date and time; write it as in '2026-01-15' or '2026-01-15T08:30:00Z', in single quotes"
    if not is_moment:
        message = "is text; its value must be in single quotes"
    return Flaw("wrong-literal", value.at, f"{found} {message}", hint)


def _flag_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    if value.kind == "boolean":
        return None
    written = value.text.casefold()
    flag = _FLAGS.get(written) if value.kind != "words" else None
    hint = comparison.written(found, flag) if flag else None
    if (value.kind, written) in _LOOSE_FLAGS:
        return Flaw("loose-literal", value.at, f"{found} is true or false; write true or false, without quotes", hint)
    return Flaw("wrong-literal", value.at, f"{found} must be compared with true or false, without quotes", hint)


def _number_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    whole = found.kind == "integer"
    kind = "a whole number" if whole else "a number"
    codes = found.field.codes if found.field else {}
    if value.kind != "number":
        named = {name.casefold(): str(code) for name, code in codes.items()}.get(value.text.casefold())
        number = named or ("..." if value.kind == "text" and not codes else None)
        hint = comparison.written(found, number) if number else None
        must = f"must be one of {listed(codes)}" if codes else f"must be {kind}"
        return Flaw("wrong-literal", value.at, f"{found} {must}, without quotes", hint)
    digits, _, fraction = value.text.partition(".")
    if whole and fraction.strip("0"):
        return Flaw("wrong-literal", value.at, f"{found} must be {kind}")
    if whole and not is_int32(digits):
        return Flaw("wrong-literal", value.at, f"{found} has {_BITS} bits, which is too few for this number")
    if (
        codes
        and comparison.name in _EQUALITY
        and digits.lstrip("0") not in {str(code).lstrip("0") for code in codes.values()}
    ):
        near = nearest(digits, tuple(map(str, codes.values())))
        hint = comparison.written(found, near) if near else None
        return Flaw("wrong-literal", value.at, f"{found} must be one of {listed(codes)}", hint)
    return None


def _unknown_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    """Of a field whose type is not known, only that a word is not a value."""
    if value.kind in {"text", "number", "boolean"} and (value.kind == "text" or comparison.name not in PATTERNS):
        return None
    return Flaw("wrong-literal", value.at, "text must be in single quotes", comparison.written(found, "'...'"))


_BY_KIND: Mapping[str, Callable[[Comparison, Found, Operand], Flaw | None]] = {
    "string": _text_flaw,
    "integer": _number_flaw,
    "number": _number_flaw,
    "boolean": _flag_flaw,
    "unknown": _unknown_flaw,
}
"""What judges a value, by the type of the field that it is compared with."""


def is_int32(digits: str) -> bool:
    """Whether decimal digits, with or without a minus, are a number of 32 bits. They may be any number of digits."""
    significant = digits.lstrip("-").lstrip("0")
    limit = 2 ** (_BITS - 1) - (not digits.startswith("-"))
    return len(significant) <= len(str(limit)) and int(significant or "0") <= limit


def listed(codes: Mapping[str, int]) -> str:
    """The codes as a message has them."""
    return ", ".join(map(str, codes.values()))
