"""The switch `--jobs`: each line is checked once, and the work is done whatever the system refuses."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unimicro_schema import validate
from unimicro_schema.commands import workers
from unimicro_schema.commands.streaming import check_lines, check_stream
from unimicro_schema.commands.workers import Workers
from unimicro_schema.files.inputs import blocks, parts
from unimicro_schema.findings import Report

CREATE = ("validate", "--as", "createCustomer")
GOOD = b'{"OrgNumber": "914012708"}'
BAD = b'{"OrgNumber": "914012708", "CreditDay": 14}'

LINES = st.lists(st.sampled_from([b"", b" ", b"\r", b"x", b"xy", b"x" * 7, b"x" * 40]), max_size=30)


def judge(data: bytes) -> Report:
    """Gives every line a finding that tells it."""
    from unimicro_schema.findings import Finding

    return Report("", (Finding("unknown-key", "error", "", data.decode()),))


def told(pieces: Iterator[Any]) -> list[tuple[int | None, str]]:
    """The payloads of a stream, each with its line, as its pieces say."""
    found = [report.findings[0] for _, reports in check_stream(pieces, judge, 1) for report in reports]
    return [(finding.line, finding.message) for finding in found]


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(LINES, st.booleans(), st.integers(1, 50))
def test_each_line_is_checked_once_wherever_a_piece_ends(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], ended: bool, size: int
) -> None:
    text = b"\n".join(lines) + (b"\n" if ended else b"")
    expected = [(number, line.decode()) for number, line in enumerate(text.split(b"\n"), 1) if line.strip()]
    path = tmp_path_factory.getbasetemp() / "lines"
    path.write_bytes(text)
    assert told(parts(str(path), size)) == expected
    assert told(blocks(io.BytesIO(text), size)) == expected


@pytest.fixture
def stream(folder: Path) -> Path:
    """A stream of several pieces with one bad line."""
    path = folder / "stream.jsonl"
    path.write_bytes((GOOD + b"\n") * 120_000 + BAD + b"\n" + (GOOD + b"\n") * 120_000)
    return path


JUDGED = (
    "stream.jsonl:120001:28: error unknown-key /CreditDay: not a field of CustomerCreate; did you mean CreditDays?\n"
)
COUNTED = "240,001 checked: 240,000 valid, 1 invalid\n"
ALONE = "one process does the work\n"


def refused(error: Exception) -> Callable[..., Any]:
    def refuse(*_: Any, **__: Any) -> Any:
        raise error

    return refuse


@pytest.fixture(autouse=True)
def processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many processors as any test needs."""
    monkeypatch.setattr(os, "cpu_count", lambda: 64)


REFUSALS = {
    "no shared memory": ("__init__", OSError(30, "Read-only file system")),
    "no semaphores": ("__init__", NotImplementedError("This Python lacks semaphores")),
    "no processes at all": ("__init__", ImportError("No module named '_multiprocessing'")),
    "no more processes": ("submit", BlockingIOError(11, "Resource temporarily unavailable")),
    "no more threads": ("submit", RuntimeError("can't start new thread")),
}
"""What a pool of processes raises, and when."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "error"), REFUSALS.values(), ids=REFUSALS)
def test_where_the_system_gives_no_processes_one_does_the_work(
    run: Callable[..., tuple[int, str, str]],
    stream: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: Exception,
) -> None:
    monkeypatch.setattr(ProcessPoolExecutor, name, refused(error))
    code, out, err = run(*CREATE, "--jobs", "2", stream.name)
    assert (code, out) == (1, JUDGED + COUNTED)
    assert err.startswith("unimicro-schema: --jobs has no effect (")
    assert err.endswith(ALONE)
    assert err.count("\n") == 1


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="this system shares memory otherwise")  # noqa: S108  # that of Linux
def test_shared_memory_that_is_not_there_is_not_the_fault_of_a_file(stream: Path) -> None:
    hidden = "mount -t tmpfs -o ro,size=4k none /dev/shm"
    command = f'{hidden} && exec "{sys.executable}" -m unimicro_schema {" ".join(CREATE)} --jobs 2 {stream.name}'
    hiding = ["unshare", "--mount", "sh", "-c", command]
    done = subprocess.run(hiding, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("only a user who may mount can hide it")
    assert (done.returncode, done.stdout) == (1, JUDGED + COUNTED)
    assert done.stderr == "" or done.stderr.endswith(ALONE)


def doubled(piece: int) -> int:
    return piece * 2


def killed(piece: int) -> int:
    """A piece of work whose process is ended from outside, unless it is the first process."""
    if os.environ.get("FIRST") != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(piece)


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_when_a_process_is_killed_the_first_one_does_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIRST", str(os.getpid()))
    with Workers(killed, 2) as pool:
        outcomes = [pool.begin(piece) for piece in range(20)]
        assert [outcome() for outcome in outcomes] == [piece * 2 for piece in range(20)]
    assert capsys.readouterr().err == f"unimicro-schema: a process of --jobs was ended from outside; {ALONE}"


def test_a_pool_that_is_broken_before_the_next_piece_is_given_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workers(doubled, 2) as pool:
        assert pool.begin(1)() == 2
        monkeypatch.setattr(ProcessPoolExecutor, "submit", refused(BrokenProcessPool()))
        assert [pool.begin(2)(), pool.begin(3)()] == [4, 6]
    assert capsys.readouterr().err.count(ALONE) == 1


def test_an_error_of_the_work_itself_is_raised() -> None:
    with Workers(int, 2) as pool, pytest.raises(ValueError, match="invalid literal"):
        pool.begin("x")()


@pytest.mark.parametrize(("platform", "jobs", "count"), [("win32", 64, 61), ("win32", 3, 3), ("linux", 64, 64)])
def test_no_more_processes_are_asked_for_than_the_system_allows(
    monkeypatch: pytest.MonkeyPatch, platform: str, jobs: int, count: int
) -> None:
    made: list[int] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(workers, "_pool", made.append)
    assert Workers(doubled, jobs).count == count
    assert made == [count]


def test_there_are_no_more_processes_than_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    monkeypatch.setattr(workers, "_pool", lambda _: None)
    assert Workers(doubled, 100_000).count == 3


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_ctrl_c_ends_every_process_without_a_word() -> None:
    # A shell starts what it runs in the background without the handler of Ctrl-C.
    handling = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); os.cpu_count = lambda: 2"
    )
    program = [sys.executable, "-c", f"{handling}; from unimicro_schema.cli import command; sys.exit(command())"]
    process = subprocess.Popen(
        [*program, *CREATE, "--ndjson", "--jobs", "2", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin
    with suppress(BrokenPipeError):
        process.stdin.write((GOOD + b"\n") * 60_000)
        process.stdin.flush()
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, err.decode()) == (130, "")
    assert b"Traceback" not in out


def test_validate_as_a_judge_can_be_handed_to_other_processes() -> None:
    from functools import partial

    with Workers(partial(check_lines, judge=partial(validate, operation="createCustomer")), 2) as pool:
        assert pool.begin(BAD + b"\n" + GOOD)().payloads == 2
