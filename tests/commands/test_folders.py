"""Folders: everything in them is checked, or said to be what could not be checked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from unimicro_schema.files import folders
from unimicro_schema.files.inputs import expand

Run = Callable[..., tuple[int, str, str]]

CREATE = ("validate", "--as", "createCustomer")
GOOD = b'{"OrgNumber": "914012708"}'
POSIX = pytest.mark.skipif(os.name == "nt", reason="these files are those of POSIX")


@pytest.fixture
def payloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good payload in a folder of its own, below the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p/a").mkdir(parents=True)
    (tmp_path / "p/a/good.json").write_bytes(GOOD)
    return tmp_path / "p"


def found(name: str) -> list[tuple[str, str]]:
    """What is checked of a folder: each path, with its fault."""
    return [(Path(item.name).as_posix(), item.fault) for item in expand([name], streams=False)]


def test_files_at_any_depth_are_checked_in_the_order_of_their_names(payloads: Path) -> None:
    for name in ("b.json", "a.json", "a/z/1.json", "B.json", "a/.hidden.json", ".git/x.json", "text.txt"):
        (payloads / name).parent.mkdir(parents=True, exist_ok=True)
        (payloads / name).write_bytes(GOOD)
    expected = sorted(path.relative_to(payloads.parent) for path in payloads.rglob("*.json"))
    assert found("p") == [(path.as_posix(), "") for path in expected]


def test_the_ending_of_a_name_counts_in_any_case(run: Run, payloads: Path) -> None:
    (payloads / "BAD.JSON").write_bytes(b'{"OrgNumbr": 1}')
    (payloads.parent / "ROWS.NDJSON").write_bytes(GOOD + b"\n" + GOOD + b"\n")
    code, out, _ = run(*CREATE, "p", "ROWS.NDJSON")
    assert code == 1
    assert "BAD.JSON:1:2: error unknown-key" in out
    assert "4 checked: 3 valid, 1 invalid" in out


def test_a_packed_stream_may_have_its_ending_in_capitals(run: Run, payloads: Path) -> None:
    import gzip

    (payloads / "ROWS.JSONL.GZ").write_bytes(gzip.compress(GOOD + b"\n" + GOOD + b"\n"))
    assert run(*CREATE, "p/ROWS.JSONL.GZ")[1] == "2 checked: 2 valid\n"
    assert run(*CREATE, "--jobs", "2", "p/ROWS.JSONL.GZ")[1] == "2 checked: 2 valid\n"


@POSIX
def test_a_linked_folder_is_read_and_each_real_folder_once(payloads: Path) -> None:
    outside = payloads.parent / "outside"
    outside.mkdir()
    (outside / "bad.json").write_bytes(b"{}")
    (payloads / "link").symlink_to(outside)
    (payloads / "a/round").symlink_to(payloads)
    (payloads / "A-is-a").symlink_to(payloads / "a")
    (payloads / "again").symlink_to(outside)
    assert found("p") == [("p/a/good.json", ""), ("p/again/bad.json", "")]


@POSIX
def test_a_linked_file_is_checked_wherever_it_is(payloads: Path) -> None:
    (payloads / "same.json").symlink_to(payloads / "a/good.json")
    assert found("p") == [("p/a/good.json", ""), ("p/same.json", "")]


# What cannot be looked at, how it is made, and what is said of it.
FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link that leads nowhere": (lambda path: path.symlink_to("/nowhere/x.json"), "it is a link that leads nowhere"),
    "a link to itself": (lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
    "a pipe": (os.mkfifo, "it is neither a file nor a folder"),
}


@POSIX
@pytest.mark.parametrize(("make", "said"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_looked_at_is_told_and_is_exit_code_2(
    run: Run, payloads: Path, make: Callable[[Path], object], said: str
) -> None:
    make(payloads / "b.json")
    code, out, err = run(*CREATE, "p")
    assert (code, err) == (2, "")
    assert f"p/b.json: error unreadable: cannot be read: {said}\n" in out
    assert "p/a/good.json: valid" in out


@POSIX
def test_a_link_that_leads_nowhere_may_have_been_a_folder(run: Run, payloads: Path) -> None:
    (payloads / "recorded").symlink_to("/nowhere")
    code, out, _ = run(*CREATE, "p")
    assert (code, "p/recorded: error unreadable: cannot be read: it is a link that leads nowhere" in out) == (2, True)


@POSIX
def test_the_lock_of_an_editor_is_no_payload(run: Run, payloads: Path) -> None:
    (payloads / ".#good.json").symlink_to("me@host.1:1700000000")
    assert run(*CREATE, "p")[0] == 0


UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


@POSIX
@pytest.mark.parametrize("name", ["p/b", "p/b/bad.json", "p"])
def test_what_may_not_be_read_is_told_and_is_exit_code_2(payloads: Path, name: str) -> None:
    (payloads / "b").mkdir()
    (payloads / "b/bad.json").write_bytes(b"{}")
    place = payloads.parent / name
    place.chmod(0)
    command = [*(UNPRIVILEGED if os.geteuid() == 0 else ()), sys.executable, "-m", "unimicro_schema", *CREATE, "p"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        place.chmod(0o755)
    assert f"{name}: error unreadable: cannot be read: Permission denied\n" in done.stdout
    assert (done.returncode, done.stderr) == (2, "")


def test_newline_delimited_json_in_a_folder_is_checked_line_by_line(run: Run, payloads: Path) -> None:
    for name in ("rows.ndjson", "ROWS.JSONL"):
        (payloads / name).write_bytes(GOOD + b'\n{"OrgNumber": 9}\n')
    code, out, _ = run(*CREATE, "p")
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()[:2]] == ["p/ROWS.JSONL:2:15", "p/rows.ndjson:2:15"]
    assert "5 checked: 3 valid, 2 invalid" in out


def test_a_folder_without_payloads_is_told_for_what_it_is(run: Run, payloads: Path) -> None:
    (payloads.parent / "empty").mkdir()
    code, out, _ = run(*CREATE, "empty")
    assert code == 2
    assert out.splitlines()[0] == "empty: error unreadable: cannot be read: the folder holds no *.json file"


@pytest.mark.usefixtures("payloads")
@pytest.mark.parametrize("pattern", ["*.json", "p/*/g?od.json", "[ab].json"])
def test_a_pattern_that_no_shell_expanded_is_told_for_what_it_is(run: Run, pattern: str) -> None:
    code, out, _ = run(*CREATE, pattern)
    assert code == 2
    assert "no file has this name, and patterns are not expanded here; name the folder instead" in out


def test_a_file_may_have_the_name_of_a_pattern(run: Run, payloads: Path) -> None:
    (payloads / "[a].json").write_bytes(GOOD)
    assert run(*CREATE, "p/[a].json")[0] == 0


@POSIX
def test_names_may_be_any_bytes(run: Run, payloads: Path) -> None:
    (payloads / os.fsdecode(b"b\xff\n\x1b.json")).write_bytes(GOOD)
    code, out, _ = run(*CREATE, "p")
    assert (code, out.splitlines()[1]) == (0, "p/b\\udcff\\u000a\\u001b.json: valid createCustomer")


def test_a_folder_that_goes_away_while_it_is_read_is_told(payloads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: str) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("unimicro_schema.files.folders.os.scandir", gone)
    assert [entry.fault for entry in folders.files(str(payloads), ".json")] == ["No such file or directory"]
