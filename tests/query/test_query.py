"""Queries: every query of the guide is right, and every wrong one is told where it is wrong and what was meant.

In `query_cases.json` a mark ▸ is before each place where a finding must be; its rule and suggestion are in the list.
"""

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.queries import CASES, EXPECTED, names, printed, unmarked
from unimicro_schema import check_query, cli
from unimicro_schema.entities import Property, entities
from unimicro_schema.findings import Report
from unimicro_schema.registry import operations
from unimicro_schema.reports import REPORTERS
from unimicro_schema.rules import RULES

ROOT = Path(__file__).parents[2]
VALID = [(case["as"], case["text"]) for case in CASES["valid"]]
WRONG = [(case["as"], case["text"], case["findings"]) for case in CASES["invalid"]]
ADVISED = [(case["as"], case["text"], case["findings"]) for case in CASES["advised"]]

QUERY_RULES = {
    *("unknown-field", "unknown-path", "unknown-option", "missing-option", "duplicate-option", "empty-option"),
    *("bad-syntax", "wrong-operator", "wrong-literal", "bad-number", "wrong-operation", "expand-missing"),
    *("loose-literal", "bare-plus", "not-digits"),
}
KNOWN = tuple({entry.path.partition("{")[0].rstrip("/") for entry in operations()})
LITERALS = {"string": "'x'", "integer": "1", "number": "1.5", "boolean": "true", "date-time": "'2026-01-15'"}
PLAIN = [item for item in entities()["Customer"].properties.values() if item.kind in LITERALS and item.name[0] != "_"]
RELATED = [item for item in entities()["Customer"].properties.values() if item.kind in {"entity", "list"}]


def told(report: Report) -> list[tuple[int | None, str]]:
    """The findings of a report: the column, and the rule with the suggestion."""
    return [(found.column, f"{found.rule} {found.suggestion or ''}".strip()) for found in report.findings]


def assert_sound(text: str, report: Report) -> None:
    """What holds for the report on any text."""
    columns = [found.column or 0 for found in report.findings]
    assert columns == sorted(columns)
    assert all(1 <= column <= max(1, len(text)) for column in columns)
    for found in report.findings:
        assert (found.line, found.severity) == (1, RULES[found.rule].severity)
        assert f"{found.message} {found.suggestion}".isprintable()
        json.dumps([found.pointer, found.message]).encode()
        assert len(found.message) < 500
    assert report.valid == all(found.severity == "advice" for found in report.findings)


# Queries that are right.


@pytest.mark.parametrize(("operation", "text"), VALID)
def test_a_right_query_has_no_findings(operation: str, text: str) -> None:
    assert told(check_query(text, operation)) == []


def test_the_requests_of_the_contract_are_right() -> None:
    contract = yaml.safe_load((ROOT / "openapi/paths/customers.yaml").read_bytes())
    requests = [(action["operationId"], name, request["query"])
                for action in contract["get"]["x-actions"] for name, request in action.get("x-requests", {}).items()]  # fmt: skip
    assert requests
    for operation, name, query in requests:
        raw = "&".join(f"{option}={value}" for option, value in query.items())
        encoded = "&".join(f"{option}={quote(value)}" for option, value in query.items())
        assert told(check_query(raw, operation)) == [], name
        assert told(check_query(f"https://test.unimicro.no/api/biz/customers?{encoded}", operation)) == [], name


@pytest.mark.parametrize("operation", [entry.id for entry in operations()])
def test_the_examples_of_the_parameters_make_a_right_query(operation: str) -> None:
    entry = next(entry for entry in operations() if entry.id == operation)
    path = re.sub(
        r"{(\w+)}", lambda match: str({item.name: item.example for item in entry.parameters}[match[1]]), entry.path
    )
    options = [f"{item.name}={str(item.example).lower() if item.type == 'boolean' else item.example}"
               for item in entry.parameters if item.location == "query"]  # fmt: skip
    action = [f"action={entry.action}"] if entry.action else []
    assert told(check_query(f"{path}?{'&'.join(action + options)}", operation)) == []


