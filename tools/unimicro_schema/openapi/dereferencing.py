"""Puts what a reference leads to in its place, as far as that ends.

Entities refer to each other in circles: a customer has a business relation, and that has customers. So a reference stays
where it leads to a schema that contains itself. Those schemas stay under `components`, and the references inside them that do
not lead round in circles are put in place too.
"""

from __future__ import annotations

from typing import Any

from unimicro_schema.pointers import COMPONENTS, altered, is_reference, reached, references, target

Node = dict[str, Any]


def dereferenced(bundle: Node) -> Node:
    """A bundle with every reference put in place but those to schemas that contain themselves."""
    circular = _circular(bundle["components"]["schemas"])
    result: Node = _placed(bundle | {"components": {}}, bundle, circular)
    components = bundle["components"]
    schemas = {
        name: _placed(node, bundle, circular) for name, node in components["schemas"].items() if name in circular
    }
    result["components"] = {"schemas": schemas, "securitySchemes": components["securitySchemes"]}
    return result


def is_dereferenced(document: Node) -> bool:
    """Whether every reference of a document leads to a schema that contains itself, and every named schema is one."""
    schemas = document.get("components", {}).get("schemas", {})
    circular = _circular(schemas)
    return set(schemas) == circular and {name.removeprefix(COMPONENTS) for name in references(document)} <= circular


def _circular(schemas: Node) -> set[str]:
    """The names of the schemas that contain themselves."""
    uses = {name: set(references(node, COMPONENTS)) for name, node in schemas.items()}
    return {name for name, used in uses.items() if name in reached(uses, used)}


def _placed(value: Any, bundle: Node, circular: set[str]) -> Any:
    if isinstance(value, list):
        return [_placed(item, bundle, circular) for item in value]
    if not isinstance(value, dict):
        return value
    if is_reference(value):
        reference = value["$ref"]
        if reference.removeprefix(COMPONENTS) in circular:
            return value
        beside = {key: item for key, item in value.items() if key != "$ref"}
        return _placed(target(bundle, reference) | beside, bundle, circular)
    return altered(value, lambda part: _placed(part, bundle, circular))
