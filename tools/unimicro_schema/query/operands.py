"""The sides of a comparison, and the arguments of a function, as the grammar finds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lark import Token, Tree

Kind = Literal[
    "name",
    "number",
    "text",
    "boolean",
    "null",
    "bare",
    "words",
    "values",
    "call",
    "quoted",
    "unclosed",
    "symbol",
    "joint",
]

_WORDS: dict[str, Kind] = {"true": "boolean", "false": "boolean", "null": "null"}
_TOKENS: dict[str, Kind] = {
    "NUMBER": "number",
    "TEXT": "text",
    "QUOTED": "quoted",
    "UNCLOSED": "unclosed",
    "SYMBOL": "symbol",
    "JOINT": "joint",
}
_NODES: dict[str, Kind] = {"call": "call", "values": "values", "words": "words"}
_BARE = re.compile(r"[-+.:#]?[0-9]")


@dataclass(frozen=True, slots=True)
class Operand:
    """One side of a comparison, or its operator, at an index of the value.

    `bare` is a value that is neither a name nor a number, such as a date without quotes; `words` are several of them. `items` are the
    arguments of a `call`, whose name is the text, and the members of `values`.
    """

    kind: Kind
    text: str
    at: int
    items: tuple[Operand, ...] = ()


def operand(node: Token | Tree[Token], depth: int = 2) -> Operand:
    """A node of the tree as an operand, with its items so many levels deep. No valid query has more than one."""
    from lark import Token

    if isinstance(node, Token):
        kind = _TOKENS.get(node.type) or _WORDS.get(node.lower()) or ("bare" if _BARE.match(node) else "name")
        return Operand(kind, node[1:-1] if kind == "text" else str(node), node.start_pos or 0)
    items = tuple(operand(child, depth - 1) for child in node.children) if depth else ()
    head = operand(node.children[0], 0)  # the name, the parenthesis, or the first word
    kind = _NODES[node.data]
    return Operand(kind, head.text, head.at, items if kind == "words" else items[1:])
