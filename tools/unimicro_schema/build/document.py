"""The published OpenAPI document: the bundle in the words that client generators understand."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

from unimicro_schema.build import schemas
from unimicro_schema.build.contract import Node
from unimicro_schema.build.directions import NULL, told
from unimicro_schema.build.source import ContractError, Problem
from unimicro_schema.openapi.actions import action_enum, named
from unimicro_schema.openapi.codes import listed
from unimicro_schema.pointers import is_reference, resolve, walk

_FOR_THE_BUILD = ("x-file", "x-diagram")


def published(bundle: Node) -> Node:
    """The document that is published. Raises `ContractError` for a schema that bears the name of an enum of actions."""
    result: Node = json.loads(json.dumps(bundle))
    for _, node in walk(result):
        if isinstance(node, dict):
            for key in _FOR_THE_BUILD:
                node.pop(key, None)
            if NULL in node.get("anyOf", []):
                _replace(node, "anyOf", "oneOf")  # of anyOf, generators for .NET make classes without properties
    for schema in result["components"]["schemas"].values():
        if "x-enum-varnames" in schema:
            schema["description"] = listed(schema, "A response may hold a code that is not listed.")
            _replace(schema, "x-enum-varnames", "x-enum-varnames", "x-enumNames")  # generators for .NET read the latter
        for name, node in schema.get("properties", {}).items():
            schema["properties"][name] = told(result, node)
        if "x-identity" in schema:
            schema.update(schemas.one_is_text(schema["x-identity"]))
    _name_actions(result)
    _inline_actions(result)
    return result


def _replace(node: Node, key: str, *others: str) -> None:
    """Puts the value of a key at other keys, in place and at the same place in the order."""
    items = [(other, value) for name, value in node.items() for other in (others if name == key else (name,))]
    node.clear()
    node.update(items)


def _operations(bundle: Node) -> Iterator[Node]:
    """The operations that actions share."""
    for item in bundle["paths"].values():
        yield from (node for node in item.values() if isinstance(node, dict) and "x-actions" in node)


def _name_actions(bundle: Node) -> None:
    """Makes a component of the actions of each operation, in place, unless a schema has its name."""
    for node in _operations(bundle):
        if (name := action_enum(node)) in bundle["components"]["schemas"]:
            message = f"is the name of the enum of the actions of {node['operationId']}; rename the schema"
            raise ContractError([Problem(f"schemas/{name}.yaml", "", message)])
    named(bundle)


def _inline_actions(bundle: Node) -> None:
    """Writes into `x-actions` what only they refer to, in place: tools that skip extensions would call it unused."""
    needed = {value["$ref"] for pointer, value in walk(bundle) if is_reference(value) and "/x-actions/" not in pointer}
    for entry in [entry for node in _operations(bundle) for entry in node["x-actions"]]:
        for group in (entry.get("parameters", []), entry["responses"]):
            for key, value in list(group.items() if isinstance(group, dict) else enumerate(group)):
                if is_reference(value) and value["$ref"] not in needed:
                    group[key] = copy.deepcopy(resolve(bundle, value))
    for kind in ("parameters", "responses"):
        known = bundle["components"][kind]
        for name in [name for name in known if f"#/components/{kind}/{name}" not in needed]:
            del known[name]
