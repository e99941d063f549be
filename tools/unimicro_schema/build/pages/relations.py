"""The page that shows how the entities hang together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from unimicro_schema.build.contract import Contract, references
from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.diagrams import HUBS, STATUS, included
from unimicro_schema.build.pages.markdown import code, division, link_to, provenance, section, table


def relations(contract: Contract) -> Iterator[tuple[str, str, str, bool, str, str]]:
    """Every relation around a customer: entity, property, related entity, whether it is a list, foreign key, provenance."""
    for entity in _outwards(contract, "Customer"):
        for name, node in contract.schemas[entity].get("properties", {}).items():
            for target in sorted(references(node)):
                if "properties" in contract.schemas[target] and not name.startswith("_"):
                    yield entity, name, target, "items" in node, node.get("x-foreign-key", ""), node["x-provenance"]


def _outwards(contract: Contract, start: str) -> list[str]:
    """The schemas that one leads to, the nearest first."""
    found = [start]
    for name in found:
        found += sorted(contract.uses[name] - set(found))
    return found


def _table(contract: Contract, members: list[tuple[str, str, str, bool, str, str]]) -> str:
    """What one entity is related to."""
    rows = [
        (
            f"{code(name)}\n\nby {code(key)}" if key else code(name),
            ("list of " if many else "") + link_to(contract, target, "../reference/"),
            provenance({"x-provenance": word}),
        )
        for _, name, target, many, key, word in members
    ]
    return division("stack", table(("Property", "Related entity", "Known from"), rows))


def _changes(contract: Contract) -> str:
    """The actions that give a customer another status."""
    status = contract.schemas["CustomerStatus"]
    names = dict(zip(status["enum"], status["x-enum-varnames"], strict=True))
    rows = [
        (
            code(operation.action),
            f"[{operation.id}](../reference/operations/{operation.id}.md)",
            f"{names[after]} ({code(after)})",
        )
        for operation in contract.operations
        if operation.action and (after := operation.node.get("x-status-after"))
    ]
    return table(("Action", "Operation", "Status afterwards"), rows)


def page(contract: Contract) -> str:
    """The relations, and the rule about default objects."""
    rows = groupby(relations(contract), key=lambda relation: relation[0])
    repeats = [
        (link_to(contract, entity, "../reference/"), code(name), code(node["x-not-repeated-in"]))
        for entity, schema in contract.schemas.items()
        for name, node in schema.get("properties", {}).items()
        if "x-not-repeated-in" in node
    ]
    return markdown.page(
        "Relations",
        "How the entities around a customer hang together. A related object comes back only when the request expands it; the"
        " foreign key beside it always does.",
        "Each box leads to the page of the entity. Below its name stand the properties that hold it.",
        *(included(name) for name in HUBS),
        "## All relations",
        *(f"### {entity}\n\n{_table(contract, list(members))}" for entity, members in rows),
        "## The status of a customer",
        "A call gives a customer the status that its arrow points at. No source says that a call needs a certain status before.",
        included(STATUS),
        section("status-actions", _changes(contract)),
        "## Do not repeat default objects",
        "An object that you send in one of these properties must not stand in the list as well: the server does not remove"
        " doubles.",
        section("not-repeated", table(("Entity", "Property", "Do not repeat it in"), repeats)),
    )
