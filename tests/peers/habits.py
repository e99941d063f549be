"""What a client does beside the calls that the contract describes: what it sends unasked, and what it cannot read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from peers import wire
from peers.clients import Client, Run
from peers.generators import FED
from unimicro_schema import example
from unimicro_schema.mock import Mock
from unimicro_schema.registry import operation

READ, FAILS, LOST = "read", "fails", "lost without an error"
"""What comes of an answer: it is read; an error ends the program; or the program goes on without what the answer had."""

DONE, FAILED, UNSENT = "as done", "as failed", "not sent"
"""What a client says of a status change that the server made, or that never reached it."""

LEFT_OUT, NULL, VALUE = "left out", "null", "a value of its own"
"""What becomes of a property that nobody set."""

_KEY = "AddedAfterTheContract"


@dataclass(frozen=True, slots=True)
class Habits:
    """What was seen of a client, a word or two for each."""

    unset: str
    sent_back: str
    empty_list: str
    unknown_key: str
    status_change: str


def seen(client: Client, accepted: Run) -> Habits:
    """What the client does; `accepted` is the run of all calls."""
    return Habits(_unset(accepted), _sent_back(client), _rows(client, []), _with_unknown_keys(client), _changed(client))


def new_codes(client: Client) -> tuple[str, ...]:
    """What comes of each answer with a code that the contract does not list."""
    return tuple(_codes(client, wire.renewed(call)) for call in wire.NEW)


def _unset(accepted: Run) -> str:
    """What the update has beside what the program set."""
    call = next(call for call in wire.CALLS if call.operation == "updateCustomer")
    bodies = [json.loads(request.body) for request in accepted.received if request.operation == call.operation]
    added = [value for body in bodies for _, value in _added(body, example(call.operation, call.body))]
    if not bodies:
        return UNSENT
    kinds = {NULL if value is None else VALUE for value in added}
    return " or ".join(sorted(kinds, reverse=True)) or LEFT_OUT


def _sent_back(client: Client) -> str:
    """What an object that was read has, once it is sent as a part of an update."""
    read = operation("getCustomer")
    path = next(call.path for call in wire.CALLS if call.operation == read.id)
    answer = example(read.id, status="200")

    def prepare(server: Mock) -> None:
        server.answer_path(read.method, path, answer)
        server.answer_path(operation("updateCustomer").method, path, answer)

    bodies = [json.loads(request.body) for request in client.run("back", prepare).received if request.body]
    if not bodies:
        return UNSENT
    sent = bodies[0]["Info"]
    added = [value for _, value in _added(sent, answer["Info"])]
    lost = [value for (*_, key), value in _added(answer["Info"], sent) if key not in _read_only()]
    if added:
        return f"with {'null' if added == [None] * len(added) else 'a value'} for what was absent"
    if any(value is not None for value in lost):
        return "without some of it"
    return "without its nulls" if lost else "as it was read"


@cache
def _read_only() -> frozenset[str]:
    """The properties that the server ignores in a request: a client may leave them out."""
    schemas = json.loads(FED.read_bytes())["components"]["schemas"].values()
    return frozenset(
        name
        for schema in schemas
        for name, entry in schema.get("properties", {}).items()
        if isinstance(entry, dict) and entry.get("readOnly")
    )


def _added(value: Any, expected: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The keys, at all depths, that a value has and another has not."""
    if isinstance(value, dict) and isinstance(expected, dict):
        for key, entry in value.items():
            if key in expected:
                yield from _added(entry, expected[key], (*path, key))
            else:
                yield (*path, key), entry
    if isinstance(value, list) and isinstance(expected, list):
        for index, pair in enumerate(zip(value, expected, strict=False)):
            yield from _added(*pair, (*path, index))


def _with_unknown_keys(client: Client) -> str:
    one = example("getCustomer", status="200")
    deep = json.loads(json.dumps(one))
    deep["Info"]["Phones"][0][_KEY] = deep["Info"][_KEY] = "1"
    places = {
        "at the top": _codes(client, one | {_KEY: 1}),
        "further down": _codes(client, deep),
        "in a list": _rows(client, [{**row, _KEY: None} for row in example("listCustomers", status="200")]),
    }
    return _phrase(places, READ)


def _codes(client: Client, answer: Any) -> str:
    """Whether the two codes of a customer are read."""
    found = _asked(client, "codes", "getCustomer", answer)
    expected = [answer["StatusCode"], answer["Info"]["Phones"][0]["Type"]]
    return FAILS if found.failure or not found.read else READ if found.read[0][1] == expected else LOST


def _rows(client: Client, rows: list[Any]) -> str:
    """Whether the program finds as many customers in a list as there are."""
    found = _asked(client, "list", "listCustomers", rows)
    return FAILS if found.failure or not found.read else READ if found.read[0][1] == len(rows) else LOST


def _asked(client: Client, mode: str, name: str, answer: Any) -> Run:
    path = next(call.path for call in wire.CALLS if call.operation == name)
    return client.run(mode, lambda server: server.answer_path(operation(name).method, path, answer))


def _changed(client: Client) -> str:
    """What the client says of a status change, by what the server answers."""
    entry = operation("activateCustomer")
    customer = example("updateCustomer", status="200")
    answers = {
        "after a 204": lambda server: server.answer(entry.id, 204),
        "after a 200 without a body": lambda server: server.answer(entry.id, 200),
        "after a 200 with a body": lambda server: server.answer_path(entry.method, entry.path, customer),
    }
    found = {name: client.run("activate", prepare) for name, prepare in answers.items()}
    return _phrase({name: _reported(run) for name, run in found.items()}, DONE)


def _reported(run: Run) -> str:
    return UNSENT if not run.received else FAILED if run.failure or not run.read else DONE


def _phrase(found: Mapping[str, str], usual: str) -> str:
    """One word where all are the same; else what is not usual, and where."""
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return ", ".join(f"{word} {place}" for place, word in found.items() if word != usual)
