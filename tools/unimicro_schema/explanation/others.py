"""Texts for people in bodies that the contract does not describe: of the web framework behind the API, and of standards.

ASP.NET adds details to its messages, problem details are those of RFC 9457, and the identity server answers as RFC 6749 says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from unimicro_schema.explanation.wildcards import find
from unimicro_schema.pointers import decode

TEMPLATES = (
    "/MessageDetail",
    "/ExceptionMessage",
    "/InnerException/Message",
    "/InnerException/ExceptionMessage",
    "/ModelState/*/*",
    "/title",
    "/detail",
    "/errors/*/*",
    "/errors/*/message",
    "/errors/*",
    "/error/message",
    "/error_description",
    "/error",
)
"""Where texts are, the first first."""

_BY_PROPERTY = {"ModelState", "errors"}
"""What holds texts by the names of the properties that they are about."""

_PARAMETER = re.compile(r"(?:\$|[a-z]\w*)\.(?=.)")
"""What comes before the property in such a name: the parameter of the program that read the body."""


@dataclass(frozen=True, slots=True)
class Other:
    """A kind of body: the keys that it must have, its title, and what it means."""

    keys: frozenset[str]
    title: str
    cause: str
    action: str
    retry: str


_OAUTH = "OAuth error"
_CLIENT = "Check the credentials and the environment of the client with the vendor's developer portal."
_ERRORS = {
    "invalid_scope": ("The client may not ask for one of the scopes.", "Compare the scopes with those of the client.", "after-change"),
    "invalid_grant": ("The code or the refresh token is used up, too old, or of another client.", "Sign in again.", "after-change"),
    "invalid_client": ("The client is unknown here, or its assertion is not accepted.", _CLIENT, "after-change"),
    "unauthorized_client": ("The client may not use this way of signing in.", _CLIENT, "never"),
}  # fmt: skip
"""The errors of RFC 6749 that integrators meet: the cause, what to do, and whether to try again."""

_OTHERS = (
    Other(
        frozenset({"error", "error_description"}),
        _OAUTH,
        "The identity server refused to issue a token.",
        _CLIENT,
        "after-change",
    ),
    Other(
        frozenset({"title", "status"}),
        "Problem details",
        "A server in front of the API, or a newer part of it, answered in the form of RFC 9457.",
        "Read the messages and correct the request.",
        "after-check",
    ),
)


def other(value: Any) -> Other | None:
    """The kind of a body that the contract does not describe; None if it is of no known kind."""
    if not isinstance(value, Mapping):
        return None
    code = value.get("error")
    if isinstance(code, str) and code in _ERRORS:
        return Other(frozenset({"error"}), _OAUTH, *_ERRORS[code])
    return next((kind for kind in _OTHERS if kind.keys <= value.keys()), None)


def texts(value: Any) -> Iterator[tuple[str, str, str | None]]:
    """The texts in a body, each with its pointer and with the property that it is about, where one is named."""
    for template in TEMPLATES:
        for text, pointer, _ in find(value, template):
            if isinstance(text, str) and text.strip():
                yield text, pointer, _property(pointer)


def _property(pointer: str) -> str | None:
    tokens = decode(pointer)
    if len(tokens) < 2 or tokens[0] not in _BY_PROPERTY or tokens[1].isdecimal():
        return None
    return _PARAMETER.sub("", tokens[1], count=1) or None
