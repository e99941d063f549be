"""The entities of the contract: which properties they have, what these lead to, and the rules about them."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import orjson

from unimicro_schema.derived import read

Kind = Literal["string", "integer", "number", "boolean", "object", "array", "entity", "list"]


class Property(NamedTuple):
    """A property of an entity.

    `kind` is the JSON type of a plain value, or `entity` or `list` for one or several objects of `entity`. `codes` are the
    values of an enum by their names; `not_null` means that a request may not send null. The other fields are the rules of the contract, each the value of its extension, or None.
    """

    name: str
    kind: Kind
    entity: str | None = None
    codes: Mapping[str, int] = MappingProxyType({})
    format: str | None = None
    not_null: bool = False
    foreign_key: str | None = None
    not_repeated_in: str | None = None
    check: str | None = None
    recommended: str | None = None
    deprecated: bool = False
    replaced_by: str | None = None
    role: str | None = None
    zero: str | None = None
    digits_in: str | None = None


class Entity(NamedTuple):
    """An entity with its properties by name. `open` if it may have others; `identity` the paths that identify a new one.

    `new_identity` are those that identify it where it has no id, and so is new.
    """

    name: str
    open: bool
    identity: tuple[str, ...]
    new_identity: tuple[str, ...]
    properties: Mapping[str, Property]


class Entities(Mapping[str, Entity]):
    """The entities by name. An entity is made when it is first asked for: a payload has few of them."""

    def __init__(self, nodes: dict[str, dict[str, Any]]) -> None:
        self._nodes = nodes
        self._made: dict[str, Entity] = {}

    def __getitem__(self, name: str) -> Entity:
        if name not in self._made:
            node = self._nodes[name]
            properties = {key: Property(key, **item) for key, item in node["properties"].items()}
            self._made[name] = Entity(
                name, node["open"], tuple(node["identity"]), tuple(node.get("new_identity", ())), properties
            )
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


@cache
def entities() -> Entities:
    """All entities by name."""
    return Entities(orjson.loads(read("entities.json")))
