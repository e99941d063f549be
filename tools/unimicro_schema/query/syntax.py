"""Parses the values of the query options, by the grammar beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from unimicro_schema.derived import beside
from unimicro_schema.query.flaws import Flaw, broken, shown
from unimicro_schema.query.language import MEANT, OPERATORS

if TYPE_CHECKING:
    from lark import Lark, Token, Tree, UnexpectedToken

Start = Literal["filter", "paths", "orders"]


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a list, and its index in the value."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Word:
    """A token by the name that the grammar has for it, and its index in the value."""

    kind: str
    text: str
    at: int


@cache
def _parser() -> Lark:
    from lark import Lark  # imported with the first query, not with the package

    grammar = beside(__file__, "grammar.lark").decode()
    # The basic lexer gives the same tokens everywhere, so a token in the wrong place can be named.
    return Lark(grammar, parser="lalr", lexer="basic", start=["filter", "paths", "orders"], maybe_placeholders=False)


def parse(start: Start, value: str) -> Tree[Token] | Flaw:
    """The tree of a value, or its first error of syntax."""
    from lark import UnexpectedToken

    try:
        return _parser().parse(value, start=start)
    except UnexpectedToken as error:
        return _flaw(start, value, error)


def lexed(value: str) -> Iterator[Word]:
    """The tokens of a value, whether or not it can be parsed."""
    return (Word(token.type, str(token), token.start_pos or 0) for token in _parser().lex(value))


def nodes(tree: Tree[Token], *kinds: str) -> Iterator[Tree[Token]]:
    """The subtrees of some kinds, in the order of the text. Nothing here recurses: nesting has no limit."""
    from lark import Tree

    stack = [tree]
    while stack:
        node = stack.pop()
        if node.data in kinds:
            yield node
        else:
            stack.extend(child for child in reversed(node.children) if isinstance(child, Tree))


def words(tree: Tree[Token]) -> list[Name]:
    """The tokens that a node consists of."""
    from lark import Token

    return [Name(str(child), child.start_pos or 0) for child in tree.children if isinstance(child, Token)]


def _flaw(start: Start, value: str, error: UnexpectedToken) -> Flaw:
    wrong, accepted = error.token, set(error.accepts or ())
    at = wrong.start_pos or 0
    if wrong.type == "$END":
        return _cut_off(value, at, accepted)
    if at and value[at - 1] == "'" and wrong.type in {"WORD", "NUMBER", "TEXT", "UNCLOSED"}:
        return broken("bad-syntax", at - 1, "inner-quote", "''")
    sentence, hint = _in_filter(value, wrong, accepted) if start == "filter" else _in_list(wrong)
    return broken("bad-syntax", at, sentence, hint, name=str(wrong) if sentence == "joint" else shown(str(wrong)))


def _cut_off(value: str, at: int, accepted: set[str]) -> Flaw:
    """What is missing at the end, said of the last token, which begins at `at`."""
    if value[at] == "'" and [token.type for token in _parser().lex(value[at:])] == ["UNCLOSED"]:
        return broken("bad-syntax", at, "unclosed")
    if _wants_operand(accepted):
        last = value[at:].strip()
        return broken("bad-syntax", at, "cut-off", name=last if last.lower() in _ASKING else "this")
    opened: list[int] = []
    for token in _parser().lex(value):
        if token.type == "LPAR":
            opened.append(token.start_pos or 0)
        elif token.type == "RPAR" and opened:
            opened.pop()
    return broken("bad-syntax", opened[-1] if opened else at, "not-closed")


_ASKING = frozenset({*OPERATORS, "and", "or", "not"})
"""Words after which something must follow. Any other may be a value, so it is not repeated."""


def _in_filter(value: str, wrong: Token, accepted: set[str]) -> tuple[str, str | None]:
    """The sentence about a misplaced token, and what was meant."""
    if wrong.type == "UNCLOSED":
        return "unclosed", None
    if wrong.type == "JOINT":
        return "joint", MEANT["joints"].get(wrong)
    if _wants_operand(accepted):
        return "operand", "not" if wrong.value == "!" else None
    if _wants_operator(accepted):
        after = value[wrong.end_pos :].split(maxsplit=1) if wrong.type == "NOT" else []
        hint = MEANT["negated"].get(after[0].lower()) if after else None
        return "operator", hint
    return _instead_of_joint(value, wrong, accepted)


def _instead_of_joint(value: str, wrong: Token, accepted: set[str]) -> tuple[str, str | None]:
    """The sentence about a token behind a condition, or behind a value of a function."""
    at = wrong.start_pos or 0
    if wrong.type == "RPAR":
        return "closes-nothing", None
    if "COMMA" in accepted:
        return "argument", None
    if wrong.type == "COMMA":
        is_number = value[at - 1 : at].isdecimal() and value[at + 1 : at + 2].isdecimal()
        return "comma", "." if is_number else None
    return "no-joint", None


def _in_list(wrong: Token) -> tuple[str, str | None]:
    """The same in a list of names."""
    if wrong.type == "COMMA":
        return "no-name", None
    if wrong.type == "WORD":
        return "no-comma", None
    return "names", None


def _wants_operand(accepted: set[str]) -> bool:
    return "NUMBER" in accepted or accepted == {"WORD"}


def _wants_operator(accepted: set[str]) -> bool:
    return "SYMBOL" in accepted
