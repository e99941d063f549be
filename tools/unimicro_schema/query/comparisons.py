"""Judges a comparison: whether its operator fits the field, and its value both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain

from unimicro_schema.formats import MOMENT
from unimicro_schema.query.flaws import Flaw, broken
from unimicro_schema.query.language import FLAGS, PATTERNS
from unimicro_schema.query.operands import Operand
from unimicro_schema.query.paths import RELATED, Found
from unimicro_schema.suggestions import nearest

_EQUALITY = frozenset({"eq", "ne"})
_BITS = 32
_COMPARABLE = {"integer": "number"}
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
        return self.operator.text.lower()

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
    hint = ".".join((*found.names[:-1], key)) if key else None
    return broken("wrong-operator", at, "list" if found.kind == "list" else "object", hint, field=found)


def _operator_flaw(comparison: Comparison, found: Found) -> Flaw | None:
    at, name = comparison.operator.at, comparison.name
    if found.kind == "boolean" and name not in _EQUALITY:
        return broken("wrong-operator", at, "flag", field=found)
    if found.kind in {"integer", "number"} and name in PATTERNS:
        hint = "contains(" if name == "like" else "not contains("
        return broken("wrong-operator", at, "number", f"{hint}{found}, '...')", name=name, field=found)
    return None


def _pair_flaw(comparison: Comparison) -> Flaw | None:
    """Two fields fit each other if they are of one kind. A pattern is not a field."""
    left, right = (comparison.fields[side] for side in (comparison.left, comparison.right))
    if comparison.name in PATTERNS:
        hint = f"{left} {comparison.name} '...'"
        return broken("wrong-literal", comparison.right.at, "pattern", hint)
    kinds = {_COMPARABLE.get(found.kind, found.kind) for found in (left, right) if found.kind}
    if len(kinds) > 1:
        return broken("wrong-literal", comparison.right.at, "types", left=left, right=right)
    return None


def _value_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    is_pattern = comparison.name in PATTERNS
    if is_pattern and value is comparison.left:
        hint = f"{found} {comparison.name} '...'"
        return broken("bad-syntax", value.at, "pattern-last", hint, name=comparison.name)
    if value.kind == "null" and not is_pattern:
        if comparison.name in _EQUALITY:
            return None
        return broken("wrong-operator", comparison.operator.at, "null")
    return _BY_KIND[found.kind or "unknown"](comparison, found, value)


def _text_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    is_moment = found.field is not None and found.field.format == "date-time"
    if value.kind == "text" and (not is_moment or comparison.name in PATTERNS or re.fullmatch(MOMENT, value.text)):
        return None
    hint = comparison.written(found, "'...'")
    return broken("wrong-literal", value.at, "moment" if is_moment else "text", hint, field=found)


def _flag_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    if value.kind == "boolean":
        return None
    written = value.text.lower()
    flag = FLAGS.get(written) if value.kind != "words" else None
    hint = comparison.written(found, flag) if flag else None
    if (value.kind, written) in _LOOSE_FLAGS:
        return broken("loose-literal", value.at, "flag", hint, field=found)
    return broken("wrong-literal", value.at, "flag", hint, field=found)


def _number_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    whole = found.kind == "integer"
    codes = found.field.codes if found.field else {}
    if value.kind != "number":
        named = {name.lower(): str(code) for name, code in codes.items()}.get(value.text.lower())
        number = named or ("..." if value.kind == "text" and not codes else None)
        hint = comparison.written(found, number) if number else None
        sentence = "bare-code" if codes else "bare-integer" if whole else "bare-number"
        return broken("wrong-literal", value.at, sentence, hint, field=found, codes=listed(codes))
    digits, _, fraction = value.text.partition(".")
    if whole and fraction.strip("0"):
        return broken("wrong-literal", value.at, "integer", field=found)
    if whole and not is_int32(digits):
        return broken("wrong-literal", value.at, "bits", field=found, bits=_BITS)
    if (
        codes
        and comparison.name in _EQUALITY
        and digits.lstrip("0") not in {str(code).lstrip("0") for code in codes.values()}
    ):
        near = nearest(digits, tuple(map(str, codes.values())))
        hint = comparison.written(found, near) if near else None
        return broken("wrong-literal", value.at, "code", hint, field=found, codes=listed(codes))
    return None


def _unknown_flaw(comparison: Comparison, found: Found, value: Operand) -> Flaw | None:
    """Of a field whose type is not known, only that a word is not a value."""
    if value.kind in {"text", "number", "boolean"} and (value.kind == "text" or comparison.name not in PATTERNS):
        return None
    return broken("wrong-literal", value.at, "quotes", comparison.written(found, "'...'"))


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
