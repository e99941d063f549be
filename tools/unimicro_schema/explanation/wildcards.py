"""JSON pointers with wildcards: `*` is any one key or index, `**` any number of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unimicro_schema.pointers import decode, encode

_Trail = tuple["_Trail", str | int] | None
"""The way to a value, from the last step to the first: a step costs the same at any depth."""


def find(body: Any, template: str) -> Iterator[tuple[Any, str, str | None]]:
    """The values that a pointer leads to, with their own pointers and what `**` matched.

    Where the template has no `**`, the last is None. The order is that of the text, but an object goes before what is in it.
    """
    tokens = decode(template)
    stack: list[tuple[Any, int, _Trail, _Trail]] = [(body, 0, None, None)]
    while stack:
        value, index, trail, about = stack.pop()
        if index == len(tokens):
            yield value, _pointer(trail), _pointer(about) if "**" in tokens else None
            continue
        wild = tokens[index] in {"*", "**"}
        steps = [step for step in _children(value) if wild or step[0] == tokens[index]]
        after = index if tokens[index] == "**" else index + 1
        stack += [(child, after, (trail, key), about) for key, child in reversed(steps)]
        if tokens[index] == "**":
            stack.append((value, index + 1, trail, trail))


def _children(value: Any) -> list[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _pointer(trail: _Trail) -> str:
    tokens: list[str | int] = []
    while trail is not None:
        trail, key = trail
        tokens.append(key)
    return encode(reversed(tokens))
