"""Advice on what is sent: valid, but probably not what was meant. All of it follows from the extensions of the contract.

Every payload that is checked comes through here, and nearly all have nothing to advise on. So what there is to look at in each
entity is worked out once, and the loop only asks whether any of it is there; what is found is looked at closely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from unimicro_schema.entities import Entity, Property, entities
from unimicro_schema.suggestions import is_nearly
from unimicro_schema.validation.defects import Defect, Place
from unimicro_schema.validation.identifiers import CHECKS, Wrong
from unimicro_schema.validation.newcomers import Marked, of_new, unfit

_Object = dict[str, Any]
_Waiting = tuple[_Object, Place, "_Plan", bool]


def advise(  # noqa: C901, PLR0912  # one loop in one piece: it runs for every object of every payload
    value: Any, entity: str, *, updates: bool
) -> list[Defect]:
    """What to look at twice in a payload that is sent: one object of `entity`, or a list of them.

    `updates` if the request changes what exists, so that a new child needs a mark of its own. In a list that holds for the
    objects that have an id.
    """
    plan = _plan(entity)
    found: list[Defect] = list(of_new(value, entity, updates=updates))
    marks: list[Marked] = []
    waiting: list[_Waiting] = [(value, (), plan, updates)] if isinstance(value, dict) else []
    if isinstance(value, list):
        for item, path, _, _ in _listed(value, (), plan, updating=updates):
            waiting.append((item, path, plan, updates and _is_id(item.get(plan.id))))
    depth = 0 if isinstance(value, dict) else 1
    while waiting:
        node, path, plan, updating = waiting.pop()
        get = node.get
        found += () if node.keys() <= plan.names else plan.noted(node, path)
        if updating and len(path) > depth and not plan.marks(node) and not plan.tries_to_mark(node):
            found.append(plan.unmarked(path))
        if plan.recommended and not all(map(get, plan.recommended)):
            found += plan.not_said(node, path)
        if plan.zeros and 0 in map(get, plan.zeros):
            found += plan.zero(node, path)
        if mark := get(plan.create_guid):
            marks.append(Marked(mark, path, node, plan))
        for key in filter(get, plan.watched):
            item = node[key]
            check, deprecated, inside, foreign_key, listed = plan.watched[key]
            if deprecated:
                found.append(deprecated._replace(path=(*path, key)))
            if check and isinstance(item, str) and (wrong := check(item)):
                found.append(Defect(wrong.rule, (*path, key), wrong.sentence))
            if not inside:
                continue
            inner = _plan(inside)
            if isinstance(item, dict):
                of_key = foreign_key and get(foreign_key)
                if (listed and get(listed)) or (of_key and item.get(inner.id) != of_key):
                    found += inner.standing_twice(node, path, key, foreign_key, listed)
                waiting.append((item, (*path, key), inner, updating))
            elif isinstance(item, list):
                waiting += _listed(item, (*path, key), inner, updating=updating)
    if marks:
        repeated = {defect.path for defect in found if defect.rule == "repeated-default"}
        found += unfit([marked for marked in marks if marked.path not in repeated] if repeated else marks)
    return list({(defect.rule, defect.path): defect for defect in reversed(found)}.values()) if found else found


def _is_id(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _listed(items: list[Any], path: Place, plan: _Plan, *, updating: bool) -> list[_Waiting]:
    return [(child, (*path, index), plan, updating) for index, child in enumerate(items) if isinstance(child, dict)]


class _Watch(NamedTuple):
    """A property that there is something to look at in.

    `check` judges its value, `deprecated` what to say if it is, `entity` that of the objects that it holds, `foreign_key`
    and `listed` are the properties beside it that may name its object a second time; None or "" where there is none.
    """

    check: Callable[[str], Wrong | None] | None
    deprecated: Defect | None
    entity: str
    foreign_key: str
    listed: str


class _Plan:
    """What there is to look at in an object of an entity."""

    def __init__(self, entity: Entity) -> None:
        roles = {name: prop.role for name, prop in entity.properties.items() if prop.role}
        named = {role: name for name, role in roles.items()}
        self.id = named.get("id", "")
        self.recommended = {name: prop.recommended for name, prop in entity.properties.items() if prop.recommended}
        self.watched = {
            name: _Watch(
                CHECKS[prop.check] if prop.check else None,
                _deprecated(prop),
                prop.entity or "",
                prop.foreign_key or "",
                prop.not_repeated_in or "",
            )
            for name, prop in entity.properties.items()
            if prop.entity or prop.check or prop.deprecated
        }
        self.names = entity.properties.keys()
        self.zeros = {name: prop.zero for name, prop in entity.properties.items() if prop.zero}
        self.create_guid = named.get("create-guid", "")
        self._roles = frozenset(roles)

    def noted(self, node: _Object, path: Place) -> Iterator[Defect]:
        """The names that begin with an underscore and that the contract does not know: a client's notes, or a slip."""
        for key in node:
            if key.startswith("_") and key not in self.names:
                meant = self.create_guid if self.create_guid and is_nearly(key, [self.create_guid]) else None
                sentence = "slip" if meant else "note"
                values = {"mark": meant}
                yield Defect("bookkeeping-key", (*path, key), sentence, values, is_key=True, suggestion=meant)

    def not_said(self, node: _Object, path: Place) -> Iterator[Defect]:
        """What a new object should say, but leaves out or sets to 0. Under nearly its name it is a finding already."""
        for key, rule in self.recommended.items():
            if not node.get(key) and not node.get(self.id) and not self._has_slip(node, key):
                place, sentence = ((*path, key), "open") if key in node else (path, "missing")
                yield Defect(rule, place, sentence, {"key": key})

    def zero(self, node: _Object, path: Place) -> Iterator[Defect]:
        """The numbers that are 0, which cannot be intended."""
        for key, meaning in self.zeros.items():
            value = node.get(key)
            if value == 0 and value is not False and (meaning == "none" or _is_id(node.get(self.id))):
                yield Defect("zero-foreign-key" if meaning == "none" else "zero-in-update", (*path, key), "zero")

    def marks(self, node: _Object) -> bool:
        """Whether an object says that it exists, or has the mark of a new one."""
        return not self.create_guid or bool(node.get(self.id) or node.get(self.create_guid))

    def tries_to_mark(self, node: _Object) -> bool:
        """Whether the mark is there, but holds what it may not, or has a slip in its name: that is a finding of its own."""
        return node.get(self.create_guid) is not None or self._has_slip(node, self.create_guid)

    def _has_slip(self, node: _Object, name: str) -> bool:
        return any(is_nearly(key, [name]) for key in node.keys() - self.names)

    def unmarked(self, path: Place) -> Defect:
        """The advice that a new child has no mark."""
        return Defect("create-guid-missing", path, "missing", {"id": self.id, "mark": self.create_guid})

    def standing_twice(self, node: _Object, path: Place, name: str, foreign_key: str, listed: str) -> Iterator[Defect]:
        """Says whether the object at `name` disagrees with its foreign key, and where the list repeats it."""
        item, key = node[name], foreign_key and node.get(foreign_key)
        if _is_id(key) and item.get(self.id) != key:
            values = {"id": self.id, "key": foreign_key}
            yield Defect("foreign-key-mismatch", (*path, name), "mismatch", values)
        others = node.get(listed) if listed else None
        for index, other in enumerate(others if isinstance(others, list) else ()):
            if isinstance(other, dict) and not other.get(self.id) and self._same(item, other):
                yield Defect("repeated-default", (*path, listed, index), "repeated", {"slot": name})

    def _same(self, one: _Object, other: _Object) -> bool:
        """Whether two new objects are the same: by the mark of a new object, or by all their properties."""
        mark = one.get(self.create_guid)
        if mark and mark == other.get(self.create_guid):
            return True
        said = self.said(one)
        return bool(said) and said == self.said(other)

    def said(self, item: _Object) -> _Object:
        """All that an object says about itself."""
        return {
            key: value
            for key, value in item.items()
            if value is not None and key not in self._roles and not key.startswith("_")
        }


def _deprecated(prop: Property) -> Defect | None:
    """What to say of a property that is deprecated and has a value; None if it is not."""
    if not prop.deprecated:
        return None
    values = {"instead": prop.replaced_by}
    return Defect("deprecated-field", (), "replaced" if prop.replaced_by else "deprecated", values, is_key=True)


@cache
def _plan(name: str) -> _Plan:
    return _Plan(entities()[name])
