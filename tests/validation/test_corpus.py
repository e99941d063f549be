"""The corpus: one telling file for each case, with every line that must be printed for it, and one verdict of all engines.

Files below `valid/` have no findings, those below `advised/` have advice only, and those below `invalid/` have errors. What is
printed is in `expected.json`; `--write-expected` writes it again.
"""

import ast
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from helpers.codes import as_numbers
from helpers.corpus import EXPECTED, case, files, has_body, is_valid, judged, printed, rules, severities
from unimicro_schema import operations, schema, validate
from unimicro_schema.entities import entities
from unimicro_schema.pointers import at, decode
from unimicro_schema.registry import bodies, example_content
from unimicro_schema.rules import RULES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tools" / "unimicro_schema"

# For each kind of advice a payload that comes close to it and is left alone.
NEAR_MISSES = {
    "repeated-default": "updateCustomer/request/customer-as-it-was-read-in-slots-and-lists.json",
    "foreign-key-mismatch": "createCustomer/request/seller-of-the-same-id-as-its-key.json",
    "phone-type-missing": "updateCustomer/request/phone-that-exists-without-its-type.json",
    "bookkeeping-key": "updateCustomer/request/links-sent-back.json",
    "create-guid-missing": "bulkSaveCustomers/request/new-customer-whose-children-have-no-createguid.json",
    "org-number-checksum": "createCustomer/request/org-number-of-another-country.json",
    "gln-checksum": "createCustomer/request/gln-with-a-right-check-digit.json",
    "email-shape": "createCustomer/request/email-with-a-plus-and-a-norwegian-domain.json",
    "deprecated-field": "createCustomer/request/reminder-settings-null.json",
    "not-digits": "createCustomer/request/kid-alias-as-text-of-digits.json",
    "id-in-create": "createCustomer/request/id-zero.json",
    "blank-identity": "createCustomer/request/name-of-spaces-beside-an-org-number.json",
    "zero-in-update": "createCustomer/request/customer-number-zero-as-in-a-new-customer.json",
    "zero-foreign-key": "createCustomer/request/unset-ids-of-info-null.json",
    "create-guid-unfit": "createCustomer/request/new-address-in-both-slots-with-one-createguid.json",
}

ONE_OF_EACH_TYPE = (b"null", b"true", b"0", b'""', b"[[]]", b"{}")
TWICE = {"duplicate-key"}
WITH_BODY = [path for path in sorted(EXPECTED) if has_body(path)]
AT_KEYS = {"unknown-key", "duplicate-key", "deprecated-field", "bookkeeping-key"}

# Where a finding is, counted by hand: an unknown or duplicate key at the key, anything else at the value.
PLACES = [
    ("invalid/createCustomer/request/typo-in-a-nested-object.json", "/Info/InvoiceAddress/PostalCodee", 6, 7),
    ("invalid/createCustomer/request/related-objects-by-their-ids.json", "/Dimensions", 6, 17),
    ("invalid/createCustomer/request/org-number-twice.json", "/OrgNumber", 3, 3),
    ("invalid/createCustomer/request/two-values.json", "", 2, 1),
]


def named_in(modules: Iterable[Path]) -> set[str]:
    """The rules that modules name."""
    nodes = (node for path in modules for node in ast.walk(ast.parse(path.read_bytes())))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return texts & set(RULES)


def payload_rules() -> set[str]:
    """The rules that payloads are judged by: all but those that only queries and calls are judged by, also where a mock refuses them."""
    queries = {path for room in ("query", "calls", "mock") for path in (PACKAGE / room).rglob("*.py")}
    others = set(PACKAGE.rglob("*.py")) - queries - {PACKAGE / "rules.py"}
    return set(RULES) - (named_in(queries) - named_in(others))


def test_every_file_has_its_findings_written_down() -> None:
    assert files() == list(EXPECTED), "tests/corpus/expected.json and the files differ: run pytest --write-expected"


def test_a_file_is_in_the_folder_of_its_verdict() -> None:
    folders = {"valid": [set[str]()], "advised": [{"advice"}], "invalid": [{"error"}, {"error", "advice"}]}
    misplaced = [path for path in EXPECTED if severities(path) not in folders[path.partition("/")[0]]]
    assert misplaced == []


def test_the_rules_of_payloads_are_those_of_the_corpus_and_those_of_the_documentation() -> None:
    anchors = set(
        re.findall(r"^## .*{ #(.+) }$", (ROOT / "docs/reference/findings.md").read_text("utf-8"), re.MULTILINE)
    )
    assert {rule for path in EXPECTED for rule in rules(path)} == payload_rules()
    assert anchors - (set(RULES) - payload_rules()) == payload_rules()


def test_the_advice_that_the_contract_asks_for_is_among_the_rules_of_payloads() -> None:
    asked = {item.recommended for entity in entities().values() for item in entity.properties.values()}
    assert asked - {None} <= payload_rules()


