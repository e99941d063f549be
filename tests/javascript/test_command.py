"""The command of the npm package prints what that of the Python package prints, and ends with the same code."""

from __future__ import annotations

import os
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
    assert (code, out) == (wanted_code, wanted)


@pytest.mark.parametrize("switches", [(), ("--strict",), ("--format", "json")])
def test_folders_and_what_cannot_be_read_are_reported_alike(
    package: Path, run: Run, tmp_path: Path, switches: tuple[str, ...]
) -> None:
    folder = tmp_path / "payloads"
    (folder / "b" / "c").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for name, text in {
        "b/c/z.json": "{}",
        "b/a.JSON": '{"OrgNumber": "914012708"}',
        "x.json": "{",
        "y\u2028\U0001f600.json": "[]",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "notes.txt").write_text("no payload", encoding="utf-8")
    (folder / "nowhere").symlink_to("missing")
    (folder / ".#x.json").symlink_to("somebody@somewhere")
    (folder / "again").symlink_to("b")
    (folder / "b" / "up").symlink_to("..")
    os.mkfifo(folder / "b" / "pipe.json")
    paths = [str(folder), str(tmp_path / "empty"), str(tmp_path / "missing.json"), str(folder / "b" / "c" / "z.json")]
    paths.append(str(folder / "x.json" / "y.json"))
    arguments = ("validate", "--as", "createCustomer", *switches, *paths)
    assert command(package, *arguments)[:2] == run(*arguments)[:2]


def test_what_the_command_does_not_read_is_not_skipped_silently(package: Path, tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text("{}", encoding="utf-8")
    (tmp_path / "b.json").write_text('{"OrgNumber": "914012708"}', encoding="utf-8")
    (tmp_path / "c.json").symlink_to("c.json")
    code, out, err = command(package, "validate", "--as", "createCustomer", str(tmp_path), str(tmp_path / "c.json"))
    assert (code, err) == (2, "")
    assert "a.ndjson: error unreadable: cannot be read: newline-delimited JSON is checked by" in out
    assert out.count("c.json: error unreadable: cannot be read: Too many symbolic links encountered") == 2


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("validate", "--help"), ("validate", "--as", "x", "-h")])
def test_help_is_given_where_it_is_asked_for(package: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = command(package, *arguments)
    assert (code, out[:6], err) == (0, "usage:", "")


@pytest.mark.parametrize("count", [3, 25])
def test_the_json_report_has_the_same_bytes(package: Path, run: Run, count: int) -> None:
    paths = [str(corpus.CORPUS / path) for path in FILES[:: len(FILES) // count][:count]]
    arguments = ("validate", "--as", "createCustomer", "--format", "json", *paths)
    assert command(package, *arguments)[:2] == run(*arguments)[:2]


def test_what_is_sent_back_as_it_was_read_is_judged_alike(package: Path, run: Run, tmp_path: Path) -> None:
    payload = tmp_path / "payload.json"
    payload.write_text('{"ID": 1, "Nme": 1, "inf": {}, "NewThing": {"StatusCode": 7}}', encoding="utf-8")
    arguments = ("validate", "--as", "updateCustomer", "--read-back", str(payload))
    assert command(package, *arguments)[:2] == run(*arguments)[:2]


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
        (("validate", "-"), "unimicro-schema: name the operation with --as OPERATION"),
        (("validate", "--as", "createCustomer", "--formt", "json"), "--formt"),
        (
            ("validate", "--as", "createCustomer", "--format", "xml"),
            "unimicro-schema: there is no format xml here; there are text and json",
        ),
        (("validate", "--as", "createCustomer", "--read-back", "-"), "--read-back: only the requests of"),
        (("check",), "unimicro-schema: there is no command check here; there are validate and operations"),
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
