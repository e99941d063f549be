"""Parses the values of the query options, by the grammar beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from unimicro_schema.derived import beside
from unimicro_schema.query.flaws import Flaw

if TYPE_CHECKING:
    from lark import Lark, Token, Tree, UnexpectedToken

Start = Literal["filter", "paths", "orders"]

_JOINTS = {"&": "and", "&&": "and", "|": "or", "||": "or"}
_NEGATED = {"like": "notlike", "eq": "ne", "ne": "eq"}
JOINED = 'conditions are joined by "and" or "or"'
UNCLOSED = "this text is not closed; end it with a single quote"


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
        return Flaw("bad-syntax", at - 1, "a single quote inside text must be written twice", "''")
    message, hint = _in_filter(value, wrong, accepted) if start == "filter" else _in_list(wrong)
    return Flaw("bad-syntax", at, message, hint)


def _cut_off(value: str, at: int, accepted: set[str]) -> Flaw:
    """What is missing at the end, said of the last token, which begins at `at`."""
    if value[at] == "'" and [token.type for token in _parser().lex(value[at:])] == ["UNCLOSED"]:
        return Flaw("bad-syntax", at, UNCLOSED)
    if _wants_operand(accepted):
        return Flaw("bad-syntax", at, "something must follow this")
    opened: list[int] = []
    for token in _parser().lex(value):
        if token.type == "LPAR":
            opened.append(token.start_pos or 0)
        elif token.type == "RPAR" and opened:
            opened.pop()
    return Flaw("bad-syntax", opened[-1] if opened else at, "this parenthesis is not closed")


def _in_filter(value: str, wrong: Token, accepted: set[str]) -> tuple[str, str | None]:
    """What to say of a misplaced token, and what was meant."""
    if wrong.type == "UNCLOSED":
        return UNCLOSED, None
    if wrong.type == "JOINT":
        return JOINED, _JOINTS.get(wrong)
    if _wants_operand(accepted):
        return "a field or a value is expected here", "not" if wrong.value == "!" else None
    if _wants_operator(accepted):
        after = value[wrong.end_pos :].split(maxsplit=1) if wrong.type == "NOT" else []
        hint = _NEGATED.get(after[0].casefold()) if after else None
        return "an operator such as eq is expected here, between the field and the value", hint
    return _instead_of_joint(value, wrong, accepted)


def _instead_of_joint(value: str, wrong: Token, accepted: set[str]) -> tuple[str, str | None]:
    """What to say of a token behind a condition, or behind a value of a function."""
    at = wrong.start_pos or 0
    if wrong.type == "RPAR":
        return "this parenthesis closes nothing", None
    if "COMMA" in accepted:
        return "a comma or a closing parenthesis is missing before this", None
    if wrong.type == "COMMA":
        is_number = value[at - 1 : at].isdecimal() and value[at + 1 : at + 2].isdecimal()
        return "a comma is only allowed between the values of a function", "." if is_number else None
    return '"and" or "or" is missing before this', None


def _in_list(wrong: Token) -> tuple[str, str | None]:
    """The same in a list of names."""
    if wrong.type == "COMMA":
        return "a name is missing before this comma", None
    if wrong.type == "WORD":
        return "a comma is missing before this", None
    return "only names are allowed here, separated by commas; use a dot to go deeper", None


def _wants_operand(accepted: set[str]) -> bool:
    return "NUMBER" in accepted or accepted == {"WORD"}


def _wants_operator(accepted: set[str]) -> bool:
    return "SYMBOL" in accepted
