"""Codes in quotes, as some answers have them: the models read and write them as numbers."""

from functools import cache
from pathlib import Path
from typing import Any

from unimicro_schema.build.source import Source


@cache
def in_quotes() -> frozenset[str]:
    """The names of the properties that the contract lets answers have in quotes."""
    files = Source(Path(__file__).parents[2] / "openapi").files
    schemas = [value for name, value in files.items() if name.startswith("schemas/")]
    found = {name for node in schemas for name, item in node.get("properties", {}).items() if "x-digits-in" in item}
    assert found, "no property of the contract has x-digits-in"
    return frozenset(found)


def as_numbers(written: Any, text: Any) -> Any:
    """What was read from a text, with the numbers that the models made of its codes in quotes: only those, and no others."""
    if isinstance(text, list) and isinstance(written, list) and len(text) == len(written):
        return [as_numbers(*pair) for pair in zip(written, text, strict=True)]
    if isinstance(text, dict) and isinstance(written, dict):
        return {key: _number(key, written.get(key), value) for key, value in text.items()}
    return text


def _number(key: str, written: Any, value: Any) -> Any:
    if key in in_quotes() and isinstance(value, str) and type(written) is int:
        return int(value)
    return as_numbers(written, value)
