"""The corpus below tests/corpus: one file for each case, and what must be printed for it.

`expected.json` has the printed lines of each file, in the order of the text and without the name of the file.
"""

import re
from pathlib import Path

from helpers.expected import Expected
from unimicro_schema import validate
from unimicro_schema.findings import Report
from unimicro_schema.registry import documented
from unimicro_schema.reports.text import line

CORPUS = Path(__file__).parents[1] / "corpus"
_LINE = re.compile(r"(?:\d+:\d+: )?(?P<severity>error|advice) (?P<rule>[a-z-]+)[ :]")


def files() -> list[str]:
    """The files of the corpus, as paths below its folder."""
    return sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*/*/*"))


def case(path: str) -> tuple[str, str, bytes]:
    """The operation, the body and the text of a file of the corpus."""
    _, operation, body, _ = path.split("/")
    return operation, body, (CORPUS / path).read_bytes()


def has_body(path: str) -> bool:
    """Whether the contract documents the body that a file of the corpus is. Where it does not, schemas and models have none."""
    operation, body, _ = case(path)
    return documented(operation, None if body == "request" else body) is not None


def rules(path: str) -> set[str]:
    """The rules that a file of the corpus must break."""
    return {_part(found, "rule") for found in EXPECTED[path]}


def severities(path: str) -> set[str]:
    """How serious the findings of a file of the corpus must be."""
    return {_part(found, "severity") for found in EXPECTED[path]}


def is_valid(path: str) -> bool:
    """Whether a file of the corpus must be valid, with advice or without."""
    return not path.startswith("invalid/")


def judged(path: str, *, strict: bool = False) -> Report:
    """What the validator says of a file of the corpus."""
    operation, body, text = case(path)
    return validate(text, operation, None if body == "request" else body, strict=strict)


def printed(path: str) -> list[str]:
    """What the command prints for a file of the corpus, without the name of the file."""
    return [line("", finding).removeprefix(":").removeprefix(" ") for finding in judged(path).findings]


FILE = Expected(CORPUS / "expected.json", lambda: {path: printed(path) for path in files()})
EXPECTED = FILE.lines


def _part(printed: str, name: str) -> str:
    match = _LINE.match(printed)
    assert match, f"tests/corpus/expected.json: not a printed line: {printed}"
    return match[name]
