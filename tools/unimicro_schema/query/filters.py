"""Judges a filter: every name, operator, function and value of its conditions.

A condition on a property of a related object needs no `expand`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unimicro_schema.query.comparisons import Comparison, comparison_flaw, object_flaw
from unimicro_schema.query.flaws import Flaw, Judged, broken, is_like_an_operator, shown
from unimicro_schema.query.language import FUNCTIONS, MEANT, OPERATORS, STATISTICS
from unimicro_schema.query.lookup import follow, shifted
from unimicro_schema.query.operands import Operand, operand
from unimicro_schema.query.paths import Found
from unimicro_schema.query.syntax import nodes, parse
from unimicro_schema.query.unavailable import unavailable
from unimicro_schema.suggestions import nearest

if TYPE_CHECKING:
    from lark import Token, Tree


def check_filter(root: str, value: str) -> Judged:
    """What is wrong with a filter on an entity."""
    if flaw := unavailable(root, value):
        return Judged((flaw,))
    tree = parse("filter", value)
    if isinstance(tree, Flaw):
        return Judged((tree,))
    return Judged(
        tuple(flaw for node in nodes(tree, "comparison", "alone") for flaw in _CONDITIONS[node.data](root, node))
    )


def _of_comparison(root: str, node: Tree[Token]) -> Iterator[Flaw]:
    left, operator, right = map(operand, node.children)
    known = operator.text.lower() in OPERATORS
    if not known:
        yield _operator_flaw(root, left, operator, right)
    malformed = [flaw for side in (left, right) for flaw in _malformed(root, side, is_known=known)]
    yield from malformed
    names = {side: _looked_up(root, side) for side in (left, right) if side.kind == "name"}
    if known and not malformed and not names:
        meant = follow(root, left.text, wanted="plain") if left.kind == "text" else None
        hint = str(meant) if isinstance(meant, Found) else None
        yield broken("bad-syntax", left.at, "no-field", hint)
    # A word that is not a field, compared with one that is, is text without its quotes.
    found_right = names.get(right) if left.kind == "name" else None
    if isinstance(found_right, Flaw) and found_right.at == right.at:
        del names[right]
    yield from (found for found in names.values() if isinstance(found, Flaw))
    fields = {side: found for side, found in names.items() if isinstance(found, Found)}
    if known and not malformed and fields:
        flaw = comparison_flaw(Comparison(left, operator, right, fields))
        yield from (flaw,) if flaw else ()
    elif known and not malformed and right.kind == "name" and right not in names:
        yield broken("wrong-literal", right.at, "quotes", "'...'")


def _of_alone(root: str, node: Tree[Token]) -> Iterator[Flaw]:
    """A condition that is not compared with anything: right for a function, and for nothing else."""
    alone = operand(node.children[0])
    if alone.kind == "call":
        yield from _of_call(root, alone)
        return
    malformed = list(_malformed(root, alone, is_known=True))
    yield from malformed
    if malformed:
        return
    found = follow(root, alone.text, wanted="plain") if alone.kind == "name" else None
    is_flag = isinstance(found, Found) and found.kind == "boolean"
    hint = f"{found} eq true" if is_flag else None
    yield broken("bad-syntax", alone.at, "no-comparison", hint)


_CONDITIONS = {"comparison": _of_comparison, "alone": _of_alone}


def _of_call(root: str, call: Operand) -> Iterator[Flaw]:
    name = FUNCTIONS.get(call.text.lower())
    if not name:
        yield _function_flaw(call)
        for item in call.items:
            if item.kind == "name":
                found = _looked_up(root, item)
                yield from (found,) if isinstance(found, Flaw) else ()
        return
    malformed = [flaw for item in call.items for flaw in _malformed(root, item, is_known=True)]
    yield from malformed
    if malformed:
        return
    kinds = [item.kind for item in call.items]
    if kinds == ["text", "name"]:
        hint = f"{name}({shown(call.items[1].text)}, '...')"
        yield broken("bad-syntax", call.at, "field-first", hint, name=name)
    elif len(kinds) != 2 or kinds[0] != "name":
        yield broken("bad-syntax", call.at, "arguments", f"{name}(..., '...')", name=name)
    else:
        yield from _of_search(root, name, call)


def _of_search(root: str, name: str, call: Operand) -> Iterator[Flaw]:
    """A function with a field and a value."""
    field, value = call.items
    found = _looked_up(root, field)
    if isinstance(found, Flaw):
        yield found
    if isinstance(found, Found) and (flaw := object_flaw(found, field.at)):
        yield flaw
    elif isinstance(found, Found) and found.kind == "boolean":
        yield broken("wrong-operator", call.at, "search", f"{found} eq ...", name=name, field=found)
    elif value.kind != "text":
        path = str(found) if isinstance(found, Found) else shown(field.text)
        yield broken("wrong-literal", value.at, "quotes", f"{name}({path}, '...')")


def _malformed(root: str, side: Operand, *, is_known: bool) -> Iterator[Flaw]:
    """What is wrong with one side of a comparison by itself. A list is what an operator wants that is not known."""
    if side.kind == "quoted":
        yield broken("bad-syntax", side.at, "quotes", "'...'")
    elif side.kind == "unclosed":
        yield broken("bad-syntax", side.at, "unclosed")
    elif side.kind == "values" and is_known:
        yield broken("bad-syntax", side.at, "parentheses")
    elif side.kind == "call" and side.text.lower() in FUNCTIONS:
        yield broken("bad-syntax", side.at, "compared", name=shown(side.text))
    elif side.kind == "call":
        yield from _of_call(root, side)


def _operator_flaw(root: str, left: Operand, operator: Operand, right: Operand) -> Flaw:
    name = operator.text.lower()
    if name == "in" and right.kind == "values":
        found = follow(root, left.text, wanted="any") if left.kind == "name" else None
        hint = f"{found} eq ... or {found} eq ..." if isinstance(found, Found) else None
        return broken("wrong-operator", operator.at, "in-list", hint)
    if operator.kind == "joint":
        return broken("bad-syntax", operator.at, "joint", MEANT["joints"].get(name), name=name)
    meant = MEANT["operators"].get(name) or MEANT["functions"].get(name)
    sentence = "operator" if meant or is_like_an_operator(operator.text) else "no-operator"
    values = {"name": operator.text, "names": ", ".join(OPERATORS)}
    return broken("wrong-operator", operator.at, sentence, meant or nearest(name, OPERATORS), **values)


def _function_flaw(call: Operand) -> Flaw:
    name = call.text.lower()
    if name in STATISTICS:
        return broken("wrong-operator", call.at, "statistics", name=name)
    known = tuple(FUNCTIONS.values())
    hint = MEANT["functions"].get(name) or nearest(name, known)
    return broken("wrong-operator", call.at, "function", hint, name=shown(call.text), names=", ".join(known))


def _looked_up(root: str, side: Operand) -> Found | Flaw:
    found = follow(root, side.text, wanted="plain")
    return shifted(found, side.at) if isinstance(found, Flaw) else found
