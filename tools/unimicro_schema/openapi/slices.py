"""A part of the document: some operations, with what they need and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from unimicro_schema.openapi.actions import Node, named, union
from unimicro_schema.pointers import COMPONENTS, references, target

_ACTIONS = "x-actions"
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-Z`])")
_ROOT = "#/components/"
_KEPT = {"example", "examples", "enum", "$ref", "operationId", "x-guide"}
"""Keys whose values are not texts for readers."""


def sliced(document: Node, operations: Collection[str]) -> Node:
    """The document with these operations alone: their bodies, parameters, components and values of `action`.

    Sentences that name another operation or its action are left out. Raises `LookupError` for an operation that it does not have.
    """
    known = {entry["operationId"]: entry for entry in _entries(document)}
    for name in [name for name in operations if name not in known]:
        raise LookupError(name)
    gone = {name for name in known if name not in operations}
    actions = {known[name].get("action") for name in gone} - {known[name].get("action") for name in operations} - {None}
    paths = {}
    for path, item in document["paths"].items():
        kept = {method: node for method, part in item.items() if (node := _operation(document, part, gone))}
        if kept:
            paths[path] = kept
    result = document | {"paths": paths}
    result["tags"] = [tag for tag in document["tags"] if tag["name"] in _tags(paths)]
    result["components"] = _components(document, paths)
    if not gone:
        return result
    reader = _Reader(gone, {str(action) for action in actions}, set(result["components"]["schemas"]))
    return named(reader.without(result))


def _entries(document: Node) -> Iterator[Node]:
    """The operations by which users know them: those that `action` selects, each for itself."""
    for item in document["paths"].values():
        for node in item.values():
            yield from node.get(_ACTIONS, [node])


def _operation(document: Node, node: Node, gone: Collection[str]) -> Node | None:
    """An operation without the actions that are gone; None if nothing is left."""
    entries = node.get(_ACTIONS, [node])
    kept = [entry for entry in entries if entry["operationId"] not in gone]
    if len(kept) == len(entries):
        return node
    if not kept:
        return None
    first, *others = kept
    head = {key: value for key, value in {**node, **first}.items() if key not in {"action", _ACTIONS}}
    if not others and "action" not in first:
        return head
    if others:
        more = (f"{entry['summary'][0].lower()}{entry['summary'][1:]}" for entry in others)
        head = {key: value for key, value in head.items() if key in node}
        summary = ", or ".join([first["summary"], *more])
        head |= {"summary": summary, "description": "The parameter `action` selects what happens."}
    if node["operationId"] not in gone and others:
        head["operationId"] = node["operationId"]
    return union(_without_bodies(head), kept, document)


def _without_bodies(node: Node) -> Node:
    return {key: value for key, value in node.items() if key not in {"parameters", "requestBody", "responses"}}


def _tags(paths: Node) -> set[str]:
    nodes = [node for item in paths.values() for node in item.values()]
    return {tag for node in nodes for entry in (node, *node.get(_ACTIONS, ())) for tag in entry.get("tags", ())}


def _components(document: Node, paths: Node) -> Node:
    """The components that some paths lead to, in the order of the document."""
    reached: set[str] = set()
    waiting = list(references(paths, _ROOT))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += references(target(document, _ROOT + name), _ROOT)
    found = {
        kind: {name: node for name, node in group.items() if f"{kind}/{name}" in reached}
        for kind, group in document["components"].items()
        if kind != "securitySchemes"
    }
    kept = {kind: group for kind, group in found.items() if group or kind == COMPONENTS.split("/")[2]}
    return kept | {"securitySchemes": document["components"]["securitySchemes"]}


class _Reader:
    """Reads descriptions, and leaves out the sentences that name what is gone."""

    def __init__(self, operations: Collection[str], actions: Collection[str], schemas: Collection[str]) -> None:
        quoted = "|".join(map(re.escape, {*operations, *actions}))
        bare = "|".join(map(re.escape, operations))
        self._names = re.compile(rf"`(?:{quoted})`|\b(?:{bare})\b")
        self._schemas = schemas

    def without(self, value: Any) -> Any:
        """A value whose texts do not name what is gone."""
        if isinstance(value, list):
            return [self.without(item) for item in value]
        if isinstance(value, str):
            return self._text(value)
        if not isinstance(value, dict):
            return value
        return {
            key: item if key in _KEPT else self.without(item)
            for key, item in value.items()
            if key != "x-new-as" or item in self._schemas
        }

    def _text(self, text: str) -> str:
        lines = text.split("\n")
        kept = [" ".join(part for part in _SENTENCE.split(line) if not self._names.search(part)) for line in lines]
        if kept == lines:
            return text
        return "\n".join(kept).strip() or self._names.sub("another operation", text)
