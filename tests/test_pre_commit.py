"""The hooks for pre-commit: what it would run, run here."""

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
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
    assert hook["types"] == ["json"]


@each_hook
@pytest.mark.parametrize(("arguments", "files", "code"), RUNS)
def test_the_entry_of_a_hook_gives_the_exit_code(
    hook: dict[str, Any], arguments: list[str], files: list[str], code: int
) -> None:
    program, *rest = shlex.split(hook["entry"])
    command = [str(Path(sys.executable).with_name(program)), *rest, *arguments, *files]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == code, run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert (INVALID in run.stdout) == (INVALID in files)
