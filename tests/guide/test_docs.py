"""What the documents say about the project holds."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from unimicro_schema.build.contract import Contract

TABLE = "docs/toolkit/where-things-live.md"


def rows(root: Path) -> list[list[str]]:
    """The rows of the table that says where each part of the guide lives."""
    lines = (root / TABLE).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][1:]


def test_every_place_where_a_part_of_the_guide_lives_exists(root: Path, contract: Contract) -> None:
    missing = []
    for part, place, example, test, page in rows(root):
        file, _, pointer = place.strip("`").removeprefix("openapi/").partition("#")
        try:
            contract.source.at(file, pointer)
        except LookupError:
            missing.append((part, place))
        target = re.search(r"\]\(\.\./([^)]+)\)", page)
        paths = [example.strip("`"), test.strip("`"), f"docs/{target[1]}" if target else page]
        missing += [(part, path) for path in paths if not (root / path).is_file()]
    assert missing == []


def test_every_operation_is_listed_with_its_place_and_an_example(root: Path, contract: Contract) -> None:
    lines = (root / "docs/reference/lists/operations.md").read_text(encoding="utf-8").splitlines()[2:]
    cells = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines]
    places = [place.removeprefix("openapi/").split("#") for _, place, _, _ in cells]
    listed = [contract.source.at(file, pointer)["operationId"] for file, pointer in places]
    assert sorted(listed) == sorted(operation.id for operation in contract.operations)
    assert [file for _, _, file, _ in cells if not (root / file).is_file()] == []


def test_the_python_of_the_readme_runs_as_it_says(root: Path) -> None:
    failed, attempted = doctest.testfile(str(root / "README.md"), module_relative=False)
    assert attempted
    assert failed == 0


def test_the_commands_of_the_readme_run_as_it_says(root: Path, tmp_path: Path) -> None:
    (tmp_path / "customer.json").write_text(
        '{\n  "OrgNumber": "914012708",\n  "Info": {\n    "InvoiceAddress": {\n      "City": "Oslo",\n'
        '      "PostalCodee": "0184"\n    }\n  }\n}\n',
        encoding="utf-8",
    )
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    shown = [
        (line.strip()[2:], lines[index + 1].strip()) for index, line in enumerate(lines) if line.startswith("    $ ")
    ]
    assert shown
    for command, answer in shown:
        ours = f"{shlex.quote(sys.executable)} -m unimicro_schema"
        shell = ["/bin/sh", "-c", command.replace("unimicro-schema", ours)]
        run = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.stdout.splitlines()[0] == answer, run.stderr


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_a_page_names_exists(root: Path, page: str) -> None:
    named = re.findall(
        r"`((?:openapi|docs|tools|tests|benchmarks)/[\w./-]*)`", (root / page).read_text(encoding="utf-8")
    )
    assert named
    assert [path for path in named if not (root / path).exists()] == []


def test_the_versions_that_decide_on_bytes_are_the_same_everywhere(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (root / "requirements/constraints.txt").read_text(encoding="utf-8").lower().splitlines()
    assert [pin for pin in project["optional-dependencies"]["build"] if pin.lower() not in pins] == []
