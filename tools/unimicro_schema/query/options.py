"""Compares the options of a query with those that its operation takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unimicro_schema.query.encoding import Decoded
from unimicro_schema.query.flaws import Flaw, broken, shown
from unimicro_schema.query.language import MEANT
from unimicro_schema.query.url import FILTER, Option
from unimicro_schema.registry import Operation, Parameter, operations
from unimicro_schema.suggestions import nearest

ACTION = "action"


@dataclass(frozen=True, slots=True)
class Given:
    """An option of a query that the operation takes, or its action.

    `name` is the documented one and `parameter` what is documented of it, None for the action. `value` may be empty.
    """

    name: str
    parameter: Parameter | None
    value: Decoded

    @property
    def text(self) -> str:
        """The value without the spaces around it."""
        return self.value.value.strip()


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What is wrong with an option as such: its name or its number."""

    flaw: Flaw
    column: int
    name: str


@cache
def documented() -> frozenset[str]:
    """The names of all options of all operations, in lowercase."""
    names = {item.name.lower() for entry in operations() for item in _taken(entry)}
    return frozenset(names | {ACTION})


def sort_out(entry: Operation, options: tuple[Option, ...]) -> tuple[list[Given], list[Misplaced]]:
    """The options that an operation takes, and what is wrong with the others, the repeated and the empty ones."""
    takes: dict[str, Parameter | None] = {ACTION: None} | {item.name.lower(): item for item in _taken(entry)}
    given: dict[str, Given] = {}
    repeated: list[Given] = []
    misplaced: list[Misplaced] = []
    for option in options:
        written, column = option.name.value, option.name.column(0)
        name = written.lower()
        if name not in takes:
            pointer = "" if shown(written) == "this" else shown(written)
            misplaced.append(Misplaced(_unknown(entry, option), column, pointer))
            continue
        parameter = takes[name]
        value = option.value or Decoded("", option.name.places)
        item = Given(parameter.name if parameter else ACTION, parameter, value)
        flaws = _flaws_of_number(item, is_repeated=item.name in given)
        misplaced += [Misplaced(flaw, column, item.name) for flaw in flaws]
        if given.setdefault(item.name, item) is not item:
            repeated.append(item)
    return [*given.values(), *repeated], misplaced


def missing(entry: Operation, given: list[Given], misplaced: list[Misplaced]) -> Iterator[Flaw]:
    """That the operation needs an option, or its action, which the query does not have, not even misspelt."""
    names = {item.name for item in given} | {item.flaw.suggestion for item in misplaced}
    if entry.action and ACTION not in names:
        hint = f"{ACTION}={entry.action}"
        yield broken("missing-option", 0, "action", hint, operation=entry.id, name=ACTION)
    for parameter in _taken(entry):
        if parameter.required and parameter.name not in names:
            hint, values = f"{parameter.name}=...", {"operation": entry.id, "name": parameter.name}
            yield broken("missing-option", 0, "option", hint, **values)


def _taken(entry: Operation) -> tuple[Parameter, ...]:
    return tuple(item for item in entry.parameters if item.location == "query")


def _flaws_of_number(item: Given, *, is_repeated: bool) -> Iterator[Flaw]:
    if is_repeated:
        yield broken("duplicate-option", 0, "repeated", name=item.name)
    if not item.text:
        yield broken("empty-option", 0, "empty", name=item.name)


def _unknown(entry: Operation, option: Option) -> Flaw:
    """What is wrong with an option that an operation does not take."""
    written = option.name.value
    name = written.strip().removeprefix("$").lower()
    takes = [item.name for item in _taken(entry)]
    known = (*takes, *([ACTION] if entry.action else []))
    values = {"name": shown(written), "operation": entry.id, "options": ", ".join(known)}
    if not option.value and " " in name and FILTER in takes:
        return broken("unknown-option", 0, "nameless", f"{FILTER}=...")
    if written != written.strip() and name in known:
        return broken("unknown-option", 0, "spaces", name)
    if any(item.name.lower() == name and item.location == "path" for item in entry.parameters):
        return broken("unknown-option", 0, "of-path", entry.path, **values)
    if name in documented() and name not in {item.lower() for item in known}:
        return broken("unknown-option", 0, "not-taken" if known else "none-taken", **values)
    hint = MEANT["options"].get(name) or nearest(name, known, cutoff=0.6)
    sentence = "unknown" if known else "none-known"
    return broken("unknown-option", 0, sentence, hint if hint in known else None, **values)