@pytest.mark.parametrize("field", PLAIN, ids=lambda field: field.name)
def test_every_plain_field_can_be_selected_sorted_by_and_compared(field: Property) -> None:
    name = field.name
    written = LITERALS.get(field.format or "", LITERALS[field.kind])
    literal = str(next(iter(field.codes.values()))) if field.codes else written
    assert told(check_query(f"select={name}&orderby={name} desc&filter={name} eq {literal} or {name} ne null")) == []


@pytest.mark.parametrize("field", RELATED, ids=lambda field: field.name)
def test_every_related_object_can_be_expanded(field: Property) -> None:
    if not field.name.startswith("_"):
        assert told(check_query(f"expand={field.name}&filter={field.name}.ID gt 5")) == []


# Queries that are wrong.


@pytest.mark.parametrize(("operation", "marked", "findings"), WRONG)
def test_a_wrong_query_has_each_finding_at_its_place(operation: str, marked: str, findings: list[str]) -> None:
    text, columns = unmarked(marked)
    report = check_query(text, operation)
    assert told(report) == list(zip(columns, findings, strict=True))
    assert not report.valid
    assert_sound(text, report)


@pytest.mark.parametrize(("operation", "marked", "findings"), ADVISED)
def test_advice_is_at_its_place_and_leaves_the_query_valid(operation: str, marked: str, findings: list[str]) -> None:
    text, columns = unmarked(marked)
    report = check_query(text, operation)
    assert told(report) == list(zip(columns, findings, strict=True))
    assert report.valid
    assert_sound(text, report)


@pytest.mark.parametrize("case", EXPECTED.lines)
def test_a_query_has_its_lines_printed_and_no_others(case: str) -> None:
    assert printed(case) == EXPECTED.lines[case], "if that is meant, run pytest --write-expected"


def test_every_query_has_its_lines_written_down() -> None:
    assert names() == list(EXPECTED.lines), "run pytest --write-expected"


def test_every_rule_of_queries_has_a_case() -> None:
    found = {finding.split(" ")[0] for _, _, findings in [*WRONG, *ADVISED] for finding in findings}
    assert found == QUERY_RULES
    assert found <= set(RULES)


@pytest.mark.parametrize(("space", "quoted"), [("%20", "%27"), ("+", "'")])
@pytest.mark.parametrize(
    ("marked", "findings"),
    [case[1:] for case in WRONG if not re.search(r"[%+#/]|& ", case[1]) and case[0] == "listCustomers"],
)
def test_an_encoded_query_has_the_same_findings_at_their_encoded_places(
    marked: str, findings: list[str], space: str, quoted: str
) -> None:
    text, columns = unmarked(marked.replace(" ", space).replace("'", quoted))
    assert told(check_query(text)) == list(zip(columns, findings, strict=True))


@pytest.mark.parametrize("field", PLAIN, ids=lambda field: field.name)
def test_a_misspelt_field_is_found_and_corrected(field: Property) -> None:
    middle = len(field.name) // 2
    wrong = f"{field.name[:middle]}q{field.name[middle:]}"
    before = "filter=ID gt 5 and "
    assert told(check_query(f"{before}{wrong} ne null")) == [(len(before) + 1, f"unknown-field {field.name}")]


def test_a_finding_names_the_option_it_is_in() -> None:
    report = check_query("filter=Nam eq 1&orderby=Foo&top=x&$skip=1&/a~b/=1")
    assert [found.pointer for found in report.findings] == ["/filter", "/orderby", "/top", "/$skip", ""]


def test_an_unknown_code_is_told_the_known_ones() -> None:
    codes = ", ".join(map(str, entities()["Customer"].properties["StatusCode"].codes.values()))
    for wrong in ("12345", "'Active'", "Active"):
        (finding,) = check_query(f"filter=StatusCode eq {wrong}").findings
        assert codes in finding.message


