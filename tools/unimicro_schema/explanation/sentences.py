"""What is said of error bodies, and the marks by which those are told that the contract does not describe.

`sentences.json` is the one table that Python and the JavaScript modules share. Words in braces are placeholders. Its patterns mean
the same in both languages; letters match in either case.
"""

from types import MappingProxyType
from typing import Any, NamedTuple

import orjson

from unimicro_schema.derived import beside
from unimicro_schema.rules import RULES, Rule

TABLE: dict[str, Any] = orjson.loads(beside(__file__, "sentences.json"))
"""The whole table."""

RETRY: MappingProxyType[str, str] = MappingProxyType(TABLE["retry"])
"""Whether the request may be sent again: the sentence for each id that the contract uses."""


class Said(NamedTuple):
    """What is said of a body: a title, the cause and what to do."""

    title: str
    cause: str
    action: str


def answer(name: str, /, **values: str) -> Said:
    """An answer of the table, its placeholders filled."""
    return Said(**{key: text.format_map(values) for key, text in TABLE["answers"][name].items()})


def sentence(name: str, /, **values: str) -> str:
    """A sentence of the table, its placeholders filled."""
    text: str = TABLE["sentences"][name]
    return text.format_map(values)


def borrowed(name: str, /) -> Rule:
    """The rule whose words are said of an error body."""
    return RULES[TABLE["rules"][name]]
