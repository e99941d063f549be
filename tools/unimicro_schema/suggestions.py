"""Guesses what was meant by a property that the contract does not have."""

from __future__ import annotations

from typing import Any

Definitions = dict[str, dict[str, Any]]


def suggest(definitions: Definitions, entity: str, key: str) -> str | None:
    """The property that was probably meant: one of the same name further in, or else one of a similar name beside it.

    `definitions` are the `$defs` of a schema and `entity` is the one that lacks `key`. A place further in is given as a path with
    dots.
    """
    properties = definitions.get(entity, {}).get("properties", {})
    folded: dict[str, str] = {name.casefold(): name for name in properties}
    if key.casefold() in folded:
        return folded[key.casefold()]
    for name, node in properties.items():
        inner = definitions.get(_target(node), {}).get("properties", {})
        if key in inner and not key.startswith("_") and "items" not in node:
            return f"{name}.{key}"
    from difflib import get_close_matches  # takes longer to import than a valid payload to check

    near = get_close_matches(key.casefold(), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else None


def _target(node: dict[str, Any]) -> str:
    references = [node, *node.get("anyOf", [])]
    return next((item["$ref"].rpartition("/")[2] for item in references if "$ref" in item), "")
