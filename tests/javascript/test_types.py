"""The modules and the declarations of the package hold to the types that they write."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import unimicro_schema
from helpers import corpus, npm
from helpers.mutations import EXAMPLES
from unimicro_schema.registry import bodies, operations

PLACE = Path(__file__).parent
MODULES = Path(unimicro_schema.__file__).parent / "javascript"


@pytest.fixture(scope="session")
def compiler() -> Path:
    """The TypeScript compiler."""
    return npm.install(PLACE) / ".bin" / "tsc"


def as_written(package: Path, folder: Path) -> None:
    """Writes the package with its modules as they are written, with their types."""
    shutil.copytree(package, folder)
    shutil.copytree(MODULES, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("index.d.ts"))


def with_options(folder: Path) -> Path:
    """Makes a folder a TypeScript project with the strict options of this one."""
    shutil.copy(PLACE / "tsconfig.json", folder)
    (folder / "node_modules").symlink_to(PLACE / "node_modules")
    return folder


@pytest.fixture
def project(package: Path, tmp_path: Path) -> Path:
    """The package as a TypeScript project."""
    as_written(package, tmp_path / "project")
    return with_options(tmp_path / "project")


@pytest.fixture
def site(package: Path, tmp_path: Path, root: Path) -> Path:
    """The scripts of the tools in the pages, beside the package as the site has it, as a TypeScript project."""
    as_written(package, tmp_path / "assets/unimicro-schema")
    shutil.copytree(root / "docs/assets/tools", tmp_path / "assets/tools")
    shutil.copy(package / "package.json", tmp_path)
    return with_options(tmp_path)


def complaints(compiler: Path, project: Path) -> str:
    """What the compiler has to say of a project."""
    return subprocess.run([compiler, "--project", "."], cwd=project, capture_output=True, text=True, check=False).stdout


def test_the_modules_have_no_errors_of_type(compiler: Path, project: Path) -> None:
    assert complaints(compiler, project) == ""


def test_the_scripts_of_the_tools_in_the_pages_have_no_errors_of_type(compiler: Path, site: Path) -> None:
    assert complaints(compiler, site) == ""
    script = site / "assets/tools/payload.js"
    script.write_text(
        script.read_text(encoding="utf-8").replace("box.indexOf(line", "box.indexOf(pointer"), encoding="utf-8"
    )
    assert "payload.js(" in complaints(compiler, site)


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


Case = tuple[str, str, str]
"""An operation, a body and its text."""

# What a type can tell of a body. Limits, formats and fractions are for the validator.
TOLD = {"unknown-key", "missing-key", "null-not-allowed", "not-in-enum", "duplicate-key", "wrong-type"}
NOT_TOLD = re.compile(r"must be a whole number[^,]*, not a number|its digits in quotes|/ID: must be at")
OPEN = "400"  # one of its shapes is an object with any keys, so that the type of the whole takes any object


def program(cases: list[Case]) -> str:
    """A program that gives each body its type, a line for each."""
    lines = ['import type * as types from "./index.js";']
    for number, (operation, body, text) in enumerate(cases):
        literal = " ".join(text.split())
        kind = f"types.Requests['{operation}']" if body == "request" else f"types.Responses['{operation}'][{body}]"
        if body == "request" or literal == "[]":
            lines.append(f"export const body{number}: {kind} = {literal};")
        else:  # a value that was received, which may have keys that the type does not
            lines.append(f"const got{number} = {literal}; export const body{number}: {kind} = got{number};")
    return "\n".join(lines) + "\n"


def refused(compiler: Path, project: Path, cases: list[Case]) -> set[int]:
    """The numbers of the bodies that their types refuse."""
    (project / "bodies.ts").write_text(program(cases), encoding="utf-8")
    said = complaints(compiler, project)
    found = re.findall(r"^bodies\.ts\((\d+),", said, re.MULTILINE)
    assert bool(found) == bool(said), said
    return {int(line) - 2 for line in found}


def is_told(path: str) -> bool:
    """Whether a type can refuse a file of the corpus for one of its errors."""
    errors = [line for line in corpus.EXPECTED[path] if "error " in line and not NOT_TOLD.search(line)]
    return any(f"error {rule}" in line for line in errors for rule in TOLD)


def test_every_example_is_of_its_type(compiler: Path, project: Path) -> None:
    cases = [(operation, body, text.decode()) for operation, body, text in EXAMPLES]
    assert [cases[number] for number in sorted(refused(compiler, project, cases))] == []


def test_what_a_type_can_tell_of_the_corpus_it_tells_and_it_refuses_nothing_valid(
    compiler: Path, project: Path
) -> None:
    typed = {f"/{entry.id}/{body}/" for entry in operations() for body in bodies(entry.id) if body != OPEN}
    paths = [
        path
        for path in corpus.files()
        if "unreadable" not in corpus.rules(path) and any(folder in path for folder in typed)
    ]
    cases = [(operation, body, text.decode("utf-8-sig")) for operation, body, text in map(corpus.case, paths)]
    found = {paths[number] for number in refused(compiler, project, cases)}
    assert sorted(set(filter(is_told, paths)) - found) == [], "the types let these pass"
    assert sorted(filter(corpus.is_valid, found)) == [], "the types refuse these"


def test_a_misspelt_note_is_taken_and_a_misspelt_name_is_not(compiler: Path, project: Path) -> None:
    texts = ['{"OrgNumber": "914012708", "_mine": 1}', '{"OrgNumber": "914012708", "_mine": 1, "Inf": null}']
    assert refused(compiler, project, [("createCustomer", "request", text) for text in texts]) == {1}


def test_the_codes_are_constants_of_the_types(compiler: Path, project: Path) -> None:
    program = (
        'import { CustomerStatus, type Requests } from "./index.js";\n'
        'export const body: Requests["createCustomer"] = { OrgNumber: "1", StatusCode: CustomerStatus.Active };\n'
    )
    (project / "codes-used.ts").write_text(program, encoding="utf-8")
    assert complaints(compiler, project) == ""
