"""The corpus below tests/corpus: one file for each case, and what must be said of it."""

import json
from pathlib import Path

from unimicro_schema import validate
from unimicro_schema.findings import Report
from unimicro_schema.rules import RULES

CORPUS = Path(__file__).parents[1] / "corpus"
EXPECTED: dict[str, list[str]] = json.loads((CORPUS / "expected.json").read_bytes())


def case(path: str) -> tuple[str, str, bytes]:
    """The operation, the body and the text of a file of the corpus."""
    _, operation, body, _ = path.split("/")
    return operation, body, (CORPUS / path).read_bytes()


def rules(path: str) -> set[str]:
    """The rules that a file of the corpus must break."""
    return {finding.split(" ")[0] for finding in EXPECTED[path]}


def severities(path: str) -> set[str]:
    """How serious the findings of a file of the corpus must be."""
    return {RULES[rule].severity for rule in rules(path)}


def is_valid(path: str) -> bool:
    """Whether a file of the corpus must be valid, with advice or without."""
    return not path.startswith("invalid/")


def judged(path: str, *, strict: bool = False) -> Report:
    """What the validator says of a file of the corpus."""
    operation, body, text = case(path)
    return validate(text, operation, None if body == "request" else body, strict=strict)
