"""The relations between the entities of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unimicro_schema.build.contract import JSON, Contract, references


class Relation(NamedTuple):
    """A property that holds one object of a related entity, or a list of them; `foreign_key` is the property beside it."""

    entity: str
    name: str
    target: str
    many: bool
    foreign_key: str
    provenance: str


def nearest_first(contract: Contract) -> list[str]:
    """The components of successful answers, and then those that each leads to."""
    answers = [
        response["content"][JSON]["schema"]
        for operation in contract.operations
        for status, response in contract.responses(operation).items()
        if status < "300" and JSON in response.get("content", {})
    ]
    found = list(dict.fromkeys(name for schema in answers for name in sorted(references(schema))))
    for name in found:
        found += sorted(contract.uses[name] - set(found))
    return found


def relations(contract: Contract) -> Iterator[Relation]:
    """Every relation of the entities that operations answer with."""
    return (relation for entity in nearest_first(contract) for relation in of_entity(contract, entity))


def of_entity(contract: Contract, entity: str) -> Iterator[Relation]:
    """Every relation of one entity, without the bookkeeping."""
    for name, node in contract.schemas[entity].get("properties", {}).items():
        for target in sorted(references(node)):
            if "properties" in contract.schemas[target] and not name.startswith("_"):
                yield Relation(
                    entity, name, target, "items" in node, node.get("x-foreign-key", ""), node["x-provenance"]
                )