def test_every_kind_of_advice_has_a_payload_that_draws_it_and_one_that_nearly_does() -> None:
    drawn = {rule for path in EXPECTED if path.startswith("advised/") for rule in rules(path)}
    assert drawn == {rule for rule in payload_rules() if RULES[rule].severity == "advice"}
    assert set(NEAR_MISSES) == drawn
    assert {f"valid/{path}" for path in NEAR_MISSES.values()} <= set(EXPECTED)


@pytest.mark.parametrize("operation", [entry.id for entry in operations()])
def test_every_operation_accepts_its_examples_and_refuses_something(operation: str) -> None:
    refused = set()
    for body, known in bodies(operation).items():
        status = None if body == "request" else body
        assert known.examples
        assert all(
            validate(example_content(operation, name, status), operation, status).valid for name in known.examples
        )
        refused |= {body for value in ONE_OF_EACH_TYPE if not validate(value, operation, status).valid}
    assert {"request"} & set(bodies(operation)) <= refused
    assert refused - {"request"}


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_a_payload_has_its_lines_printed_and_no_others(path: str) -> None:
    assert printed(path) == EXPECTED[path], f"tests/corpus/{path}; if that is meant, run pytest --write-expected"
    assert judged(path).valid == is_valid(path)


@pytest.mark.parametrize("path", [path for path in EXPECTED if "advice" in severities(path)])
def test_a_strict_verdict_makes_errors_of_advice(path: str) -> None:
    report = judged(path, strict=True)
    assert not report.valid
    assert {finding.severity for finding in report.findings} == {"error"}
    assert [(f.rule, f.pointer) for f in report.findings] == [(f.rule, f.pointer) for f in judged(path).findings]


# A duplicate key is lost before the other engines see it.
@pytest.mark.parametrize("path", [path for path in WITH_BODY if not TWICE & rules(path)])
def test_every_engine_gives_a_payload_the_same_verdict(
    verdicts: Callable[[str, str, bytes], dict[str, bool]], path: str
) -> None:
    assert set(verdicts(*case(path)).values()) == {is_valid(path)}, f"tests/corpus/{path}: {verdicts(*case(path))}"


@pytest.mark.parametrize("path", [path for path in WITH_BODY if not (TWICE | {"unreadable"}) & rules(path)])
def test_a_parsed_payload_has_the_findings_of_its_text(path: str) -> None:
    operation, body, text = case(path)
    status = None if body == "request" else body
    value = json.loads(text)
    if not isinstance(value, str):
        parsed, read = validate(value, operation, status).findings, validate(text, operation, status).findings
        assert sorted((f.rule, f.pointer) for f in parsed) == sorted((f.rule, f.pointer) for f in read)
        assert all(finding.line is None and finding.column is None for finding in parsed)


@pytest.mark.parametrize("path", [path for path in WITH_BODY if is_valid(path)])
def test_the_models_write_a_valid_payload_back_unchanged(
    reader: Callable[[str, str], TypeAdapter[Any]], path: str
) -> None:
    operation, body, text = case(path)
    adapter = reader(operation, body)
    written = json.loads(adapter.dump_json(adapter.validate_json(text)))
    assert written == as_numbers(written, json.loads(text)), f"tests/corpus/{path}"


@pytest.mark.parametrize("path", sorted(set(EXPECTED) - set(WITH_BODY)))
def test_any_body_is_right_where_none_is_documented_and_there_is_no_schema_for_it(path: str) -> None:
    operation, status, _ = case(path)
    assert path.startswith("valid/")
    with pytest.raises(LookupError, match=f"a response {status} of {operation} has no documented body"):
        schema(operation, status)


@pytest.mark.parametrize(("path", "pointer", "line", "column"), PLACES)
def test_a_finding_tells_line_and_column(path: str, pointer: str, line: int, column: int) -> None:
    assert [(f.line, f.column) for f in judged(path).findings if f.pointer == pointer] == [(line, column)]


@pytest.mark.parametrize("path", [path for path in sorted(EXPECTED) if EXPECTED[path]])
def test_every_finding_of_a_text_stands_at_its_pointer(path: str) -> None:
    """The text that follows the place begins with the key, or with the value, that the pointer names."""
    _, _, text = case(path)
    for finding in judged(path).findings:
        if finding.rule == "unreadable":
            continue
        assert finding.line is not None
        assert finding.column is not None
        rest = "\n".join(text.decode().split("\n")[finding.line - 1 :])[finding.column - 1 :]
        value = at(json.loads(text), finding.pointer)
        wanted = decode(finding.pointer)[-1] if finding.rule in AT_KEYS else value
        assert json.JSONDecoder().raw_decode(rest)[0] == wanted, f"tests/corpus/{path}: {finding}"
