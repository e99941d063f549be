"""The page that shows how the entities are related."""

from __future__ import annotations

from itertools import groupby

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import markdown, search
from unimicro_schema.build.pages.diagrams import STATUS, hubs, included
from unimicro_schema.build.pages.markdown import code, division, link_to, provenance, section, table
from unimicro_schema.build.pages.related import Relation, relations
from unimicro_schema.build.pages.statuses import Statuses, statuses
from unimicro_schema.build.pages.wording import indefinite


def _table(contract: Contract, members: list[Relation]) -> str:
    """What one entity is related to."""
    rows = [
        (
            code(relation.name) + (f"\n\nby {code(relation.foreign_key)}" if relation.foreign_key else ""),
            ("list of " if relation.many else "") + link_to(contract, relation.target, "../reference/"),
            provenance({"x-provenance": relation.provenance}),
        )
        for relation in members
    ]
    return division("stack", table(("Property", "Related entity", "Known from"), rows))


def _status(contract: Contract, found: Statuses) -> list[str]:
    """How an entity gets its statuses, as a diagram, and the actions that give one."""
    one = indefinite(found.entity)
    rows = [
        (code(operation.action), f"[{operation.id}](../reference/operations/{operation.id}.md)", found.named(after))
        for operation in contract.operations
        if operation.action and (after := operation.node.get("x-status-after"))
    ]
    return [
        f"## The status of {one}",
        f"Each arrow points at the status that a call gives {one}. No source says that a call requires a certain status beforehand.",
        included(STATUS),
        section("status-actions", table(("Action", "Operation", "Status afterwards"), rows)),
    ]


def page(contract: Contract) -> str:
    """The relations, and the rule about default objects."""
    rows = groupby(relations(contract), key=lambda relation: relation.entity)
    known = statuses(contract)
    repeats = [
        (link_to(contract, entity, "../reference/"), code(name), code(node["x-not-repeated-in"]))
        for entity, schema in contract.schemas.items()
        for name, node in schema.get("properties", {}).items()
        if "x-not-repeated-in" in node
    ]
    return markdown.page(
        "Relations",
        "How the entities are related. A related object is returned only if the request expands it. Its foreign key needs no"
        " `expand`.",
        "Each box leads to the page of the entity. Below its name are the properties that hold it."
        if hubs(contract)
        else "",
        *(included(name) for name in hubs(contract)),
        "## All relations",
        *(f"### {entity}\n\n{_table(contract, list(members))}" for entity, members in rows),
        *(_status(contract, known) if known else []),
        *(_not_repeated(repeats) if repeats else []),
        front=search.front(search.INDEX),
    )


def _not_repeated(rows: list[tuple[str, str, str]]) -> list[str]:
    return [
        "## Do not repeat default objects",
        "Leave an object that you send in one of these properties out of the list: the server does not remove duplicates.",
        section("not-repeated", table(("Entity", "Property", "Do not repeat it in"), rows)),
    ]
