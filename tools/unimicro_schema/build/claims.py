"""The claims of the contract: each thing that it says, and how just that is known.

A description is known as its `x-provenance` says, but for a sentence that ends in a mark of its own, such as `(observed)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from unimicro_schema.build.contract import INT32, Contract, Node
from unimicro_schema.openapi.provenance import PROVENANCE
from unimicro_schema.pointers import COMPONENTS

MARK = re.compile(rf" \(({'|'.join(PROVENANCE)})\)")
"""The mark of a sentence."""

LIMITS = ("minLength", "maxLength", "minimum", "maximum")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def sentences(text: str, word: str) -> Iterator[tuple[str, str]]:
    """What a description says, and how it is known: first all sentences without a mark, then each that has one."""
    parts = _SENTENCES.split(text)
    plain = " ".join(part for part in parts if not MARK.search(part))
    if plain:
        yield plain, word
    yield from ((MARK.sub("", part), found[1]) for part in parts if (found := MARK.search(part)))


def limited(node: Node) -> bool:
    """Whether a property has a limit besides the one that its type has."""
    return any(key in node and node[key] != INT32.get(key) for key in LIMITS)


def of_limit(node: Node) -> str:
    """How the limit of a property is known."""
    return str(node.get("x-limit-provenance", node["x-provenance"]))


class Nulls:
    """How it is known which properties may be sent as null.

    Where neither a mark says so nor a sample of the vendor shows it, the rule of the dialect decides, and that is assumed.
    """

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._shown = {
            place: example["x-provenance"]
            for operation in contract.operations
            for _, media in contract.bodies(operation)
            for example in media.get("examples", {}).values()
            if "x-provenance" in example
            for place in self._places(media["schema"], example["value"])
        }

    def of(self, file: str, key: str, node: Node) -> str:
        """The word for a property, by the file that declares it."""
        return str(node.get("x-null-provenance", self._shown.get((file, key), "assumed")))

    def of_component(self, name: str, key: str) -> str:
        """The word for a property of a component, wherever it is declared."""
        return self.of(declared_in(self._contract, name, key), key, self._contract.schemas[name]["properties"][key])

    def _places(self, schema: Node, value: Any) -> Iterator[tuple[str, str]]:
        """The files and the names of the properties that are null in a value."""
        for item in (schema, *schema.get("anyOf", [])):
            name = item.get("$ref", "").removeprefix(COMPONENTS)
            if name and isinstance(value, dict):
                properties = self._contract.schemas[name].get("properties", {})
                for key in properties.keys() & value.keys():
                    if value[key] is None:
                        yield declared_in(self._contract, name, key), key
                    yield from self._places(properties[key], value[key])
        for child in value if isinstance(value, list) else ():
            yield from self._places(schema.get("items", {}), child)


def declared_in(contract: Contract, name: str, key: str) -> str:
    """The file that declares a property of a component: its own, or that of a schema that it takes properties from."""
    file = f"schemas/{name}.yaml"
    node = contract.source.files[file]
    while key not in node.get("properties", {}):
        file = contract.source.target(file, node["allOf"][0]["$ref"])[0]
        node = contract.source.files[file]
    return file
