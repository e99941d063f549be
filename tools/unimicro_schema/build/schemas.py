"""Derives JSON Schemas from the contract: closed for what is sent, open for what is received."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from unimicro_schema.build.contract import INT32, Contract, Node, references
from unimicro_schema.build.directions import NULL, received, sent
from unimicro_schema.derived.published import pool_of
from unimicro_schema.pointers import COMPONENTS, DEFINITIONS

Direction = Literal["request", "response"]

_NUMBER_FORMATS = {"int32", "double"}  # annotations of OpenAPI; `minimum`, `maximum` and `type` say the same


def direction(body: str) -> Direction:
    """The way that a body goes: `request` or a status."""
    return "request" if body == "request" else "response"


def pools(contract: Contract) -> dict[str, Node]:
    """The definitions of all bodies and components, of what is sent and of what is received."""
    roots: dict[Direction, list[str]] = {"request": [], "response": []}
    for operation in contract.operations:
        for body, media in contract.bodies(operation):
            roots[direction(body)] += references(media["schema"])
    for name in contract.schemas:
        roots[direction_of(contract, name)].append(name)
    return {pool_of(way): definitions(contract, names, way) for way, names in roots.items()}


def direction_of(contract: Contract, name: str) -> Direction:
    """`request` for a component that is the body of a request, else `response`."""
    bodies = (
        media["schema"]
        for operation in contract.operations
        for kind, media in contract.bodies(operation)
        if kind == "request"
    )
    return "request" if any(name in references(schema) for schema in bodies) else "response"


def definitions(contract: Contract, names: Iterable[str], direction: Direction) -> Node:
    """The definitions of components and of all that they lead to, by name."""
    waiting = sorted(names)
    definitions: dict[str, Node] = {}
    while waiting:
        name = waiting.pop()
        if name in definitions:
            continue
        node = sent(contract, name) if direction == "request" else received(contract, name)
        definitions[name] = {"title": name, **form(node, direction)}
        shapes = shapes_of(contract, node)
        if shapes:
            definitions[name] = {"title": name, "description": node["description"], **_first_that_fits(shapes)}
            definitions |= {f"holds{key}": _holds(key) for _, by in shapes if (key := by.get("anywhere"))}
        waiting += sorted(references(node) - definitions.keys())
    return dict(sorted(definitions.items()))


def form(node: Node, direction: Direction) -> Node:
    """One schema of the contract as plain JSON Schema, references into `$defs`, without extensions."""
    result: Node = {}
    for key, value in node.items():
        if key == "properties":
            result[key] = {name: form(item, direction) for name, item in value.items()}
        elif key in {"items", "additionalProperties", "not"} and isinstance(value, dict):
            result[key] = form(value, direction)
        elif key in {"anyOf", "oneOf"}:
            result["oneOf" if NULL in value else key] = [form(item, direction) for item in value]
        elif key == "$ref":
            result[key] = DEFINITIONS + value.removeprefix(COMPONENTS)
        elif not (key.startswith("x-") or (key == "format" and value in _NUMBER_FORMATS)):
            result[key] = value
    if direction == "request" and "x-identity" in node:
        result["anyOf"] = [path_is_text(path.split(".")) for path in node["x-identity"]]
    elif direction == "response" and "enum" in node and node.get("type") == "integer":
        del result["enum"]
        result |= INT32
    return result


def path_is_text(path: list[str]) -> Node:
    """A schema for objects in which a path leads to non-empty text. Its `type` says that it applies only to objects."""
    name, *rest = path
    inner = {"type": "object", **path_is_text(rest)} if rest else {"type": "string", "minLength": 1}
    return {"properties": {name: inner}, "required": [name], "additionalProperties": True}


def one_is_text(paths: list[str]) -> Node:
    """A schema for objects in which at least one path leads to non-empty text.

    It says so by `if` and `then`: generators of clients take an `anyOf` for the whole type and drop the properties beside it.
    """
    *others, result = [path_is_text(path.split(".")) for path in paths]
    for way in reversed(others):
        result = {"if": {"not": way}, "then": result}
    return result


def shapes_of(contract: Contract, node: Node) -> list[tuple[Node, Node]]:
    """The shapes that a body can have, each with what it is recognised by; empty for a schema of one shape."""
    return [(item, by) for item in node.get("anyOf", []) if (by := contract.resolve(item).get("x-recognised-by"))]


def _first_that_fits(shapes: list[tuple[Node, Node]]) -> Node:
    """`if`/`then`/`else` for the shapes of a body: the first that is recognised decides, and one of them must be."""
    (schema, by), *rest = shapes
    outcome: Any = _first_that_fits(rest) if rest else False
    return {"if": _recognise(by), "then": form(schema, "response"), "else": outcome}


def recognition(by: Node) -> Node:
    """A self-contained schema for what `x-recognised-by` says."""
    key = by.get("anywhere")
    return _recognise(by) | ({"$defs": {f"holds{key}": _holds(key)}} if key else {})


def _recognise(by: Node) -> Node:
    """A schema for what `x-recognised-by` says."""
    if "keys" in by:
        return {"type": "object", **_has(*by["keys"])}
    if "any-key" in by:
        return {"type": "object", "anyOf": [_has(key) for key in by["any-key"]]}
    if "anywhere" in by:
        return {"type": by["kind"], "$ref": f"{DEFINITIONS}holds{by['anywhere']}"}
    return {"type": by["kind"]}


def _has(*keys: str) -> Node:
    """What requires keys; they are declared beside, as strict validators want it."""
    return {"properties": dict.fromkeys(keys, True), "required": list(keys)}


def _holds(key: str) -> Node:
    """A schema for objects and arrays that hold a key at any depth."""
    again = {"$ref": f"{DEFINITIONS}holds{key}"}
    return {
        "title": f"Holds {key}",
        "description": f"An object that has the key {key}, or that holds such an object at any depth.",
        "anyOf": [
            {"type": "object", **_has(key)},
            {"type": "object", "not": {"additionalProperties": {"not": again}}},
            {"type": "array", "contains": again},
        ],
    }
