"""What an error body means: its messages, the likely cause, what to do, and whether the request may be sent again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from unimicro_schema.derived import read
from unimicro_schema.distribution import link
from unimicro_schema.entities import entities
from unimicro_schema.explanation.not_json import recognise, text_of
from unimicro_schema.explanation.others import other, texts
from unimicro_schema.explanation.sentences import RETRY, TABLE, answer, borrowed, sentence
from unimicro_schema.explanation.wildcards import find
from unimicro_schema.pointers import escape
from unimicro_schema.registry import UnknownNameError
from unimicro_schema.validation.plain import plain

_DOCS = "reference/errors/"


@dataclass(frozen=True, slots=True)
class Message:
    """What an error body says to people.

    `pointer` is the place in the body, None where the body is not JSON. `about` is the pointer of the object that the message
    is beside, if it is beside a part of what was sent; otherwise None. `property` is the property that the message
    names as the wrong one, where it names one.
    """

    text: str
    pointer: str | None
    about: str | None = None
    property: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an error body means.

    `name` is the name of the documented error body, None where it is not one of them. `retry` is an id and `retry_sentence` says
    it in words. `foreign_key` is the property that a message names as the wrong id, with its entity, where one does.
    """

    name: str | None
    title: str
    status: str | None
    messages: tuple[Message, ...]
    cause: str
    action: str
    retry: str
    foreign_key: str | None = None

    @property
    def recognised(self) -> bool:
        """Whether the body is one of the documented ones."""
        return self.name is not None

    @property
    def succeeded(self) -> bool:
        """Whether the status means that there is no error to explain."""
        return self.name is None and self.status is not None and self.status < "400" and self.retry == "never"

    @property
    def retry_sentence(self) -> str:
        """Whether the request may be sent again, in words."""
        return RETRY[self.retry]

    @property
    def docs(self) -> str:
        """The page that explains the error body."""
        return link(f"{_DOCS}{self.name}/" if self.name else _DOCS)


@dataclass(frozen=True, slots=True)
class _Known:
    """A documented error body.

    `property` is the key beside a message that names the wrong property, `own_keys` are the properties that no other error body
    has.
    """

    name: str
    title: str
    pointers: tuple[str, ...]
    property: str | None
    cause: str
    action: str
    retry: str
    statuses: tuple[str, ...]
    recognised_by: Mapping[str, Any] | None
    own_keys: frozenset[str]


def explain_error(body: bytes | str | Any, status: int | str | None = None) -> Explanation:
    """What the body of an error means, with a status or by its shape alone.

    `body` is what came back (`bytes` or `str`), or parsed JSON; it need not be JSON. Raises `LookupError` for a status that is
    not one of HTTP, and `ValueError` for what is neither text nor a value of JSON.
    """
    code = _status(status)
    if isinstance(body, bytearray | memoryview):
        body = bytes(body)
    if isinstance(body, bytes | str):
        text = text_of(body)
        try:
            value = orjson.loads(text)
        except ValueError:
            return _not_json(text, code)
    else:
        value = body if isinstance(body, dict | list) else plain(body)
    shape = _shape(value)
    known = next(_fitting(value, code), None) if code else shape
    if known is None or (other(value) and not _messages(value, known)):
        return _unknown(code, value, _all_messages(value, shape))
    messages = _all_messages(value, known if _messages(value, known) else shape)
    key = next(filter(None, (_foreign_key(message.text) for message in messages)), None)
    cause, action = _refusal(messages) or (known.cause, known.action)
    if key:
        cause = sentence("foreign-key", key=key)
    if code is None and (others := _alike(value)):
        cause += " " + sentence("alike", statuses=", ".join(others))
    return Explanation(known.name, known.title, code, messages, cause, action, known.retry, key)


@cache
def _errors() -> tuple[_Known, ...]:
    nodes = orjson.loads(read("errors.json"))["errors"]
    keys = {node["name"]: frozenset(_properties(node["name"])) for node in nodes}
    return tuple(
        _Known(
            node["name"],
            node["title"],
            tuple(node["message"]),
            node.get("property"),
            node["cause"],
            node["action"],
            node["retry"],
            tuple(node["statuses"]),
            node["recognised_by"],
            keys[node["name"]].difference(*(others for name, others in keys.items() if name != node["name"])),
        )
        for node in nodes
    )


def _properties(name: str) -> Mapping[str, Any]:
    return entities()[name].properties if name in entities() else {}


def _status(status: int | str | None) -> str | None:
    if status is None or re.fullmatch("[1-5][0-9][0-9]", str(status)):
        return None if status is None else str(status)
    raise UnknownNameError(sentence("status", status=str(status), example=_errors()[0].statuses[0]))


def _fitting(value: Any, code: str) -> Iterator[_Known]:
    """The error bodies of a status that a value can be. One that the status alone tells is any object."""
    for known in _errors():
        by = known.recognised_by
        if code in known.statuses and (isinstance(value, dict) if by is None else _evidence(value, by)):
            yield known


def _shape(value: Any) -> _Known | None:
    """The error body that a value looks like: the first shape that fits, unless more keys tell it from a body of a status."""
    shapes = [(known, _evidence(value, known.recognised_by)) for known in _errors() if known.recognised_by]
    found = [pair for pair in shapes if pair[1]][:1]
    found += [(known, count) for known in _errors() if not known.recognised_by and (count := _own(value, known))]
    return max(found, key=lambda pair: pair[1])[0] if found else None


