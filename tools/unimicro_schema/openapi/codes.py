"""Opens the enums of numbers, for tools that refuse a code which the platform added after they were made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_LISTED = re.compile(r"^- `-?\d+` \(\w+\): ", re.MULTILINE)
_ENUM = {"enum", "x-enum-varnames", "x-enumNames", "x-enum-descriptions", "x-enum-provenance", "x-enum-name-provenance"}


def opened(value: Any) -> Any:
    """The document in which a code may be any number. The description lists the known codes instead."""
    if isinstance(value, list):
        return [opened(item) for item in value]
    if not isinstance(value, dict):
        return value
    node = _number(value) if "x-enum-varnames" in value else value
    return {key: item if key in {"example", "examples"} else opened(item) for key, item in node.items()}


def are_open(document: dict[str, Any]) -> bool:
    """Whether the codes of a document were opened: none is listed as one, and descriptions list some."""
    nodes = list(_objects(document))
    named = any("x-enum-varnames" in node for node in nodes)
    return not named and any(_LISTED.search(str(node.get("description"))) for node in nodes if "enum" not in node)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a value."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _number(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key not in _ENUM}


def listed(enum: dict[str, Any], *before: str) -> str:
    """The description of an enum of numbers, then `before`, then a line for each code: its name and what it means."""
    columns = (enum[key] for key in ("enum", "x-enum-varnames", "x-enum-descriptions"))
    lines = [f"- `{code}` ({name}): {text}" for code, name, text in zip(*columns, strict=False)]
    return "\n".join([" ".join([enum["description"], *before]), "", *lines])
