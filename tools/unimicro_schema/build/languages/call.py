"""A call of the API as every language needs it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

JSON = "application/json"
_PLAIN = re.compile(r"[\w,.()-]*", re.ASCII)


@dataclass(frozen=True)
class Secret:
    """A header that every call needs: its name, what is in front of the secret, and the words of what the secret is called."""

    header: str
    prefix: str
    words: tuple[str, ...]

    @property
    def variable(self) -> str:
        """The variable of the environment that holds it."""
        return "_".join(["UNIMICRO", *(word.upper() for word in self.words)])

    @property
    def name(self) -> str:
        """What a program calls it where names are in camel case."""
        first, *others = self.words
        return "".join([first, *(word.capitalize() for word in others)])


@dataclass(frozen=True)
class Fresh:
    """A placeholder for a GUID that is generated anew for each call; `example` is the one of the contract."""

    name: str
    example: str


@dataclass(frozen=True)
class ShownBody:
    """A JSON body to send. `model` is the component, `many` whether it is a list of them; `value` can hold `Fresh` GUIDs."""

    model: str
    many: bool
    value: Any

    @property
    def fresh(self) -> list[Fresh]:
        """The GUIDs that are generated anew."""
        found: list[Fresh] = []
        waiting = [self.value]
        while waiting:
            value = waiting.pop()
            if isinstance(value, Fresh):
                found.append(value)
            elif isinstance(value, dict | list):
                waiting += value.values() if isinstance(value, dict) else value
        return found

    def json(self, fresh: str = "") -> str:
        """The body as indented JSON, with the text `fresh`, or the GUID of the example, for one that is generated anew."""
        text: str = json.dumps(self.value, indent=2, ensure_ascii=False, default=lambda item: fresh or item.example)
        return text


@dataclass(frozen=True)
class Answer:
    """The body of a response. `shown` are the paths of the properties that a program prints; empty for a plain value."""

    model: str
    many: bool
    shown: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ShownCall:
    """A request to a host, and what is to be read from the answer; `answer` is None where a success may have no body."""

    method: str
    host: str
    path: str
    secrets: tuple[Secret, ...]
    query: dict[str, str] = field(default_factory=dict)
    body: ShownBody | None = None
    answer: Answer | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the call has no body though its method has one: some servers then want to be told its length, 0."""
        return self.body is None and self.method in {"PATCH", "POST", "PUT"}

    @property
    def target(self) -> str:
        """The path, with the query where that needs no encoding."""
        return self.path if self.parameters or not self.query else f"{self.path}?{urlencode(self.query, safe=',()')}"

    @property
    def parameters(self) -> dict[str, str]:
        """The query where it needs encoding, to be left to the language."""
        return {} if all(_PLAIN.fullmatch(value) for value in self.query.values()) else self.query


_WORDS = {
    "names of the programs": "answer body client content curl item parts print process query response status",
    "Python": "and as assert async await break class continue def del elif else except finally for from global if import in is"
    " lambda nonlocal not or pass raise return try while with yield",
    "C#": "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else"
    " enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long"
    " namespace new null object operator out override params private protected public readonly ref return sbyte sealed short"
    " sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual"
    " void volatile while",
    "JavaScript": "await break case catch class const continue debugger default delete do else enum export extends false finally"
    " for function if implements import in instanceof interface let new null package private protected public return static super"
    " switch this throw true try typeof var void while with yield",
}
_TAKEN = {word for words in _WORDS.values() for word in words.split()}
"""What no variable of a program can be called, because a language or the program itself uses the word."""


def one(model: str) -> str:
    """What to call an object of a component: the last word of its name, or `found` where that word is taken."""
    word = str(re.findall("[A-Z][a-z]*|[a-z]+", model)[-1]).lower()
    return "found" if word in _TAKEN else word


def several(name: str) -> str:
    """What to call a list of what `one` names: entries, addresses, customers."""
    return re.sub("(?<![aeiou])y$", "ie", re.sub("(s|x|ch|sh)$", r"\1e", name)) + "s"
