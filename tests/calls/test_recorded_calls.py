"""Recorded calls get the verdict of `check_call`, however they are recorded, each at its place in the file."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helpers.recordings import as_browser, as_line, as_proxy, har
from helpers.shell import called

_JUDGED: list[dict[str, Any]] = json.loads(Path(__file__).with_name("calls.json").read_bytes())
CASES = [
    case for case in _JUDGED if case["title"] not in {"no path of the API", "a path that lost its beginning", "no URL"}
]  # in a recording, those of others
CALLS = [case["call"] for case in CASES]
HEADERS = next(call["headers"] for call in CALLS)
LIST = {
    "method": "GET",
    "url": "https://test.unimicro.no/api/biz/customers?top=1",
    "headers": HEADERS,
    "status": 200,
    "answer": [],
}
WRONG = {**LIST, "url": "https://test.unimicro.no/api/biz/customers?tpo=1"}
HAR_HEADERS = [{"name": name, "value": value} for name, value in HEADERS.items()]
OTHER = {"method": "GET", "url": "https://example.com/image.png", "status": 200}

FORMS: dict[str, tuple[str, Callable[[list[dict[str, Any]]], str]]] = {
    "lines": ("calls.ndjson", lambda calls: "".join(map(as_line, calls))),
    "browser": ("browser.har", lambda calls: har(map(as_browser, calls))),
    "browser, minified": ("minified.har", lambda calls: har(map(as_browser, calls), indent=None)),
    "proxy": ("proxy.har", lambda calls: har(map(as_proxy, calls))),
}

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture(scope="module")
def report_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(files("unimicro_schema").joinpath("report.schema.json").read_bytes()))


def as_json(run: Run, *arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit code of the command, and its report."""
    code, out, _ = run("calls", "--format", "json", *arguments)
    return code, json.loads(out)


def expected(finding: dict[str, Any]) -> str:
    """A finding as `calls.json` has it."""
    place = f" {finding['pointer']}" if finding["pointer"] else ""
    hint = f"; did you mean {finding['suggestion']}?" if finding["suggestion"] else ""
    return f"{finding['part']} {finding['rule']}{place}: {finding['message']}{hint}"


@pytest.mark.parametrize("form", FORMS)
def test_each_judged_call_has_the_findings_of_check_call_at_its_place(
    run: Run, report_schema: Draft202012Validator, form: str
) -> None:
    name, write = FORMS[form]
    text = write(CALLS)
    Path(name).write_text(text, encoding="utf-8")
    code, report = as_json(run, name)
    report_schema.validate(report)
    assert code == 1
    found = {
        row["entry"] if row["entry"] is not None else row["findings"][0]["line"] - 1: row for row in report["results"]
    }
    for index, case in enumerate(CASES):
        row = found.pop(index, {"operation": case["operation"], "valid": True, "findings": []})
        if case["title"] == "no headers at all" and form != "lines":
            assert row["findings"] == []  # a HAR file without headers is one that nobody wrote them into
            continue
        assert [expected(finding) for finding in row["findings"]] == case["findings"], case["title"]
        assert (row["operation"], row["valid"]) == (case["operation"], case["valid"])
        for finding in row["findings"]:
            line = text.split("\n")[finding["line"] - 1]
            assert line[finding["column"] - 1] == "{"
    assert not found
    assert report["totals"]["checked"] == len(CASES)
    assert report["totals"]["invalid"] == sum(not case["valid"] for case in CASES) - (form != "lines")


def test_the_summary_counts_by_operation_and_calls_of_others_are_left_alone(run: Run) -> None:
    Path("a.har").write_text(har(map(as_browser, [OTHER, LIST, WRONG, OTHER, LIST])), encoding="utf-8")
    code, out, _ = run("calls", "a.har")
    assert code == 1
    assert out.splitlines()[-3:] == [
        "  operation      calls  valid  invalid",
        "  listCustomers      3      2        1",
        "3 checked: 2 valid, 1 invalid; calls of other APIs: 2",
    ]
    _, report = as_json(run, "a.har")
    rows = [{"operation": "listCustomers", "checked": 3, "valid": 2, "invalid": 1}]
    assert report["calls"] == {"others": 2, "operations": rows}


NOT_OURS = {
    "a preflight": {"method": "OPTIONS", "url": LIST["url"]},
    "a socket": {"method": "GET", "url": "wss://test.unimicro.no/api/biz/customers"},
    "data in the page": {"method": "GET", "url": "data:text/plain,/api/biz/customers"},
    "not a URL": {"method": "GET", "url": "http://[/api/biz/customers"},
    "another entity": {"method": "GET", "url": "https://test.unimicro.no/api/biz/invoices"},
    "the like of it on a host that has nothing of ours": {"method": "GET", "url": "https://example.com/api/customer/7"},
}


