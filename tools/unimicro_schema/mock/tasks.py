"""Does what an operation does, on the objects that the mock holds. What cannot be done raises `RefusedError`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from unimicro_schema.mock import effects
from unimicro_schema.mock.answers import MockAnswer, answer, counts, example_answer
from unimicro_schema.mock.conditions import Condition
from unimicro_schema.mock.effects import Collection, id_parameter, status_property, success
from unimicro_schema.mock.stock import RefusedError, Stock
from unimicro_schema.mock.views import View, expanded, ordered, selected
from unimicro_schema.registry import Operation
from unimicro_schema.updates.rows import Object, kind_of


class Task(NamedTuple):
    """A request that is to be done: its operation and collection, what it gives by the names of parameters and options, its body."""

    stock: Stock
    entry: Operation
    place: Collection
    given: Mapping[str, str]
    body: Any

    @property
    def id(self) -> int:
        """The id of the object that it is about."""
        return int(self.given[id_parameter(self.entry) or ""])

    @property
    def status(self) -> str:
        """The status of the answer if it succeeds."""
        return success(self.entry).status

    @property
    def row(self) -> Object:
        """The object that it is about."""
        return self.stock.row(self.place, self.id)

    def shown(self, row: Object) -> MockAnswer:
        """An object as the answer."""
        return answer(self.status, self.view.of(row))

    @property
    def view(self) -> View:
        """How the request wants to see objects."""
        entity, given = self.place.entity, self.given
        return View(
            entity,
            self.stock.known,
            expanded(entity, given.get("expand", "")),
            selected(entity, given["select"]) if given.get("select") else None,
            notes=any(given.get(item.name) == "true" for item in self.entry.parameters if item.type == "boolean"),
        )


def _list(task: Task) -> MockAnswer:
    """The objects that a list asks for, and in the headers how many there are in all."""
    given = task.given
    rows = [row for row in task.stock.rows(task.place) if _belongs(task, row)]
    if given.get("filter"):
        condition = Condition(task.place.entity, given["filter"])
        rows = [row for row in rows if condition.holds(row)]
    headers = {name: str(len(rows)) for name in counts(task.entry, task.status)}
    rows = ordered(task.place.entity, given.get("orderby", ""), rows)
    start = int(given.get("skip") or 0)
    page = rows[start : start + int(given["top"]) if given.get("top") else None]
    shown = list(map(task.view.of, page)) if effects.is_stored(success(task.entry).body) else page
    return answer(task.status, shown, headers)


def _belongs(task: Task, row: Object) -> bool:
    """Whether an object of a list is what the parameters in the path ask for, by its properties of the same names."""
    asked = {item.name.casefold(): task.given[item.name] for item in task.entry.parameters if item.location == "path"}
    return all(str(value) == asked.get(name.casefold(), str(value)) for name, value in row.items())


def _read(task: Task) -> MockAnswer:
    return task.shown(task.row)


def _create(task: Task) -> MockAnswer:
    return _saved(task, task.stock.create(task.place, task.body))


def _update(task: Task) -> MockAnswer:
    return _saved(task, task.stock.update(task.place, task.id, task.body))


def _saved(task: Task, row: Object) -> MockAnswer:
    """What was saved, with the related objects that were sent and no others."""
    related = kind_of(task.place.entity).related
    expands = ",".join(name for name in related if task.body.get(name) is not None)
    return task._replace(given={"expand": expands}).shown(row)


def _save_many(task: Task) -> MockAnswer:
    task.stock.save_many(task.place, task.body)
    return example_answer(task.entry, task.status)


def _change_status(task: Task) -> MockAnswer:
    row, after = task.row, task.entry.status_after
    status = status_property(task.place, after)
    if status and row.get(status) == after:
        raise RefusedError(400, f"/{status}: the status of this {task.place.entity} does not allow {task.entry.id}")
    if status:
        task.stock.change(task.place, task.id, {status: after})
    return example_answer(task.entry, task.status)


def _delete(task: Task) -> MockAnswer:
    gone = task.stock.delete(task.place, task.id)
    return task.shown(gone) if success(task.entry).body else answer(task.status)


def _neighbour(task: Task) -> MockAnswer:
    """The object next to another in the order of their ids."""
    is_next, key = task.entry.neighbour == "next", kind_of(task.place.entity).id
    number = task.row[key]
    rows = task.stock.rows(task.place)
    others = [row for row in rows if (row[key] > number if is_next else row[key] < number)]
    if not others:
        raise RefusedError(404, f"there is no {task.place.entity} {'after' if is_next else 'before'} this one")
    return task.shown(others[0] if is_next else others[-1])


def _look_up(task: Task) -> MockAnswer:
    """Whether a value is one of digits that no object has."""
    value = next(task.given[item.name] for item in task.entry.parameters if item.required)
    rows = task.stock.rows(task.place)
    taken = {str(row.get(name)) for row in rows for name in task.entry.unused_in}
    return answer(task.status, re.fullmatch("[0-9]+", value) is not None and value not in taken)


def _show(task: Task) -> MockAnswer:
    return example_answer(task.entry)


DOING: Mapping[str, Callable[[Task], MockAnswer]] = {
    effects.CREATE: _create,
    effects.READ: _read,
    effects.LIST: _list,
    effects.UPDATE: _update,
    effects.DELETE: _delete,
    effects.SAVE_MANY: _save_many,
    effects.CHANGE_STATUS: _change_status,
    effects.NEIGHBOUR: _neighbour,
    effects.LOOK_UP: _look_up,
    effects.SHOW: _show,
}
"""What does it, by the effect of an operation."""
