"""The parts that the files of the contract consist of: schemas, their properties, operations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from unimicro_schema.build.source import Source
from unimicro_schema.pointers import escape

Node = dict[str, Any]

SCALARS = {"string", "integer", "number", "boolean"}
"""The types of plain values, null apart."""

SHARED = ("parameters.yaml", "headers.yaml", "responses.yaml")
"""The files of what several operations share, each part under a name of its own."""


def schemas(source: Source) -> Iterator[tuple[str, Node]]:
    """File and value of every schema."""
    return ((file, value) for file, value in source.files.items() if file.startswith("schemas/"))


def properties(source: Source) -> Iterator[tuple[str, str, str, Node]]:
    """File, pointer, name and schema of every property, where it is declared."""
    for file, schema in schemas(source):
        for name, node in schema.get("properties", {}).items():
            yield file, f"/properties/{escape(name)}", name, node


def all_properties(source: Source, file: str, seen: tuple[str, ...] = ()) -> dict[str, Node]:
    """The properties of a schema by name, those of its bases included. A base that leads nowhere has none."""
    schema = source.files[file]
    found: dict[str, Node] = {}
    for base in schema.get("allOf", []):
        target = target_of(source, file, base)
        if target and target not in seen:
            found |= all_properties(source, target, (*seen, file))
    own: dict[str, Node] = schema.get("properties", {})
    return found | own


def operations(source: Source) -> Iterator[tuple[str, str, Node]]:
    """File, pointer and node of every operation and of every action."""
    for file, item in source.files.items():
        if not file.startswith("paths/"):
            continue
        for method, node in item.items():
            if isinstance(node, dict) and "operationId" in node:
                yield file, f"/{method}", node
                for index, entry in enumerate(node.get("x-actions", [])):
                    yield file, f"/{method}/x-actions/{index}", entry


def declared(source: Source) -> Iterator[tuple[str, str, Node]]:
    """File, pointer and node of every parameter, where it is declared: alone, or in an operation."""
    for name, node in source.files.get("parameters.yaml", {}).items():
        yield "parameters.yaml", f"/{escape(name)}", node
    for file, pointer, operation in operations(source):
        for index, node in enumerate(operation.get("parameters", [])):
            if "$ref" not in node:
                yield file, f"{pointer}/parameters/{index}", node


class Located(NamedTuple):
    """A node of the contract, and the file that its references start from."""

    file: str
    node: Node


def followed(source: Source, file: str, node: Node) -> Located:
    """A node that is written in a file, or what its `$ref` leads to; an empty one where that is nothing, as `load` reports."""
    try:
        return Located(*source.followed(file, node))
    except LookupError:
        return Located(file, {})


def bodies(source: Source, file: str, operation: Node) -> Iterator[tuple[str, Located]]:
    """The request body and the responses of an operation, each by its place in it."""
    if "requestBody" in operation:
        yield "requestBody", followed(source, file, operation["requestBody"])
    for status, node in operation.get("responses", {}).items():
        yield f"responses/{status}", followed(source, file, node)


def target_of(source: Source, file: str, node: Node) -> str | None:
    """The file that a `$ref` leads to; None where there is no `$ref` or no such file."""
    try:
        return source.target(file, node["$ref"])[0]
    except (LookupError, ValueError, TypeError):
        return None


def held(source: Source, file: str, node: Node) -> list[str]:
    """The files of the schemas that a property holds, alone, in a list or in a map."""
    inside = [node, node.get("items"), node.get("additionalProperties"), *node.get("anyOf", [])]
    return [target for item in inside if isinstance(item, dict) and (target := target_of(source, file, item))]
