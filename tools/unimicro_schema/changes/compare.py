"""Compares two OpenAPI documents: operations by id, named schemas by name, each in the directions that it is used in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from unimicro_schema.changes import head, security
from unimicro_schema.changes.change import BOTH, Change, Diff, Direction
from unimicro_schema.changes.document import ComparedDocument, ComparedOperation, Node
from unimicro_schema.changes.forms import alike
from unimicro_schema.changes.rules import RULES
from unimicro_schema.changes.schemas import Hit, SchemaComparison, notes

_ORDER = {rule: number for number, rule in enumerate(RULES)}
_OF_OPERATION = {
    "operationId",
    "action",
    "tags",
    "security",
    "parameters",
    "requestBody",
    "responses",
    "x-status-after",
}
_OF_PARAMETER = {"name", "in", "required", "schema", "content", "style", "explode", "allowReserved"}
_OF_RESPONSE = {"content", "headers", "required"}


def compare(old: Node, new: Node) -> Diff:
    """Every difference between two OpenAPI documents, in an order that does not depend on the order of their keys.

    Two forms in which one contract may be exported are compared in one of them. Raises `FormError` where that is impossible,
    and `LookupError`, `TypeError`, `ValueError` or `AttributeError` for a document that is not OpenAPI.
    """
    before, after = map(ComparedDocument, alike(old, new))
    found = set(_Comparer(before, after).changes())
    changes = sorted(
        found,
        key=lambda change: (
            not change.breaks,
            change.is_information,
            change.place,
            _ORDER[change.rule],
            change.old or "",
            change.new or "",
        ),
    )
    return Diff(str(old["info"]["version"]), str(new["info"]["version"]), tuple(changes))


class _Comparer:
    def __init__(self, old: ComparedDocument, new: ComparedDocument) -> None:
        self.old, self.new = old, new
        self.operations = _renamed_operations(old, new)
        self.components = _renamed_schemas(old, new)

    def changes(self) -> Iterator[Change]:
        yield from head.changes(self.old.node, self.new.node)
        yield from self._operations()
        yield from self._groups()
        yield from self._components()

    def _operations(self) -> Iterator[Change]:
        before = {self.operations.get(name, name): operation for name, operation in self.old.operations.items()}
        after = self.new.operations
        for name in before.keys() - after.keys():
            yield Change("operation-removed", name, old=before[name].request_line)
        for name in after.keys() - before.keys():
            yield Change("operation-added", name, new=after[name].request_line)
        for name in before.keys() & after.keys():
            if before[name].id != name:
                yield Change("operation-renamed", name, old=before[name].id)
            yield from self._operation(before[name], after[name])

    def _operation(self, old: ComparedOperation, new: ComparedOperation) -> Iterator[Change]:
        name = new.id
        if old.request_line != new.request_line:
            yield Change("operation-moved", name, old.request_line, new.request_line)
        was, now = (", ".join(operation.node.get("tags", [])) for operation in (old, new))
        if was != now:
            yield Change("tags-changed", name, was, now)
        was, now = (str(operation.node.get("x-status-after", "none")) for operation in (old, new))
        if was != now:
            yield Change("status-after-changed", name, was, now)
        yield from security.ways(name, old.security, new.security)
        yield from (Change(rule, name, a, b) for rule, a, b in notes(old.node, new.node, _OF_OPERATION))
        yield from self._parameters(name, old.parameters, new.parameters)
        yield from self._request(f"{name}/request", old.request, new.request)
        yield from self._responses(name, old.responses, new.responses)

    def _parameters(self, operation: str, old: dict[str, Node], new: dict[str, Node]) -> Iterator[Change]:
        for key in old.keys() | new.keys():
            place = f"{operation} {key}"
            was, now = (bool(group.get(key, {}).get("required")) for group in (old, new))
            if key not in new:
                yield Change("parameter-removed", place)
            elif key not in old:
                yield Change("required-parameter-added" if now else "parameter-added", place)
            else:
                if was != now:
                    yield Change("parameter-required" if now else "parameter-optional", place)
                if _encoding(old[key]) != _encoding(new[key]):
                    yield Change("parameter-encoding-changed", place)
                yield from (Change(rule, place, a, b) for rule, a, b in notes(old[key], new[key], _OF_PARAMETER))
                schemas = self.old.schema(old[key]), self.new.schema(new[key])
                yield from self._inline(place, "request", *schemas)

    def _request(self, place: str, old: Node | None, new: Node | None) -> Iterator[Change]:
        was, now = (bool(node and node.get("required")) for node in (old, new))
        if new is None:
            if old is not None:
                yield Change("request-removed", place)
        elif old is None:
            yield Change("required-request-added" if now else "request-added", place)
        else:
            if was != now:
                yield Change("request-required" if now else "request-optional", place)
            yield from self._content(place, "request", old, new)

    def _responses(self, operation: str, old: dict[str, Node], new: dict[str, Node]) -> Iterator[Change]:
        for status in old.keys() | new.keys():
            place = f"{operation}/{status}"
            error = "" if status.startswith(("1", "2", "3")) else "error-"
            if status not in new or status not in old:
                yield Change(f"{error}status-{'added' if status in new else 'removed'}", place)
                continue
            was, now = old[status], new[status]
            bodies = bool(was.get("content")), bool(now.get("content"))
            if bodies[0] != bodies[1]:
                yield Change("response-body-added" if bodies[1] else "response-body-removed", place)
            else:
                yield from self._content(place, "response", was, now)
            before, after = was.get("headers", {}), now.get("headers", {})
            yield from (Change("header-removed", f"{place} header {name}") for name in before.keys() - after.keys())
            yield from (Change("header-added", f"{place} header {name}") for name in after.keys() - before.keys())
            for name in before.keys() & after.keys():
                headers = self.old.resolve(before[name]), self.new.resolve(after[name])
                at = f"{place} header {name}"
                yield from (Change(rule, at, a, b) for rule, a, b in notes(*headers, _OF_PARAMETER))
                yield from self._inline(at, "response", *(self.old.schema(header) for header in headers))

    def _content(self, place: str, direction: Direction, old: Node, new: Node) -> Iterator[Change]:
        here: frozenset[Direction] = frozenset({direction})
        yield from (Change(rule, place, a, b) for rule, a, b in notes(old, new, _OF_RESPONSE))
        before, after = old.get("content", {}), new.get("content", {})
        for kind in before.keys() - after.keys():
            yield Change("media-type-removed", place, old=kind, directions=here)
        for kind in after.keys() - before.keys():
            yield Change("media-type-added", place, new=kind, directions=here)
        for kind in before.keys() & after.keys():
            yield from (Change(rule, place, a, b) for rule, a, b in notes(before[kind], after[kind], {"schema"}))
            yield from self._inline(place, direction, before[kind].get("schema", {}), after[kind].get("schema", {}))

    def _inline(self, place: str, direction: Direction, old: Node, new: Node) -> Iterator[Change]:
        comparison = SchemaComparison(direction, self.components)
        for rule, at, was, now in comparison.schemas(place, old, new):
            yield Change(rule, at, was, now, frozenset({direction}))

    def _groups(self) -> Iterator[Change]:
        for request_line in self.old.groups.keys() & self.new.groups.keys():
            old, new = self.old.groups[request_line], self.new.groups[request_line]
            was, now = (group.get("operationId") for group in (old, new))
            if was != now:
                yield Change("group-renamed", request_line, was, now)
            derived = _OF_OPERATION | {"x-actions"}
            yield from (Change(rule, request_line, a, b) for rule, a, b in notes(old, new, derived))

    def _components(self) -> Iterator[Change]:
        before = {self.components.get(name, name): name for name in self.old.schemas}
        after = self.new.schemas
        yield from (Change("component-removed", name) for name in before.keys() - after.keys())
        yield from (Change("component-added", name) for name in after.keys() - before.keys())
        for name in before.keys() & after.keys():
            was = before[name]
            if was != name:
                yield Change("component-renamed", name, old=was)
            yield from self._component(name, was)

    def _component(self, name: str, was: str) -> Iterator[Change]:
        """Compares a named schema in each direction; the same difference in both is one change."""
        used = {direction: self._bodies(name, was, direction) for direction in sorted(BOTH)}
        hits: dict[Hit, set[Direction]] = defaultdict(set)
        for direction in sorted(BOTH):
            if used[direction] or not any(used.values()):
                comparison = SchemaComparison(direction, self.components)
                for hit in comparison.schemas(name, self.old.schemas[was], self.new.schemas[name]):
                    hits[hit].add(direction)
        for (rule, place, left, right), where in hits.items():
            directions = frozenset(direction for direction in where if used[direction])
            bodies = tuple(sorted({body for direction in directions for body in used[direction]}))
            yield Change(rule, place, left, right, directions, bodies)

    def _bodies(self, name: str, was: str, direction: Direction) -> set[str]:
        """The bodies that hold a schema before and after: where one of the two does not, that is a change of its own."""
        before = self.old.holders.get(was, {}).get(direction, set())
        after = self.new.holders.get(name, {}).get(direction, set())
        return {_under(body, self.operations) for body in before} & after


def _renamed_operations(old: ComparedDocument, new: ComparedDocument) -> dict[str, str]:
    """New ids of operations by the old ones: method, path and action are the same, and each id is in one document only."""
    gone = {entry.request_line: name for name, entry in old.operations.items() if name not in new.operations}
    fresh = {entry.request_line: name for name, entry in new.operations.items() if name not in old.operations}
    return {gone[request_line]: fresh[request_line] for request_line in gone.keys() & fresh.keys()}


def _renamed_schemas(old: ComparedDocument, new: ComparedDocument) -> dict[str, str]:
    """New names of schemas by the old ones: the schema is the same, and no other is like it."""
    gone = _by_text(old.schemas, new.schemas)
    fresh = _by_text(new.schemas, old.schemas)
    return {
        gone[text][0]: fresh[text][0] for text in gone.keys() & fresh.keys() if len(gone[text]) == len(fresh[text]) == 1
    }


def _by_text(schemas: dict[str, Node], others: dict[str, Node]) -> dict[str, list[str]]:
    found = defaultdict(list)
    for name in sorted(schemas.keys() - others.keys()):
        found[json.dumps(schemas[name], sort_keys=True)].append(name)
    return found


def _under(body: str, renamed: dict[str, str]) -> str:
    """The same body, its operation under the new id."""
    for sign in "/ ":
        name, found, rest = body.partition(sign)
        if found and name in renamed:
            return f"{renamed[name]}{sign}{rest}"
    return body


def _encoding(parameter: Node) -> tuple[Any, ...]:
    return (
        *(parameter.get(key) for key in ("style", "explode", "allowReserved")),
        sorted(parameter.get("content", {})),
    )
