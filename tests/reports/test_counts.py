"""What reports say of many inputs: counts as a whole and by operation, streams, and the calls of recordings."""

import json
from pathlib import Path

import pytest

from unimicro_schema.findings import Finding, Report
from unimicro_schema.reports import PURPOSES, REPORTERS, Options, Others, Rest, Result, Totals
from unimicro_schema.reports.by_operation import CallTotals
from unimicro_schema.reports.places import in_repository

WRONG = Finding("unknown-key", "error", "/CreditDay", "not a field of Customer", line=3, column=3)
ADVICE = Finding("gln-checksum", "advice", "/GLN", "is not a GLN")
BROKEN = Finding("unreadable", "error", "", "is not JSON")

VALID = Result("a.json", Report("createCustomer", ()))
ADVISED = Result("b.json", Report("createCustomer", (ADVICE, ADVICE)))
INVALID = Result("c.ndjson", Report("createCustomer", (WRONG, ADVICE)), row=3)
UNREADABLE = Result("d.json", Report("createCustomer", (BROKEN,)))
STREAM = Rest("c.ndjson", "createCustomer", 2000, 1.5)

CALL = Result("e.har", Report("blockCustomer", (WRONG,)), call="PUT /api/biz/customers?action=block", entry=4)
NO_CALL = Result("e.har", Report(None, (BROKEN,)), call="", entry=5)
STRANGE = Result(
    "e.har",
    Report(None, (Finding("unknown-operation", "error", "", "is no operation"),)),
    call="GET /api/biz/x",
    entry=6,
)
CALLS = Rest("e.har", "getCustomer", 1200, 0.5, "calls")


def totals(*items: Result | Rest | Others, of: type[Totals] = Totals) -> Totals:
    found = of()
    for item in items:
        if isinstance(item, Result):
            found.add(item)
        elif isinstance(item, Rest):
            found.add_rest(item)
        else:
            found.add_others(item)
    return found


EVERYTHING = totals(VALID, ADVISED, INVALID, UNREADABLE, STREAM)
OF_CALLS = totals(CALL, NO_CALL, STRANGE, CALLS, Others(7), of=CallTotals)


def test_the_counts_are_of_all_inputs_those_of_streams_too() -> None:
    assert str(EVERYTHING) == "2,004 checked: 2,002 valid, 1 invalid, 1 unreadable; advice: 3"
    assert str(totals()) == "0 checked"
    assert str(totals(VALID)) == "1 checked: 1 valid"
    assert EVERYTHING.as_json() == {
        "totals": {"checked": 2004, "valid": 2002, "invalid": 1, "unreadable": 1, "advice": 3}
    }
    assert EVERYTHING.table() == ""


def test_calls_are_counted_by_operation_in_the_order_of_the_contract() -> None:
    assert str(OF_CALLS) == "1,203 checked: 1,200 valid, 2 invalid, 1 unreadable; calls of other APIs: 7"
    assert OF_CALLS.table() == (
        "  operation      calls  valid  invalid\n"
        "  blockCustomer      1      0        1\n"
        "  getCustomer    1,200  1,200        0\n"
        "  no operation       1      0        1\n"
    )
    assert OF_CALLS.as_json()["calls"] == {
        "others": 7,
        "operations": [
            {"operation": "blockCustomer", "checked": 1, "valid": 0, "invalid": 1},
            {"operation": "getCustomer", "checked": 1200, "valid": 1200, "invalid": 0},
            {"operation": None, "checked": 1, "valid": 0, "invalid": 1},
        ],
    }
    assert totals(of=CallTotals).table() == ""


def test_json_names_the_call_and_its_entry_where_the_input_is_a_call() -> None:
    reporter = REPORTERS["json"](Options())
    text = reporter.start() + "".join(map(reporter.result, (VALID, CALL, NO_CALL))) + reporter.end(OF_CALLS)
    document = json.loads(text)
    assert [{key: row[key] for key in row if key not in {"findings", "valid"}} for row in document["results"]] == [
        {"file": "a.json", "operation": "createCustomer"},
        {"file": "e.har", "call": "PUT /api/biz/customers?action=block", "entry": 4, "operation": "blockCustomer"},
        {"file": "e.har", "call": None, "entry": 5, "operation": None},
    ]
    assert [row["valid"] for row in document["results"]] == [True, False, False]
    assert {key: document[key] for key in document if key != "results"} == {"version": 1, **OF_CALLS.as_json()}


def test_junit_names_the_line_of_a_stream_and_the_entry_of_a_call_and_has_a_case_for_the_rest() -> None:
    reporter = REPORTERS["junit"](Options())
    assert reporter.rest(STREAM) == (
        '  <testsuite name="c.ndjson" tests="1" failures="0" errors="0" time="1.500">\n'
        '    <testcase classname="createCustomer" name="c.ndjson" time="1.500">'
        "<system-out>2000 payloads without findings</system-out></testcase>\n"
        "  </testsuite>\n"
    )
    assert "<system-out>1200 calls without findings</system-out>" in reporter.rest(CALLS)
    assert 'name="c.ndjson:3" tests="1" failures="1" errors="0"' in reporter.result(INVALID)
    assert 'name="e.har:4" tests="1" failures="1" errors="0"' in reporter.result(CALL)
    assert 'name="e.har:5" tests="1" failures="0" errors="1"' in reporter.result(NO_CALL)
    assert 'classname="no operation"' in reporter.result(STRANGE)
    assert "(and 1 more)" in reporter.result(INVALID)


def test_github_ends_with_the_table_and_the_counts() -> None:
    reporter = REPORTERS["github"](Options())
    assert reporter.start() == ""
    assert reporter.end(OF_CALLS) == f"{OF_CALLS.table()}{OF_CALLS}\n"


@pytest.mark.parametrize("name", ["text", "github", "junit", "gitlab"])
def test_a_finding_of_a_call_ends_with_the_call_and_its_entry_in_the_recording(name: str) -> None:
    text = REPORTERS[name](Options()).result(CALL)
    assert " [PUT /api/biz/customers?action=block, /log/entries/4]" in text
    assert "/log/entries" not in REPORTERS[name](Options()).result(INVALID)


def test_the_manual_says_what_each_format_is_for() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/lists/formats.md").read_text(encoding="utf-8")
    for name, meaning in PURPOSES.items():
        assert f"`{name}`" in page
        assert meaning in page


def test_a_name_that_is_not_utf_8_changes_nothing_of_the_layout_of_json() -> None:
    reporter = REPORTERS["json"](Options())
    strange = reporter.result(VALID._replace(name="\udcff.json"))
    assert strange == REPORTERS["json"](Options()).result(VALID).replace("a.json", "\\\\udcff.json")


def test_what_is_not_a_file_has_no_path_in_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "orders").mkdir()
    monkeypatch.chdir(tmp_path / "orders")
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    assert in_repository("a.json") == "orders/a.json"
    assert in_repository("<stdin>") == "<stdin>"
    assert in_repository("<a.json") == "orders/<a.json"
