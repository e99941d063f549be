"""Which operation a URL calls: by its path, and by its action."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unimicro_schema.query.flaws import Elsewhere, Flaw
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
        wanted = f"{entry.id} is {entry.method} {entry.path}"
        if others:
            what = f"this is the URL of {' or '.join(other.id for other in others)}"
            yield Elsewhere("wrong-operation", 0, f"{what}; {wanted}", others[0].id if len(others) == 1 else None)
        else:
            yield Flaw("wrong-operation", 0, f"no operation has this URL; {wanted}", entry.path)
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
        return Elsewhere("wrong-operation", 0, f"{action} is the action of {others[0]}, not of {entry.id}", others[0])
    if entry.action:
        return Flaw(
            "wrong-operation", 0, f"the action of {entry.id} is {entry.action}, written exactly so", entry.action
        )
    hint = nearest(action, tuple(other.action for other in operations() if other.action))
    return Flaw("wrong-operation", 0, f"no operation has this action, and {entry.id} takes none", hint)


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
    if any(not name.startswith("{") and name.casefold() != segment.casefold() for name, (_, segment) in pairs):
        return None
    return {name.strip("{}"): place for name, place in pairs if name.startswith("{")}
