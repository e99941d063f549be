"""A copy of the checkout in which one fault at a time is put to the test."""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from mutants.sample import PACKAGE, Mutant

Outcome = Literal["killed", "survived", "timed out"]

_PYTEST = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile", "mutants"]
_PLUGINS = ["--disable-plugin-autoload"] + [  # those of others take a second to load
    part
    for name in ("xdist", "_hypothesis_pytestplugin", "unimicro_schema.pytest_plugin", "mutants.plugin")
    for part in ("-p", name)
]
_MARKS = "not (node or java or php or dotnet or browser or weekly)"
_TESTS = {"commands": ("commands", "calls")}
"""The folders with the tests of a room, where it is not the one of the same name only."""
_PATIENCE = 3  # times as long as the tests take without a fault, and
_AT_LEAST = 30.0  # seconds
_changes = count(int(time.time()))


@dataclass(frozen=True)
class Run:
    """What a test did without a fault: its seconds, and the lines of each file of the package that it ran."""

    seconds: float
    lines: dict[str, frozenset[int]]


Runs = dict[str, Run]
"""The tests of a room by the names that pytest has for them."""


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

    def runs(self, room: str) -> Runs:
        """What each test of a room does without a fault. Raises `RuntimeError` if one fails."""
        code, said = self._tested(room, ["--note-lines", str(self._place / PACKAGE)], None)
        if code:
            raise RuntimeError(f"without a fault, the tests of {room} fail:\n{said}")
        found = json.loads((self._place / "lines.json").read_text(encoding="utf-8"))
        return {
            test: Run(
                seconds,
                {os.path.relpath(file, self._place): frozenset(lines) for file, lines in by_file.items()},
            )
            for test, (seconds, by_file) in found.items()
        }

    def judged(self, mutant: Mutant, runs: Runs) -> Outcome:
        """Whether the tests of its room notice a fault: first those that run its lines, the quick ones before the slow."""
        file = self._place / mutant.path
        original = file.read_text(encoding="utf-8")
        order = self._place / "order.json"
        order.write_text(json.dumps(_in_order(mutant, original, runs)), encoding="utf-8")
        limit = _PATIENCE * sum(run.seconds for run in runs.values()) + _AT_LEAST
        try:
            _replace(file, mutant.content)
            code, _ = self._tested(mutant.room, ["--in-order", str(order)], limit)
        finally:
            _replace(file, original)
        return "timed out" if code is None else "killed" if code else "survived"

    def _tested(self, room: str, switches: list[str], limit: float | None) -> tuple[int | None, str]:
        """The exit code of the tests, None if they took too long, and what they said."""
        surroundings = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(str(self._place / name) for name in (PACKAGE.partition("/")[0], "tests")),
            "TMPDIR": str(self._place / ".tmp"),
        }
        folders = [f"tests/{name}" for name in _TESTS.get(room, (room,))]
        command = [*_PYTEST, *_PLUGINS, *switches, "-m", _MARKS, *folders]
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
                said = ""
            late = process.returncode is None
            with suppress(ProcessLookupError):  # what a fault left running
                os.killpg(process.pid, signal.SIGKILL)
        return None if late else process.returncode, said


def _in_order(mutant: Mutant, source: str, runs: Runs) -> dict[str, float]:
    """The seconds of each test: first of those that run the function of a fault, then of those that run its file."""
    nearby = _nearby(source, mutant.line)

    def rank(test: str) -> tuple[int, float]:
        lines = runs[test].lines.get(mutant.path, frozenset())
        return 2 - bool(lines) - any(line in nearby for line in lines), runs[test].seconds

    return {test: runs[test].seconds for test in sorted(runs, key=rank)}


def _nearby(source: str, line: int) -> range:
    """The lines of the innermost function around a line, or of the whole statement where there is none."""
    module = ast.parse(source)
    functions = [node for node in ast.walk(module) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    spans = [range(node.lineno, (node.end_lineno or 0) + 1) for node in (*module.body, *functions)]
    return min((span for span in spans if line in span), key=len, default=range(line, line + 1))


def _replace(file: Path, content: str) -> None:
    """Writes a file with a time that no other version of it had, so that no compiled one is taken for it."""
    file.write_text(content, encoding="utf-8")
    moment = next(_changes)
    os.utime(file, (moment, moment))
