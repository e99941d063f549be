"""The corpus: one telling file for each case, with every finding that it must give, and one verdict of all engines."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from unimicro_schema import validate

CORPUS = Path(__file__).parent / "corpus"
EXPECTED: dict[str, list[str]] = json.loads((CORPUS / "expected.json").read_bytes())

RULES = {
    *(
        "bad-format",
        "duplicate-key",
        "missing-identity",
        "missing-key",
        "not-in-enum",
        "null-not-allowed",
        "out-of-range",
    ),
    *("too-long", "unknown-key", "unknown-shape", "unreadable", "wrong-type"),
}

TWICE = {"duplicate-key"}

# Where a finding stands, counted by hand: a key that is unknown or stands twice at the key, anything else at the value.
PLACES = [
    ("invalid/createCustomer/request/typo-in-a-nested-object.json", "/Info/InvoiceAddress/PostalCodee", 6, 7),
    ("invalid/createCustomer/request/related-objects-by-their-ids.json", "/Dimensions", 6, 17),
    ("invalid/createCustomer/request/org-number-twice.json", "/OrgNumber", 3, 3),
    ("invalid/createCustomer/request/two-values.json", "", 2, 1),
]


def case(path: str) -> tuple[str, str, bytes]:
    """The operation, the body and the text of a file of the corpus."""
    _, operation, body, _ = path.split("/")
    return operation, body, (CORPUS / path).read_bytes()


def rules(path: str) -> set[str]:
    """The rules that a file of the corpus must break."""
    return {finding.split(" ")[0] for finding in EXPECTED[path]}


def test_every_file_has_its_findings_written_down() -> None:
    present = {path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*/*/*")}
    assert present == set(EXPECTED), "tests/corpus/expected.json and the files below tests/corpus differ"
    assert {path for path, findings in EXPECTED.items() if not findings} == {
        p for p in present if p.startswith("valid/")
    }


def test_every_rule_has_a_file() -> None:
    assert {rule for path in EXPECTED for rule in rules(path)} == RULES


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_a_payload_has_the_expected_findings_and_no_others(path: str) -> None:
    operation, body, text = case(path)
    report = validate(text, operation, None if body == "request" else body)
    found = sorted(f"{finding.rule} {finding.pointer}" for finding in report.findings if finding.severity == "error")
    assert found == sorted(EXPECTED[path]), f"tests/corpus/{path}"
    assert report.valid == (not found)


# A key that stands twice is lost before the other engines see it.
@pytest.mark.parametrize("path", [path for path in sorted(EXPECTED) if not TWICE & rules(path)])
def test_every_engine_gives_a_payload_the_same_verdict(
    verdicts: Callable[[str, str, bytes], dict[str, bool]], path: str
) -> None:
    assert set(verdicts(*case(path)).values()) == {not EXPECTED[path]}, f"tests/corpus/{path}: {verdicts(*case(path))}"


@pytest.mark.parametrize("path", [path for path in sorted(EXPECTED) if not (TWICE | {"unreadable"}) & rules(path)])
def test_a_parsed_payload_has_the_findings_of_its_text(path: str) -> None:
    operation, body, text = case(path)
    status = None if body == "request" else body
    value = json.loads(text)
    if not isinstance(value, str):
        parsed, read = validate(value, operation, status).findings, validate(text, operation, status).findings
        assert sorted((f.rule, f.pointer) for f in parsed) == sorted((f.rule, f.pointer) for f in read)
        assert all(finding.line is None and finding.column is None for finding in parsed)


@pytest.mark.parametrize("path", [path for path in sorted(EXPECTED) if path.startswith("valid/")])
def test_the_models_write_a_valid_payload_back_unchanged(
    reader: Callable[[str, str], TypeAdapter[Any]], path: str
) -> None:
    operation, body, text = case(path)
    adapter = reader(operation, body)
    assert json.loads(adapter.dump_json(adapter.validate_json(text))) == json.loads(text), f"tests/corpus/{path}"


@pytest.mark.parametrize(("path", "pointer", "line", "column"), PLACES)
def test_a_finding_tells_line_and_column(path: str, pointer: str, line: int, column: int) -> None:
    operation, body, text = case(path)
    report = validate(text, operation, None if body == "request" else body)
    assert [(f.line, f.column) for f in report.findings if f.pointer == pointer] == [(line, column)]


@pytest.mark.parametrize("path", [path for path in sorted(EXPECTED) if EXPECTED[path]])
def test_every_finding_of_a_text_stands_at_its_pointer(path: str) -> None:
    """The text that follows the place begins with the key, or with the value, that the pointer names."""
    operation, body, text = case(path)
    report = validate(text, operation, None if body == "request" else body)
    for finding in report.findings:
        if finding.rule == "unreadable":
            continue
        assert finding.line is not None
        assert finding.column is not None
        rest = "\n".join(text.decode().split("\n")[finding.line - 1 :])[finding.column - 1 :]
        value = json.loads(text)
        tokens = [token.replace("~1", "/").replace("~0", "~") for token in finding.pointer.split("/")[1:]]
        for token in tokens:
            value = value[int(token)] if isinstance(value, list) else value[token]
        wanted = tokens[-1] if finding.rule in {"unknown-key", "duplicate-key"} else value
        assert json.JSONDecoder().raw_decode(rest)[0] == wanted, f"tests/corpus/{path}: {finding}"
