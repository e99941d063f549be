"""The programs of the manual that check one payload per line print what the command finds."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAYLOADS = b'{"OrgNumber": "914012708"}\n\n{"OrgNumber": "914012709"}\n{"OrgNumer": 1}\n{\n'
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A folder with a file of payloads."""
    (tmp_path / "customers.ndjson").write_bytes(PAYLOADS)
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False).stdout


def program(root: Path, page: str) -> str:
    text = (root / "docs/toolkit" / page).read_text(encoding="utf-8")
    [found] = [block for block in BLOCK.findall(text) if "validate_lines(" in block]
    return str(found)


def of_the_command(folder: Path) -> list[list[str]]:
    options = ("validate", "--as", "createCustomer", "--format", "json", "--jobs", "8", "customers.ndjson")
    results = json.loads(run(folder, "-m", "unimicro_schema", *options))["results"]
    return [
        [str(found["line"]), str(result["valid"]), found["rule"], found["pointer"], found["message"]]
        for result in results
        for found in result["findings"]
    ]


def test_the_table_of_the_page_has_the_findings_of_the_command_and_a_row_for_each_other_payload(
    lines: Path, root: Path
) -> None:
    head, *rows = csv.reader(run(lines, "-c", program(root, "data-lake.md")).splitlines())
    assert head == ["line", "valid", "rule", "pointer", "message"]
    assert [row for row in rows if row[2]] == of_the_command(lines)
    assert [row for row in rows if not row[2]] == [["1", "True", "", "", ""]]


def test_the_loop_of_the_manual_prints_what_is_invalid(lines: Path, root: Path) -> None:
    printed = run(lines, "-c", program(root, "index.md")).splitlines()
    invalid = [row for row in of_the_command(lines) if row[1] == "False"]
    assert printed == [" ".join([line, *found]) for line, _, *found in invalid]