def test_an_unknown_option_is_told_the_known_ones() -> None:
    (finding,) = check_query("limit=5", "getCustomer").findings
    assert finding.message == "limit is not an option; getCustomer takes expand, select, hateoas"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("filter=StatusCode in (30001,20001)", "returns all rows"),
        ("filter=StatusCode not in (30001)", "returns all rows"),
        ("filter=Info.Phones/any(p:p/Number eq 'x')", "returns all rows"),
        ("filter=CreditDays add 5 gt 10", "returns all rows"),
        ("expand=Info.DefaultAddress", "the server was seen to ignore"),
        ("filter=Info.Name%20like%20'%bensin%25'", "not UTF-8; a percent sign must be written as %25"),
        ("filter=Info.Name%20like%20'50%'", "a percent sign must be written as %25"),
        ("filter=Info.Name%20eq%20'C++'", "write %2B for a plus"),
    ],
)
def test_what_the_server_would_make_of_it_is_said(text: str, part: str) -> None:
    (finding,) = check_query(text).findings
    assert part in finding.message


def test_an_unknown_operation_is_a_lookup_error_with_the_nearest_names() -> None:
    with pytest.raises(LookupError, match="did you mean listCustomers"):
        check_query("top=1", "listCustomer")


@pytest.mark.parametrize(
    "text",
    [
        "filter=CustomerNumber eq 'Hemmelig'",
        "filter=Deleted eq 'Hemmelig'",
        "filter=StatusCode eq 'Hemmelig'",
        "filter=OrgNumber eq Hemmelig",
        "filter=OrgNumber eq Hemmelig Hemmelig",
        'filter=OrgNumber eq "Hemmelig"',
        "filter=OrgNumber eq 'Hemmelig",
        "filter=contains(OrgNumber,Hemmelig)",
        "filter=contains('Hemmelig',OrgNumber)",
        "filter=CustomerNumber like 'Hemmelig%'",
        "filter='Hemmelig' eq 'x'",
        "filter=OrgNumber eq 'Hemmelig & Hemmelig'",
        "filter=OrgNumber eq 'Hemmelig's'",
        "OrgNumber eq 'Hemmelig'",
        "top=Hemmelig&hateoas=Hemmelig&action=Hemmelig",
    ],
)
def test_no_value_of_a_query_is_repeated(text: str) -> None:
    report = check_query(text)
    assert not report.valid
    assert not any("hemmelig" in f"{found.message} {found.suggestion}".casefold() for found in report.findings)


# Any text.

DEEP = 5_000
MEGABYTE = 1_000_000
LARGE = {
    "nested parentheses": (f"filter={'(' * DEEP}ID eq 1{')' * DEEP}", []),
    "opened parentheses": (f"filter={'(' * DEEP}", ["bad-syntax"]),
    "one parenthesis too few": (f"filter={'(' * DEEP}ID eq 1{')' * (DEEP - 1)}", ["bad-syntax"]),
    "negations": (f"filter={'not ' * DEEP}(ID eq 1)", []),
    "conditions within conditions": (f"filter={'ID eq 1 and (' * DEEP}ID eq 1{')' * DEEP}", []),
    "functions within functions": (f"filter={'tolower(' * DEEP}ID{')' * DEEP}", ["wrong-operator"]),
    "conditions in a row": (f"filter={' or '.join(['ID eq 1'] * DEEP)}", []),
    "a long path": (f"filter={'Info.Contacts.' * DEEP}ID eq 1&expand=Info", []),
    "dots": (f"filter={'.' * MEGABYTE} eq 1", ["bad-syntax"]),
    "a long text": (f"filter=OrgNumber eq '{'x' * MEGABYTE}'", []),
    "a long text with quotes": (f"filter=OrgNumber eq '{chr(39) * MEGABYTE}'", []),
    "a long open text": (f"filter=OrgNumber eq '{'x' * MEGABYTE}", ["bad-syntax"]),
    "a long name": (f"filter={'x' * MEGABYTE} eq 1", ["unknown-field"]),
    "a long option": (f"{'x' * MEGABYTE}=1", ["unknown-option"]),
    "a long number": (f"top={'9' * MEGABYTE}", ["bad-number"]),
    "many zeros": (f"top={'0' * MEGABYTE}1&filter=ID eq {'0' * MEGABYTE}1", []),
    "a long code": (f"filter=StatusCode eq {'9' * MEGABYTE}", ["wrong-literal"]),
    "spaces": (f"filter={'%20' * MEGABYTE}", ["empty-option"]),
    "ampersands": ("&" * MEGABYTE, []),
    "slashes": ("/" * MEGABYTE, ["wrong-operation"]),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "rules"), LARGE.values(), ids=LARGE)
