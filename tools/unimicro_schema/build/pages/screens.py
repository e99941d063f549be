"""What Norwegians call properties, codes and actions: the labels of the vendor's screens, by label and by name, and other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unimicro_schema.build.contract import Contract, Node, references
from unimicro_schema.build.pages.markdown import code, section, table
from unimicro_schema.build.parts import properties, schemas

_BASE = "../reference/"


class Labelled(NamedTuple):
    """A label of the screens, the name of what it is on, where that is described, and the page of the guide about it."""

    label: str
    name: str
    place: str
    page: str


def tables(contract: Contract) -> str:
    """The tables, each as a section that a page can take in."""
    rows = list(labelled(contract))
    by_label = [(row.label, _linked(row), row.page) for row in sorted(rows, key=lambda row: row.label.casefold())]
    by_name = [(_linked(row), row.label, row.page) for row in sorted(rows, key=lambda row: row.name.casefold())]
    by_word = [(row.label, _linked(row), row.page) for row in sorted(called(contract))]
    return "\n\n".join(
        [
            section("labels", table(("On the screen", "In the API", "Page"), by_label)),
            section("names", table(("In the API", "On the screen", "Page"), by_name)),
            section("words", table(("Norwegian", "In the API", "Page"), by_word)),
        ]
    )


def labelled(contract: Contract) -> Iterator[Labelled]:
    """Every property, code and action that a source shows with a label."""
    paths = _paths(contract)
    for file, _, name, node in properties(contract.source):
        if "x-screen-label" in node:
            yield _property(contract, paths, node["x-screen-label"], (_component(file), name))
    for file, node in schemas(contract.source):
        names = zip(
            node.get("enum", []), node.get("x-enum-varnames", []), node.get("x-enum-screen-labels", []), strict=False
        )
        for value, word, label in names:
            if label:
                enum = _component(file)
                yield Labelled(label, f"{code(str(value))} {word}", f"codes.md#{enum.lower()}", "")
    for operation in contract.operations:
        if "x-screen-label" in operation.node:
            place = f"operations/{operation.id}.md"
            yield Labelled(operation.node["x-screen-label"], code(operation.id), place, _page(operation.node))


def called(contract: Contract) -> Iterator[Labelled]:
    """Every other Norwegian word for an entity or a property."""
    for file, node in schemas(contract.source):
        entity = _component(file)
        for word in node.get("x-norwegian", []):
            yield Labelled(word, code(entity), f"entities/{entity}.md", _page(contract.schemas[entity]))
    paths = _paths(contract)
    for file, _, name, node in properties(contract.source):
        for word in node.get("x-norwegian", []):
            yield _property(contract, paths, word, (_component(file), name))


def _property(contract: Contract, paths: dict[str, tuple[str, ...]], label: str, place: tuple[str, str]) -> Labelled:
    """The row of a property, which is told by its entity and its name."""
    entity, name = place
    root, *path = paths.get(entity, (entity, entity))
    page = _page(contract.schemas[entity]) or _page(contract.schemas[root])
    return Labelled(label, code(".".join([*path, name])), f"entities/{entity}.md#property-{name.lower()}", page)


def _linked(row: Labelled) -> str:
    return f"[{row.name}]({_BASE}{row.place})"


def _page(node: Node) -> str:
    return next((f"[{title}](../guide/{file})" for file, title in node.get("x-guide", {}).items()), "")


def _component(file: str) -> str:
    return file.removeprefix("schemas/").removesuffix(".yaml")


def _paths(contract: Contract) -> dict[str, tuple[str, ...]]:
    """The shortest way to each entity: one that a response holds, and the names of properties from there."""
    bodies = [
        body
        for operation in contract.operations
        for status, body in contract.bodies(operation)
        if status.startswith("2")
    ]
    waiting = list(dict.fromkeys(name for body in bodies for name in sorted(references(body["schema"]))))
    found: dict[str, tuple[str, ...]] = {name: (name,) for name in waiting}
    while waiting:
        entity = waiting.pop(0)
        for name, node in contract.schemas[entity].get("properties", {}).items():
            for target in sorted(references(node) - found.keys()):
                found[target] = (*found[entity], name)
                waiting.append(target)
    return found
