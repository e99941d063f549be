"""Every fact of the contract that says how it is known, with its place on the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from unimicro_schema.build.claims import Nulls, limited, of_limit, sentences
from unimicro_schema.build.contract import Contract, Node, SourceOperation, references
from unimicro_schema.build.directions import is_note, is_nullable
from unimicro_schema.build.pages import markdown, properties


@dataclass(frozen=True)
class Fact:
    """One thing that the contract says. `owner` is what it is said of, and `place` where, below the reference folder."""

    owner: str
    label: str
    place: str
    text: str
    provenance: str
    by_rule: bool = False
    """Whether a rule of the dialect decides it where no source says otherwise."""
    kind: str = "said"
    """What a call can show of it: see `build/assumptions.py`. Nothing of what is only said."""
    subject: tuple[str, ...] = ()
    """What exactly it is about, as its kind needs it: files, names, codes."""


def facts(contract: Contract) -> Iterator[Fact]:
    """Every fact once: those of the operations, of what they share, then those of the schemas."""
    for operation in contract.operations:
        yield from _of_operation(operation)
    yield from _shared(contract)
    nulls, sent = Nulls(contract), requested(contract)
    for name in contract.schemas:
        yield from _of_schema(contract, name, nulls, sent)
    yield from _inherited(contract, nulls)


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
        yield from _said(operation.id, label, place, node)


def _said(owner: str, label: str, place: str, node: Node) -> Iterator[Fact]:
    """What a description says: as a whole, and each sentence with a mark of its own."""
    for text, word in sentences(node["description"], node["x-provenance"]):
        yield Fact(owner, label, place, text, word)


def _shared(contract: Contract) -> Iterator[Fact]:
    """Parameters, headers and credentials."""
    parts = contract.bundle["components"]
    for node in parts["parameters"].values():
        user = next(found for found in contract.operations if node in contract.parameters(found))
        place = f"operations/{user.id}.md#parameters"
        yield from _said("Parameters", f"{node['name']} in the {node['in']}", place, node)
    for node in parts["headers"].values():
        name, place, subject = next(
            (name, f"operations/{operation.id}.md#response-{status}", (operation.id, status, name))
            for operation in contract.operations
            for status, response in contract.responses(operation).items()
            for name, header in response.get("headers", {}).items()
            if contract.resolve(header) == node
        )
        said = _said("Headers", f"{name} of an answer", place, node)
        yield from (replace(fact, kind="header", subject=subject) for fact in said)
    for name, node in parts["securitySchemes"].items():
        yield from _said("Headers", name, "index.md#credentials", node)


def _of_schema(contract: Contract, name: str, nulls: Nulls, sent: set[str]) -> Iterator[Fact]:
    """A component, its codes, and the properties that it declares itself."""
    node = contract.schemas[name]
    place = markdown.place_of(contract, name)
    first, *rest = _said(name, name, place, node)
    yield replace(first, kind="error", subject=(name,)) if "x-error" in node else first
    yield from rest
    yield from _codes(name, place, node)
    if is_closed(node, name, sent):
        yield Fact(name, name, place, CLOSED, "assumed", by_rule=True, kind="closed", subject=(name,))
    file = f"schemas/{name}.yaml"
    for key, item in contract.source.files[file].get("properties", {}).items():
        yield from _of_property(name, place, (file, key), item, nulls.of(file, key, item) if name in sent else None)


def _codes(name: str, place: str, node: Node) -> Iterator[Fact]:
    """The codes of an enum: that there is one, what it is called, and what it means."""
    columns = [node.get(key, []) for key in ("enum", "x-enum-varnames", "x-enum-descriptions", "x-enum-provenance")]
    names = node.get("x-enum-name-provenance", columns[-1])
    for value, label, text, word, named in zip(*columns, names, strict=True):
        at, where = f"{name} {value}, {label}", f"{place}-{value}"
        subject = (name, str(value))
        yield Fact(name, at, where, f"There is a code {value}.", word, kind="code", subject=subject)
        yield Fact(name, at, where, f"Its name is {label}.", named)
        yield from (
            Fact(name, at, where, said, known, kind="meaning", subject=subject)
            for said, known in sentences(text, named)
        )


def _inherited(contract: Contract, nulls: Nulls) -> Iterator[Fact]:
    """The properties that every entity has, each shown at the first entity that has it and does not declare it itself."""
    common = {name: set(properties.common(contract, name)) for name in contract.schemas}
    for file, node in contract.source.files.items():
        for key, item in node.get("properties", {}).items() if _is_abstract(file, node) else ():
            for name in [name for name in contract.schemas if key in common[name]][:1]:
                place = markdown.place_of(contract, name)
                yield from _of_property("Every entity", place, (file, key), item, nulls.of(file, key, item))


def _is_abstract(file: str, node: Any) -> bool:
    return file.startswith("schemas/") and bool(node.get("x-abstract"))


def _of_property(owner: str, place: str, subject: tuple[str, str], node: Node, null: str | None) -> Iterator[Fact]:
    """What a property is, its limit, and, for what is sent, whether it may be null. The subject is its file and its name."""
    label, where = f"{owner}.{subject[1]}", f"{place}#{properties.anchor(subject[1])}"
    for fact in _said(owner, label, where, node):
        is_whole = fact.provenance == node["x-provenance"]
        yield replace(fact, kind="property", subject=subject) if is_whole else fact
    if limited(node):
        text = f"It has {' and '.join(properties.limits(node))}."
        yield Fact(owner, label, where, text, of_limit(node), kind="limit", subject=subject)
    if null and not is_note(node):
        text = "May be sent as null." if is_nullable(node) else "May not be sent as null."
        kind = "null" if is_nullable(node) else "not-null"
        yield Fact(owner, label, where, text, null, by_rule=null == "assumed", kind=kind, subject=subject)


CLOSED = "Any other property is an error when it is sent."


def is_closed(node: Node, name: str, sent: set[str]) -> bool:
    """Whether a component that is one of those `sent` takes no property in a request that it does not have."""
    return name in sent and "properties" in node and not node.get("x-open")


def requested(contract: Contract) -> set[str]:
    """The components that a request can hold."""
    bodies = [media["schema"] for operation in contract.operations if (media := contract.request(operation))]
    return contract.reachable(*(name for schema in bodies for name in references(schema)))


def used(contract: Contract) -> set[str]:
    """The components that a body of an operation is."""
    return {
        name
        for operation in contract.operations
        for _, media in contract.bodies(operation)
        for name in references(media["schema"])
    }
