"""The statuses that operations give an entity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unimicro_schema.build.contract import Contract, references
from unimicro_schema.build.pages.markdown import code


@dataclass(frozen=True)
class Statuses:
    """The enum of the statuses, the entity that has them, its property that holds one, and their names by code."""

    enum: str
    entity: str
    property: str
    names: Mapping[int, str]

    def named(self, status: int) -> str:
        """A status in words, with its code."""
        return f"{self.names[status]} ({code(status)})"

    def linked(self, status: int) -> str:
        """The same, with a link from a page one folder below that of the reference."""
        return f"[{self.names[status]}](../codes.md#{self.enum.lower()}-{status}) ({code(status)})"


def statuses(contract: Contract) -> Statuses | None:
    """Those of the enum that has `x-status-of`; None where no enum has it, and then no operation gives a status."""
    for name, node in contract.schemas.items():
        if "x-status-of" in node:
            entity = node["x-status-of"]
            properties = contract.schemas[entity]["properties"].items()
            held = next(key for key, item in properties if name in references(item))
            return Statuses(name, entity, held, dict(zip(node["enum"], node["x-enum-varnames"], strict=True)))
    return None
