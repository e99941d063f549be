"""Texts for people in bodies that the contract does not describe: of the web framework behind the API, and of standards.

ASP.NET adds details to its messages, problem details are those of RFC 9457, and the identity server answers as RFC 6749 says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from unimicro_schema.explanation.sentences import TABLE
from unimicro_schema.explanation.wildcards import find
from unimicro_schema.pointers import decode


@dataclass(frozen=True, slots=True)
class Other:
    """A kind of body: its title, and what it means."""

    title: str
    cause: str
    action: str
    retry: str


def other(value: Any) -> Other | None:
    """The kind of a body that the contract does not describe; None if it is of no known kind."""
    if not isinstance(value, Mapping):
        return None
    return next((Other(*map(kind.get, _SAID)) for kind in TABLE["others"] if _is(kind, value)), None)


_SAID = ("title", "cause", "action", "retry")


def _is(kind: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    """Whether a body has the error code of a kind (RFC 6749), or its keys."""
    if "error" in kind:
        return bool(value.get("error") == kind["error"])
    return all(key in value for key in kind["keys"])


def texts(value: Any) -> Iterator[tuple[str, str, str | None]]:
    """The texts in a body, each with its pointer and with the property that it is about, where one is named."""
    for template in TABLE["texts"]:
        for text, pointer, _ in find(value, template):
            if isinstance(text, str) and text.strip():
                yield text, pointer, _property(pointer)


def _property(pointer: str) -> str | None:
    tokens = decode(pointer)
    if len(tokens) < 2 or tokens[0] not in TABLE["by_property"] or tokens[1].isdecimal():
        return None
    return re.sub(TABLE["parameter"], "", tokens[1]) or None
