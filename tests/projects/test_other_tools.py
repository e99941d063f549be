"""Other validators take our JSON Schemas, by the commands of the manual, and give our verdicts."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from helpers import npm
from unimicro_schema import validate
from unimicro_schema.files.outputs import Folder, write
from unimicro_schema.registry import bodies, published, schema_content

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
NPM = ROOT / "tests" / "lint"
CORPUS = ROOT / "tests" / "corpus"
PAGE = (ROOT / "docs" / "toolkit" / "other-tools.md").read_text(encoding="utf-8")

VALID = ROOT / "openapi" / "examples" / "create-appendix-a.json"
INVALID = CORPUS / "invalid" / "createCustomer" / "request" / "typo-in-a-nested-object.json"

# Compiles every schema below a folder and gives the verdicts on the files that are listed with theirs. Ajv may say nothing.
COMPILE_AND_JUDGE = """
import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [folder, list, options] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const said = [];
const logger = { log: (text) => said.push(text), warn: (text) => said.push(text), error: (text) => said.push(text) };
const ajv = new Ajv({ ...JSON.parse(options), logger });
addFormats(ajv);
const compiled = {};
for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json"))) {
  try {
    compiled[name] = ajv.compile(read(`${folder}/${name}`));
  } catch (error) {
    said.push(`${name}: ${error.message}`);
  }
}
const verdicts = read(list).map(([schema, path]) => compiled[schema]?.(read(path)) ?? null);
console.log(JSON.stringify({ schemas: Object.keys(compiled).length, said, verdicts }));
"""


@pytest.fixture(scope="module")
def node_modules() -> Path:
    """The folder with Ajv of the versions that the tests pin."""
    return npm.install(NPM)


def pinned() -> dict[str, str]:
    """The versions of Ajv and its formats that the tests install."""
    return {name: version for name, version in npm.pinned(NPM).items() if name.startswith("ajv")}


def judged_alike() -> list[tuple[str, Path]]:
    """The files of the corpus that every JSON parser reads, and reads alike, each with the file of its schema."""
    found = []
    for path in sorted(CORPUS.glob("*/*/*/*.json")):
        operation, body = path.parts[-3:-1]
        if body not in bodies(operation):
            continue  # any answer is right there, and no schema says so
        report = validate(path.read_bytes(), operation, None if body == "request" else body)
        if not {finding.rule for finding in report.findings} & {"unreadable", "duplicate-key"}:
            found.append((f"{operation}/{body}.json", path))
    return found


def verdict(schema: str, path: Path) -> bool:
    operation, body = schema.removesuffix(".json").split("/")
    return validate(path.read_bytes(), operation, None if body == "request" else body).valid


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command of the manual, with the programs of this environment first."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
    )


def commands(program: str) -> list[list[str]]:
    """The commands of the manual that begin with a program."""
    return [
        shlex.split(line)
        for block in re.findall(r"^```bash\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
        if line.startswith(f"{program} ")
    ]


def file_of_the_page(name: str) -> str:
    match = re.search(rf'^```\w+ title="{re.escape(name)}"\n(.*?)^```', PAGE, re.MULTILINE | re.DOTALL)
    assert match, f"docs/toolkit/other-tools.md no longer shows {name}"
    return match[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in which the schemas were printed as the manual says."""
    printed = commands("unimicro-schema")
    assert printed
    for command in printed:
        *arguments, arrow, name = command
        assert arrow == ">"
        made = run(arguments, tmp_path)
        assert made.returncode == 0, made.stderr
        (tmp_path / name).write_text(made.stdout, encoding="utf-8")
    return tmp_path


def test_the_schema_that_the_manual_prints_is_the_published_file(project: Path) -> None:
    assert (project / "createCustomer.schema.json").read_bytes() == schema_content("createCustomer")
    assert (project / "createCustomer.400.schema.json").read_bytes() == schema_content("createCustomer", 400)


def test_the_manual_names_the_versions_that_are_tested() -> None:
    assert commands("npm") == [["npm", "install", *(f"{name}@{version}" for name, version in pinned().items())]]
    assert commands("pip") == [["pip", "install", f"check-jsonschema=={version('check-jsonschema')}"]]


@pytest.mark.node
@pytest.mark.xdist_group("npm")
@pytest.mark.parametrize(("payload", "valid"), [(VALID, True), (INVALID, False)], ids=["valid", "invalid"])
def test_the_script_for_ajv_gives_our_verdict(project: Path, node_modules: Path, payload: Path, valid: bool) -> None:
    assert validate(payload.read_bytes(), "createCustomer").valid == valid
    (project / "node_modules").symlink_to(node_modules)
    (project / "validate.mjs").write_text(file_of_the_page("validate.mjs"), encoding="utf-8")
    shutil.copy(payload, project / "customer.json")
    (command,) = commands("node")
    result = run(command, project)
    assert (result.returncode, result.stderr) == (0 if valid else 1, "")
    assert result.stdout.splitlines()[:1] == (
        [] if valid else ["/Info/InvoiceAddress must NOT have additional properties"]
    )


@pytest.mark.node
@pytest.mark.xdist_group("npm")
@pytest.mark.parametrize(
    "options",
    [{"allErrors": True, "allowUnionTypes": True}, {"strict": True, "allowUnionTypes": True}],
    ids=["as in the manual", "all strict"],
)
def test_ajv_has_nothing_to_say_about_any_schema_and_gives_our_verdicts(
    tmp_path: Path, node_modules: Path, options: dict[str, Any]
) -> None:
    (tmp_path / "node_modules").symlink_to(node_modules)
    (tmp_path / "judge.mjs").write_text(COMPILE_AND_JUDGE, encoding="utf-8")
    cases = judged_alike()
    (tmp_path / "cases.json").write_text(json.dumps([(schema, str(path)) for schema, path in cases]), encoding="utf-8")
    schemas = Folder(tmp_path / "schemas", published.schemas(), "manifest.txt").files
    write(schemas)
    result = run(["node", "judge.mjs", "schemas", "cases.json", json.dumps(options)], tmp_path)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["said"] == []
    assert found["schemas"] == len(published.schemas())
    wrong = [
        path.name
        for (schema, path), given in zip(cases, found["verdicts"], strict=True)
        if given != verdict(schema, path)
    ]
    assert wrong == []


@pytest.mark.parametrize(("payload", "valid"), [(VALID, True), (INVALID, False)], ids=["valid", "invalid"])
def test_the_command_for_check_jsonschema_gives_our_verdict(project: Path, payload: Path, valid: bool) -> None:
    shutil.copy(payload, project / "customer.json")
    (command,) = commands("check-jsonschema")
    result = run(command, project)
    assert (result.returncode, result.stderr) == (0 if valid else 1, "")
    assert ("PostalCodee" in result.stdout) == (not valid)


def test_check_jsonschema_gives_our_verdicts_on_what_is_sent(project: Path) -> None:
    cases = [path for schema, path in judged_alike() if schema == "createCustomer/request.json"]
    command = ["check-jsonschema", "--schemafile", "createCustomer.schema.json", "-o", "JSON", *map(str, cases)]
    found = json.loads(run(command, project).stdout)
    refused = {error["filename"] for error in found["errors"]}
    assert found["parse_errors"] == []
    assert refused == {str(path) for path in cases if not verdict("createCustomer/request.json", path)}


def test_the_settings_for_vs_code_name_a_schema_that_the_manual_prints() -> None:
    (entry,) = json.loads(file_of_the_page(".vscode/settings.json"))["json.schemas"]
    assert [">", entry["url"].removeprefix("./")] in [command[-2:] for command in commands("unimicro-schema")]
