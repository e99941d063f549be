"""The diagrams, to be taken in by any page of a folder below `docs/`: `docs/reference/diagrams/{name}.md`."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import life_cycle, neighbours

FOLDER = "diagrams"
HUBS = {"relations-customer": "Customer", "relations-contact": "BusinessRelation"}
"""The entities that have a diagram of their neighbours, by the diagram's name."""
STATUS = "status"


def files(contract: Contract, examples: list[Example]) -> dict[str, str]:
    """Every diagram by its path below the reference folder."""
    found = {name: neighbours.drawing(contract, name, hub) for name, hub in HUBS.items()}
    found[STATUS] = life_cycle.drawing(contract, STATUS, examples)
    return {f"{FOLDER}/{name}.md": drawing for name, drawing in found.items()}


def included(name: str) -> str:
    """What takes a diagram into a page."""
    return f'--8<-- "docs/reference/{FOLDER}/{name}.md"'
