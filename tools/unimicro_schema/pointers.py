"""The references of JSON Schemas and OpenAPI documents, and what they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

DEFINITIONS = "#/$defs/"
"""What a reference to a definition of the same JSON Schema begins with."""


def references(value: Any, prefix: str) -> Iterator[str]:
    """The names of what a value refers to at any depth: the rest of each `$ref` that begins with `prefix`."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            reference = node.get("$ref")
            if isinstance(reference, str) and reference.startswith(prefix):
                yield reference.removeprefix(prefix)
            waiting += node.values()


def reached(uses: Mapping[str, Iterable[str]], names: Iterable[str]) -> set[str]:
    """The names and all that they lead to. `uses` holds what each name refers to directly."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += uses[name]
    return found
