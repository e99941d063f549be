"""What each operation does, read off the contract: its method, its path, its bodies and its marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from unimicro_schema.entities import entities
from unimicro_schema.registry import Body, Operation, Response, operations

CREATE, READ, LIST, UPDATE, DELETE = "create", "read", "list", "update", "delete"
SAVE_MANY, CHANGE_STATUS, NEIGHBOUR, LOOK_UP, SHOW = "save many", "change status", "neighbour", "look up", "show"


class Collection(NamedTuple):
    """The objects of an entity below a path."""

    path: str
    entity: str


def success(entry: Operation) -> Response:
    """The first successful response of an operation. Of one without a body it is the one that never has any, if there is one."""
    found = [response for status, response in entry.responses.items() if status.startswith("2")]
    first = found[0]
    if first.body is None:
        return next((response for response in found if response.status == "204"), first)
    return first


def is_stored(body: Body | None) -> bool:
    """Whether a body is that of objects that have ids."""
    entity = entities().get(body.model) if body else None
    return entity is not None and any(item.role == "id" for item in entity.properties.values())


def collection_of(entry: Operation) -> Collection | None:
    """The collection that an operation is about; None where its path has none."""
    path = _path(entry)
    body = success(entry).body
    if body and body.model in entities():
        return Collection(path, body.model)
    beside = (success(other).body for other in operations() if _path(other) == path)
    return next((Collection(path, found.model) for found in beside if found and is_stored(found)), None)


def id_parameter(entry: Operation) -> str | None:
    """The parameter that holds the id of the object that an operation is about."""
    if entry.path.endswith("}"):
        return entry.path.rpartition("{")[2].rstrip("}")
    named = [item.name for item in entry.parameters if item.required and item.type == "integer"]
    return named[0] if len(named) == 1 else None


def effect_of(entry: Operation) -> str:
    """What an operation does. What the contract does not tell is shown by an example."""
    if collection_of(entry) is None:
        return SHOW
    return next((effect for effect, holds in _EFFECTS if holds(entry)), SHOW)


def _is_create(entry: Operation) -> bool:
    return entry.method == "POST" and entry.request is not None and is_stored(success(entry).body)


def _is_list(entry: Operation) -> bool:
    body = success(entry).body
    return entry.method == "GET" and not entry.action and body is not None and body.is_list


def _is_status(entry: Operation) -> bool:
    return entry.status_after is not None and entry.request is None and id_parameter(entry) is not None


def _is_by_id(entry: Operation, *methods: str) -> bool:
    return entry.method in methods and not entry.action and entry.path.endswith("}")


_EFFECTS: tuple[tuple[str, Callable[[Operation], bool]], ...] = (
    (LOOK_UP, lambda entry: bool(entry.unused_in)),
    (NEIGHBOUR, lambda entry: entry.neighbour is not None),
    (CHANGE_STATUS, _is_status),
    (SAVE_MANY, lambda entry: entry.request is not None and entry.request.is_list),
    (CREATE, _is_create),
    (LIST, _is_list),
    (UPDATE, lambda entry: _is_by_id(entry, "PUT", "PATCH") and entry.request is not None),
    (DELETE, lambda entry: _is_by_id(entry, "DELETE")),
    (READ, lambda entry: _is_by_id(entry, "GET") and is_stored(success(entry).body)),
)
"""The effects, each with what tells that an operation has it; the first that fits counts."""


def _path(entry: Operation) -> str:
    """The path of a collection: without the id of one of its objects."""
    return entry.path.rpartition("/{")[0] if entry.path.endswith("}") else entry.path


def status_property(place: Collection, code: int | None) -> str | None:
    """The property of the objects of a collection that holds a status; None where none has this code."""
    properties = entities()[place.entity].properties.items()
    return next((name for name, item in properties if code in item.codes.values()), None)
