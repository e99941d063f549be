"""Applies a filter to objects, as a database does: a comparison with a value that is not there is neither true nor false."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from unimicro_schema.query.flaws import Flaw
from unimicro_schema.query.lookup import follow
from unimicro_schema.query.operands import Operand, operand
from unimicro_schema.query.paths import Found
from unimicro_schema.query.syntax import parse

if TYPE_CHECKING:
    from lark import Token, Tree

    from unimicro_schema.updates.rows import Object

Truth = bool | None

_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda left, right: bool(left == right),
    "ne": lambda left, right: bool(left != right),
    "gt": lambda left, right: bool(left > right),
    "lt": lambda left, right: bool(left < right),
    "ge": lambda left, right: bool(left >= right),
    "le": lambda left, right: bool(left <= right),
    "like": lambda left, right: _pattern(right).fullmatch(left) is not None,
    "notlike": lambda left, right: _pattern(right).fullmatch(left) is None,
}
_FUNCTIONS: Mapping[str, Callable[[str, str], bool]] = {
    "contains": lambda text, part: part.casefold() in text.casefold(),
    "startswith": lambda text, part: text.casefold().startswith(part.casefold()),
    "endswith": lambda text, part: text.casefold().endswith(part.casefold()),
}


class Condition:
    """A filter on an entity. It must be a valid one."""

    def __init__(self, entity: str, text: str) -> None:
        tree = parse("filter", text)
        if isinstance(tree, Flaw):
            raise TypeError(tree.message)
        self._entity = entity
        self._tree: Tree[Token] = tree

    def holds(self, row: Object) -> bool:
        """Whether an object fulfils the condition."""
        return self._truth(self._tree.children[0], row) is True

    def _truth(self, node: Any, row: Object) -> Truth:
        if node.data == "negation":
            inner = self._truth(node.children[-1], row)
            return None if inner is None else not inner
        if node.data in {"condition", "conjunction"}:
            parts = [self._truth(child, row) for child in node.children[::2]]
            decides = node.data == "condition"
            return decides if decides in parts else None if None in parts else not decides
        if node.data == "alone":
            call = operand(node.children[0])
            field, value = call.items
            return self._any(_FUNCTIONS[call.text.casefold()], _texts(self._values(field, row)), [_value(value)])
        left, operator, right = map(operand, node.children)
        return self._compared(operator.text.casefold(), left, right, row)

    def _compared(self, name: str, left: Operand, right: Operand, row: Object) -> Truth:
        sides = [self._values(left, row), self._values(right, row)]
        if "null" in {left.kind, right.kind}:
            found = sides[0] if right.kind == "null" else sides[1]
            return (None in found) is (name == "eq")
        return self._any(_COMPARISONS[name], *sides)

    @staticmethod
    def _any(compare: Callable[[Any, Any], bool], left: list[Any], right: list[Any]) -> Truth:
        """Whether a comparison is true of one of the values that a path leads to through lists."""
        pairs = [_alike(one, other) for one in left for other in right if one is not None and other is not None]
        return any(compare(one, other) for one, other in pairs) if pairs else None

    def _values(self, side: Operand, row: Object) -> list[Any]:
        if side.kind != "name":
            return [_value(side)]
        found = follow(self._entity, side.text, wanted="plain")
        return list(at(row, found.names)) if isinstance(found, Found) else []


def at(value: Any, names: tuple[str, ...]) -> Iterator[Any]:
    """The values that a path of names leads to: one, or one for each element of a list on the way. What is missing is None."""
    if isinstance(value, list):
        for item in value:
            yield from at(item, names)
    elif not names:
        yield value
    else:
        yield from at(value.get(names[0]) if isinstance(value, dict) else None, names[1:])


def _value(side: Operand) -> Any:
    """The value that is written in a filter."""
    if side.kind == "number":
        return float(side.text) if "." in side.text else int(side.text)
    if side.kind == "boolean":
        return side.text.casefold() == "true"
    return None if side.kind == "null" else side.text.replace("''", "'")


def _texts(values: list[Any]) -> list[str | None]:
    return [None if value is None else str(value) for value in values]


def _alike(one: Any, other: Any) -> tuple[Any, Any]:
    """Two values as values of one type. What the vendor's own clients write for true and false counts as such."""
    for flag, text in ((one, other), (other, one)):
        if isinstance(flag, bool) and not isinstance(text, bool):
            is_true = str(text).casefold() in {"true", "1"}
            return (flag, is_true) if flag is one else (is_true, flag)
    moments = _moment(one), _moment(other)
    if None not in moments:
        return moments
    if isinstance(one, str) is not isinstance(other, str):
        return str(one), str(other)
    return one, other


def _moment(value: Any) -> datetime | None:
    if not isinstance(value, str) or not re.match(r"\d{4}-\d{2}-\d{2}", value):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern in which a percent sign is any text."""
    parts = (re.escape(part) for part in str(text).split("%"))
    return re.compile(".*".join(parts), re.IGNORECASE | re.DOTALL)
