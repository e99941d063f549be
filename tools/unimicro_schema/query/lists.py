"""Judges the options that are lists of names: `expand`, `select` and `orderby`."""

from __future__ import annotations

from collections.abc import Iterator

from unimicro_schema.query.comparisons import object_flaw
from unimicro_schema.query.flaws import Flaw, Judged, Use, broken, shown
from unimicro_schema.query.language import DIRECTIONS, MEANT
from unimicro_schema.query.lookup import follow, shifted
from unimicro_schema.query.paths import Found
from unimicro_schema.query.syntax import Name, nodes, parse, words
from unimicro_schema.suggestions import nearest


def check_expand(root: str, value: str) -> Judged:
    """What is wrong with a list of related objects of an entity, and which of them exist."""
    tree = parse("paths", value)
    if isinstance(tree, Flaw):
        return Judged((tree,))
    found = [_looked_up(root, name, "related") for name in words(tree)]
    expanded = tuple(item.through for item in found if isinstance(item, Found))
    return Judged(tuple(item for item in found if isinstance(item, Flaw)), (), expanded)


def check_select(root: str, value: str) -> Judged:
    """What is wrong with a list of fields of an entity, and which related objects must be expanded for it."""
    tree = parse("paths", value)
    if isinstance(tree, Flaw):
        return Judged((tree,))
    found = [(name, _looked_up(root, name, "any")) for name in words(tree)]
    flaws = tuple(item for _, item in found if isinstance(item, Flaw))
    uses = tuple(Use(item.through, name.at) for name, item in found if isinstance(item, Found) and item.through)
    return Judged(flaws, uses)


def check_orderby(root: str, value: str) -> Judged:
    """What is wrong with an order by fields of an entity."""
    tree = parse("orders", value)
    if isinstance(tree, Flaw):
        return Judged((tree,))
    return Judged(tuple(flaw for order in nodes(tree, "order") for flaw in _of_order(root, words(order))))


def _of_order(root: str, order: list[Name]) -> Iterator[Flaw]:
    """A field, and the direction after it."""
    field, *direction = order
    if field.text.startswith("-"):
        found = follow(root, field.text[1:], wanted="plain")
        hint = f"{found} desc" if isinstance(found, Found) else None
        yield broken("bad-syntax", field.at, "direction-first", hint)
        return
    found = _looked_up(root, field, "plain")
    if flaw := object_flaw(found, field.at) if isinstance(found, Found) else found:
        yield flaw
    if direction and (len(direction) > 1 or direction[0].text.lower() not in DIRECTIONS):
        wrong = direction[0].text.lower()
        if wrong in DIRECTIONS:
            yield broken("bad-syntax", direction[1].at, "no-comma", name=shown(direction[1].text))
            return
        hint = MEANT["directions"].get(wrong) or nearest(wrong, DIRECTIONS)
        yield broken("bad-syntax", direction[0].at, "direction", hint, name=shown(direction[0].text))


def _looked_up(root: str, name: Name, wanted: str) -> Found | Flaw:
    found = follow(root, name.text, wanted=wanted)
    return shifted(found, name.at) if isinstance(found, Flaw) else found
