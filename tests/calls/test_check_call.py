"""Whole calls: each call of `calls.json` is the operation that it says, with its findings, word for word."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unimicro_schema import check_call, example, operations
from unimicro_schema.calls.recognition import usage
from unimicro_schema.findings import Finding
from unimicro_schema.reports import sentence

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("calls.json").read_bytes())
RIGHT = next(case["call"]["headers"] for case in CASES if case["title"] == "a list")


def checked(call: dict[str, Any], **more: Any) -> Any:
    named = {name: call[name] for name in ("status", "answer") if name in call}
    return check_call(call["method"], call["url"], call.get("headers"), call.get("body"), **named, **more)


def printed(finding: Finding) -> str:
    place = f" {finding.pointer}" if finding.pointer else ""
    return f"{finding.part} {finding.rule}{place}: {sentence(finding)}"


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_call_is_the_operation_that_it_says_with_its_findings(case: dict[str, Any]) -> None:
    report = checked(case["call"])
    assert [printed(finding) for finding in report.findings] == case["findings"]
    assert (report.operation, report.valid) == (case["operation"], case["valid"])


def test_there_are_enough_calls_right_and_wrong() -> None:
    wrong = [case for case in CASES if not case["valid"]]
    assert len(CASES) >= 60
    assert len(wrong) >= 30


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.id)
def test_a_call_that_is_made_of_the_examples_is_right(operation: Any) -> None:
    values = {parameter.name: parameter.example for parameter in operation.parameters if parameter.required}
    path, query = operation.target(**values)
    sent = {"Content-Type": "application/json"} if operation.request else {}
    body = json.dumps(example(operation.id)) if operation.request else None
    report = check_call(operation.method, f"https://test.unimicro.no{path}?{urlencode(query)}", RIGHT | sent, body)
    assert (report.operation, report.valid, report.findings) == (operation.id, True, ())


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_strict_verdict_counts_advice(case: dict[str, Any]) -> None:
    assert checked(case["call"], strict=True).valid == (not case["findings"])


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.id)
def test_what_a_suggestion_says_is_a_call_of_the_operation(operation: Any) -> None:
    method, _, url = usage(operation).partition(" ")
    values = {parameter.name: parameter.example for parameter in operation.parameters}
    assert check_call(method, url.format_map(values), RIGHT).operation == operation.id


def test_columns_count_in_the_url_as_it_was_given() -> None:
    url = "https://gateway.example.no/unimicro/api/biz/customers/abc?expnd=Info"
    places = {(finding.part, finding.line, finding.column) for finding in check_call("GET", url).findings}
    assert places == {("url", 1, url.index("abc") + 1), ("query", 1, url.index("expnd") + 1)}


SECRETS = ("Bearer Zq7secret", "Zq7secret", "Zq7secret ", "Basic Zq7secret")


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", ["Authorization", "CompanyKey"])
def test_neither_tokens_nor_keys_nor_values_are_in_a_message(name: str, secret: str) -> None:
    report = check_call(
        "PUT",
        "https://test.unimicro.no/api/biz/customers/7?filter=Zq7secret%20eq%20%27Zq7secret%27",
        {**RIGHT, name: secret, "Content-Type": "Zq7secret/x"},
        {"OrgNumber": ["Zq7secret"], "StatusCode": "Zq7secret"},
        status=400,
        answer=b"Zq7secret",
    )
    assert not any("Zq7secret" in printed(finding) for finding in report.findings if finding.part != "query")
    assert not any("'Zq7secret'" in printed(finding) for finding in report.findings)


PIECES = st.sampled_from(
    [
        "/api",
        "/biz",
        "/customers",
        "/report",
        "/type",
        "/7",
        "?",
        "&",
        "=",
        "action",
        "block",
        "id",
        "%",
        "%2",
        "#",
        "[",
        ":",
    ]
)


@pytest.mark.slow
@settings(deadline=None, max_examples=400)
@given(
    method=st.sampled_from(["GET", "put", "POST", "DELETE", "OPTIONS", "", "Æ"]),
    url=st.lists(PIECES | st.text(max_size=4), max_size=10).map("".join),
    headers=st.none() | st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3),
    body=st.none() | st.binary(max_size=8) | st.text(max_size=8),
    status=st.none() | st.integers(0, 999),
)
def test_whatever_a_call_is_there_is_a_report(
    method: str, url: str, headers: dict[str, str] | None, body: Any, status: int | None
) -> None:
    report = check_call(method, url, headers, body, status=status)
    assert all(finding.part for finding in report.findings)
    assert report.operation is None or report.operation in {operation.id for operation in operations()}
