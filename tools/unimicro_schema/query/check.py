"""The verdict on a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from unimicro_schema import registry
from unimicro_schema.entities import entities
from unimicro_schema.findings import Finding, Report, judged
from unimicro_schema.pointers import escape
from unimicro_schema.query.encoding import Decoded
from unimicro_schema.query.filters import check_filter
from unimicro_schema.query.flaws import Elsewhere, Flaw, Judged, broken, shown
from unimicro_schema.query.lists import check_expand, check_orderby, check_select
from unimicro_schema.query.options import ACTION, Given, documented, missing, sort_out
from unimicro_schema.query.parameters import parameter_flaws
from unimicro_schema.query.target import action_flaw, path_flaws
from unimicro_schema.query.url import FILTER, Url, read
from unimicro_schema.registry import Operation
from unimicro_schema.rules import RULES

EXPAND = "expand"

_COMMAND = re.compile(r"[ \t\r\n]*(?:\$ +)?curl(?:\.exe)?[ \t\r\n]")

_LANGUAGE: Mapping[str, Callable[[str, str], Judged]] = {
    EXPAND: check_expand,
    "select": check_select,
    FILTER: check_filter,
    "orderby": check_orderby,
}
"""What judges the options that name fields, each on an entity."""


def check_query(text: str, operation: str = "listCustomers", *, strict: bool = False) -> Report:
    """Whether a query fits an operation, and what is wrong with it if not.

    `text` is a query string such as `expand=Info&top=10`, with or without a question mark in front, a path, or a URL; encoded,
    or as it is before it is encoded. Columns count in it as it is given. Advice does not change the verdict unless `strict`
    treats it as errors. Raises `LookupError` for an operation that the contract does not have, and `TypeError` for what is not
    text.
    """
    if not isinstance(text, str):
        raise TypeError(f"a query is text, such as a query string or a URL, not of type {type(text).__name__}")
    entry = registry.operation(operation)
    if _COMMAND.match(text):
        return judged(operation, [_Defect(broken("wrong-operation", 0, "command"), 1).finding(text)], strict=strict)
    findings = [defect.finding(text) for defect in _defects(entry, read(text, documented()))]
    return judged(operation, sorted(findings, key=lambda finding: finding.column or 0), strict=strict)


@dataclass(frozen=True, slots=True)
class _Defect:
    """A flaw with its column in the whole text, and the name of the option that has it, if one has."""

    flaw: Flaw
    column: int
    option: str = ""

    def finding(self, text: str) -> Finding:
        rule = RULES[self.flaw.rule]
        pointer = f"/{escape(self.option)}" if self.option else ""
        column = max(1, min(self.column, len(text)))
        return Finding(rule.id, rule.severity, pointer, self.flaw.message, self.flaw.suggestion, 1, column)


def _defects(entry: Operation, url: Url) -> Iterator[_Defect]:
    given, misplaced = sort_out(entry, url.options)
    called = list(_called(entry, url, given))
    yield from called
    if any(isinstance(defect.flaw, Elsewhere) for defect in called):
        return
    yield from (_Defect(item.flaw, item.column, item.name) for item in misplaced)
    yield from (_Defect(flaw, flaw.at + 1, name) for name, flaw in url.flaws)
    yield from (_Defect(flaw, 1) for flaw in missing(entry, given, misplaced))
    yield from (_of_value(item, flaw) for item in given for flaw in item.value.flaws)
    judged = [(item, _judged(entry, item)) for item in given if item.text and not _is_garbled(item.value)]
    yield from (_of_value(item, flaw) for item, verdict in judged for flaw in verdict.flaws)
    yield from _unexpanded(judged)


def _called(entry: Operation, url: Url, given: list[Given]) -> Iterator[_Defect]:
    """What is wrong with the path and with the action."""
    actions = [item for item in given if item.name == ACTION and item.text]
    if url.path:
        action = actions[0].text if actions else None
        for flaw in path_flaws(entry, url.path.value, action, whole=url.has_host):
            yield _Defect(flaw, url.path.column(flaw.at))
            if isinstance(flaw, Elsewhere):
                return
    for item in actions:
        if wrong := action_flaw(entry, item.text):
            yield _of_value(item, wrong)


def _of_value(item: Given, flaw: Flaw) -> _Defect:
    return _Defect(flaw, item.value.column(flaw.at), item.name)


def _is_garbled(value: Decoded) -> bool:
    """Whether the encoding is broken outside of quotes, so that names and operators cannot be distinguished."""
    return any(flaw.rule == "bad-syntax" and not value.is_quoted(flaw.at) for flaw in value.flaws)


def _judged(entry: Operation, item: Given) -> Judged:
    """What is wrong with the value of an option: of one that names fields, as a query; of any other, as a value."""
    root, value = _root(entry), item.value.value
    if item.name in _LANGUAGE and root:
        return _LANGUAGE[item.name](root, value)
    return Judged(tuple(parameter_flaws(item.parameter, value))) if item.parameter else Judged()


def _root(entry: Operation) -> str | None:
    """The entity that the operation answers with."""
    bodies = [response.body for status, response in entry.responses.items() if status.startswith("2")]
    return next((body.model for body in bodies if body and body.model in entities()), None)


def _unexpanded(judged: list[tuple[Given, Judged]]) -> Iterator[_Defect]:
    """Advice on each related object that `select` needs and `expand` does not name. A longer path expands what is on its way."""
    expands = [verdict for item, verdict in judged if item.name == EXPAND]
    if any(verdict.flaws for verdict in expands):
        return  # what is misspelt there may be just what is missing
    paths = [path for verdict in expands for path in verdict.expanded]
    seen = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    for item, verdict in judged:
        for use in verdict.uses:
            if use.path not in seen:
                seen.add(use.path)
                path = shown(".".join(use.path))
                hint = f"{EXPAND}=...,{path}" if paths else f"{EXPAND}={path}"
                flaw = broken("expand-missing", use.at, "select", hint, option=item.name, path=path)
                yield _of_value(item, flaw)
