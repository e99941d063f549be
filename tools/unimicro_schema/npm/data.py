"""The data that the JavaScript modules read, as modules: derived from the same files as Python reads, and nothing else."""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.derived import beside, read
from unimicro_schema.derived.published import ERRORS, RECEIVED, SENT, engine_pool
from unimicro_schema.explanation.sentences import TABLE, borrowed
from unimicro_schema.formats import MOMENT, PATTERNS, anchored
from unimicro_schema.registry import published

_Node = dict[str, Any]
_OF_ERROR = ("name", "title", "message", "property", "cause", "action", "retry", "statuses", "recognised_by")
_OF_OPERATION = ("id", "method", "path", "action", "summary", "status_after")
_OF_PARAMETER = ("name", "location", "required", "type", "codes", "minimum", "max_length", "check")
_OF_RULE = ("id", "severity", "sentences")


def modules(docs: str) -> dict[str, bytes]:
    """The modules by their paths in the package. Each exports one value. `docs` is the URL of the documentation, or empty."""
    rules = orjson.loads(beside(__file__, "../rules.json"))
    values = {
        "contract": {
            "docs": docs,
            "updates": orjson.loads(beside(__file__, "../updates/sentences.json")),
            "language": orjson.loads(beside(__file__, "../query/language.json")) | {"moment": anchored(MOMENT)},
            "patterns": {name: anchored(pattern) for name, pattern in PATTERNS.items()},
            "operations": [_operation(node) for node in published.index["operations"]],
            "entities": orjson.loads(read("entities.json")),
        },
        "explanations": TABLE | {"errors": _errors(), "rules": {name: _words(name) for name in TABLE["rules"]}},
        "rules": rules | {"rules": [{key: rule[key] for key in _OF_RULE} for rule in rules["rules"]]},
    } | {pool: orjson.loads(read(f"engine/{pool}.json")) for pool in (SENT, RECEIVED, ERRORS)}
    return {f"data/{name}.js": _module(value) for name, value in values.items()}


def _errors() -> list[_Node]:
    nodes = orjson.loads(read("errors.json"))["errors"]
    return [{key: node[key] for key in _OF_ERROR if key in node} for node in nodes]


def _words(name: str) -> _Node:
    rule = borrowed(name)
    return {"summary": rule.summary, "remedy": rule.remedy}


def _operation(node: _Node) -> _Node:
    responses = {
        status: {"description": response["description"], "body": _body(status, response["body"])}
        for status, response in node["responses"].items()
    }
    return {
        **{key: node[key] for key in _OF_OPERATION},
        "parameters": [{key: item[key] for key in _OF_PARAMETER} for item in node["parameters"]],
        "request": _body("request", node["request"]),
        "responses": responses,
    }


def _body(kind: str, node: _Node | None) -> _Node | None:
    if node is None:
        return None
    return {"model": node["model"], "list": node["list"], "pool": engine_pool(kind), "schema": node["schema"]}


def _module(value: _Node) -> bytes:
    """One line for each part of the value, so that a change to the contract shows as a change of a line.

    JSON in a text is quicker to load than the same as a program. What a raw template would act on is an escape of JSON.
    """
    lines = (f"{orjson.dumps(key).decode()}:{orjson.dumps(part).decode()}" for key, part in value.items())
    text = "{\n" + ",\n".join(lines) + "\n}"
    kept = text.replace("`", r"\u0060").replace("${", r"\u0024{")
    return f"export default JSON.parse(String.raw`{kept}`);\n".encode()
