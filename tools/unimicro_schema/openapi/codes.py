"""Opens the enums of numbers, for tools that refuse a code which the platform added after they were made."""

from __future__ import annotations

from typing import Any

_ENUM = ("enum", "x-enum-varnames", "x-enum-descriptions", "x-enum-provenance")


def opened(value: Any) -> Any:
    """The document in which a code may be any number. The codes that are known stand in the description instead."""
    if isinstance(value, list):
        return [opened(item) for item in value]
    if not isinstance(value, dict):
        return value
    node = _number(value) if "x-enum-varnames" in value else value
    return {key: item if key in {"example", "examples"} else opened(item) for key, item in node.items()}


def _number(node: dict[str, Any]) -> dict[str, Any]:
    described = zip(*(node[key] for key in _ENUM[:3]), strict=False)  # in 3.0, null may be one more value
    lines = [f"- `{code}` ({name}): {text}" for code, name, text in described]
    rest = {key: value for key, value in node.items() if key not in _ENUM}
    return rest | {"description": "\n".join([node["description"], "", *lines])}