def _own(value: Any, known: _Known) -> int:
    """How many keys tell a value from other bodies: its own and that of its message. A value without keys of its own counts as 0."""
    own = len(known.own_keys & value.keys()) if isinstance(value, dict) else 0
    return own and own + bool(_messages(value, known))


def _alike(value: Any) -> list[str]:
    """The statuses whose bodies have nothing of their own, if a value has no more than they do."""
    bodies = [known for known in _errors() if not known.recognised_by and not known.own_keys]
    return sorted(
        status
        for known in bodies
        if isinstance(value, dict) and value.keys() <= _properties(known.name).keys() and _messages(value, known)
        for status in known.statuses
    )


_KINDS: dict[str, type[Any]] = {"string": str, "object": dict, "array": list}


def _evidence(value: Any, by: Mapping[str, Any]) -> int:
    """How many marks of a shape a value has: 0 if it is not of that shape."""
    keys = value.keys() if isinstance(value, dict) else ()
    if "keys" in by:
        return len(by["keys"]) if all(key in keys for key in by["keys"]) else 0
    if "any-key" in by:
        return int(any(key in keys for key in by["any-key"]))
    if not isinstance(value, _KINDS[by["kind"]]):
        return 0
    return int("anywhere" not in by or next(find(value, f"/**/{escape(by['anywhere'])}"), None) is not None)


def _messages(value: Any, known: _Known | None) -> tuple[Message, ...]:
    return tuple(message for template in known.pointers for message in _at(value, template, known)) if known else ()


def _at(value: Any, template: str, known: _Known) -> Iterator[Message]:
    """The messages that a pointer leads to, each with the property that is named beside it."""
    beside = f"{template.rpartition('/')[0]}/{escape(known.property)}" if known.property else None
    named = {place.rpartition("/")[0]: name for name, place, _ in find(value, beside)} if beside else {}
    for text, pointer, about in find(value, template):
        if isinstance(text, str) and text.strip():
            name = named.get(pointer.rpartition("/")[0])
            yield Message(text, pointer, about, name if isinstance(name, str) and name.strip() else None)


def _all_messages(value: Any, known: _Known | None) -> tuple[Message, ...]:
    """The messages of a documented body, and the texts that the web framework puts beside them."""
    found = {message.pointer: message for message in _messages(value, known)}
    for text, pointer, name in texts(value):
        found.setdefault(pointer, Message(text, pointer, None, name))
    return tuple(found.values())


def _refusal(messages: tuple[Message, ...]) -> tuple[str, str] | None:
    """Cause and action where a message names the mark of new objects: the platform refuses a new child without one."""
    marks = {
        name.lower()
        for entity in entities().values()
        for name, prop in entity.properties.items()
        if prop.role == "create-guid"
    }
    rule = borrowed("new-child")
    is_named = any(mark in message.text.lower() for message in messages for mark in marks)
    return (rule.summary, rule.remedy) if is_named else None


_FOREIGN_KEY = re.compile(TABLE["foreign_key"], re.IGNORECASE)


def _foreign_key(text: str) -> str | None:
    """The entity and property that a message of the database names; None if it names none, or cuts the name too short."""
    match = _FOREIGN_KEY.search(text)
    if match is None:
        return None
    entity, column, end = match.groups()
    if end or column in _properties(entity):
        return f"{entity}.{column}"
    keys = {node.foreign_key for node in _properties(entity).values() if node.foreign_key}
    longer = [name for name in keys if name.startswith(column)]
    return f"{entity}.{longer[0]}" if len(longer) == 1 else None


def _unknown(code: str | None, value: Any, messages: tuple[Message, ...]) -> Explanation:
    """JSON that is not a documented error body, or not one of its status."""
    documented = sorted({status for known in _errors() for status in known.statuses})
    if code and code < "400":
        return Explanation(None, *_said("success", code), "never")
    if kind := other(value):
        return Explanation(None, kind.title, code, messages, kind.cause, kind.action, kind.retry)
    if code and code not in documented:
        return Explanation(None, *_said("undocumented", code, messages, statuses=", ".join(documented)), "after-check")
    remedy = borrowed("unknown-body").remedy
    name = "unknown-of-status" if code else "unknown"
    return Explanation(None, *_said(name, code, messages, remedy=remedy), _retry(code))


def _said(
    name: str, code: str | None, messages: tuple[Message, ...] = (), **values: str
) -> tuple[str, str | None, tuple[Message, ...], str, str]:
    """An answer of the table, as an explanation has it."""
    title, cause, action = answer(name, status=code or "", **values)
    return title, code, messages, cause, action


def _retry(code: str | None) -> str:
    """Whether a request may be sent again by its status alone: what all bodies of that status say, or the careful answer."""
    retries = {known.retry for known in _errors() if code in known.statuses}
    return retries.pop() if len(retries) == 1 else "after-check"


def _not_json(text: str, code: str | None) -> Explanation:
    """A body that is not JSON: it is from something between the caller and the API, or was cut off on the way."""
    if code and code < "300" and not text.strip():
        return Explanation(None, *_said("empty-success", code), "never")
    found = recognise(text)
    messages = (Message(found.said, None),) if found.said else ()
    title, _, _, cause, action = _said(found.answer, code, title=found.title, sentence=found.sentence)
    same = [known for known in _errors() if code in known.statuses]
    if len(same) == 1:
        cause += " " + sentence("of-api", cause=same[0].cause)
    return Explanation(None, title, code, messages, cause, action, _retry(code))
