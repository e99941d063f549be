"""Every fact of the contract that says how it is known, with the place on the site where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from unimicro_schema.build.contract import Contract, Node, SourceOperation, references
from unimicro_schema.build.pages import markdown, properties


@dataclass(frozen=True)
class Fact:
    """One thing that the contract says. `owner` is what it is said of, and `place` where, below the reference folder."""

    owner: str
    label: str
    place: str
    text: str
    provenance: str

    @property
    def is_assumed(self) -> bool:
        """Whether it is assumed as a whole, or says so of a part of itself."""
        return self.provenance == "assumed" or "assumed" in self.text


def facts(contract: Contract) -> Iterator[Fact]:
    """Every fact once: those of the operations, of what they share, then those of the schemas."""
    for operation in contract.operations:
        yield from _of_operation(operation)
    yield from _shared(contract)
    for name in contract.schemas:
        yield from _of_schema(contract, name)
    yield from _inherited(contract)


def _of_operation(operation: SourceOperation) -> Iterator[Fact]:
    page = f"operations/{operation.id}.md"
    parts = [(operation.node, operation.id, page)]
    parts += [
        (operation.node[key], f"{operation.id}, sent twice", f"{page}#what-it-does-to-the-data")
        for key in ("x-repeat",)
        if key in operation.node
    ]
    parts += [(note, f"{operation.id}, note", f"{page}#notes") for note in operation.node.get("x-notes", [])]
    for node, label, place in parts:
        yield Fact(operation.id, label, place, node["description"], node["x-provenance"])


def _shared(contract: Contract) -> Iterator[Fact]:
    """Parameters, headers and credentials."""
    parts = contract.bundle["components"]
    for node in parts["parameters"].values():
        user = next(found for found in contract.operations if node in contract.parameters(found))
        place = f"operations/{user.id}.md#parameters"
        yield Fact(
            "Parameters", f"{node['name']} in the {node['in']}", place, node["description"], node["x-provenance"]
        )
    for node in parts["headers"].values():
        name, place = next(
            (name, f"operations/{operation.id}.md#response-{status}")
            for operation in contract.operations
            for status, response in contract.responses(operation).items()
            for name, header in response.get("headers", {}).items()
            if contract.resolve(header) == node
        )
        yield Fact("Headers", f"{name} of an answer", place, node["description"], node["x-provenance"])
    for name, node in parts["securitySchemes"].items():
        yield Fact("Headers", name, "index.md#credentials", node["description"], node["x-provenance"])


def _of_schema(contract: Contract, name: str) -> Iterator[Fact]:
    """A component, its codes, and the properties that it declares itself."""
    node = contract.schemas[name]
    place = markdown.place_of(contract, name)
    yield Fact(name, name, place, node["description"], node["x-provenance"])
    columns = [node.get(key, []) for key in ("enum", "x-enum-varnames", "x-enum-descriptions", "x-enum-provenance")]
    for value, label, text, word in zip(*columns, strict=True):
        yield Fact(name, f"{name} {value}, {label}", f"{place}-{value}", text, word)
    for key, item in contract.source.files[f"schemas/{name}.yaml"].get("properties", {}).items():
        yield _of_property(name, place, key, item)


def _inherited(contract: Contract) -> Iterator[Fact]:
    """The properties that every entity has, each shown at the first entity that has it and does not declare it itself."""
    common = {name: set(properties.common(contract, name)) for name in contract.schemas}
    for file, node in contract.source.files.items():
        for key, item in node.get("properties", {}).items() if _is_abstract(file, node) else ():
            for name in [name for name in contract.schemas if key in common[name]][:1]:
                yield _of_property("Every entity", markdown.place_of(contract, name), key, item)


def _is_abstract(file: str, node: Any) -> bool:
    return file.startswith("schemas/") and bool(node.get("x-abstract"))


def _of_property(owner: str, place: str, key: str, node: Node) -> Fact:
    anchor = properties.anchor(key)
    return Fact(owner, f"{owner}.{key}", f"{place}#{anchor}", node["description"], node["x-provenance"])


def used(contract: Contract) -> set[str]:
    """The components that a body of an operation is."""
    return {
        name
        for operation in contract.operations
        for _, media in contract.bodies(operation)
        for name in references(media["schema"])
    }
