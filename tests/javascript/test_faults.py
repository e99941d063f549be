"""The comparisons with Python notice a fault in the modules: each of these is planted in a copy of the package, and seen."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from helpers import corpus
from helpers.error_bodies import BODIES
from helpers.node import Call, Node, as_json, written
from helpers.queries import CASES, unmarked
from unimicro_schema import check_query, explain_error, minimal_update, validate
from unimicro_schema.commands.explain import explanation_as_json

PAYLOADS: list[Call] = [
    ("validate", text, operation, body) for operation, body, text in map(corpus.case, corpus.files())
]
PAYLOADS.append(("validate", '{"ID" 1}', "createCustomer", "request"))
QUERIES: list[Call] = [("checkQuery", unmarked(case["text"])[0], case["as"]) for kind in CASES for case in CASES[kind]]
ERRORS: list[Call] = [("explainError", *case) for case in BODIES.values()]
PHONE = {"ID": 3}
INFO = {"ID": 12, "Phones": [PHONE], "DefaultPhone": PHONE, "DefaultPhoneID": 3}
READINGS: list[Any] = [
    {"ID": 7, "Info": INFO | {"DefaultPhoneID": None, "DefaultPhone": None, "Phones": []}},
    {"ID": 7, "Info": INFO | {"Name": "x"}},
    {"ID": 7, "Info": {"ID": 12, "DefaultPhone": None}},
]
UPDATES: list[Call] = [("minimalUpdate", {"ID": 7, "Info": INFO}, reading) for reading in READINGS]


class Fault(NamedTuple):
    """A module, what is in it, what the fault puts there, and the calls that must notice it."""

    module: str
    old: str
    new: str
    calls: list[Call]


FAULTS = [
    Fault("reader.js", 'throw new Refusal("colon", this.at)', 'throw new Refusal("colon", this.at + 1)', PAYLOADS),
    Fault("walk.js", "lengthOf(value), limit", "lengthOf(value) + 1, limit", PAYLOADS),
    Fault("advice.js", "if (!watch.entity) continue;", "if (watch.entity) continue;", PAYLOADS),
    Fault("suggestions.js", "cutoff = 0.7", "cutoff = 0.9", PAYLOADS),
    Fault("text.js", "column += lengthOf(", "column += 1 + lengthOf(", PAYLOADS),
    Fault("query/encoding.js", "place += 3 *", "place += 2 *", QUERIES),
    Fault("query/lexer.js", "(?<SYMBOL>[=<>!]+)", "(?<SYMBOL>[=<>]+)", QUERIES),
    Fault("query/parser.js", 'ENDING.has(this.state) && this.goes("start")', 'this.goes("start")', QUERIES),
    Fault("query/guesses.js", "VERY_SIMILAR = 0.85", "VERY_SIMILAR = 0.5", QUERIES),
    Fault("query/comparisons.js", "limit = 2 ** (BITS - 1)", "limit = 2 ** BITS", QUERIES),
    Fault("query/target.js", "wanted.slice(-given.length)", "wanted.slice(given.length)", QUERIES),
    Fault("shapes.js", "count > most", "count >= most", ERRORS),
    Fault("wildcards.js", "of children(value).reverse())", "of children(value))", ERRORS),
    Fault("explain.js", "known.retry, {", '"never", {', ERRORS),
    Fault("updates/differences.js", "gone.push(row.id)", "joined.push(row.id)", UPDATES),
    Fault("updates/slots.js", "this.key || this.name", "this.name", UPDATES),
]  # fmt: skip


def wanted(call: Call) -> str:
    """What Python gives for a call."""
    name, *given = call
    if name == "validate":
        text, operation, body = given
        return as_json(validate(text, operation, None if body == "request" else body))
    if name == "checkQuery":
        return as_json(check_query(*given))
    if name == "explainError":
        return written(explanation_as_json(explain_error(*given)))
    return written(minimal_update(*given))


def asked(call: Call) -> Call:
    """A call as the package takes it."""
    if call[0] != "validate":
        return call
    *given, body = call
    return (*given, {"status": None if body == "request" else body})


def unlike(package: Path, calls: list[Call]) -> int:
    """How many calls the package does not answer as Python does."""
    with Node(package) as node:
        answers = node.answers([asked(call) for call in calls])
    return sum(answer != wanted(call) for call, answer in zip(calls, answers, strict=True))


def test_without_a_fault_nothing_differs(package: Path) -> None:
    assert unlike(package, [*PAYLOADS, *QUERIES, *ERRORS, *UPDATES]) == 0


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.module} {fault.new}" for fault in FAULTS])
def test_a_fault_in_a_module_is_noticed(package: Path, tmp_path: Path, fault: Fault) -> None:
    copy = tmp_path / "package"
    shutil.copytree(package, copy)
    text = (copy / fault.module).read_text(encoding="utf-8")
    assert text.count(fault.old) == 1, f"{fault.module} has changed: plant another fault"
    (copy / fault.module).write_text(text.replace(fault.old, fault.new), encoding="utf-8")
    assert unlike(copy, fault.calls) > 0
