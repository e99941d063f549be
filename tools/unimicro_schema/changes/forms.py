"""The forms that the contract is exported in, and how two contracts of different forms are compared.

The one that says more is put into the form of the other, by the same steps as the export: then what the form cannot say is in
neither of them, and what is left are changes of the contract.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from unimicro_schema.openapi import codes, dereferencing, older
from unimicro_schema.openapi.dereferencing import Node


class FormError(ValueError):
    """Two contracts cannot be put into one form. The message is one sentence that names the forms."""


class _Step(NamedTuple):
    name: str
    taken: Callable[[Node], bool]
    take: Callable[[Node], Node]


_STEPS = (
    _Step("dereferenced", dereferencing.is_dereferenced, dereferencing.dereferenced),
    _Step("OpenAPI 3.0", older.is_older, older.converted),
    _Step("with open codes", codes.are_open, codes.opened),
)
"""The steps of an export, in their order. A step that was left out cannot be taken after a later one."""


def alike(old: Node, new: Node) -> tuple[Node, Node]:
    """Two contracts in one form: each step that only one of them has taken is taken with the other.

    Raises `FormError` where that is impossible.
    """
    taken = [{step.name for step in _STEPS if step.taken(document)} for document in (old, new)]
    if taken[0] == taken[1]:
        return old, new
    return _taken(old, *taken), _taken(new, *reversed(taken))


def _taken(document: Node, mine: set[str], other: set[str]) -> Node:
    """A document after the steps of the other that it has not taken."""
    for number, step in enumerate(_STEPS):
        if step.name not in other - mine:
            continue
        if mine.intersection(later.name for later in _STEPS[number + 1 :]):
            raise FormError(_impossible(mine, other))
        try:
            document = step.take(document)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise FormError(_impossible(mine, other)) from None
    return document


def _impossible(mine: set[str], other: set[str]) -> str:
    one, two = sorted(_named(form) for form in (mine, other))
    return f"a contract that is {one} cannot be compared with one that is {two}; export both in one form"


def _named(form: set[str]) -> str:
    return " and ".join(step.name for step in _STEPS if step.name in form) or "OpenAPI 3.1 as it was written"
