"""Guesses what was meant by a property that the contract does not have."""

from __future__ import annotations

from collections.abc import Collection

from unimicro_schema.entities import entities


def suggest(entity: str, key: str) -> str | None:
    """The property that was probably meant in what is sent: of the same name further in, or of a similar name beside it.

    `entity` is the one that lacks `key`. A place further in is given as a path with dots.
    """
    known = entities()
    properties = {name: prop for name, prop in known[entity].properties.items() if prop.role != "bookkeeping"}
    folded = {name.casefold(): name for name in properties}
    if key.casefold() in folded:
        return folded[key.casefold()]
    for name, prop in properties.items():
        inner = known[prop.entity].properties if prop.kind == "entity" and prop.entity else {}
        if key in inner:
            return f"{name}.{key}"
    return nearest(key, properties)


def nearest(name: str, known: Collection[str], cutoff: float = 0.7) -> str | None:
    """The known name that is most like a name, in whatever case, or None if none is much like it."""
    from difflib import get_close_matches  # takes longer to import than a valid payload to check

    folded = {entry.casefold(): entry for entry in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=cutoff)
    return folded[near[0]] if near else None
