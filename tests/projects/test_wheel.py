"""The package as others install it: a wheel in an environment of its own. Needs the package index."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from site_files.wheel import made

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

PROGRAM = """
from importlib.metadata import version
from unimicro_schema import example, operations, schema, validate
from unimicro_schema.models import BusinessRelation, CustomerCreate
body = CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe")).model_dump_json()
assert validate(body, "createCustomer").valid
for operation in operations():
    if operation.request:
        assert schema(operation.id)
        assert all(validate(example(operation.id, name), operation.id).valid for name in operation.request.examples)
print(version("unimicro-schema"))
"""


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the wheel with its models and what it depends on, nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [
        str(programs / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        f"{wheel}[models]",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return programs


def called(program: Path, *arguments: str, cwd: Path) -> tuple[int, str, str]:
    """Runs an installed program outside the checkout; returns exit code, output and errors."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(program), *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= 600_000


def test_the_wheel_holds_what_its_users_run_and_not_what_derives_it(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = root / "tools/unimicro_schema"
    wanted = {
        f"unimicro_schema/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and package / "build" not in path.parents
    }
    assert "unimicro_schema/py.typed" in wanted
    assert {name for name in names if not name.split("/")[0].endswith(".dist-info")} == wanted


def test_the_wheel_is_free_and_names_what_it_needs(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    text = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    needed = [line.split(": ", 1)[1] for line in text.splitlines() if line.startswith("Requires-Dist: ")]
    always = [name.split(">")[0].split("<")[0].split("=")[0] for name in needed if "extra ==" not in name]
    assert {"jsonschema-rs", "orjson"} <= set(always)
    assert not {"pydantic", "pyyaml", "datamodel-code-generator", "ruff"} & set(always)
    assert "Project-URL" not in text, "nobody said where the documentation is"
    assert "License-Expression: MIT" in text
    assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())


def test_the_wheel_of_a_site_is_the_same_but_for_the_url_of_the_documentation(
    root: Path, wheel: Path, tmp_path: Path
) -> None:
    ours = zipfile.ZipFile(wheel)
    assert made(root, "") == wheel.read_bytes()
    (tmp_path / "site.whl").write_bytes(made(root, "https://docs.example.no/api/") or b"")
    theirs = zipfile.ZipFile(tmp_path / "site.whl")
    changed = {name.rpartition("/")[2] for name in ours.namelist() if ours.read(name) != theirs.read(name)}
    assert changed == {"METADATA", "RECORD"}
    text = theirs.read(next(name for name in theirs.namelist() if name.endswith("/METADATA"))).decode()
    assert "Project-URL: Documentation, https://docs.example.no/api/\n" in text


def test_the_command_validates_the_sample_of_the_guide(installed: Path, root: Path, tmp_path: Path) -> None:
    sample = root / "tests/data/appendix-a.json"
    code, out, err = called(
        installed / "unimicro-schema", "validate", "--as", "createCustomer", str(sample), cwd=tmp_path
    )
    assert (code, err) == (0, ""), out
    code, out, _ = called(installed / "unimicro-schema", "validate", "--as", "updateCustomer", "x", cwd=tmp_path)
    assert (code, "unreadable" in out) == (2, True)


def test_library_and_models_work_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    code, out, err = called(installed / "python", "-W", "error", "-c", PROGRAM, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert out.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ["models", "--output", "made/models.py"],
        ["schemas", "--output", "made"],
        ["examples", "--output", "made"],
        ["openapi", "--output", "made/openapi.json"],
        ["openapi", "--output", "made/openapi.yaml", "--openapi", "3.0"],
        ["openapi", "--output", "made/openapi.yaml", "--dereferenced"],
    ],
    ids=" ".join,
)
def test_files_for_other_projects_are_written_and_compared(
    installed: Path, tmp_path: Path, arguments: list[str]
) -> None:
    program = installed / "unimicro-schema"
    code, _, err = called(program, *arguments, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert called(program, *arguments, "--check", cwd=tmp_path) == (0, f"{arguments[2]}: fresh\n", "")
    if arguments[0] == "models":
        code, _, err = called(installed / "python", "-W", "error", arguments[2], cwd=tmp_path)
        assert (code, err) == (0, "")


def test_build_says_that_it_needs_the_checkout(installed: Path, tmp_path: Path) -> None:
    code, out, err = called(installed / "unimicro-schema", "build", "--check", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert "pip install -e '.[build]'" in err
    assert len(err.splitlines()) == 1
