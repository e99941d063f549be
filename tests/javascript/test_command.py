"""The command of the npm package prints what that of the Python package prints, and ends with the same code."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import corpus
from helpers.node import executable

Run = Callable[..., tuple[int, str, str]]


def command(package: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """The exit code, what was printed, and what was said to standard error."""
    done = subprocess.run([executable(), package / "bin.js", *arguments], input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


FILES = [path for path in corpus.files() if path.split("/")[1:3] == ["createCustomer", "request"]]


@pytest.mark.parametrize("switches", [(), ("--strict",)])
def test_the_lines_of_many_files_are_the_same(package: Path, run: Run, switches: tuple[str, ...]) -> None:
    paths = [str(corpus.CORPUS / path) for path in FILES if not path.startswith("valid/")]
    arguments = ["validate", "--as", "createCustomer", *switches, *paths]
    code, out, _ = command(package, *arguments)
    wanted_code, wanted, _ = run(*arguments)
    findings = [line for line in wanted.splitlines() if ": error " in line or ": advice " in line]
    assert (code, [line for line in out.splitlines() if ": valid " not in line][: len(findings)]) == (
        wanted_code,
        findings,
    )


@pytest.mark.parametrize("path", [path for path in FILES if not path.startswith("valid/")][:40:4])
def test_one_file_gives_the_same_text_and_code(package: Path, run: Run, path: str) -> None:
    arguments = ("validate", "--as", "createCustomer", str(corpus.CORPUS / path))
    assert command(package, *arguments)[:2] == run(*arguments)[:2]


def test_standard_input_is_read(package: Path, run: Run) -> None:
    arguments = ("validate", "--as", "updateCustomer", "--response", "404", "-")
    assert command(package, *arguments, stdin=b"{}")[:2] == run(*arguments, stdin=b"{}")[:2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("validate", "--as", "createCustomr", "-"), "did you mean createCustomer"),
        (("validate", "-"), "usage: "),
        (("validate", "--as", "createCustomer", "--formt", "json"), "--formt"),
        (("validate", "--as", "createCustomer", "--format", "xml"), "usage: "),
        (("validate", "--as", "createCustomer", "no-such-file.json"), "no-such-file.json cannot be read"),
        (("check",), "usage: "),
        ((), "usage: "),
    ],
)
def test_what_cannot_be_checked_is_a_sentence_and_exit_code_2(
    package: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = command(package, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "    at " not in err
