"""The conformance kit: bodies, queries and calls with the verdict on each, for those who check other validators.

The cases are those that the tests of the toolkit hold it against. The manifest says what is wrong with each, and what a validator
must do beside JSON Schema to see it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from unimicro_schema import check_call, check_query, registry, validate
from unimicro_schema.derived.downloads import archive
from unimicro_schema.derived.published import dumped
from unimicro_schema.findings import Finding, Report

FOLDER = "conformance"
NAME = f"{FOLDER}.zip"
_KIT = Path(__file__).parent / "kit"
_MARK = "▸"  # where a finding must be, in the queries of the tests
_Case = dict[str, Any]


def kit(root: Path) -> bytes:
    """The archive, made from the tests of the checkout at `root`. The same checkout gives the same bytes."""
    return archive(FOLDER, _members(root))


def _members(root: Path) -> dict[str, bytes]:
    bodies = {path.relative_to(root / "tests/corpus").as_posix(): path for path in root.glob("tests/corpus/*/*/*/*")}
    cases = [_body(name, path.read_bytes()) for name, path in sorted(bodies.items())]
    manifest = {
        "version": 1,
        "contract": registry.contract_version(),
        "bodies": cases,
        "queries": list(_queries(json.loads((root / "tests/query/query_cases.json").read_bytes()))),
        "calls": [_call(case) for case in json.loads((root / "tests/calls/calls.json").read_bytes())],
    }
    schemas = {case["schema"]: f"{case['operation']}/{case['status'] or 'request'}" for case in cases if case["schema"]}
    return {
        **{path.name: path.read_bytes() for path in _KIT.iterdir() if path.is_file()},
        "LICENSE": (root / "LICENSE").read_bytes(),
        "manifest.json": dumped(manifest),
        **{f"bodies/{name}": path.read_bytes() for name, path in bodies.items()},
        **{path: registry.published.schema(name) for path, name in schemas.items()},
    }


def _body(name: str, text: bytes) -> _Case:
    _, operation, body, _ = name.split("/")
    status = None if body == "request" else body
    documented = registry.documented(operation, status) is not None
    report = validate(text, operation, status)
    return {
        "file": f"bodies/{name}",
        "operation": operation,
        "status": status,
        "schema": f"schemas/{operation}/{body}.json" if documented else None,
        **_verdict(report),
        "needs": list(_needs(text, operation, status, report)) if documented else [],
    }


def _needs(text: bytes, operation: str, status: str | None, report: Report) -> Iterator[str]:
    """What a validator must do to give the verdict, beside what JSON Schema asks of it."""
    try:
        value = json.loads(text.decode())  # as most programs do, which then know nothing of the text
        if validate(text if isinstance(value, str) else value, operation, status).valid is not report.valid:
            yield "text"
            return
    except ValueError:
        yield "text"
        return
    if not report.valid and _plain_engine(operation, status).is_valid(value):
        yield "formats"


@cache
def _plain_engine(operation: str, status: str | None) -> jsonschema_rs.Draft202012Validator:
    """A validator that does not check formats, as JSON Schema has it where nobody asks for them."""
    return jsonschema_rs.Draft202012Validator(registry.schema(operation, status), validate_formats=False)


def _queries(groups: dict[str, list[_Case]]) -> Iterator[_Case]:
    for case in (case for group in groups.values() for case in group):
        query = case["text"].replace(_MARK, "")
        yield {"operation": case["as"], "query": query, **_verdict(check_query(query, case["as"]))}


def _call(case: _Case) -> _Case:
    call = case["call"]
    answer = {name: call[name] for name in ("status", "answer") if name in call}
    report = check_call(call["method"], call["url"], call.get("headers"), call.get("body"), **answer)
    return {"title": case["title"], "call": call, "operation": report.operation, **_verdict(report)}


def _verdict(report: Report) -> _Case:
    """The verdict, and by severity each finding without its words: others have their own."""
    found = {
        severity: [_place(item) for item in report.findings if item.severity == severity]
        for severity in ("error", "advice")
    }
    return {"valid": report.valid, "defects": found["error"], "advice": found["advice"]}


def _place(finding: Finding) -> _Case:
    part = {"part": finding.part} if finding.part else {}
    return {**part, "rule": finding.rule, "pointer": finding.pointer, "line": finding.line, "column": finding.column}