@pytest.mark.parametrize("case", NOT_OURS)
def test_it_is_a_call_of_others(run: Run, case: str) -> None:
    Path("a.har").write_text(har([as_browser(NOT_OURS[case])]), encoding="utf-8")
    code, report = as_json(run, "a.har")
    assert (code, report["results"], report["calls"]["others"]) == (0, [], 1)


OURS = {
    "another host": "https://example.com/api/biz/customers/7?tpo=1",
    "a report that nobody knows": "https://example.com/api/report/nothing",
    "an api in the path of the proxy": "https://example.com/api/v2/api/biz/customers/7?tpo=1",
    "nearly the name, on the host of the platform": "https://test.unimicro.no/api/biz/customer/7",
}


@pytest.mark.parametrize("case", OURS)
def test_it_is_a_call_of_ours(run: Run, case: str) -> None:
    Path("a.ndjson").write_text(as_line({"method": "GET", "url": OURS[case]}), encoding="utf-8")
    code, report = as_json(run, "a.ndjson")
    assert (code, report["totals"]["invalid"], report["calls"]["others"]) == (1, 1, 0)


def test_a_slip_counts_once_its_host_has_a_call_of_ours_before_it_or_after_it(run: Run) -> None:
    slip = {"method": "GET", "url": "https://gateway.example.no/api/biz/customer/7"}
    right = {"method": "GET", "url": "https://gateway.example.no/api/biz/customers/7"}
    for calls, lines in (([slip, right], [1]), ([right, slip], [2]), ([slip], [])):
        Path("a.ndjson").write_text("".join(map(as_line, calls)), encoding="utf-8")
        _, report = as_json(run, "a.ndjson")
        assert [finding["line"] for row in report["results"] for finding in row["findings"]] == lines


def test_calls_without_a_name_that_tells_are_read_as_what_they_begin_like(run: Run) -> None:
    lines = f"{as_line(WRONG)}\n{as_line(WRONG)}".encode()
    Path("calls.json").write_bytes(lines)
    assert called("calls", "-", stdin=lines).out == called("calls", "--ndjson", "-", stdin=lines).out
    assert called("calls", stdin=har([as_browser(WRONG)]).encode()).code == 1
    assert run("calls", "calls.json")[1].splitlines()[-1] == "2 checked: 2 invalid; calls of other APIs: 0"


