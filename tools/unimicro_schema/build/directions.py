"""What a component may hold in requests, and in responses: two forms of one entity, derived from its marks."""

from __future__ import annotations

from typing import Any

from unimicro_schema.build.contract import INT32, Contract, Node
from unimicro_schema.openapi.codes import listed
from unimicro_schema.pointers import resolve

NULL: Node = {"type": "null"}

_UNDERSCORE: Node = {"^_": {}}
# Nine digits fit into 32 bits, whatever they are. In these words it means the same to every engine of patterns; `$` does not.
_NO_TEXT_BUT_DIGITS: Node = {"type": "string", "pattern": "[^0-9]|^$|.{10}"}


def is_note(node: Node) -> bool:
    """Whether a property is bookkeeping, which any JSON may be when it is sent."""
    return node.get("x-role") == "bookkeeping"


def is_nullable(node: Node) -> bool:
    """Whether the contract itself says that a property may be null."""
    return "null" in node.get("type", []) or NULL in node.get("anyOf", [])


def gains_null(contract: Contract, name: str, node: Node) -> bool:
    """Whether a property of a component may be null in a response although the contract does not say so."""
    return name in contract.answered and node.get("x-role") != "id" and not is_nullable(node)


def sent(contract: Contract, name: str) -> Node:
    """A component as it may be sent: closed, but for names that begin with an underscore and what they hold."""
    node = contract.schemas[name]
    if "properties" not in node:
        return node
    properties = {
        key: {"description": item["description"]} if is_note(item) else told(contract.bundle, item)
        for key, item in node["properties"].items()
    }
    closed = {} if node.get("x-open") else {"patternProperties": _UNDERSCORE, "additionalProperties": False}
    return {**node, "properties": properties, **closed}


def received(contract: Contract, name: str) -> Node:
    """A component as responses may hold it: null in the properties of entities, digits in quotes where the mark allows them."""
    node = contract.schemas[name]
    if "properties" not in node:
        return node
    properties = {}
    for key, item in node["properties"].items():
        wider = told(contract.bundle, item)
        wider = _with_digits(contract, wider) if "x-digits-in" in item else wider
        properties[key] = _with_null(wider) if gains_null(contract, name, item) else wider
    return {**node, "properties": properties}


def told(bundle: Node, node: Node) -> Node:
    """A property whose description says what its codes mean: editors show it, and not that of what it refers to."""
    for item in (node, *node.get("anyOf", []), *node.get("oneOf", [])):
        enum = resolve(bundle, item)
        if "x-enum-descriptions" in enum:
            return {**node, "description": listed({"description": "", **enum, **node})}
    return node


def _with_digits(contract: Contract, node: Node) -> Node:
    rest = {key: value for key, value in node.items() if key != "$ref"}
    return {**rest, **INT32, "type": [contract.resolve(node)["type"], "string"], "not": _NO_TEXT_BUT_DIGITS}


def _with_null(node: Node) -> Node:
    if "type" in node:
        kinds: Any = [node["type"]] if isinstance(node["type"], str) else node["type"]
        return {**node, "type": [*kinds, "null"]}
    rest = {key: value for key, value in node.items() if key != "$ref"}
    return {"anyOf": [{"$ref": node["$ref"]}, NULL], **rest}
