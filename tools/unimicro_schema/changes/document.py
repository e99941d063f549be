"""An OpenAPI document as the comparison reads it: operations by id, actions among them, and named schemas by body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from unimicro_schema.changes.change import BOTH, Direction
from unimicro_schema.pointers import COMPONENTS, reached, resolve

Node = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Way = frozenset[str]
"""What a request needs to be authorised in one way: nothing, where it may come without."""


@dataclass(frozen=True)
class ComparedOperation:
    """An operation by the name that users know it by. `request_line` is the method, the path and the action."""

    id: str
    request_line: str
    node: Node
    parameters: dict[str, Node]
    request: Node | None
    responses: dict[str, Node]
    security: frozenset[Way]

    def bodies(self) -> Iterator[tuple[str, Direction, Node]]:
        """Each body as `operation/request` or `operation/status`, its direction and its Request Body or Response Object."""
        if self.request is not None:
            yield f"{self.id}/request", "request", self.request
        for status, response in self.responses.items():
            yield f"{self.id}/{status}", "response", response


@dataclass(frozen=True)
class ComparedDocument:
    """An OpenAPI document that has been parsed. Raises `LookupError`, `TypeError` or the like where it is not one."""

    node: Node

    @cached_property
    def schemas(self) -> dict[str, Node]:
        """The named schemas."""
        return dict(self.node.get("components", {}).get("schemas", {}))

    @cached_property
    def operations(self) -> dict[str, ComparedOperation]:
        """The operations by id; those that an action selects each have their own."""
        found = (
            self._operation(f"{method.upper()} {path}", item, entry)
            for path, item in self.node["paths"].items()
            for method, node in item.items()
            if method in METHODS
            for entry in node.get("x-actions", [node])
        )
        return {operation.id: operation for operation in found}

    @cached_property
    def groups(self) -> dict[str, Node]:
        """The OpenAPI operations that several actions share, by method and path."""
        return {
            f"{method.upper()} {path}": node
            for path, item in self.node["paths"].items()
            for method, node in item.items()
            if method in METHODS and "x-actions" in node
        }

    def resolve(self, node: Node) -> Node:
        """`node`, or what its `$ref` leads to."""
        return resolve(self.node, node)

    @cached_property
    def holders(self) -> dict[str, dict[Direction, set[str]]]:
        """By the name of a schema: the bodies and parameters that hold it, by direction."""
        result: dict[str, dict[Direction, set[str]]] = {}
        for operation in self.operations.values():
            starts = [
                (body, direction, media.get("schema", {}))
                for body, direction, holder in operation.bodies()
                for media in holder.get("content", {}).values()
            ]
            starts += [
                (f"{operation.id} {key}", "request", self.schema(at)) for key, at in operation.parameters.items()
            ]
            for body, direction, schema in starts:
                for name in reached(self._leads_to[direction], references(schema, direction)):
                    result.setdefault(name, {"request": set(), "response": set()})[direction].add(body)
        return result

    def schema(self, parameter: Node) -> Node:
        """The schema of a parameter or header, wherever it is."""
        media: Node = next(iter(parameter.get("content", {}).values()), {})
        result: Node = parameter["schema"] if "schema" in parameter else media.get("schema", {})
        return result

    @cached_property
    def _leads_to(self) -> dict[Direction, dict[str, set[str]]]:
        return {
            direction: {name: set(references(node, direction)) for name, node in self.schemas.items()}
            for direction in BOTH
        }

    def _operation(self, line: str, item: Node, node: Node) -> ComparedOperation:
        nodes = [self.resolve(entry) for entry in [*item.get("parameters", []), *node.get("parameters", [])]]
        body = node.get("requestBody")
        action = f"?action={node['action']}" if "action" in node else ""
        return ComparedOperation(
            id=node.get("operationId", line + action),
            request_line=line + action,
            node=node,
            parameters={f"{entry['in']} {entry['name']}": entry for entry in nodes},
            request=None if body is None else self.resolve(body),
            responses={str(status): self.resolve(entry) for status, entry in node["responses"].items()},
            security=frozenset(_requirement(way) for way in node.get("security", self.node.get("security")) or [{}]),
        )


def _requirement(node: Node) -> Way:
    return frozenset(f"{name} ({', '.join(sorted(scopes))})" if scopes else name for name, scopes in node.items())


def fields(node: Node, direction: Direction) -> dict[str, Node]:
    """The properties that an object has in a direction."""
    every = node.get("properties", {})
    return {name: item for name, item in every.items() if item.get("x-only-in", direction) == direction}


def references(node: Node, direction: Direction) -> Iterator[str]:
    """The names of the schemas that a schema leads to directly, in a direction."""
    if str(node.get("$ref", "")).startswith(COMPONENTS):
        yield node["$ref"].removeprefix(COMPONENTS)
    inner = [item for key in ("anyOf", "oneOf", "allOf", "prefixItems") for item in node.get(key, [])]
    inner += [node[key] for key in ("items", "additionalProperties", "not") if isinstance(node.get(key), dict)]
    for item in [*inner, *fields(node, direction).values()]:
        yield from references(item, direction)


def bare(node: Any) -> Any:
    """A value without its descriptions."""
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items() if key != "description" and not key.startswith("x-")}
    return node
