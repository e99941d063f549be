"""The codes of the contract as named constants, with what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from unimicro_schema.derived import read
from unimicro_schema.npm import comments

_Node = dict[str, Any]


def module() -> str:
    """The module that has an object for each set of codes."""
    lines = ["/** The codes of the contract by their names. */"]
    for name, node in _enums().items():
        codes = ", ".join(f"{word}: {code}" for word, code in _codes(node))
        lines.append(f"\n{comments.written(node['description'])}\nexport const {name} = Object.freeze({{ {codes} }});")
    return "\n".join(lines) + "\n"


def names() -> list[str]:
    """The names of the sets of codes."""
    return list(_enums())


def declarations() -> Iterator[str]:
    """The declarations of that module, with the meaning of each code."""
    for name, node in _enums().items():
        yield f"{comments.written(node['description'])}\nexport declare const {name}: {{"
        for (word, code), meaning in zip(_codes(node), node["x-enum-descriptions"], strict=True):
            yield f"  {comments.written(meaning)}\n  readonly {word}: {code};"
        yield f"}};\nexport type {name} = (typeof {name})[keyof typeof {name}];\n"


def _codes(node: _Node) -> Iterator[tuple[str, int]]:
    return zip(node["x-enum-varnames"], node["enum"], strict=True)


def _enums() -> dict[str, _Node]:
    schemas = orjson.loads(read("openapi.json"))["components"]["schemas"]
    return {name: node for name, node in schemas.items() if "x-enum-varnames" in node and "enum" in node}