FAULTS = {
    "not JSON": ("nope", "is not JSON"),
    "a list": ("[]", "is not an object with method and url"),
    "no method": ('{"url": "/api/biz/customers"}', "has no method"),
    "no URL": ('{"method": "GET"}', "has no url"),
    "a status in words": ('{"method": "GET", "url": "/api/biz/customers", "status": "OK"}', "has a status that is not a whole number"),
    "headers without names": ('{"method": "GET", "url": "/api/biz/customers", "headers": ["Zq7"]}', "has headers that are not names with values"),
    "a key misspelt": ('{"method": "GET", "url": "/api/biz/customers", "anwser": 1}', "did you mean answer?"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_line_that_is_not_a_call_is_unreadable_and_the_others_are_judged(run: Run, case: str) -> None:
    line, said = FAULTS[case]
    Path("a.ndjson").write_text(f"{as_line(WRONG)}\n{line}\n{as_line(WRONG)}", encoding="utf-8")
    code, out, _ = run("calls", "a.ndjson")
    found = out.splitlines()
    assert code == 2
    assert found[1].startswith("a.ndjson:3:1: error unreadable: ")
    assert said in found[1]
    assert [text[:14] for text in found[::2][:2]] == ["a.ndjson:1:1: ", "a.ndjson:4:1: "]
    assert found[-1].startswith("3 checked: 2 invalid, 1 unreadable")


ENTRIES: dict[str, tuple[Any, str]] = {
    "null": (None, "is not an entry with a request"),
    "a text with a bracket": ("}]", "is not an entry with a request"),
    "a number": (12, "is not an entry with a request"),
    "no request": ({"response": {}}, "is not an entry with a request"),
    "no URL": ({"request": {"method": "GET"}}, "has no url"),
    "base64 that is none": (
        {"request": {"method": "PUT", "url": LIST["url"], "postData": {"text": "%", "encoding": "base64"}}},
        "has a body that is marked as base64 and is not",
    ),
}


@pytest.mark.parametrize("case", ENTRIES)
def test_an_entry_that_is_not_a_call_is_unreadable_and_the_others_are_judged(run: Run, case: str) -> None:
    entry, said = ENTRIES[case]
    Path("a.har").write_text(har([as_browser(WRONG), entry, as_browser(WRONG)]), encoding="utf-8")
    code, report = as_json(run, "a.har")
    assert code == 2
    assert [(row["entry"], row["findings"][0]["rule"]) for row in report["results"]] == [
        (0, "unknown-option"),
        (1, "unreadable"),
        (2, "unknown-option"),
    ]
    assert report["results"][1]["findings"][0]["message"] == said


def test_what_is_wrong_with_the_recording_of_a_call_to_others_does_not_matter(run: Run) -> None:
    entry = as_browser(OTHER)
    entry["request"]["headers"] = [{"name": "x"}]
    Path("a.har").write_text(har([entry]), encoding="utf-8")
    assert run("calls", "a.har")[0] == 0


FILES = {
    "empty": (b"", "is not JSON: the text is empty"),
    "a customer": (b'{"Info": {"Name": "Zq7"}}', "has no list /log/entries"),
    "no entries": (b'{"log": {"version": "1.2"}}', "has no list /log/entries"),
    "entries that are none": (b'{"log": {"entries": {}}}', "has no list /log/entries"),
    "lines": (as_line(LIST).encode(), "has no list /log/entries"),
    "not JSON": (b"Zq7", "is not JSON with a list /log/entries"),
    "UTF-16": (har([]).encode("utf-16"), "is UTF-16, not UTF-8; save it as UTF-8"),
    "cut in front of the entries": (b'{"log": {"version": "1', "is not JSON with a list /log/entries"),
    "cut in the entries": (har([{}]).partition("request")[0].encode()[:-40], "is cut short"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_not_a_recording_is_unreadable_and_the_others_are_judged(run: Run, case: str) -> None:
    content, said = FILES[case]
    Path("a.har").write_bytes(content)
    Path("b.har").write_text(har([as_browser(LIST)]), encoding="utf-8")
    code, out, _ = run("calls", "a.har", "missing.har", "b.har")
    assert code == 2
    assert said in out.splitlines()[0]
    assert "missing.har: error unreadable: cannot be read: " in out
    assert "Zq7" not in out
    assert out.splitlines()[-1].startswith("3 checked: 1 valid, 2 unreadable")


def test_a_file_that_is_cut_short_is_judged_as_far_as_it_goes(run: Run) -> None:
    text = har([as_browser(WRONG), as_browser(WRONG)])
    Path("a.har").write_text(text[: text.rindex('"response"')], encoding="utf-8")
    code, report = as_json(run, "a.har")
    assert code == 2
    assert [(row["entry"], row["findings"][0]["rule"]) for row in report["results"]] == [
        (0, "unknown-option"),
        (1, "unreadable"),
    ]


@pytest.mark.parametrize("name", ["a.har", "a.har.gz", "a.ndjson", "a.jsonl.gz", "folder", "stdin", "stdin, lines"])
def test_recordings_are_read_from_wherever_they_are(name: str) -> None:
    content = (as_line(WRONG) if "lines" in name or "json" in name else har([as_browser(WRONG)])).encode()
    content = b"\xef\xbb\xbf" + content
    arguments, stdin = [name], b""
    if name == "folder":
        Path("folder/sub").mkdir(parents=True)
        Path("folder/sub/A.HAR").write_bytes(content)
        Path("folder/b.ndjson").write_text(as_line(LIST), encoding="utf-8")
        Path("folder/package.json").write_bytes(b"{}")
    elif name.startswith("stdin"):
        arguments, stdin = ["-", "--ndjson"] if "lines" in name else [], content
    else:
        Path(name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    ended = called("calls", *arguments, stdin=stdin)
    assert (ended.code, ended.out.count("unknown-option")) == (1, 1)


def test_a_recording_without_any_token_is_not_blamed_for_that_and_the_company_is_still_missed(run: Run) -> None:
    sanitized = {**LIST, "headers": {"Accept": "*/*"}}
    Path("a.har").write_text(har([as_browser(sanitized)]), encoding="utf-8")
    code, out, err = run("calls", "a.har")
    assert code == 1
    assert "missing-header (headers) /CompanyKey" in out
    assert "/Authorization" not in out
    assert "a.har has no token in any call" in err
    Path("a.har").write_text(har([as_browser(sanitized), as_browser(LIST)]), encoding="utf-8")
    _, out, err = run("calls", "a.har")
    assert "missing-header (headers) /Authorization" in out
    assert err == ""


SHY = "Zq7secret"


@pytest.mark.parametrize("layout", ["text", "json", "github", "sarif", "junit", "gitlab"])
@pytest.mark.parametrize("form", FORMS)
def test_neither_tokens_nor_keys_nor_values_are_printed(run: Run, form: str, layout: str) -> None:
    name, write = FORMS[form]
    secrets = {"Authorization": f"Token {SHY}", "CompanyKey": SHY, "Content-Type": SHY}
    calls = [
        {
            **LIST,
            "url": f"https://test.unimicro.no/api/biz/customers/{SHY}?access_token={SHY}",
            "headers": secrets,
        },
        {**LIST, "url": f"https://test.unimicro.no/api/biz/customers/{SHY}/{SHY}"},
        {**LIST, "method": SHY},
        {**LIST, "method": "POST", "body": {"OrgNumber": [SHY], "Info": SHY}, "status": 400, "answer": SHY},
    ]
    Path(name).write_text(write(calls), encoding="utf-8")
    code, out, err = run("calls", "--format", layout, name)
    assert code == 1
    assert SHY not in out + err


def test_values_that_are_asked_for_are_shown_and_secrets_never(run: Run) -> None:
    secrets = {"Authorization": f"Token {SHY}", "CompanyKey": SHY}
    url = f"https://test.unimicro.no/api/biz/customers/Ola/x?access_token={SHY}"
    body = {"OrgNumber": ["Kari"]}
    calls = [{**LIST, "url": url, "headers": secrets}, {**LIST, "method": "POST", "headers": secrets, "body": body}]
    Path("a.ndjson").write_text("".join(map(as_line, calls)), encoding="utf-8")
    _, out, _ = run("calls", "--show-values", "a.ndjson")
    assert SHY not in out
    assert "Ola" in out
    assert "Kari" in out


LENIENT: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "no answer": ({}, {"status": 0, "content": {"size": 0, "text": ""}}, []),
    "no answer, as test runners say it": ({}, {"status": -1, "content": {"text": ""}}, []),
    "no answer at all": ({}, {}, []),
    "an answer of which only the size is known": ({}, {"status": 200, "content": {"size": 812}}, []),
    "an answer of which nothing is known": ({}, {"status": 200}, []),
    "an empty answer where one belongs": ({}, {"status": 200, "content": {"size": 0}}, ["answer unreadable"]),
    "an empty answer without a size": ({}, {"status": 200, "content": {"text": ""}}, ["answer unreadable"]),
    "a redirect": ({}, {"status": 301, "content": {"size": 0}, "redirectURL": "/"}, ["answer passing-status"]),
    "a page from a cache": ({}, {"status": 304, "content": {"size": 0}}, ["answer passing-status"]),
    "a status that is written with a point": ({}, {"status": 200.0, "content": {"text": "[]"}}, []),
    "base64 in lines": ({}, {"status": 200, "content": {"text": "W1\n0=", "encoding": "Base64"}}, []),
    "no headers": ({"headers": []}, {"status": 200}, []),
    "an empty body": ({"postData": {"mimeType": "application/json", "text": ""}}, {}, []),
    "a body that is not there": ({"bodySize": 12}, {}, []),
    "a body of a length": ({"headers": [*HAR_HEADERS, {"name": "content-length", "value": "12"}]}, {}, []),
    "a form": ({"method": "POST", "postData": {"params": [{"name": "a", "value": "b"}]}}, {}, ["body unreadable", "headers missing-header"]),
}  # fmt: skip
"""What is in an entry beside a right list, what is answered, and what is found."""


@pytest.mark.parametrize("case", LENIENT)
def test_what_an_entry_does_not_have_is_not_judged(run: Run, case: str) -> None:
    request, response, expected = LENIENT[case]
    entry = {"request": {"method": "GET", "url": LIST["url"], "headers": HAR_HEADERS, **request}, "response": response}
    if "method" in request:
        entry["request"]["url"] = "https://test.unimicro.no/api/biz/customers"
    Path("a.har").write_text(har([entry]), encoding="utf-8")
    _, report = as_json(run, "a.har")
    found = [f"{finding['part']} {finding['rule']}" for row in report["results"] for finding in row["findings"]]
    assert sorted(found) == expected


def test_memory_does_not_grow_with_a_recording(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from unimicro_schema.files import elements

    monkeypatch.setattr(elements, "_BLOCK", 1 << 10)
    kept: list[int] = []
    more = elements._Text._more

    def counted(text: Any) -> bool:
        found = more(text)
        kept.append(len(text._data))
        return found

    monkeypatch.setattr(elements._Text, "_more", counted)
    for number in (100, 400):
        Path("a.har").write_text(har([as_browser(LIST)] * number), encoding="utf-8")
        assert run("calls", "a.har")[0] == 0
        assert max(kept) < 1 << 13