def test_a_large_query_gets_a_verdict(text: str, rules: list[str]) -> None:
    report = check_query(text)
    assert [found.rule for found in report.findings] == rules
    assert_sound(text, report)


PIECES = [
    *(
        "filter=",
        "expand=",
        "select=",
        "orderby=",
        "top=",
        "skip=",
        "hateoas=",
        "action=",
        "$",
        "&",
        "=",
        "?",
        "#",
        "/",
    ),
    *(
        "Info",
        "Name",
        "StatusCode",
        "Contacts",
        "CustomValues",
        "Deleted",
        ".",
        ",",
        " ",
        "+",
        "%20",
        "%27",
        "%",
        "%c3",
    ),
    *(
        "eq",
        "ne",
        "like",
        "and",
        "or",
        "not",
        "in",
        "contains",
        "(",
        ")",
        "'",
        '"',
        "\u2019",
        "''",
        "x",
        "30001",
        "-1",
        "1.5",
    ),
    *(
        "null",
        "true",
        "asc",
        "desc",
        "https://test.unimicro.no",
        "/api/biz/customers",
        "/42",
        "\n",
        "\0",
        "é",
        "\U0001f600",
    ),
]
OPERATIONS = st.sampled_from([entry.id for entry in operations()])


@settings(deadline=None, max_examples=500)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join), OPERATIONS)
@example("filter=(", "listCustomers")
@example("\ud800=\udfff&filter=\ud800 eq '\udc00", "listCustomers")
@example("https://", "getCustomer")
def test_any_text_gets_a_report(text: str, operation: str) -> None:
    assert_sound(text, check_query(text, operation))


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A right query with some characters left out, put in or repeated."""
    operation, text = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = draw(st.integers(start, min(start + 3, len(text))))
        text = text[:start] + draw(st.sampled_from(["", text[start:stop] * 2, *PIECES])) + text[stop:]
    return operation, text


@settings(deadline=None, max_examples=1000)
@given(mutated())
def test_any_change_of_a_right_query_gets_a_report(query: tuple[str, str]) -> None:
    operation, text = query
    assert_sound(text, check_query(text, operation))


def test_the_parser_is_imported_with_the_first_query_only() -> None:
    code = """if True:
        import sys
        import unimicro_schema
        import unimicro_schema.query
        assert not any(name.split(".")[0] == "lark" for name in sys.modules)
        assert unimicro_schema.query.check_query("filter=ID eq 1").valid
        assert "lark" in sys.modules
    """
    subprocess.run([sys.executable, "-c", code], check=True)


# The command.


LIST = ("query", "--as", "listCustomers")
CALLS = [
    ((*LIST, "expand=Info&filter=StatusCode eq 30001&top=10"), 0, "<query>: valid listCustomers"),
    ((*LIST, "https://test.unimicro.no/api/biz/customers?top=1"), 0, "<query>: valid listCustomers"),
    (
        (*LIST, "filter=Nam eq 'x'"),
        1,
        "<query>:1:8: error unknown-field /filter: Nam is not a field of Customer; did you",
    ),
    ((*LIST, "top=1", "top=x"), 1, "<query 2>:1:5: error bad-number /top: "),
    ((*LIST, "select=Info.Name"), 0, "<query>:1:8: advice expand-missing /select: "),
    ((*LIST, "--strict", "select=Info.Name"), 1, "<query>:1:8: error expand-missing /select: "),
    ((*LIST, "\udcff=1"), 1, "<query>:1:1: error unknown-option: "),
    (("query", "--as", "getCustomer", "/api/biz/customers/42?expand=Info"), 0, "valid getCustomer"),
]
REFUSED = [
    (("query", "top=1"), "--as"),
    (LIST, "TEXT"),
    (("query", "--as", "listCustomer", "top=1"), "did you mean listCustomers"),
    ((*LIST, "--format", "xml", "top=1"), "xml"),
]


@pytest.mark.parametrize(("arguments", "code", "part"), CALLS)
def test_the_command_says_what_is_wrong_by_text_and_exit_code(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, part: str
) -> None:
    assert cli.main(arguments) == code
    assert part in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "part"), REFUSED)
def test_wrong_use_of_the_command_is_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], part: str
) -> None:
    try:
        code = cli.main(arguments)
    except SystemExit as error:  # argparse leaves so
        code = int(error.code or 0)
    assert code == 2
    assert part in capsys.readouterr().err


def given_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_has_a_query_on_each_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_input(monkeypatch, "\ufefftop=1\r\n\r\nfilter=OrgNumber eq 'æ' and Nam eq 1\n?top=x\n".encode())
    assert cli.main([*LIST, "-"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines if "error" in line] == ["<stdin>:3:29:", "<stdin>:4:6:"]


@pytest.mark.parametrize(("arguments", "code", "severity"), [((), 0, "advice"), (("--strict",), 1, "error")])
def test_strict_holds_for_queries_on_standard_input_and_in_the_library_too(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    severity: str,
) -> None:
    given_input(monkeypatch, b"top=1\nselect=Info.Name\n")
    assert cli.main([*LIST, *arguments, "-"]) == code
    assert f"<stdin>:2:8: {severity} expand-missing /select: " in capsys.readouterr().out
    report = check_query("select=Info.Name", strict=bool(arguments))
    assert (report.valid, report.findings[0].severity) == (not code, severity)


@pytest.mark.parametrize("data", [b"top=1\n\xff\n", "top=1".encode("utf-16")])
def test_input_that_is_not_utf_8_is_exit_code_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    given_input(monkeypatch, data)
    assert cli.main([*LIST, "-"]) == 2
    assert "<stdin>: error unreadable: " in capsys.readouterr().out


def test_the_json_format_has_every_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*LIST, "--format", "json", "top=1", "filter=Nam eq 'x'"]) == 1
    results = json.loads(capsys.readouterr().out)["results"]
    assert [(result["file"], result["operation"], result["valid"]) for result in results] == [
        ("<query 1>", "listCustomers", True),
        ("<query 2>", "listCustomers", False),
    ]
    assert results[1]["findings"] == [
        {
            "rule": "unknown-field",
            "severity": "error",
            "pointer": "/filter",
            "line": 1,
            "column": 8,
            "message": "Nam is not a field of Customer",
            "suggestion": "Info.Name",
            "docs": "reference/findings/#unknown-field",
        }
    ]


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_takes_any_query(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert cli.main([*LIST, "--format", name, "\0=\x1b[31m&filter=OrgNumber eq '\u202e", "top=1"]) == 1
    out = capsys.readouterr().out
    assert not set(out) & {"\0", "\x1b", "\u202e"}


@pytest.mark.parametrize("query", [{"top": 10}, b"top=10", None])
def test_what_is_not_text_is_refused_with_a_sentence(query: object) -> None:
    with pytest.raises(TypeError, match=f"a query is text, .*not of type {type(query).__name__}$"):
        check_query(query)  # type: ignore[arg-type]  # as a program without types does
