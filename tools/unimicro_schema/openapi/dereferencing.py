"""Puts what a reference leads to in its place, as far as that ends.

Entities refer to each other in circles: a customer has a business relation, and that has customers. So a reference stays
where it leads to a schema that contains itself. Those schemas stay under `components`, and the references inside them that do
not lead round in circles are put in place too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

_SCHEMAS = "#/components/schemas/"
_PAYLOADS = {"example", "examples", "enum", "default", "value"}


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


def references(value: Any) -> Iterator[str]:
    """Where the references inside a value lead to. Payloads, such as examples, have none."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for key, item in value.items():
            if key == "properties":
                yield from (found for schema in item.values() for found in references(schema))
            elif key not in _PAYLOADS:
                yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def target(bundle: Node, reference: str) -> Node:
    """What a reference leads to."""
    value: Any = bundle
    for token in reference.split("/")[1:]:
        value = value[token.replace("~1", "/").replace("~0", "~")]
    found: Node = value
    return found


def _circular(schemas: Node) -> set[str]:
    """The names of the schemas that contain themselves."""
    uses = {name: {found.removeprefix(_SCHEMAS) for found in references(node)} for name, node in schemas.items()}
    return {name for name in uses if name in _reached(name, uses)}


def _reached(name: str, uses: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(uses[name])
    while waiting:
        item = waiting.pop()
        if item not in reached:
            reached.add(item)
            waiting += uses[item]
    return reached


def _placed(value: Any, bundle: Node, circular: set[str]) -> Any:
    if isinstance(value, list):
        return [_placed(item, bundle, circular) for item in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref")
    if isinstance(reference, str):
        if reference.removeprefix(_SCHEMAS) in circular:
            return value
        beside = {key: item for key, item in value.items() if key != "$ref"}
        return _placed(target(bundle, reference) | beside, bundle, circular)
    result = {}
    for key, item in value.items():
        if key == "properties":
            result[key] = {name: _placed(schema, bundle, circular) for name, schema in item.items()}
        else:
            result[key] = item if key in _PAYLOADS else _placed(item, bundle, circular)
    return result
