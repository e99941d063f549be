"""Which operation a URL calls: by its path, and by its action."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unimicro_schema.query.flaws import Flaw, broken, elsewhere
from unimicro_schema.query.parameters import parameter_flaws
from unimicro_schema.registry import Operation, operations
from unimicro_schema.suggestions import nearest

_PLACEHOLDER = re.compile(r"[{<:$].*")


def path_flaws(entry: Operation, path: str, action: str | None, *, whole: bool) -> Iterator[Flaw]:
    """What is wrong with a path as that of an operation, by the index in it.

    Unless it is `whole`, its beginning may be missing, or be a placeholder for the host.
    """
    places = _matched(entry.path, path, whole=whole)
    if places is None:
        others = [other for other in operations() if _matched(other.path, path, whole=whole) is not None]
        others = [other for other in others if other.action == action] or others
        wanted = {"operation": entry.id, "method": entry.method, "path": entry.path}
        if others:
            called = " or ".join(other.id for other in others)
            yield elsewhere("elsewhere", others[0].id if len(others) == 1 else None, others=called, **wanted)
        else:
            yield broken("wrong-operation", 0, "nowhere", entry.path, **wanted)
        return
    parameters = {parameter.name: parameter for parameter in entry.parameters}
    for name, (at, value) in places.items():
        if not _PLACEHOLDER.fullmatch(value):
            yield from parameter_flaws(parameters[name], value, at)


def action_flaw(entry: Operation, action: str) -> Flaw | None:
    """What is wrong with an action as that of an operation."""
    if action == entry.action:
        return None
    others = [other.id for other in operations() if other.action == action]
    if others:
        return elsewhere("action-of", others[0], action=action, other=others[0], operation=entry.id)
    if entry.action:
        values = {"operation": entry.id, "action": entry.action}
        return broken("wrong-operation", 0, "action-exact", entry.action, **values)
    hint = nearest(action, tuple(other.action for other in operations() if other.action))
    return broken("wrong-operation", 0, "no-action", hint, operation=entry.id)


def _matched(template: str, path: str, *, whole: bool) -> dict[str, tuple[int, str]] | None:
    """The values in a path, with their indexes, by the names that the template has for them; None if it does not fit."""
    wanted = template.strip("/").split("/")
    given = [(match.start(), match.group()) for match in re.finditer(r"[^/]+", path)]
    if "//" in path or (whole and len(given) != len(wanted)):
        return None
    # A placeholder for the host, such as $HOST, may come before the path, and the path's own beginning may be missing.
    if len(given) == len(wanted) + 1 and not whole and not path.startswith("/"):
        given = given[1:]
    wanted = wanted[-len(given) :] if given else wanted
    pairs = list(zip(wanted, given, strict=False))
    if len(given) != len(wanted) or all(name.startswith("{") for name in wanted):
        return None
    if any(not name.startswith("{") and name.lower() != segment.lower() for name, (_, segment) in pairs):
        return None
    return {name.strip("{}"): place for name, place in pairs if name.startswith("{")}
