"""Turns the files of the contract into one OpenAPI document and the operations that it describes."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from unimicro_schema.build.source import Source
from unimicro_schema.changes.document import METHODS
from unimicro_schema.openapi.actions import union
from unimicro_schema.pointers import COMPONENTS, reached, resolve
from unimicro_schema.pointers import references as referred

Node = dict[str, Any]

JSON = "application/json"
INT32 = {"minimum": -(2**31), "maximum": 2**31 - 1}


@dataclass(frozen=True)
class SourceOperation:
    """One operation as a user knows it: a method and a path, and the value of `action` if it takes one.

    `node` is an OpenAPI Operation Object whose `$ref`s lead into the bundle. `file` and `pointer` say where it was written.
    """

    id: str
    method: str
    path: str
    action: str | None
    node: Node
    file: str
    pointer: str


@dataclass(frozen=True)
class Contract:
    """The bundle, an OpenAPI 3.1 document without references to other files, and its operations in reading order."""

    bundle: Node
    operations: tuple[SourceOperation, ...]
    source: Source

    @property
    def schemas(self) -> dict[str, Node]:
        """The named schemas, by component name."""
        schemas: dict[str, Node] = self.bundle["components"]["schemas"]
        return schemas

    @cached_property
    def uses(self) -> dict[str, set[str]]:
        """The names of the schemas that each schema refers to."""
        return {name: references(node) for name, node in self.schemas.items()}

    def reachable(self, *names: str) -> set[str]:
        """The named schemas and all that they lead to."""
        return reached(self.uses, names)

    @cached_property
    def answered(self) -> frozenset[str]:
        """The components whose properties may be null in responses.

        They are the entities that a success can hold, and the echo of one that was refused. The rules that an
        entity broke are not among them, although it refers to them: they come with refusals only.
        """
        held = {
            name: references(
                [item for item in node.get("properties", {}).values() if item.get("x-shown-in") != "error"]
            )
            for name, node in self.schemas.items()
        }
        returned = {
            name
            for operation in self.operations
            for body, media in self.bodies(operation)
            if body.startswith("2")
            for name in references(media["schema"])
        }
        entities = {name for name in reached(held, returned) if _is_entity(self.schemas[name])}
        echoed = {name for name, node in self.schemas.items() if "anywhere" in node.get("x-recognised-by", {})}
        return frozenset(entities | echoed)

    def resolve(self, node: Node) -> Node:
        """`node`, or what its `$ref` leads to in the bundle."""
        return resolve(self.bundle, node)

    def parameters(self, operation: SourceOperation) -> list[Node]:
        """The parameters of an operation, `$ref`s followed; `action` is not among them."""
        return [self.resolve(node) for node in operation.node.get("parameters", [])]

    def request(self, operation: SourceOperation) -> Node | None:
        """The media type object of the JSON request body, or None."""
        body = operation.node.get("requestBody")
        return self.resolve(body)["content"][JSON] if body else None

    def responses(self, operation: SourceOperation) -> dict[str, Node]:
        """The responses of an operation by status, `$ref`s followed."""
        return {status: self.resolve(node) for status, node in operation.node["responses"].items()}

    def bodies(self, operation: SourceOperation) -> Iterator[tuple[str, Node]]:
        """Every JSON body of an operation: `request` or a status, and its media type object."""
        request = self.request(operation)
        if request:
            yield "request", request
        for status, response in self.responses(operation).items():
            if JSON in response.get("content", {}):
                yield status, response["content"][JSON]


def _is_entity(node: Node) -> bool:
    return any(item.get("x-role") == "id" for item in node.get("properties", {}).values())


def load(source: Source) -> Contract:
    """The contract that the files describe. They keep the rules of the dialect, so each reference leads somewhere."""
    reader = _Reader(source)
    document = reader.convert("openapi.yaml", source.files["openapi.yaml"])
    components = {
        "schemas": {name: reader.schema(f"schemas/{name}.yaml") for name in _schema_names(source)},
        **{kind: reader.convert(f"{kind}.yaml", source.files.get(f"{kind}.yaml", {})) for kind in _SHARED},
        "securitySchemes": document["components"]["securitySchemes"],
    }
    bundle = {**document, "components": components}
    operations = []
    for path, item in document["paths"].items():
        file, start = source.target("openapi.yaml", source.files["openapi.yaml"]["paths"][path]["$ref"])
        for method in [key for key in item if key in METHODS]:
            node, pointer = item[method], f"{start}/{method}"
            entries = [(entry, f"{pointer}/x-actions/{index}") for index, entry in enumerate(node.get("x-actions", []))]
            for entry, where in entries or [(node, pointer)]:
                merged = {"tags": node.get("tags", []), **entry}
                operations.append(
                    SourceOperation(
                        entry["operationId"], method.upper(), path, entry.get("action"), merged, file, where
                    )
                )
            if entries:
                item[method] = union(node, [entry for entry, _ in entries], bundle)
    return Contract(bundle, tuple(operations), source)


_SHARED = ("parameters", "headers", "responses")


def _schema_names(source: Source) -> list[str]:
    files = [name for name in source.files if name.startswith("schemas/")]
    return [PurePosixPath(name).stem for name in files if not source.files[name].get("x-abstract")]


class _Reader:
    """Copies parts of the source into the bundle: references turned inwards, examples read in, shorthands written out."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def convert(self, file: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self.convert(file, item) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value and self.source.target(file, value["$ref"])[0].startswith("paths/"):
            name, pointer = self.source.target(file, value["$ref"])
            return self.convert(name, self.source.at(name, pointer))
        result = {key: self.convert(file, item) for key, item in value.items()}
        if "$ref" in value:
            name, pointer = self.source.target(file, value["$ref"])
            result["$ref"] = f"#/components/{name.removesuffix('.yaml')}{pointer}"
        if result.get("format") == "int32" and "enum" not in result:
            result = {**INT32, **result}
        if "externalValue" in value:
            name = self.source.beside(file, result.pop("externalValue"))
            result |= {"value": copy.deepcopy(self.source.files[name]), "x-file": name}
        return result

    def schema(self, file: str) -> Node:
        """A named schema with the properties of those that it takes over by `allOf`."""
        node: Node = self.convert(file, self.source.files[file])
        inherited: Node = {}
        for base in self.source.files[file].get("allOf", []):
            inherited |= self.schema(self.source.target(file, base["$ref"])[0]).get("properties", {})
        node.pop("allOf", None)
        if node.get("x-open") and node.get("type") == "object":
            node["additionalProperties"] = True
        if inherited:
            own = node.get("properties", {})
            node["properties"] = own | {
                name: copy.deepcopy(item) for name, item in inherited.items() if name not in own
            }
        return node


def references(value: Any) -> set[str]:
    """The names of the schemas that `value` refers to directly."""
    return set(referred(value, COMPONENTS))


def component(schema: Node) -> tuple[str, bool]:
    """The component that a body is, and whether the body is a list of it."""
    many = schema.get("type") == "array"
    return (schema["items"] if many else schema)["$ref"].removeprefix(COMPONENTS), many
