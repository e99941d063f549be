"""Prints a comparison: for people, for a changelog, and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby

from unimicro_schema.changes.change import Change, Diff
from unimicro_schema.distribution import link
from unimicro_schema.reports import printable

_SHOWN = 3  # of the bodies that hold a change; the format `json` has all


def text(diff: Diff) -> str:
    """A line for each change, breaks first, a line for each kind of information, and the verdict."""
    lines = [_line(change) for change in diff.changes if not change.is_information]
    for rule, places in information(diff).items():
        lines.append(f"{_some(places)}: info {rule}")
    return "".join(f"{printable(line)}\n" for line in [*lines, _verdict(diff)])


def information(diff: Diff) -> dict[str, list[str]]:
    """The places of the changes that are only information, by rule."""
    found: dict[str, dict[str, None]] = {}
    for change in diff.changes:
        if change.is_information:
            found.setdefault(change.rule, {})[change.place] = None
    return {rule: list(found[rule]) for rule in sorted(found)}


def _line(change: Change) -> str:
    who = f"breaking ({', '.join(change.breaks)})" if change.breaks else "safe"
    held = f"; in {_some(change.bodies)}" if change.bodies else ""
    return f"{change.place}: {who} {change.rule}: {change.message()}{held}"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"


def _verdict(diff: Diff) -> str:
    if not diff.changes:
        return "no changes"
    counts = ", ".join(f"{count} {word}" for word, count in totals(diff).items())
    versions = f"version {diff.old_version} to {diff.new_version}"
    if diff.passes:
        return f"{counts}; {versions}"
    return f"{counts}; {versions} does not declare the breaks: raise `version` in openapi/openapi.yaml"


def totals(diff: Diff) -> dict[str, int]:
    """How many changes there are of each class."""
    information = sum(change.is_information for change in diff.changes)
    breaking = len(diff.breaks)
    return {
        "breaking": breaking,
        "safe": len(diff.changes) - breaking - information,
        "information": information,
    }


def markdown(diff: Diff) -> str:
    """The contract part of a changelog: breaks by audience, safe changes, and the number of those that are only words."""
    blocks: list[str] = []
    for audiences, group in groupby(
        sorted(diff.breaks, key=lambda change: change.breaks), lambda change: change.breaks
    ):
        blocks += [f"**Breaking** for clients that {_spoken(audiences)}:", "\n".join(map(_bullet, group))]
    safe = [change for change in diff.changes if not change.breaks and not change.is_information]
    if safe:
        blocks += ["**Safe** for all:", "\n".join(map(_bullet, safe))]
    words = len({change.place for change in diff.changes if change.is_information})
    if words:
        blocks.append(f"Descriptions, examples or sources of {words} place{'s' * (words > 1)} are different.")
    return "\n\n".join(blocks or ["No changes."]) + "\n"


_SPOKEN = {"send": "send requests", "read": "read responses", "generate": "use generated code"}


def _spoken(audiences: Sequence[str]) -> str:
    *rest, last = (_SPOKEN[name] for name in audiences)
    return f"{', '.join(rest)} or {last}" if rest else last


def _bullet(change: Change) -> str:
    return f"- `{printable(change.place)}` {printable(change.message('`'))} ({change.rule})."


def as_json(diff: Diff) -> str:
    """One object, whose schema is `changes.schema.json`."""
    document = {
        "version": 1,
        "old": diff.old_version,
        "new": diff.new_version,
        "declared": diff.declared,
        "passes": diff.passes,
        "changes": [_object(change) for change in diff.changes],
        "totals": totals(diff),
    }
    return json.dumps(document, indent=2) + "\n"


def _object(change: Change) -> dict[str, object]:
    return {
        "rule": change.rule,
        "place": change.place,
        "message": change.message(),
        "old": change.old,
        "new": change.new,
        **change.verdicts,
        "directions": sorted(change.directions),
        "bodies": list(change.bodies),
        "docs": link(f"reference/changes/#{change.rule}"),
    }


PRINTERS: dict[str, Callable[[Diff], str]] = {"text": text, "markdown": markdown, "json": as_json}
"""The formats by the name that `--format` takes."""
