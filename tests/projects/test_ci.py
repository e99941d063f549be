"""What other projects paste into their CI does what it says: each command of it, run here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

Project = Callable[[str], int]

PASTED = "docs/assets/ci"
VERSION = version("unimicro-schema")
INSTALL = f"pip install unimicro-schema=={VERSION}"
TYPO = "tests/corpus/invalid/createCustomer/request/typo-in-a-nested-object.json"


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Another project: a payload, and the models."""
    payloads = tmp_path / "tests/payloads/create"
    payloads.mkdir(parents=True)
    shutil.copy(root / "openapi/examples/create-appendix-a.json", payloads)
    command = [sys.executable, "-m", "unimicro_schema", "models", "--output", "src/contract_models.py"]
    (tmp_path / "src").mkdir()
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Project:
    """Runs a script in the project as the runners do, with the command of this environment; returns the exit code."""

    def script(text: str) -> int:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
        return subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, check=False).returncode

    return script


def break_a_payload(folder: Path) -> None:
    shutil.copy(Path(__file__).parents[2] / TYPO, folder / "tests/payloads/create")


def make_the_models_stale(folder: Path) -> None:
    with (folder / "src/contract_models.py").open("a", encoding="utf-8") as file:
        file.write("# by hand\n")


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
    break_a_payload(folder)
    make_the_models_stale(folder)
    expected = {"models": 1, "validate": 1}
    for subcommand, line in commands(root, name):
        assert run(line) == (0 if "sarif" in line else expected[subcommand]), line


def test_the_findings_that_are_uploaded_are_there_though_a_step_fails(root: Path, run: Project, folder: Path) -> None:
    break_a_payload(folder)
    for name, file in (("github-workflow.yml", "findings.sarif"), ("gitlab-ci.yml", "findings.xml")):
        [line] = [line for _, line in commands(root, name) if file in line]
        run(line)
        assert file in (root / PASTED / name).read_text(encoding="utf-8").split(line)[1], "nothing takes the file up"
    sarif = json.loads((folder / "findings.sarif").read_bytes())
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["unknown-key"]
    assert JUnitXml.fromfile(str(folder / "findings.xml")).failures == 1


def test_the_hooks_to_paste_exist(root: Path) -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    [repository] = read(root, "pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == hooks


def test_what_is_pasted_names_this_version(root: Path) -> None:
    [repository] = read(root, "pre-commit-config.yaml")["repos"]
    uses = [step.get("uses", "") for step in read(root, "github-action.yml")["jobs"]["contract"]["steps"]]
    named = [repository["rev"], *(name.partition("@")[2] for name in uses if "/unimicro-schema@" in name)]
    assert named == [f"v{VERSION}"] * 3


@pytest.fixture(scope="module")
def action(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[int, str, str]]:
    """The composite action, installed as GitHub would; runs it with arguments. Needs the package index."""
    node = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    temporary = tmp_path_factory.mktemp("runner")
    given = {"RUNNER_TEMP": str(temporary), "RUNNER_OS": "Linux"}

    def step(name: str, folder: Path, **context: str) -> tuple[int, str, str]:
        [found] = [item for item in node["runs"]["steps"] if item.get("name") == name]
        assert found["shell"] == "bash"
        output = folder / "output"
        output.write_text("", encoding="utf-8")
        env = {key: _filled(text, context) for key, text in found["env"].items()}
        env = {**os.environ, **given, **env, "GITHUB_OUTPUT": str(output)}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr, output.read_text(encoding="utf-8")

    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    given["PATH"] = path
    code, out, _ = step("Install", temporary, **{"github.action_path": str(root)})
    assert code == 0, out
    return lambda folder, arguments: step("unimicro-schema", folder, **{"inputs.arguments": arguments})


def _filled(text: str, context: dict[str, str]) -> str:
    for name, value in context.items():
        text = text.replace(f"${{{{ {name} }}}}", value)
    assert "${{" not in text, f"action.yml needs {text}"
    return text


MODELS = "models --output src/contract_models.py --check"
PAYLOADS = "validate --as createCustomer --format github tests/payloads/create"


@pytest.mark.xdist_group("wheel")
def test_the_action_runs_the_command_that_it_is_given(
    action: Callable[..., tuple[int, str, str]], folder: Path
) -> None:
    for arguments in (MODELS, PAYLOADS):
        code, out, output = action(folder, arguments)
        assert (code, output) == (0, "exit-code=0\n"), out
    make_the_models_stale(folder)
    break_a_payload(folder)
    code, out, output = action(folder, MODELS)
    assert (code, output) == (1, "exit-code=1\n")
    assert "-# by hand" in out
    code, out, output = action(folder, PAYLOADS)
    assert (code, output) == (1, "exit-code=1\n")
    assert "::error file=tests/payloads/create/typo-in-a-nested-object.json,line=" in out
    assert action(folder, "validate --as createCustomr x.json")[2] == "exit-code=2\n"


@pytest.mark.xdist_group("wheel")
def test_the_action_splits_quoted_arguments_and_runs_nothing_that_stands_in_them(
    action: Callable[..., tuple[int, str, str]], folder: Path
) -> None:
    (folder / "a name.json").write_bytes(b'{"OrgNumber": "914012708"}')
    code, out, _ = action(folder, "validate --as createCustomer\n  'a name.json'\n")
    assert (code, out) == (0, "a name.json: valid createCustomer\n")
    for harm in ("$(touch harm)", "`touch harm`", "; touch harm", "&& touch harm", "| touch harm", "> harm"):
        assert action(folder, f"operations {harm}")[0] == 2, harm
    assert not (folder / "harm").exists()
