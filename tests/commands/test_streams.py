"""Standard streams that are closed or full: a sentence and exit code 2 in every command, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from unimicro_schema.cli import COMMANDS

BUNDLE = "tools/unimicro_schema/generated/openapi.json"
ROOT = Path(__file__).parents[2]

SPEAKING = {
    "validate": "validate --as createCustomer good.json",
    "query": "query --as listCustomers top=1",
    "calls": "calls good.json",
    "explain": "explain good.json",
    "operations": "operations",
    "schema": "schema createCustomer",
    "example": "example createCustomer",
    "models": "models --output -",
    "schemas": "schemas --output schemas",
    "examples": "examples --output examples",
    "openapi": "openapi --output -",
    "javascript": "javascript --output javascript",
    "mock": "mock --port 0",
    "diff": f"diff {ROOT / BUNDLE} {ROOT / BUNDLE}",
    "build": f"build --check --root {ROOT}",
    "": "--help",
    "the version": "--version",
    "help of a command": "validate --help",
}
"""A call of each command that prints something."""

READING = (
    "validate --as createCustomer",
    "validate --as createCustomer --ndjson",
    "query --as listCustomers -",
    "calls",
    "calls --ndjson",
    "explain",
)
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


def shell(call: str, redirections: str, *, command: str = "-m unimicro_schema") -> subprocess.CompletedProcess[str]:
    """Runs a call with its streams redirected."""
    line = f'exec "{sys.executable}" {command} {call} {redirections}'
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False, env=os.environ)


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) <= set(SPEAKING)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "call",
    [pytest.param(call, marks=[pytest.mark.slow] * (name == "build"), id=name) for name, call in SPEAKING.items()],
)
@pytest.mark.parametrize("redirection", [">&-", pytest.param("> /dev/full", marks=FULL)])
def test_output_that_nobody_gets_is_exit_code_2_and_a_sentence(call: str, redirection: str) -> None:
    done = shell(call, redirection)
    said = "unimicro-schema: standard output cannot be written: "
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("call", READING)
def test_a_closed_standard_input_is_exit_code_2_and_a_sentence(call: str) -> None:
    done = shell(call, "<&-")
    assert done.returncode == 2
    assert "<stdin>" in done.stdout + done.stderr
    assert "cannot be read: Bad file descriptor" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("validate --as createCustomer good.json", 0),
        ("validate --as createCustomer rows.ndjson", 0),
        ("validate --as createCustomer bad.json", 1),
        ("validate --as creatCustomer good.json", 2),
        ("validate", 2),
        ("diff good.json", 2),
        ("explain missing.json", 2),
        ("models --output models.py --check", 1),
    ],
)
@pytest.mark.parametrize("redirection", ["2>&-", pytest.param("2> /dev/full", marks=FULL)])
def test_messages_that_nobody_gets_change_neither_the_output_nor_the_exit_code(
    folder: Path, call: str, code: int, redirection: str
) -> None:
    (folder / "rows.ndjson").write_bytes(b'{"OrgNumber": "914012708"}\n')
    done, usual = shell(call, redirection), shell(call, "")
    assert (done.returncode, done.stdout, done.stderr) == (code, usual.stdout, "")
    assert usual.returncode == code


@pytest.mark.usefixtures("folder")
def test_files_get_no_number_of_a_closed_stream(folder: Path) -> None:
    done = shell("models --output models.py", "<&- >&- 2>&-")
    assert done.returncode == 2
    assert (folder / "models.py").read_bytes() == (ROOT / "tools/unimicro_schema/generated/models.py").read_bytes()


PLANTED = """
import sys
from unimicro_schema.commands import operations
def run(_): raise {error}
operations.run = run
from unimicro_schema.cli import command
sys.exit(command())
"""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("ValueError('a value of a payload')", "this is a fault of unimicro-schema, not of the input (ValueError)"),
        ("RecursionError()", "this is a fault of unimicro-schema, not of the input (RecursionError)"),
        ("MemoryError()", "there is not enough memory for this input"),
        ("OSError(5, 'Input/output error', 'a file')", "a file cannot be read or written: Input/output error"),
    ],
)
def test_what_nobody_thought_of_is_exit_code_2_and_a_sentence_without_values(error: str, said: str) -> None:
    program = [sys.executable, "-c", PLANTED.format(error=error), "operations"]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"unimicro-schema: {said}")
    assert done.stderr.count("\n") == 1
    assert "a value" not in done.stderr


def test_python_shows_where_a_fault_is_in_its_development_mode() -> None:
    program = [sys.executable, "-X", "dev", "-c", PLANTED.format(error="ValueError('x')"), "operations"]
    assert "ValueError: x" in subprocess.run(program, capture_output=True, text=True, check=False).stderr


def test_an_interrupt_is_exit_code_130_without_a_word() -> None:
    program = [sys.executable, "-c", PLANTED.format(error="KeyboardInterrupt()"), "operations"]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
