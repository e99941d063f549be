"""What one call shows of the contract: each sight is a word and a place, and never a value of the call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson

from unimicro_schema.calls.assumptions import assumptions, by_place
from unimicro_schema.calls.call import UNRECORDED, Call, locate
from unimicro_schema.calls.recognition import Recognised, recognise
from unimicro_schema.entities import Property, entities
from unimicro_schema.explanation.explain import explain_error
from unimicro_schema.findings import Finding
from unimicro_schema.pointers import decode
from unimicro_schema.registry import Operation, operations
from unimicro_schema.validation.check import decoded, validate

_REFUSED = 400
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")
HIDDEN = "…"
"""In place of a name that may be a value."""

STATUS, SHAPE, UNKNOWN, UNLISTED = "status", "shape", "unknown-key", "not-in-enum"
"""Words for what is not about an assumed fact: a status, an answer whose body nobody documents, a property, a code."""


class Sight(NamedTuple):
    """Something that a call shows: a word of `EVIDENCE`, one of the words above, or a rule that an answer breaks; and where."""

    word: str
    place: str


def sights(call: Call) -> set[Sight]:
    """What a call of ours shows, each thing once; nothing if it matches no operation or has no answer."""
    location = locate(call.url)
    found = recognise(call.method, location) if location else None
    if not isinstance(found, Recognised) or not call.status:
        return set()
    operation, status = found.operation, str(call.status)
    answer = _parsed(call.answer)
    return {
        Sight(STATUS, f"{operation.id} {status}"),
        *_of_request(call, operation),
        *_of_headers(call, operation, status, answer),
        *(_of_error if call.status >= _REFUSED else _of_answer)(operation, status, answer, call),
    }


class _Visit(NamedTuple):
    """A property of an object in a body, and what the contract knows of it."""

    place: str
    value: Any
    known: Property | None
    is_open: bool


def _visits(value: Any, entity: str) -> Iterator[_Visit]:
    """The properties of all objects in a body. Nothing recurses, so depth has no limit."""
    waiting = [(value, entity)]
    while waiting:
        node, name = waiting.pop()
        if isinstance(node, list):
            waiting += ((item, name) for item in node)
        elif isinstance(node, dict) and name in entities():
            known = entities()[name]
            for key, child in node.items():
                item = known.properties.get(key)
                yield _Visit(f"{name}.{key}", child, item, known.open or key.startswith("_"))
                if item and item.entity:
                    waiting.append((child, item.entity))


def _of_request(call: Call, operation: Operation) -> Iterator[Sight]:
    """What came of nulls and unknown properties that were sent."""
    body = _parsed(call.body)
    if operation.request is None or body is UNRECORDED or call.status is None:
        return
    nulls = {visit.place for visit in _visits(body, operation.request.model) if visit.value is None} & by_place().keys()
    unfit = [found for found in validate(body, operation.id).findings if found.severity == "error"]
    if _is_success(call.status):
        yield from (Sight("null-accepted", place) for place in nulls)
        yield from (Sight("key-accepted", place) for place in _owners_of_unknown(unfit, operation.request.model))
    elif call.status == _REFUSED:
        refused = _named(call, nulls)
        if len(unfit) == 1:
            yield from (Sight("key-refused", place) for place in _owners_of_unknown(unfit, operation.request.model))
            refused |= {_place(found, operation.request.model) for found in unfit} & nulls
        yield from (Sight("null-refused", place) for place in refused)


def _named(call: Call, places_of_nulls: set[str]) -> set[str]:
    """The places whose property a message of the answer names as the wrong one."""
    if call.answer is UNRECORDED:
        return set()
    named = {message.property for message in explain_error(call.answer, str(call.status)).messages}
    return {place for place in places_of_nulls if place.partition(".")[2] in named}


def _owners_of_unknown(found: list[Finding], model: str) -> set[str]:
    return {_place(item, model).partition(".")[0] for item in found if item.rule == UNKNOWN}


def _place(found: Finding, model: str) -> str:
    """The entity and the property that a finding is about; the entity alone for a body as a whole."""
    name, place = model, model
    for token in decode(found.pointer):
        if name not in entities():
            break
        item = entities()[name].properties.get(token)
        if item or not token.isdecimal():
            place = f"{name}.{_shown(token) if item is None else token}"
        name = item.entity or "" if item else name
    return place


def _of_headers(call: Call, operation: Operation, status: str, answer: Any) -> Iterator[Sight]:
    if call.answer_headers is None:
        return
    for entry in assumptions():
        for place in entry.places if entry.kind == "header" else ():
            *owner, name = place.split(" ")
            if owner == [operation.id, status]:
                value = call.answer_headers.get(name.casefold())
                rows = len(answer) if isinstance(answer, list) else 0
                fits = value is not None and value.isdecimal() and int(value) >= rows
                yield Sight("header-absent" if value is None else "header-fits" if fits else "header-differs", place)


def _of_answer(operation: Operation, status: str, answer: Any, call: Call) -> Iterator[Sight]:
    """What is in an answer that is not an error."""
    response = operation.responses.get(status)
    if response is None or call.answer is UNRECORDED:
        return
    if response.body is None:
        yield Sight(SHAPE, f"{operation.id} {status} {_shape(answer, call)}")
        return
    if answer is UNRECORDED:
        yield Sight("unreadable", f"{operation.id} {status}")
        return
    model = response.body.model
    yield from (Sight(found.rule, _place(found, model)) for found in validate(answer, operation.id, status).findings)
    yield from _of_entities(answer, model)


def _of_entities(answer: Any, model: str) -> Iterator[Sight]:
    for place, value, known, is_open in _visits(answer, model):
        if known is None:
            if not is_open:
                yield Sight(UNKNOWN, f"{place.partition('.')[0]}.{_shown(place.partition('.')[2])}")
        elif value is None:
            if place in by_place():
                yield Sight("null-answered", place)
        elif known.codes:
            code = f"{place} {value}"
            if type(value) is int and value not in known.codes.values():
                yield Sight(UNLISTED, place)
            elif code in by_place():
                yield Sight("answered", code)
        elif place in by_place():
            yield Sight("answered", place)


def _of_error(operation: Operation, status: str, answer: Any, call: Call) -> Iterator[Sight]:
    """Which of the documented error bodies an answer is."""
    names = operation.responses[status].errors if status in operation.responses else ()
    if not names or call.answer is UNRECORDED:
        return
    found = explain_error(call.answer, status).name
    if found in names:
        yield Sight("answered", str(found))
        yield from _of_entities(answer, str(found))
    elif len(names) == 1:
        yield Sight("answered-otherwise", names[0])
    else:
        yield Sight("unknown-shape", f"{operation.id} {status}")


_SHAPES: dict[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    type(None): "null",
    list: "a list",
    dict: "an object",
}


def _shape(answer: Any, call: Call) -> str:
    """What kind of body an answer has, and the entity that it looks like."""
    if call.answer in (b"", "", None):
        return "no body"
    if answer is UNRECORDED:
        return "not JSON"
    first = answer[0] if isinstance(answer, list) and answer else answer
    like = _entity(first) if isinstance(first, dict) else None
    return f"{_SHAPES[type(answer)]}{f' ({like})' if like else ''}"


def _entity(value: dict[str, Any]) -> str | None:
    """The entity that has at least half of the keys of an object: that of a documented body first, then the one with most of them."""
    bodies = {response.body.model for entry in operations() for response in entry.responses.values() if response.body}
    shared = {name: len(value.keys() & entity.properties.keys()) for name, entity in entities().items()}
    fitting = [name for name, count in shared.items() if value and count * 2 >= len(value)]
    return max(fitting, key=lambda name: (shared[name], name in bodies), default=None)


def _parsed(body: Any) -> Any:
    """A body as values; `UNRECORDED` where there is none that can be read."""
    if not isinstance(body, bytes | str):
        return UNRECORDED if body is None else body
    try:
        return orjson.loads(decoded(body))
    except ValueError:
        return UNRECORDED


def _is_success(status: int) -> bool:
    return 200 <= status < 300  # the successes of HTTP


def _shown(name: str) -> str:
    """A name of a property, unless it may be a value."""
    return name if _NAME.fullmatch(name) else HIDDEN
