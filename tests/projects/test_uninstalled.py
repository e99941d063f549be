"""The package without its metadata: copied into a project, frozen, or in a zip file on the path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers.shell import called

pytestmark = pytest.mark.slow

PACKAGE = Path(__file__).parents[2] / "tools/unimicro_schema"

PROGRAM = "import sys; from unimicro_schema.cli import command; sys.exit(command())"
CALLS = [
    ("validate", "--as", "createCustomer", "good.json"),
    ("validate", "--as", "createCustomer", "--format", "json", "bad.json"),
    ("validate", "--as", "createCustomer", "--jobs", "2", "rows.ndjson"),
    ("query", "--as", "listCustomers", "filter=StatusCode eq 30001"),
    ("explain", "bad.json"),
    ("operations",),
    ("schema", "createCustomer"),
    ("example", "createCustomer", "--list"),
    ("models", "--output", "-"),
    ("schemas", "--output", "schemas"),
    ("examples", "--output", "examples"),
    ("openapi", "--output", "-"),
    ("javascript", "--output", "javascript"),
    ("diff", str(PACKAGE / "generated/openapi.json")),
]


@pytest.fixture(scope="module")
def dependencies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the package needs, and nothing that says what is installed."""
    folder = tmp_path_factory.mktemp("dependencies")
    for name in ("jsonschema_rs", "orjson", "lark"):
        found = Path(__import__(name).__file__ or "").parent
        shutil.copytree(found, folder / name)
    return folder


@pytest.fixture(scope="module", params=["a folder", "a zip file"])
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, copied."""
    place = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, place / "unimicro_schema", ignore=shutil.ignore_patterns("__pycache__"))
    if request.param == "a folder":
        return place
    with zipfile.ZipFile(place / "package.zip", "w") as archive:
        for path in (place / "unimicro_schema").rglob("*"):
            archive.write(path, path.relative_to(place))
    return place / "package.zip"


def uninstalled(copy: Path, dependencies: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run from a copy by a Python that has no packages of its own."""
    environment = {**os.environ, "PYTHONPATH": f"{copy}{os.pathsep}{dependencies}", "PYTHONDONTWRITEBYTECODE": "1"}
    program = [sys.executable, "-S", "-P", "-c", PROGRAM, *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=False, env=environment)


def test_the_version_is_unknown_and_the_contract_is_not(copy: Path, dependencies: Path) -> None:
    done = uninstalled(copy, dependencies, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == called("--version").out.replace(" 0.1.0,", " unknown,")
    assert uninstalled(copy, dependencies, "--help").returncode == 0


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_command_does_the_same_as_an_installed_one(
    copy: Path, dependencies: Path, folder: Path, call: tuple[str, ...]
) -> None:
    (folder / "rows.ndjson").write_bytes(b'{"OrgNumber": "914012708"}\n')
    done = uninstalled(copy, dependencies, *call)
    for written in ("schemas", "examples", "javascript"):
        shutil.rmtree(folder / written, ignore_errors=True)
    assert (done.returncode, done.stdout, done.stderr) == called(*call)


@pytest.mark.usefixtures("folder")
def test_sarif_leaves_out_a_version_that_is_not_known(copy: Path, dependencies: Path) -> None:
    done = uninstalled(copy, dependencies, "validate", "--as", "createCustomer", "--format", "sarif", "good.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"version": "0.1.0"' not in done.stdout


def test_the_build_says_what_it_needs(copy: Path, dependencies: Path) -> None:
    done = uninstalled(copy, dependencies, "build", "--check")
    assert done.returncode == 2
    assert done.stderr.startswith("unimicro-schema: cannot build, ")
    assert done.stderr.count("\n") == 1
