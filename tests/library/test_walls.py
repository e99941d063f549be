"""Which part of the package may know of which: run time reads no YAML, and validating needs no models."""

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from unimicro_schema import models

PACKAGE = Path(__file__).parents[2] / "tools/unimicro_schema"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
IN_A_CHECKOUT = ("commands/build.py", "changes/sources.py")
BUILD_ONLY = {"yaml", "unimicro_schema.openapi.parsing", "datamodel_code_generator", "unimicro_schema.build"}

VALIDATE = """
from unimicro_schema import validate
assert validate(b'{"OrgNumber": "914012708"}', "createCustomer").valid
assert not validate(b'{"Nme": 1}', "createCustomer").valid
assert not validate(b'{}', "deleteCustomer", 400).valid
"""
LOOK_UP = """
from unimicro_schema import example, operations, schema
assert example("createCustomer") and schema("createCustomer") and operations()
"""
MODEL = """
from unimicro_schema.models import CustomerCreate
assert CustomerCreate(org_number="914012708").model_dump_json()
"""
COMPARE = """
import contextlib, io, pathlib
import unimicro_schema
from unimicro_schema.cli import main
bundle = str(pathlib.Path(unimicro_schema.__file__).parent / "generated/openapi.json")
with contextlib.redirect_stdout(io.StringIO()) as out:
    assert main(["diff", bundle, bundle]) == 0
assert out.getvalue() == "no changes\\n"
"""
COMMAND = """
from unimicro_schema.cli import main
assert main(["validate", "--as", "createCustomer", "missing.json"]) == 2
"""
MODELS = {"pydantic", "unimicro_schema.generated.models", "unimicro_schema.models"}

# What a user does, and what must not have been imported by it.
USES = {
    "import the package": ("import unimicro_schema", BUILD_ONLY | MODELS),
    "validate": (VALIDATE, BUILD_ONLY | MODELS),
    "look up schemas and examples": (LOOK_UP, BUILD_ONLY | MODELS),
    "run the command": (COMMAND, BUILD_ONLY | MODELS),
    "compare two files": (COMPARE, BUILD_ONLY | MODELS),
    "use a model": (MODEL, BUILD_ONLY),
}


def imports(module: str) -> Iterator[str]:
    """The names of the modules that a file of the package imports anywhere in it."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("use", "unwanted"), USES.values(), ids=USES)
def test_what_a_user_does_not_need_is_not_imported(use: str, unwanted: set[str]) -> None:
    code = f"{use}\nimport json, sys\nprint()\nprint(json.dumps(sorted(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(found.stdout.splitlines()[-1]))
    assert "unimicro_schema" in loaded
    assert loaded & unwanted == set()


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith(("build/", "openapi/parsing.py"))])
def test_only_the_build_and_the_reader_of_contracts_read_yaml_or_generate_code(module: str) -> None:
    used = {name for name in imports(module) if name.split(".")[0] in {"yaml", "datamodel_code_generator"}}
    assert used == set(), f"tools/unimicro_schema/{module}"


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith(("build/", *IN_A_CHECKOUT))])
def test_only_what_runs_in_a_checkout_knows_of_the_build(module: str) -> None:
    used = {name for name in imports(module) if name.startswith("unimicro_schema.build")}
    assert used == set(), f"tools/unimicro_schema/{module}"


def test_only_the_models_need_pydantic() -> None:
    having = [name for name in MODULES if any(used.split(".")[0].startswith("pydantic") for used in imports(name))]
    assert having == [
        *(f"build/model_{part}.py" for part in ("base", "facts", "rules", "schema", "types")),
        "generated/models.py",
        "models.py",
    ]


@pytest.mark.parametrize("installed", ["None", "types.SimpleNamespace(VERSION='2.13.9')"], ids=["none", "an old one"])
def test_validating_works_without_the_pydantic_that_the_models_ask_for_in_one_sentence(installed: str) -> None:
    code = f"import sys, types; sys.modules['pydantic'] = {installed}\n{VALIDATE}\nimport unimicro_schema.models"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: unimicro_schema.models needs Pydantic 2.14 or later, which is not installed; "
        "install unimicro-schema with its extra: unimicro-schema[models]"
    )


def test_the_extra_models_asks_for_the_pydantic_that_the_models_need() -> None:
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = ".".join(map(str, models._NEEDED))
    assert [text for text in project["optional-dependencies"]["models"] if f"pydantic>={needed}," in text]
    assert not [text for text in project["dependencies"] if "pydantic" in text]


def test_every_module_is_looked_at() -> None:
    assert {"cli.py", "commands/build.py", "build/source.py", "generated/models.py"} < set(MODULES)
