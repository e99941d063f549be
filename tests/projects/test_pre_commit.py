"""The hooks for pre-commit: what it would run, run here."""

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

VALID = "openapi/examples/create-appendix-a.json"
ALSO_VALID = "openapi/examples/create-lead.json"
INVALID = "tests/corpus/invalid/createCustomer/request/typo-in-a-nested-object.json"
UNREADABLE = "tests/corpus/invalid/createCustomer/request/cut-off.json"

# The user's arguments, the files that are about to be committed, and the exit code: the hook passes with 0 only.
RUNS = [
    (["--as", "createCustomer"], [VALID, ALSO_VALID], 0),
    (["--as", "createCustomer"], [VALID, INVALID], 1),
    (["--as", "createCustomer"], [INVALID, UNREADABLE, VALID], 2),
    (["--as", "createCustomr"], [VALID], 2),
    ([], [VALID], 2),
]

each_hook = pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])


@each_hook
def test_a_hook_says_what_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["language"] == "python"


def run_hook(name: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs the entry of a hook as pre-commit does."""
    program, *rest = shlex.split(next(hook["entry"] for hook in HOOKS if hook["id"] == name))
    command = [str(Path(sys.executable).with_name(program)), *rest, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("arguments", "files", "code"), RUNS)
def test_the_hook_for_payloads_gives_the_exit_code(arguments: list[str], files: list[str], code: int) -> None:
    run = run_hook("unimicro-validate", *arguments, *files)
    assert run.returncode == code, run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert (INVALID in run.stdout) == (INVALID in files)


def test_the_hook_for_payloads_takes_what_was_read_and_is_sent_back(tmp_path: Path) -> None:
    (tmp_path / "read.json").write_text('{"ID": 1042, "AddedNextYear": 7}', encoding="utf-8")
    arguments = ["--as", "updateCustomer", "read.json"]
    assert run_hook("unimicro-validate", *arguments, folder=tmp_path).returncode == 1
    run = run_hook("unimicro-validate", "--read-back", *arguments, folder=tmp_path)
    assert (run.returncode, "advice unknown-key /AddedNextYear" in run.stdout) == (0, True)


def test_the_hook_for_models_refuses_a_file_that_is_not_there_or_stale(tmp_path: Path) -> None:
    arguments = ["--output", "models.py"]
    assert run_hook("unimicro-models", *arguments, folder=tmp_path).returncode == 1
    assert not (tmp_path / "models.py").exists()
    write = [sys.executable, "-m", "unimicro_schema", "models", *arguments]
    subprocess.run(write, cwd=tmp_path, check=True, capture_output=True)
    assert run_hook("unimicro-models", *arguments, folder=tmp_path).returncode == 0
    with (tmp_path / "models.py").open("a", encoding="utf-8") as file:
        file.write("# by hand\n")
    run = run_hook("unimicro-models", *arguments, folder=tmp_path)
    assert run.returncode == 1
    assert "-# by hand" in run.stdout


def test_the_hook_for_models_runs_whatever_is_committed_and_that_for_payloads_for_json() -> None:
    hooks = {hook["id"]: hook for hook in HOOKS}
    assert hooks["unimicro-validate"]["types"] == ["json"]
    assert (hooks["unimicro-models"]["always_run"], hooks["unimicro-models"]["pass_filenames"]) == (True, False)
