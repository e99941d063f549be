"""Runs the JavaScript modules in one process of Node, which answers many questions."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import pytest

from unimicro_schema.findings import Report
from unimicro_schema.reports.json import finding_as_json

_SERVER = Path(__file__).with_name("node.mjs")

Call = tuple[Any, ...]
"""The name of a function of the package and its arguments: JSON values, and bytes."""


def executable() -> str:
    """Where Node is. Skips the test where there is none, except in CI."""
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CI"):
            pytest.fail("Node is missing; these tests may not be skipped in CI")
        pytest.skip("Node is not installed")
    return node


class Node:
    """A process of Node that has loaded the package in a folder."""

    def __init__(self, package: Path) -> None:
        command = [executable(), str(_SERVER), (package / "index.js").as_uri()]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._process.stdin.close() if self._process.stdin else None

    def answers(self, calls: Sequence[Call]) -> list[str]:
        """What each call gives, as `JSON.stringify` writes it; of one that throws, the name and the message of the error."""
        assert self._process.stdin
        assert self._process.stdout
        asked = [[_sent(part) for part in call] for call in calls]
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answers: list[str] = json.loads(self._process.stdout.readline())
        return answers


def _sent(part: Any) -> Any:
    return {"bytes": base64.b64encode(part).decode()} if isinstance(part, bytes) else {"value": part}


def as_json(report: Report) -> str:
    """A report as `JSON.stringify` writes that of JavaScript."""
    findings = [finding_as_json(finding) for finding in report.findings]
    return written({"operation": report.operation, "valid": report.valid, "findings": findings})


def written(value: Any) -> str:
    """A value as `JSON.stringify` writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
