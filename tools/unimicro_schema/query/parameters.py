"""Judges the value of a parameter that is not an expression: by its type, its codes and its length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from unimicro_schema.query.comparisons import is_int32, listed
from unimicro_schema.query.flaws import Flaw, broken, shown
from unimicro_schema.registry import Parameter
from unimicro_schema.rules import RULES
from unimicro_schema.suggestions import nearest
from unimicro_schema.validation.identifiers import CHECKS

_FLAGS = ("true", "false")
_DIGITS = re.compile(r"[0-9]+")
"""ASCII digits; the server does not read others as digits."""


def parameter_flaws(parameter: Parameter, value: str, at: int = 0) -> Iterator[Flaw]:
    """What is wrong with the value of a parameter, which starts at an index. Spaces around it do not count."""
    yield from _BY_TYPE[parameter.type](parameter, value.strip(), at + len(value) - len(value.lstrip()))


def _of_integer(parameter: Parameter, value: str, at: int) -> Iterator[Flaw]:
    codes = {name.lower(): str(code) for name, code in parameter.codes.items()}
    name = shown(parameter.name)
    if parameter.codes and value.lstrip("0") not in codes.values():
        hint = codes.get(value.lower()) or nearest(value, tuple(codes.values()))
        yield broken("wrong-literal", at, "code", hint, field=name, codes=listed(parameter.codes))
    elif not _DIGITS.fullmatch(value) or not is_int32(value):
        yield broken("bad-number", at, "range", name=name, limit=2**31 - 1)


def _of_boolean(parameter: Parameter, value: str, at: int) -> Iterator[Flaw]:
    if value.lower() not in _FLAGS:
        yield broken("wrong-literal", at, "boolean", field=parameter.name)


def _of_string(parameter: Parameter, value: str, at: int) -> Iterator[Flaw]:
    if parameter.max_length is not None and len(value) > parameter.max_length:
        values = {"name": parameter.name, "limit": parameter.max_length, "length": len(value)}
        yield broken("too-long", at, "parameter", **values)
    if parameter.check and value and (wrong := CHECKS[parameter.check](value)):
        yield Flaw(wrong.rule, at, f"{parameter.name} {RULES[wrong.rule].message(wrong.sentence, {})}")


_BY_TYPE: Mapping[str, Callable[[Parameter, str, int], Iterator[Flaw]]] = {
    "integer": _of_integer,
    "boolean": _of_boolean,
    "string": _of_string,
}
