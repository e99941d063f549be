"""The declarations of TypeScript: a type for every entity, request and answer, as the JSON Schemas say it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import orjson

from unimicro_schema.derived import read
from unimicro_schema.derived.published import POOLS
from unimicro_schema.npm import codes, comments
from unimicro_schema.pointers import DEFINITIONS
from unimicro_schema.registry import published

_Node = dict[str, Any]

_WORDS = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_NULL = {"type": "null"}
_NOTE = "[note: `_${string}`]: unknown;"
_OTHERS = "[name: string]: unknown;"


def text() -> str:
    """The types of all bodies: a namespace for each pool, and which of them each operation sends and receives."""
    parts = [_namespace(pool, orjson.loads(read(f"schemas/{pool}.json"))) for pool in POOLS]
    return "\n".join([*parts, *_operations(), *codes.declarations()])


def namespace_of(pool: str) -> str:
    """The namespace of a pool: that of an error is that of what is received."""
    return "Sent" if pool == "sent" else "Received"


def type_of(schema: _Node) -> str:
    """A schema as a type. References lead to the namespace that the type is in."""
    if "$ref" in schema:
        return str(schema["$ref"].removeprefix(DEFINITIONS))
    if "oneOf" in schema:
        return " | ".join(type_of(way) for way in schema["oneOf"])
    if "enum" in schema:
        return " | ".join(map(json.dumps, schema["enum"]))
    types = schema.get("type", [])
    named = [types] if isinstance(types, str) else types
    return " | ".join(_named(name, schema) for name in named) or "unknown"


def _named(name: str, schema: _Node) -> str:
    if name == "array":
        inner = type_of(schema.get("items", {}))
        return f"({inner})[]" if " " in inner else f"{inner}[]"
    return "\n".join(_object(schema)) if name == "object" else _WORDS[name]


def _object(schema: _Node) -> Iterator[str]:
    """The lines of an object type."""
    required = schema.get("required", [])
    yield "{"
    for name, node in schema.get("properties", {}).items():
        yield from (f"  {line}" for line in _comment(node))
        lines = type_of(node).split("\n")
        yield f"  {_key(name)}{'' if name in required else '?'}: {lines[0]}" + ("" if lines[1:] else ";")
        yield from (f"  {line}" for line in lines[1:-1])
        if lines[1:]:
            yield f"  {lines[-1]};"
    if "patternProperties" in schema:
        yield f"  {_NOTE}"
    others = schema.get("additionalProperties", "properties" not in schema)
    if others is True:
        yield f"  {_OTHERS}"
    elif isinstance(others, dict):
        yield f"  [name: string]: {type_of(others)};"
    yield "}"


def _key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def _comment(node: _Node) -> Iterator[str]:
    said = [node["description"]] if "description" in node else []
    said += ["@deprecated"] if node.get("deprecated") else []
    if said:
        yield comments.written(" ".join(said))


def _namespace(pool: str, definitions: _Node) -> str:
    lines = [f"/** What is {pool}, by the names of the contract. */", f"export namespace {namespace_of(pool)} {{"]
    for name, node in definitions.items():
        if not name.startswith("holds"):
            lines += [f"  {line}" for line in [*_comment(node), *_declaration(name, node)]]
    return "\n".join([*lines, "}", ""])


def _declaration(name: str, node: _Node) -> Iterator[str]:
    shapes = list(_shapes(node))
    if shapes:
        yield f"type {name} = {' | '.join(shapes)};"
    elif "anyOf" in node:
        ways = " | ".join(_way(way) for way in node["anyOf"])
        yield from _lines(f"type {name} = {type_of(node)} & ({ways});")
    elif "properties" in node:
        yield from _lines(f"interface {name} {type_of(node)}")
    else:
        yield from _lines(f"type {name} = {type_of(node)};")


def _lines(declared: str) -> list[str]:
    return declared.split("\n")


def _shapes(node: Any) -> Iterator[str]:
    """The shapes that a body can have, of which the schema picks one by a condition."""
    while isinstance(node, dict) and "if" in node:
        yield type_of(node["then"])
        node = node["else"]


def _way(way: _Node) -> str:
    """What an object must have at least, in one of several ways."""
    ((name, inner),) = way["properties"].items()
    return f"{{ {_key(name)}: {_way(inner) if 'properties' in inner else type_of(inner)} }}"


def _operations() -> Iterator[str]:
    operations = published.index["operations"]
    yield "/** The body that each operation sends. */\nexport interface Requests {"
    for node in operations:
        if node["request"]:
            yield f"  {node['id']}: {_qualified('Sent', node['request']['schema'])};"
    yield "}\n\n/** The body of each response of each operation, by its status. */\nexport interface Responses {"
    for node in operations:
        bodies = {status: response["body"] for status, response in node["responses"].items() if response["body"]}
        answers = " ".join(f"{status}: {_qualified('Received', body['schema'])};" for status, body in bodies.items())
        yield f"  {node['id']}: {{ {answers} }};"
    yield "}\n"


def _qualified(namespace: str, schema: _Node) -> str:
    if schema.get("type") == "array":
        return f"{_qualified(namespace, schema['items'])}[]"
    return f"{namespace}.{type_of(schema)}"
