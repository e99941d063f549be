"""Advice on what is sent: valid, but probably not what was meant. All of it follows from the extensions of the contract.

Every payload that is checked comes through here, and nearly all have nothing to advise on. So what there is to look at in each
entity is worked out once, and an object is left as soon as none of it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from unimicro_schema.checks import CHECKS, Wrong
from unimicro_schema.defects import Defect
from unimicro_schema.graph import Property, entities
from unimicro_schema.locate import Path

_Object = dict[str, Any]


def advise(  # noqa: C901  # one loop in one piece: it runs for every object of every payload
    value: Any, entity: str, *, updates: bool
) -> list[Defect]:
    """What to look at twice in a payload that is sent: one object of `entity`, or a list of them.

    `updates` if the request changes what exists, so that a new child needs a mark of its own. In a list that holds for the
    objects that have an id.
    """
    plan = _plan(entity)
    found: list[Defect] = []
    waiting: list[tuple[_Object, Path, _Plan, bool]] = []
    if isinstance(value, dict):
        waiting = [(value, (), plan, updates)]
    elif isinstance(value, list):
        objects = [(index, item) for index, item in enumerate(value) if isinstance(item, dict)]
        waiting = [(item, (index,), plan, updates and _is_id(item.get(plan.id))) for index, item in objects]
    roots = {path for _, path, _, _ in waiting}
    while waiting:
        node, path, plan, updating = waiting.pop()
        if updating and path not in roots and not plan.marks(node):
            found.append(plan.unmarked(path))
        if plan.recommended:
            found += plan.not_said(node, path)
        for key, watch in plan.watched.items():
            item = node.get(key)
            if not item:
                continue
            if watch.check or watch.prop.deprecated:
                found += watch.about(item, (*path, key))
            if watch.prop.entity is None:
                continue
            inner = watch.inner
            if isinstance(item, dict):
                if watch.stands_twice(node, item):
                    found += watch.about_default(node, item, path)
                waiting.append((item, (*path, key), inner, updating))
            else:
                waiting += _listed(item, (*path, key), inner, updating)
    return list({(defect.rule, defect.path): defect for defect in reversed(found)}.values()) if found else found


def _is_id(value: Any) -> bool:
    return isinstance(value, int) and value > 0


def _listed(item: Any, path: Path, inner: _Plan, updating: bool) -> list[tuple[_Object, Path, _Plan, bool]]:
    places = enumerate(item if isinstance(item, list) else ())
    return [(child, (*path, index), inner, updating) for index, child in places if isinstance(child, dict)]


@dataclass
class _Watch:
    """A property that there is something to look at in."""

    prop: Property
    check: Callable[[str], Wrong | None] | None
    key: str
    listed: str

    @cached_property
    def inner(self) -> _Plan:
        """What there is to look at in the objects that stand here."""
        return _plan(self.prop.entity or "")

    def about(self, item: Any, path: Path) -> Iterator[Defect]:
        """What there is to say of the value alone."""
        if self.prop.deprecated:
            instead = f"; use {self.prop.replaced_by}" if self.prop.replaced_by else ""
            yield Defect("deprecated-field", path, f"is deprecated{instead}", is_key=True)
        if self.check and isinstance(item, str) and (wrong := self.check(item)):
            yield Defect(wrong.rule, path, wrong.message)

    def stands_twice(self, node: _Object, item: _Object) -> bool:
        """Whether the object is named a second time beside itself: by another foreign key, or in a list."""
        if node.get(self.listed):
            return True
        key = node.get(self.key)
        return _is_id(key) and item.get(self.inner.id) != key

    def about_default(self, node: _Object, item: _Object, path: Path) -> Iterator[Defect]:
        """Says whether the foreign key of an object disagrees with it, and where the list repeats it."""
        plan = self.inner
        key = node.get(self.key)
        if _is_id(key) and item.get(plan.id) != key:
            message = f"has another {plan.id} than {self.key} says; send one of the two"
            yield Defect("foreign-key-mismatch", (*path, self.prop.name), message)
        for other, place, _, _ in _listed(node.get(self.listed), (*path, self.listed), plan, updating=False):
            if plan.same(item, other):
                yield Defect("repeated-default", place, f"repeats {self.prop.name}; the server does not remove doubles")


@dataclass(slots=True)
class _Plan:
    """What there is to look at in an object of an entity."""

    id: str
    create_guid: str
    roles: frozenset[str]
    recommended: dict[str, str]
    watched: dict[str, _Watch]

    def not_said(self, node: _Object, path: Path) -> Iterator[Defect]:
        """What a new object should say and does not."""
        for key, rule in self.recommended.items():
            if key not in node and not node.get(self.id):
                yield Defect(rule, path, f"has no {key}; the guide asks for it")

    def marks(self, node: _Object) -> bool:
        """Whether an object says that it exists, or has the mark of a new one."""
        return not self.create_guid or bool(node.get(self.id) or node.get(self.create_guid))

    def unmarked(self, path: Path) -> Defect:
        """That a new child has no mark."""
        what = f"is new (no {self.id}) but has no {self.create_guid}"
        return Defect("create-guid-missing", path, f"{what}; the server refuses a new child without one in an update")

    def same(self, one: _Object, other: _Object) -> bool:
        """Whether two objects are one and the same: by id, by the mark of a new one, or by all that they say."""
        for role in (self.id, self.create_guid):
            if one.get(role) and one.get(role) == other.get(role):
                return True
        if one.get(self.id) and other.get(self.id):
            return False
        said = self._said(one)
        return bool(said) and said == self._said(other)

    def _said(self, item: _Object) -> _Object:
        return {key: value for key, value in item.items() if value is not None and key not in self.roles}


@cache
def _plan(name: str) -> _Plan:
    entity = entities()[name]
    roles = {name: prop.role for name, prop in entity.properties.items() if prop.role}
    named = {role: name for name, role in roles.items()}
    recommended = {name: prop.recommended for name, prop in entity.properties.items() if prop.recommended}
    watched = {
        name: _Watch(prop, CHECKS.get(prop.check or ""), prop.foreign_key or "", prop.not_repeated_in or "")
        for name, prop in entity.properties.items()
        if prop.entity or prop.check or prop.deprecated
    }
    return _Plan(named.get("id", ""), named.get("create-guid", ""), frozenset(roles), recommended, watched)
