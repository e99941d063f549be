"""Derives what the package knows of the operations and of the errors at run time."""

from __future__ import annotations

from typing import Any

from unimicro_schema.build.contract import Contract, Node, SourceOperation, component, references
from unimicro_schema.build.directions import is_note, is_nullable
from unimicro_schema.build.examples import Example
from unimicro_schema.build.schemas import direction, direction_of, form
from unimicro_schema.derived.published import POOLS, is_error, pool_of


def operations(contract: Contract, examples: list[Example]) -> Node:
    """The operations as `operations.json` holds them."""
    files: dict[tuple[str, str], dict[str, str]] = {}
    for example in examples:
        files.setdefault((example.operation, example.body), {})[example.name] = example.stored
    return {
        "title": contract.bundle["info"]["title"],
        "version": contract.bundle["info"]["version"],
        "servers": [{key: server[key] for key in ("url", "description")} for server in contract.bundle["servers"]],
        "headers": [header(scheme) for scheme in contract.bundle["components"]["securitySchemes"].values()],
        "operations": [_operation(contract, operation, files) for operation in contract.operations],
        "components": _components(contract),
    }


def _operation(contract: Contract, operation: SourceOperation, files: dict[tuple[str, str], dict[str, str]]) -> Node:
    bodies = {
        body: {
            **dict(zip(("model", "list"), component(media["schema"]), strict=True)),
            "schema": form(media["schema"], direction(body)),
            "examples": files.get((operation.id, body), {}),
        }
        for body, media in contract.bodies(operation)
    }
    return {
        "id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "action": operation.action,
        "summary": operation.node["summary"],
        "description": operation.node["description"],
        "tags": operation.node["tags"],
        "status_after": operation.node.get("x-status-after"),
        "neighbour": operation.node.get("x-neighbour"),
        "unused_in": operation.node.get("x-unused-in", []),
        "parameters": [_parameter(contract, node) for node in contract.parameters(operation)],
        "request": bodies.get("request"),
        "responses": {
            status: {
                "description": response["description"],
                "body": bodies.get(status),
                "errors": _errors(contract, operation, status, response),
            }
            for status, response in contract.responses(operation).items()
        },
    }


def _components(contract: Contract) -> Node:
    """The names of the components by the pool that they are published from."""
    pools = {name: pool_of(direction_of(contract, name)) for name in contract.schemas}
    return {pool: [name for name in contract.schemas if pools[name] == pool] for pool in POOLS}


def header(scheme: Node) -> Node:
    """The header that a security scheme asks for, and the prefix of the secret."""
    if scheme["type"] == "http":
        return {
            "name": "Authorization",
            "prefix": f"{scheme['scheme'].capitalize()} ",
            "format": None,
            "description": scheme["description"],
        }
    return {
        "name": scheme["name"],
        "prefix": "",
        "format": scheme.get("x-format"),
        "description": scheme["description"],
    }


def _errors(contract: Contract, operation: SourceOperation, status: str, response: Node) -> list[str]:
    """The error bodies of a status; empty if the status is not an error."""
    media = response.get("content", {}).values() if is_error(status) else ()
    return [name for node in media for name in shapes_of(contract, operation, node["schema"])]


def _parameter(contract: Contract, node: Node) -> Node:
    schema = contract.resolve(node["schema"])
    return {
        "name": node["name"],
        "location": node["in"],
        "required": node.get("required", False),
        "type": schema["type"],
        "format": schema.get("format"),
        "codes": _codes(schema),
        "minimum": schema.get("minimum"),
        "max_length": schema.get("maxLength"),
        "check": schema.get("x-check"),
        "description": node["description"],
        "example": node["example"],
    }


def errors(contract: Contract) -> Node:
    """The catalogue of error bodies as `errors.json` holds it."""
    found: dict[str, dict[str, Any]] = {}
    for operation in contract.operations:
        for status, media in contract.bodies(operation):
            if is_error(status):
                for name in shapes(contract, media["schema"]):
                    found.setdefault(name, {"statuses": set(), "operations": []})
                for name in shapes_of(contract, operation, media["schema"]):
                    found[name]["statuses"].add(status)
                    found[name]["operations"].append(operation.id)
    return {
        "errors": [
            {
                "name": name,
                **contract.schemas[name]["x-error"],
                "statuses": sorted(entry["statuses"]),
                "recognised_by": contract.schemas[name].get("x-recognised-by"),
                "description": contract.schemas[name]["description"],
                "operations": entry["operations"],
            }
            for name, entry in found.items()
        ]
    }


def _codes(schema: Node) -> Node:
    """The values of an enum by their names; empty if it is not an enum."""
    return dict(zip(schema.get("x-enum-varnames", []), schema.get("enum", []), strict=True))


def shapes_of(contract: Contract, operation: SourceOperation, schema: Node) -> list[str]:
    """The components that an error body of an operation can be: only what was sent can be echoed."""
    request = contract.request(operation)
    sent = contract.resolve(request["schema"])["type"] if request else None
    return [
        name
        for name in shapes(contract, schema)
        if not contract.schemas[name]["x-error"].get("echo") or contract.schemas[name]["type"] == sent
    ]


def shapes(contract: Contract, schema: Node) -> list[str]:
    """The components that an error body can be."""
    name, _ = component(schema)
    node = contract.schemas[name]
    return [component(item)[0] for item in node["anyOf"]] if "anyOf" in node else [name]


def entities(contract: Contract) -> Node:
    """The entities as `entities.json` holds them: what each property is, what it leads to, and the rules about it."""
    return {name: _entity(contract, node) for name, node in contract.schemas.items() if "properties" in node}


_FACTS = {
    "x-foreign-key": "foreign_key",
    "x-not-repeated-in": "not_repeated_in",
    "x-check": "check",
    "x-digits-in": "digits_in",
    "x-recommended": "recommended",
    "x-replaced-by": "replaced_by",
    "x-role": "role",
    "x-zero": "zero",
    "deprecated": "deprecated",
}


def _entity(contract: Contract, node: Node) -> Node:
    properties = {}
    for name, item in node["properties"].items():
        target = next(iter(sorted(references(item))), None)
        plain = contract.schemas[target] if target and "properties" not in contract.schemas[target] else item
        kinds = plain.get("type", "object")
        kind = next(kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null")
        fact: Node = {"kind": kind}
        if target and "properties" in contract.schemas[target]:
            fact = {"kind": "list" if "items" in item else "entity", "entity": target}
        if "enum" in plain:
            fact["codes"] = _codes(plain)
        if "format" in plain:
            fact["format"] = plain["format"]
        if not is_nullable(item) and not is_note(item):
            fact["not_null"] = True
        properties[name] = fact | {short: item[key] for key, short in _FACTS.items() if key in item}
    identity = node.get("x-identity", [])
    if new := node.get("x-new-as"):
        identity_of_new = {"new_identity": contract.schemas[new]["x-identity"]}
    else:
        identity_of_new = {"new_identity": identity} if identity else {}
    return {"open": bool(node.get("x-open")), "identity": identity, **identity_of_new, "properties": properties}
