"""What other projects paste into their CI does what it says: each command of it, run here."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from helpers.runner import Action, break_a_payload, make_the_models_stale, project, script
from site_files.installation import Installation

Project = Callable[[str], int]

PASTED = "docs/assets/ci"
VERSION = version("unimicro-schema")
INSTALL = f"pip install ./{Installation('site', '', VERSION).wheel}"


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Another project: a payload, and the models."""
    return project(root, tmp_path)


@pytest.fixture
def run(folder: Path) -> Project:
    """Runs a script in the project as the runners do, with the command of this environment; returns the exit code."""
    return lambda text: script(text, folder, Path(sys.executable).parent)[0]


def commands(root: Path, name: str) -> Iterator[tuple[str, str]]:
    """The commands of a file to paste, but for the installation: the subcommand and the whole line."""
    [job] = [node for key, node in read(root, name).get("jobs", {}).items()] or [read(root, name)["contract"]]
    lines = job.get("script") or [step["run"] for step in job["steps"] if "run" in step]
    assert lines[0] == INSTALL
    yield from ((line.split()[1], line) for line in lines[1:])


def read(root: Path, name: str) -> dict[str, Any]:
    text = (root / PASTED / name).read_text(encoding="utf-8")
    result: dict[str, Any] = yaml.safe_load(text)
    return result


@pytest.mark.parametrize("name", ["github-workflow.yml", "gitlab-ci.yml"])
def test_the_commands_to_paste_pass_for_a_good_project(root: Path, run: Project, name: str) -> None:
    found = list(commands(root, name))
    assert [subcommand for subcommand, _ in found][:2] == ["models", "validate"]
    assert [run(line) for _, line in found] == [0] * len(found)


@pytest.mark.parametrize("name", ["github-workflow.yml", "gitlab-ci.yml"])
def test_the_commands_to_paste_refuse_stale_models_and_a_bad_payload(
    root: Path, run: Project, folder: Path, name: str
) -> None:
    break_a_payload(root, folder)
    make_the_models_stale(folder)
    expected = {"models": 1, "validate": 1}
    for subcommand, line in commands(root, name):
        assert run(line) == (0 if "sarif" in line else expected[subcommand]), line


def test_the_findings_that_are_uploaded_are_there_though_a_step_fails(root: Path, run: Project, folder: Path) -> None:
    break_a_payload(root, folder)
    for name, file in (("github-workflow.yml", "findings.sarif"), ("gitlab-ci.yml", "findings.xml")):
        [line] = [line for _, line in commands(root, name) if file in line]
        run(line)
        assert file in (root / PASTED / name).read_text(encoding="utf-8").split(line)[1], "nothing takes the file up"
    sarif = json.loads((folder / "findings.sarif").read_bytes())
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["unknown-key"]
    assert JUnitXml.fromfile(str(folder / "findings.xml")).failures == 1


def test_the_hooks_to_paste_are_those_of_the_repository(root: Path) -> None:
    ours = {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    [local] = read(root, "pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in local["hooks"]} == ours.keys()
    for hook in local["hooks"]:
        theirs = {"args": None, "files": None, "additional_dependencies": None, **ours[hook["id"]], "description": None}
        assert hook | {"args": None, "files": None, "additional_dependencies": None, "description": None} == theirs


@pytest.fixture(scope="module")
def action(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Action:
    """The action of the repository, installed as GitHub would. Needs the package index."""
    node = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    found = Action(node, tmp_path_factory.mktemp("runner"))
    code, out, _ = found.step("Install", found.temporary, **{"github.action_path": str(root)})
    assert code == 0, out
    return found


MODELS = "models --output src/contract_models.py --check"
PAYLOADS = "validate --as createCustomer --format github tests/payloads/create"


@pytest.mark.slow
@pytest.mark.xdist_group("wheel")
def test_the_action_runs_the_command_that_it_is_given(action: Action, folder: Path, root: Path) -> None:
    for arguments in (MODELS, PAYLOADS):
        code, out, output = action.run(folder, arguments)
        assert (code, output) == (0, "exit-code=0\n"), out
    make_the_models_stale(folder)
    break_a_payload(root, folder)
    code, out, output = action.run(folder, MODELS)
    assert (code, output) == (1, "exit-code=1\n")
    assert "-# by hand" in out
    code, out, output = action.run(folder, PAYLOADS)
    assert (code, output) == (1, "exit-code=1\n")
    assert "::error file=tests/payloads/create/typo-in-a-nested-object.json,line=" in out
    assert action.run(folder, "validate --as createCustomr x.json")[2] == "exit-code=2\n"
    (folder / "read.json").write_text('{"ID": 1042, "AddedNextYear": 7}', encoding="utf-8")
    assert action.run(folder, "validate --as updateCustomer read.json")[0] == 1
    assert action.run(folder, "validate --as updateCustomer --read-back read.json")[0] == 0


@pytest.mark.slow
@pytest.mark.xdist_group("wheel")
def test_the_action_splits_quoted_arguments_and_runs_nothing_that_stands_in_them(action: Action, folder: Path) -> None:
    (folder / "a name.json").write_bytes(b'{"OrgNumber": "914012708"}')
    code, out, _ = action.run(folder, "validate --as createCustomer\n  'a name.json'\n")
    assert (code, out) == (0, "a name.json: valid createCustomer\n")
    for harm in ("$(touch harm)", "`touch harm`", "; touch harm", "&& touch harm", "| touch harm", "> harm"):
        assert action.run(folder, f"operations {harm}")[0] == 2, harm
    assert not (folder / "harm").exists()
