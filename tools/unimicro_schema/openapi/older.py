"""Turns an OpenAPI 3.1 document of our dialect into OpenAPI 3.0.3, which has other words for null and for examples."""

from __future__ import annotations

from typing import Any

from unimicro_schema.openapi.dereferencing import Node
from unimicro_schema.pointers import target

VERSION = "3.0.3"

# What a schema of the dialect may hold and OpenAPI 3.0 knows by the same name.
_SAME = {
    *("title", "description", "format", "enum", "default", "required", "deprecated", "readOnly", "writeOnly"),
    *(
        "additionalProperties",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
    ),
}
_NULL = {"type": "null"}


def converted(document: Node) -> Node:
    """The document in OpenAPI 3.0.3. It accepts the same bodies. Extensions are kept.

    Raises `ValueError` for a keyword that 3.0 has no word for.
    """
    result: Node = _outside(document, document)
    info = result["info"]
    info["description"] = f"{info.pop('summary')}\n\n{info['description']}"
    licence = info["license"]
    licence["url"] = f"https://spdx.org/licenses/{licence.pop('identifier')}.html"
    return result | {"openapi": VERSION}


def is_older(document: Node) -> bool:
    """Whether a document is in a version of OpenAPI 3.0."""
    return str(document.get("openapi", "")).startswith("3.0.")


def _outside(value: Any, document: Node) -> Any:
    """A part of the document that is not a schema, with the schemas in it converted."""
    if isinstance(value, list):
        return [_outside(item, document) for item in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for key, item in value.items():
        if key == "schema":
            result[key] = _schema(item, document)
        elif key == "schemas":
            result[key] = {name: _schema(node, document) for name, node in item.items()}
        else:
            result[key] = item if key in {"example", "examples"} else _outside(item, document)
    return result


def _schema(node: Node, document: Node) -> Node:
    """A schema of 3.0 that accepts what a schema of 3.1 does."""
    if "$ref" in node:
        beside = {key: item for key, item in node.items() if key != "$ref"}
        return {"allOf": [{"$ref": node["$ref"]}], **beside} if beside else node
    if _NULL in node.get("oneOf", []):
        return _or_null(node, document)
    result: Node = {}
    for key, item in (_unconditional(node) if "if" in node else node).items():
        result |= _keyword(key, item, document)
    return result


def _keyword(key: str, item: Any, document: Node) -> Node:
    """What 3.0 has for a keyword and its value."""
    if key == "type":
        return _types(item)
    if key == "properties":
        return {key: {name: _schema(schema, document) for name, schema in item.items()}}
    if key in {"anyOf", "oneOf", "allOf"}:
        return {key: [_schema(schema, document) for schema in item]}
    if key in {"items", "not", "additionalProperties"} and isinstance(item, dict):
        return {key: _schema(item, document)}
    if key == "examples":
        return {"example": item[0]}
    if key in _SAME or key.startswith("x-"):
        return {key: item}
    raise ValueError(f"OpenAPI 3.0 has no {key}; add its replacement to openapi/older.py")


def _unconditional(node: Node) -> Node:
    """A schema with `not` for its `if` and `then`, which 3.0 does not have: what it forbids is the one without the other."""
    if not {"not", "else"}.isdisjoint(node) or "then" not in node:
        raise ValueError(
            "OpenAPI 3.0 has no if; only if and then, without else or not beside them, can be written in it"
        )
    rest = {key: item for key, item in node.items() if key not in {"if", "then"}}
    return rest | {"not": {"allOf": [node["if"], {"not": node["then"]}]}}


def _types(kinds: str | list[str]) -> Node:
    names = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
    if len(names) != 1:
        raise ValueError(f"OpenAPI 3.0 has no schema of the types {', '.join(names)}; write them as anyOf")
    return {"type": names[0]} | ({} if isinstance(kinds, str) else {"nullable": True})


def _or_null(node: Node, document: Node) -> Node:
    """A schema for something or null.

    In 3.0 `nullable` only widens the `type` beside it, not the target of a reference. So where a reference stays, null
    is one more choice: a value of that type, nullable, of which no other than null is allowed.
    """
    (item,) = (choice for choice in node["oneOf"] if choice != _NULL)
    beside = _schema({key: value for key, value in node.items() if key != "oneOf"}, document)
    kind = (target(document, item["$ref"]) if "$ref" in item else item)["type"]
    head = {"type": kind, "nullable": True}
    if "$ref" in item:
        return {"oneOf": [item, {**head, "enum": [None]}]} | beside
    whole = _schema(item, document)
    return whole | head | beside | ({"enum": [*whole["enum"], None]} if "enum" in whole else {})
