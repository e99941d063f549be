"""Linters of the OpenAPI world have nothing to say about the bundle."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

BUNDLE = "../../docs/reference/openapi.json"
LINTERS = {
    "redocly": ["redocly", "lint", BUNDLE, "--config", "redocly.yaml", "--format", "json"],
    "spectral": ["spectral", "lint", BUNDLE, "--ruleset", "spectral.yaml", "--format", "json"],
}


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    """The folder with the configuration of the linters, and the linters in it."""
    npm = shutil.which("npm")
    if npm is None:
        if os.environ.get("CI"):
            pytest.fail("npm is missing; these tests may not be skipped in CI")
        pytest.skip("npm is not installed, and the linters are npm packages")
    place = root / "tests" / "lint"
    if not all((place / "node_modules" / ".bin" / name).exists() for name in LINTERS):
        install = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(install, cwd=place, check=True, capture_output=True)
    return place


@pytest.mark.xdist_group("npm")
@pytest.mark.parametrize("name", LINTERS)
def test_a_linter_finds_no_error_and_no_warning_in_the_bundle(name: str, folder: Path) -> None:
    program, *arguments = LINTERS[name]
    command = [str(folder / "node_modules" / ".bin" / program), *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    found = json.JSONDecoder().raw_decode(run.stdout)[0]
    problems = found["problems"] if isinstance(found, dict) else found
    assert [problem for problem in problems if not problem.get("ignored")] == []
