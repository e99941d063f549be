"""The modules and the declarations of the package hold to the types that they write."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers import npm

PLACE = Path(__file__).parent


@pytest.fixture(scope="session")
def compiler() -> Path:
    """The TypeScript compiler."""
    return npm.install(PLACE) / ".bin" / "tsc"


@pytest.fixture
def project(package: Path, tmp_path: Path) -> Path:
    """A copy of the package as a TypeScript project, with the strict options of this folder."""
    folder = tmp_path / "project"
    shutil.copytree(package, folder)
    shutil.copy(PLACE / "tsconfig.json", folder)
    (folder / "node_modules").symlink_to(PLACE / "node_modules")
    return folder


def complaints(compiler: Path, project: Path) -> str:
    """What the compiler has to say of a project."""
    return subprocess.run([compiler, "--project", project], capture_output=True, text=True, check=False).stdout


def test_the_modules_have_no_errors_of_type(compiler: Path, project: Path) -> None:
    assert complaints(compiler, project) == ""


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("walk.js", "lengthOf(value), limit", "lengthOf(limit), limt"),
        ("reader.js", "const value = Number(written)", "const value = written"),
        ("advice.js", "found.push({ ...wrong, path: [...path, key] })", "found.push({ ...wrong })"),
    ],
)
def test_a_slip_in_a_module_is_an_error_of_type(compiler: Path, project: Path, module: str, old: str, new: str) -> None:
    text = (project / module).read_text(encoding="utf-8")
    assert old in text
    (project / module).write_text(text.replace(old, new), encoding="utf-8")
    assert f"{module}(" in complaints(compiler, project)


def test_the_package_needs_no_other(package: Path) -> None:
    described = json.loads((package / "package.json").read_bytes())
    assert {"dependencies", "peerDependencies", "optionalDependencies", "scripts"}.isdisjoint(described)
