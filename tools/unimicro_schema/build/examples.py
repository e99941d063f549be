"""Collects the named examples and composes further ones from the examples of the properties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import jsonschema_rs
import orjson

from unimicro_schema.build.contract import Contract, Node, SourceOperation
from unimicro_schema.build.schemas import Direction, recognition, shapes_of
from unimicro_schema.derived.published import dumped


@dataclass(frozen=True)
class Example:
    """A payload of an operation. `body` is `request` or a status; `text` is the JSON as it is published.

    `file` is the one below `openapi/` that holds the payload, or empty for a composed one; `stored` is the derived file, below
    the folder of examples: the same for all examples of the same text.
    """

    operation: str
    body: str
    name: str
    summary: str
    text: str
    file: str = ""
    stored: str = ""

    @property
    def path(self) -> str:
        """Where the example is published, below the folder of examples."""
        return f"{self.operation}/{self.body}/{self.name}.json"

    @property
    def value(self) -> Any:
        """The payload itself."""
        return orjson.loads(self.text)


def collect(contract: Contract) -> list[Example]:
    """Every example of every operation: the named ones in the order of the contract, then the composed ones."""
    found = [
        example
        for operation in contract.operations
        for body, media in contract.bodies(operation)
        for example in [*_named(contract, operation, body, media), *_composed(contract, operation, body, media)]
    ]
    stored: dict[str, str] = {}
    for example in found:
        stored.setdefault(example.text, example.file.removeprefix("examples/") or example.path)
    return [replace(example, stored=stored[example.text]) for example in found]


def showing(contract: Contract, name: str, examples: Iterable[Example]) -> Example | None:
    """The first example that is an error body of this name; None if none is."""
    bodies = {
        (operation.id, status): media["schema"]
        for operation in contract.operations
        for status, media in contract.bodies(operation)
    }
    for example in examples:
        schema = bodies[example.operation, example.body]
        shapes = shapes_of(contract, contract.resolve(schema))
        names = [item["$ref"] for item, by in shapes if _fits(by, example.value)] if shapes else [schema.get("$ref")]
        if names[:1] == [f"#/components/schemas/{name}"]:
            return example
    return None


def _fits(by: Node, value: Any) -> bool:
    return bool(jsonschema_rs.is_valid(recognition(by), value))


def _named(contract: Contract, operation: SourceOperation, body: str, media: Node) -> Iterator[Example]:
    for name, node in media.get("examples", {}).items():
        yield Example(operation.id, body, name, node["summary"], contract.source.texts[node["x-file"]], node["x-file"])


def _composed(contract: Contract, operation: SourceOperation, body: str, media: Node) -> Iterator[Example]:
    direction: Direction = "request" if body == "request" else "response"
    schema = contract.resolve(media["schema"])
    item = contract.resolve(schema.get("items", {}))
    entity = item if "properties" in item else schema
    if "properties" not in entity or "x-error" in entity or shapes_of(contract, schema):
        return
    wrap = (lambda value: [value]) if entity is item else (lambda value: value)
    for path in entity.get("x-identity", []):
        value = _leaf(contract, entity, path.split("."))
        yield Example(
            operation.id, body, f"composed-minimal-{path}", f"Minimal body, by `{path}`", dumped(wrap(value)).decode()
        )
    options = {parameter["name"] for parameter in map(contract.resolve, operation.node.get("parameters", []))}

    def shows(node: Node) -> bool:
        return node.get("x-shown-in", direction) == direction and node.get("x-asked-by") in {None, *options}

    value = _full(contract, entity, shows, (operation.id, body), set())
    yield Example(
        operation.id, body, "composed-full", "Every property, with made-up values", dumped(wrap(value)).decode()
    )


def _leaf(contract: Contract, schema: Node, path: list[str]) -> Any:
    name, *rest = path
    node = schema["properties"][name]
    inner = _target(contract, node)
    return {name: _leaf(contract, inner, rest) if rest and inner else node["examples"][0]}


def _target(contract: Contract, node: Node) -> Node | None:
    """The component that a property refers to, nullable or not, or None for a plain value."""
    reference = node if "$ref" in node else next((item for item in node.get("anyOf", []) if "$ref" in item), None)
    return contract.resolve(reference) if reference else None


def _full(
    contract: Contract, schema: Node, shows: Callable[[Node], bool], place: tuple[str, ...], opened: set[int]
) -> Node:
    """Every property of an entity that the body shows. Each entity is opened once; again it is null, or the list is empty."""
    result: Node = {}
    opened.add(id(schema))
    properties = schema.get("properties", {})
    kept = {name: node for name, node in properties.items() if shows(node)}
    no_repeat = {node["x-not-repeated-in"] for node in kept.values() if "x-not-repeated-in" in node}
    for name, node in sorted(kept.items(), key=lambda entry: "x-shown-in" not in entry[1]):
        target = _target(contract, node)
        items = contract.resolve(node["items"]) if "items" in node else None
        if items is not None:
            again = name in no_repeat or id(items) in opened
            result[name] = [] if again else [_component(contract, items, shows, (*place, name), opened)]
        elif target is None:
            result[name] = _scalar(node, (*place, name))
        elif id(target) not in opened:
            result[name] = _component(contract, target, shows, (*place, name), opened)
        elif {"type": "null"} in node.get("anyOf", []):
            result[name] = None
    for name, node in kept.items():
        related = result.get(name)
        target = _target(contract, node)
        if "x-foreign-key" in node and isinstance(related, dict) and target:
            related[_with_role(target, "id")] = result[node["x-foreign-key"]]
    return {name: result[name] for name in kept if name in result}


def _component(
    contract: Contract, schema: Node, shows: Callable[[Node], bool], place: tuple[str, ...], opened: set[int]
) -> Any:
    """An entity with every property, a code of an enum, or an example of any other schema."""
    if "properties" in schema:
        return _full(contract, schema, shows, place, opened)
    return [*schema.get("enum", []), *schema.get("examples", []), [] if schema.get("type") == "array" else {}][0]


def _with_role(schema: Node, role: str) -> str:
    return str(next(name for name, node in schema["properties"].items() if node.get("x-role") == role))


def _scalar(node: Node, place: tuple[str, ...]) -> Any:
    """The example of a plain property. A GUID is made up from its place: the same one twice would mean one object."""
    if node.get("format") == "uuid":
        return str(uuid5(NAMESPACE_URL, "/".join(place)))
    if "object" in node["type"]:
        return {}
    return node["examples"][0]
