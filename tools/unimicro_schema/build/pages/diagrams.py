"""The diagrams, to be taken in by any page of a folder below `docs/`: `docs/reference/diagrams/{name}.md`."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import life_cycle, neighbours
from unimicro_schema.build.pages.related import nearest_first
from unimicro_schema.build.pages.statuses import statuses

FOLDER = "diagrams"
STATUS = "status"


def hubs(contract: Contract) -> dict[str, str]:
    """The entities that have a diagram of their neighbours, by the diagram's name, in the order in which one leads to others."""
    return {
        contract.schemas[name]["x-diagram"]: name
        for name in nearest_first(contract)
        if "x-diagram" in contract.schemas[name]
    }


def names(contract: Contract) -> list[str]:
    """The names of all diagrams."""
    return [*hubs(contract), *([STATUS] if statuses(contract) else [])]


def files(contract: Contract, examples: list[Example]) -> dict[str, str]:
    """Every diagram by its path below the reference folder."""
    known = hubs(contract)
    found = {name: neighbours.drawing(contract, name, hub, list(known.values())) for name, hub in known.items()}
    if given := statuses(contract):
        found[STATUS] = life_cycle.drawing(contract, STATUS, given, examples)
    return {f"{FOLDER}/{name}.md": drawing for name, drawing in found.items()}


def included(name: str) -> str:
    """What takes a diagram into a page."""
    return f'--8<-- "docs/reference/{FOLDER}/{name}.md"'
