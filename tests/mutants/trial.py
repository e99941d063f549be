"""A copy of the checkout in which one fault at a time is put to the test."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import Literal

from mutants.sample import PACKAGE, Mutant

Outcome = Literal["killed", "survived", "timed out"]

_PYTEST = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile", "mutants"]
_MARKS = "not (slow or node or java or browser)"
_PATIENCE = 3  # times as long as the tests take without a fault, and
_AT_LEAST = 30.0  # seconds
_changes = count(int(time.time()))


class Copy:
    """A copy of the checkout at `root`, of its own processes only."""

    def __init__(self, root: Path, place: Path) -> None:
        self._place = place
        listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        for name in subprocess.run(listed, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0"):
            if name and (root / name).is_file():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, place / name)
        (place / ".tmp").mkdir()

    def seconds(self, room: str) -> float:
        """How long the tests of a room take without a fault. Raises `RuntimeError` if they fail."""
        began = time.monotonic()
        code, said = self._tested(self._tests(room, ""), None)
        if code:
            raise RuntimeError(f"without a fault, the tests of {room} fail:\n{said}")
        return time.monotonic() - began

    def judged(self, mutant: Mutant, seconds: float) -> Outcome:
        """Whether the tests of its room notice a fault; `seconds` is how long they take without one."""
        file = self._place / mutant.path
        original = file.read_text(encoding="utf-8")
        try:
            _replace(file, mutant.content)
            tests = self._tests(mutant.room, Path(mutant.path).stem)
            code, _ = self._tested(tests, _PATIENCE * seconds + _AT_LEAST)
        finally:
            _replace(file, original)
        return "timed out" if code is None else "killed" if code else "survived"

    def _tests(self, room: str, module: str) -> list[str]:
        """The files of tests of a room, those first that name the module."""
        files = sorted((self._place / "tests" / room).glob("test_*.py"))
        naming = f".{module} import" if module else ""
        files.sort(key=lambda file: naming not in file.read_text(encoding="utf-8"))
        return [str(file.relative_to(self._place)) for file in files]

    def _tested(self, tests: list[str], limit: float | None) -> tuple[int | None, str]:
        """The exit code of the tests, None if they took too long, and what they said."""
        surroundings = {
            **os.environ,
            "PYTHONPATH": str(self._place / PACKAGE.partition("/")[0]),
            "TMPDIR": str(self._place / ".tmp"),
        }
        command = [*_PYTEST, "-m", _MARKS, *tests]
        with subprocess.Popen(
            command,
            cwd=self._place,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        ) as process:
            try:
                said, _ = process.communicate(timeout=limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return None, ""
        return process.returncode, said


def _replace(file: Path, content: str) -> None:
    """Writes a file with a time that no other version of it had, so that no compiled one is taken for it."""
    file.write_text(content, encoding="utf-8")
    moment = next(_changes)
    os.utime(file, (moment, moment))
