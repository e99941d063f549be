"""The package as projects use it: installed from a tarball, in Node and in a bundle; and a page that loads a part of it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import unimicro_schema
from helpers.node import executable
from unimicro_schema import operations
from unimicro_schema.registry import bodies

LOAD = """
import { load } from "./load.js";
import { validate } from "./index.js";

const asked = JSON.parse(process.argv[1]);
for (const [operation, status] of asked) {
  const page = await load(operation);
  const one = JSON.stringify(page.validate('{"Nme": 1}', operation, { status }));
  const other = JSON.stringify(validate('{"Nme": 1}', operation, { status }));
  if (one !== other) console.log(operation, status, one, other);
}
"""


SAME = """
import { load } from "./load.js";
import * as whole from "./index.js";

const calls = [
  ["checkQuery", "expand=Inf&filter=StatusCode eq 1&tp=10", "listCustomers"],
  ["explainError", '{"Message": "no"}', 400],
  ["minimalUpdate", { ID: 1, Info: { ID: 2 } }, { ID: 1, Info: { ID: 2, Name: "x" } }],
  ["operations"],
];
for (const { id } of whole.operations()) {
  const page = await load(id);
  for (const [name, ...given] of calls) {
    if (JSON.stringify(page[name](...given)) !== JSON.stringify(whole[name](...given))) console.log(id, name);
  }
}
const { validate } = await load("bulkSaveCustomers");
const given = ['[{"ID": 1, "NewThing": 1}]', "bulkSaveCustomers", { readBack: true }];
if (JSON.stringify(validate(...given)) !== JSON.stringify(whole.validate(...given))) console.log("read back");
"""


MODULES = Path(unimicro_schema.__file__).parent / "javascript"
LIMIT = 100_000  # bytes of all modules and data, each file compressed by itself, as a browser loads them


def run(package: Path, program: str, *arguments: str) -> str:
    """What a program in the folder of the package prints."""
    command = [executable(), "--input-type=module", "--eval", program, "--", *arguments]
    return subprocess.run(command, cwd=package, capture_output=True, text=True, check=True).stdout


def test_a_page_that_loads_one_operation_gives_its_reports(package: Path) -> None:
    asked = [[entry.id, None if body == "request" else body] for entry in operations() for body in bodies(entry.id)]
    assert run(package, LOAD, json.dumps(asked)) == ""


def test_all_modules_and_their_data_are_small_together(package: Path) -> None:
    modules = [path.read_bytes() for path in sorted(package.rglob("*.js"))]
    assert len(modules) > 40
    assert sum(len(gzip.compress(module, 6, mtime=0)) for module in modules) <= LIMIT


def test_a_page_that_loads_one_operation_has_all_functions(package: Path) -> None:
    assert run(package, SAME) == ""


def test_an_operation_whose_data_a_page_did_not_load_is_not_judged(package: Path) -> None:
    program = (
        'import { load } from "./load.js"; const page = await load("listCustomers");'
        'try { page.validate("{}", "createCustomer"); } catch (error) { console.log(error.message); }'
    )
    said = 'the data of createCustomer is not loaded; use the functions of await load("createCustomer")\n'
    assert run(package, program) == said


@contextmanager
def hidden(package: Path, *names: str) -> Iterator[None]:
    """The package without some of its files and folders."""
    for name in names:
        (package / name).rename(package / f"{name}.hidden")
    try:
        yield
    finally:
        for name in names:
            (package / f"{name}.hidden").rename(package / name)


def test_an_operation_that_sends_nothing_is_loaded_without_what_is_sent(package: Path) -> None:
    with hidden(package, "data/sent.js"):
        program = 'import { load } from "./load.js"; const page = await load("deleteCustomer");'
        assert run(package, f"{program} console.log(page.validate('{{}}', 'deleteCustomer', {{ status: 404 }}).valid)")


def test_the_command_loads_only_what_it_needs_to_judge_payloads(package: Path, tmp_path: Path) -> None:
    (tmp_path / "body.json").write_text("[]", encoding="utf-8")
    arguments = ["validate", "--as", "deleteCustomer", "--response", "400", str(tmp_path / "body.json")]
    command = [executable(), "bin.js", *arguments]
    with hidden(package, "data/sent.js", "query", "updates", "explain.js"):
        done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def test_the_command_ends_quietly_when_nobody_reads_what_it_prints(package: Path) -> None:
    command = f'"{executable()}" bin.js operations | true'
    done = subprocess.run(["/bin/sh", "-c", command], cwd=package, capture_output=True, text=True, check=False)
    assert done.stderr == ""


BLOCK = re.compile(r"^ */\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)


def without_comments(text: str) -> str:
    """The code of a module."""
    return BLOCK.sub("", text)


def test_the_modules_of_the_package_are_those_that_are_written_with_fewer_comments(package: Path) -> None:
    paths = [path.relative_to(MODULES) for path in sorted(MODULES.rglob("*.js"))]
    for path in paths:
        packed, written = ((folder / path).read_text(encoding="utf-8") for folder in (package, MODULES))
        assert without_comments(packed) == without_comments(written), path
    told = (package / "check.js").read_text(encoding="utf-8")
    assert "as one finding for each defect" in told
    assert "@throws {RangeError} for a body that cannot be judged" in told
    assert "@import" not in told
