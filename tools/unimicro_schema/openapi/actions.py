"""The operation that OpenAPI sees where the parameter `action` selects one of several."""

from __future__ import annotations

from typing import Any

from unimicro_schema.openapi.provenance import weakest
from unimicro_schema.pointers import resolve

Node = dict[str, Any]

JSON = "application/json"


def union(node: Node, entries: list[Node], bundle: Node) -> Node:
    """The operation that OpenAPI sees where `action` selects one of `entries`: it takes and answers what any of them does."""
    result = {key: value for key, value in node.items() if key != "x-actions"}
    result["parameters"] = [_action_parameter(entries), *_union_of_parameters(entries, bundle)]
    sending = [entry for entry in entries if "requestBody" in entry]
    if sending:
        body = _union_of_bodies([resolve(bundle, entry["requestBody"]) for entry in sending])
        body["required"] = len(sending) == len(entries)
        if not body["required"]:
            body["description"] = (
                f"Only {_selected(sending)}: {body['description'][0].lower()}{body['description'][1:]}"
            )
        result["requestBody"] = body
    statuses = sorted({status for entry in entries for status in entry["responses"]})
    result["responses"] = {}
    for status in statuses:
        nodes = [entry["responses"][status] for entry in entries if status in entry["responses"]]
        distinct = [node for index, node in enumerate(nodes) if node not in nodes[:index]]
        result["responses"][status] = (
            distinct[0] if len(distinct) == 1 else _union_of_bodies([resolve(bundle, node) for node in distinct])
        )
    result["x-actions"] = entries
    return result


def _selected(entries: list[Node]) -> str:
    """How some of the entries are selected, in words."""
    names = ", ".join(f"`{entry['action']}`" for entry in entries if "action" in entry)
    absent = [] if all("action" in entry for entry in entries) else ["without `action`"]
    return " and ".join([*absent, *([f"with {names}"] if names else [])])


def _action_parameter(entries: list[Node]) -> Node:
    named = [entry for entry in entries if "action" in entry]
    lines = [f"- `{entry['action']}`: {entry['summary']}. The operation `{entry['operationId']}`." for entry in named]
    missing = [entry for entry in entries if "action" not in entry]
    absent = f" Without it: {missing[0]['summary'][0].lower()}{missing[0]['summary'][1:]}." if missing else ""
    return {
        "name": "action",
        "in": "query",
        "required": not missing,
        "description": f"Selects the operation.{absent}\n\n" + "\n".join(lines),
        "schema": {"type": "string", "enum": [entry["action"] for entry in named]},
        "example": named[0]["action"],
        "x-provenance": weakest(entry["x-provenance"] for entry in named),
    }


def _union_of_parameters(entries: list[Node], bundle: Node) -> list[Node]:
    result: list[Node] = []
    for reference in [node for entry in entries for node in entry.get("parameters", [])]:
        node = resolve(bundle, reference)
        everywhere = all(reference in entry.get("parameters", []) for entry in entries)
        wanted = {**node, "required": False} if node.get("required") and not everywhere else reference
        if wanted not in result:
            result.append(wanted)
    return result


def _union_of_bodies(nodes: list[Node]) -> Node:
    """One response or request body that allows what each of `nodes` does."""
    result: Node = {"description": " Or: ".join(dict.fromkeys(node["description"] for node in nodes))}
    headers = {name: header for node in nodes for name, header in node.get("headers", {}).items()}
    if headers:
        result["headers"] = headers
    media = [node["content"][JSON] for node in nodes if JSON in node.get("content", {})]
    if media:
        meanings = [{key: value for key, value in item["schema"].items() if key != "description"} for item in media]
        distinct = [item["schema"] for index, item in enumerate(media) if meanings[index] not in meanings[:index]]
        result["content"] = {
            JSON: {
                "schema": distinct[0] if len(distinct) == 1 else {"oneOf": distinct},
                "examples": {name: example for item in media for name, example in item.get("examples", {}).items()},
            }
        }
    return result


def action_enum(node: Node) -> str:
    """The name of the component that lists the actions of an operation."""
    return f"{node['operationId'][0].upper()}{node['operationId'][1:]}Action"


def named(document: Node) -> Node:
    """Makes a component of the actions of each operation, in place: generators number enums that have no name."""
    known = document["components"]["schemas"]
    nodes = [node for item in document["paths"].values() for node in item.values() if isinstance(node, dict)]
    for node in [node for node in nodes if "x-actions" in node]:
        parameter = next(item for item in node["parameters"] if item.get("name") == "action")
        if "enum" in parameter["schema"]:
            known[action_enum(node)] = {"description": parameter["description"], **parameter["schema"]}
            parameter["schema"] = {"$ref": f"#/components/schemas/{action_enum(node)}"}
    document["components"]["schemas"] = dict(sorted(known.items()))
    return document
