"""What is said of a text that is not JSON: exactly of those that the parser refuses, with the place and what must be there."""

import json

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unimicro_schema import validate
from unimicro_schema.registry import operations
from unimicro_schema.rules import RULES
from unimicro_schema.validation.reader import LEVELS, refusal

# A text with a mark where the finding must be, and the sentence. At the end of the text the mark is where the text ends.
BROKEN = [
    ("▸", "empty"),
    ("▸ \n ", "empty"),
    ('{"Name": ▸', "open-object"),
    ('{\n  "Info": [1, {"Name": 1}▸\n', "open-list"),
    ('{"Name": "John▸', "open-text"),
    ('{"Name": "John\\▸', "open-text"),
    ('["\\u00e▸', "open-text"),
    ('{"Name": ▸John}', "value"),
    ('{"Name": ▸NaN}', "value"),
    ("[▸'John']", "value"),
    ('{"ID": ▸+1}', "value"),
    ('{"ID": ▸.5}', "value"),
    ("▸// a comment\n{}", "value"),
    ("▸\u00a0{}", "value"),
    ("[▸,1]", "value"),
    ("▸tru", "value"),
    ("{▸Name: 1}", "key"),
    ('{"ID": 1, ▸2: 1}', "key"),
    ('{"ID"▸ 1}'.replace("▸ ", " ▸"), "colon"),
    ('{"ID" ▸= 1}', "colon"),
    ('{"ID": 1 ▸"Name": 2}', "comma"),
    ("[1 ▸2]", "comma"),
    ("[1▸}", "comma"),
    ('{"ID": 1▸]', "comma"),
    ('{"ID": 1▸,\n}', "trailing-comma"),
    ("[1▸,]", "trailing-comma"),
    ("{}\n▸{}", "more"),
    ("null▸l", "more"),
    ("[▸01]", "leading-zero"),
    ("[▸-00]", "leading-zero"),
    ("[-▸]", "digit"),
    ("[1.▸]", "digit"),
    ("[1.▸e3]", "digit"),
    ("[1e▸]", "digit"),
    ("[1e+▸]", "digit"),
    ("▸1e400", "too-large"),
    (f"▸-{'9' * 400}", "too-large"),
    ('["a▸\nb"]', "control"),
    ('["a▸\x00b"]', "control"),
    ('["▸\\x"]', "escape"),
    ('["▸\\u12g4"]', "escape"),
    ('["\\\\ ▸\\ud83d"]', "surrogate"),
    ('["▸\\ud83d\\n"]', "surrogate"),
    ('["\\ud83d\\ude00▸\\ude00"]', "surrogate"),
    ("[" * LEVELS + "▸[" + "]" * LEVELS, "too-deep"),
]
READ = [
    "{}",
    " [1, -0, 0.5, 1e5, -1.5E-3] ",
    '"\\ud83d\\ude00 \\u0000 \x7f"',
    "1e-400",
    "[" * LEVELS + "]" * LEVELS,
    "9" * 300,
]
OPERATION = operations()[0].id

# Texts that are nearly JSON: what it is made of, in any order.
PIECES = st.sampled_from([
    *'{}[],:"\\/-+.eE019 \n\t', '"a"', '"a":', "true", "null", "\\u", "d83d", "\\ud83d", "\\ude00", "1e400", "\x00", "\ufeff", "é",
    "\U0001f600", "'",
])  # fmt: skip
NEARLY = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(("marked", "sentence"), BROKEN)
def test_a_text_that_is_not_json_is_told_where_and_why(marked: str, sentence: str) -> None:
    before, _, after = marked.partition("▸")
    text = before + after
    (finding,) = validate(text, OPERATION).findings
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    if sentence.startswith("open-"):
        line, column = before.rstrip().count("\n") + 1, len(before.rstrip().rpartition("\n")[2]) + 1
    found = refusal(text)
    assert found is not None
    assert (found.sentence, finding.rule, finding.line, finding.column) == (sentence, "unreadable", line, column)
    assert finding.message.startswith("is not JSON")
    assert "{" not in finding.message.replace("{ or", "")


def test_every_sentence_about_a_text_that_is_not_json_has_a_case() -> None:
    others = {"fault", "utf-8", "utf-16", "command", "recording"}
    assert {sentence for _, sentence in BROKEN} == RULES["unreadable"].sentences.keys() - others


@pytest.mark.parametrize("text", READ)
def test_a_text_that_the_parser_reads_has_no_refusal(text: str) -> None:
    orjson.loads(text)
    assert refusal(text) is None


@settings(deadline=None, max_examples=2000)
@given(NEARLY | st.text(max_size=20))
def test_exactly_the_texts_that_the_parser_refuses_have_a_refusal(text: str) -> None:
    try:
        orjson.loads(text.encode())
    except orjson.JSONDecodeError:
        assert refusal(text) is not None
    except UnicodeEncodeError:
        return
    else:
        assert refusal(text) is None


@settings(deadline=None, max_examples=1000)
@given(st.data(), st.sampled_from(['{"a": [1, -2.5e3, "x\\n", {"b": null}], "c": true}', '[{"ID": 1}, {"Name": "é"}]']))
def test_a_text_that_was_cut_or_changed_is_refused_exactly_if_the_parser_refuses_it(
    data: st.DataObject, text: str
) -> None:
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + data.draw(NEARLY) + text[at + data.draw(st.integers(0, 3)) :]
    try:
        orjson.loads(changed)
    except orjson.JSONDecodeError:
        assert refusal(changed) is not None
    else:
        assert refusal(changed) is None


HAR = '{"log": {"version": "1.2", "creator": {}, "entries": []}}'
COMMANDS = [
    "curl https://a.no",
    "$ curl.exe -d '{}' x",
    "# creates a customer\n  curl \\\n  -X POST x",
    "\ufeff \n curl\tx",
]


@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize("operation", ["createCustomer", "updateCustomer"])
def test_a_command_of_curl_leads_to_the_command_that_reads_it(text: str, operation: str) -> None:
    (finding,) = validate(text, operation).findings
    lines = text.removeprefix("\ufeff").split("\n")
    assert finding.rule == "unreadable"
    assert "unimicro-schema calls" in finding.message
    assert lines[(finding.line or 0) - 1][(finding.column or 0) - 1 :].startswith("curl")


@pytest.mark.parametrize("text", ['"\ncurl x', "{\ncurl x", "curling x", "[1,\n curl x]"])
def test_broken_json_that_speaks_of_curl_is_broken_json(text: str) -> None:
    (finding,) = validate(text, "createCustomer").findings
    assert finding.message.startswith("is not JSON")


@pytest.mark.parametrize(("operation", "read_back"), [("createCustomer", False), ("updateCustomer", True)])
def test_a_har_file_leads_to_the_command_that_reads_it(operation: str, *, read_back: bool) -> None:
    for payload in (HAR, json.loads(HAR)):
        (finding,) = validate(payload, operation, read_back=read_back).findings
        assert finding.message == "is a HAR file, not a payload; unimicro-schema calls checks the calls in it"
