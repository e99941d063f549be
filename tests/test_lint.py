"""Linters of the OpenAPI world have nothing to say about the bundle."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from unimicro_schema import openapi

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


# Linters of other forms of the document. Spectral takes a minute for a dereferenced one, and Redocly has the same rules.
MORE = {"redocly": ["--max-problems", "1000"]}
OTHER_FORMS = [
    ("redocly", "3.0", False),
    ("spectral", "3.0", False),
    ("redocly", "3.0", True),
    ("redocly", "3.1", True),
]


@pytest.mark.xdist_group("npm")
@pytest.mark.parametrize(("name", "version", "dereferenced"), OTHER_FORMS)
def test_a_linter_finds_nothing_in_another_form_but_what_the_sample_of_the_guide_is_excused_for(
    name: str, version: str, dereferenced: bool, folder: Path, tmp_path: Path
) -> None:
    form = tmp_path / "openapi.json"
    form.write_bytes(openapi.text(version, dereferenced=dereferenced))
    program, *arguments = [str(form) if part == BUNDLE else part for part in LINTERS[name]]
    command = [str(folder / "node_modules" / ".bin" / program), *arguments, *MORE.get(name, [])]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    found = json.JSONDecoder().raw_decode(run.stdout)[0]
    problems = found["problems"] if isinstance(found, dict) else found
    assert [problem for problem in problems if not excused(problem)] == []


def excused(problem: dict[str, Any]) -> bool:
    """Whether Redocly minds what the guide's sample sends, as `.redocly.lint-ignore.yaml` excuses it for the bundle."""
    places = [place["pointer"] for place in problem["location"]]
    return problem["ruleId"] == "no-invalid-media-type-examples" and all(
        "/examples/appendix-a/value/" in p for p in places
    )
