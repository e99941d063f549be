"""The package as projects use it: installed from a tarball, in Node and in a bundle; and a page that loads a part of it."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

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


LIMIT = 100_000  # bytes of all modules and data, compressed together


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
    assert len(gzip.compress(b"".join(modules), mtime=0)) <= LIMIT


def test_a_page_that_loads_one_operation_has_all_functions(package: Path) -> None:
    assert run(package, SAME) == ""


def test_an_operation_that_sends_nothing_is_loaded_without_what_is_sent(package: Path) -> None:
    (package / "data" / "sent.js").rename(package / "data" / "hidden.js")
    try:
        program = 'import { load } from "./load.js"; const page = await load("deleteCustomer");'
        assert run(package, f"{program} console.log(page.validate('{{}}', 'deleteCustomer', {{ status: 404 }}).valid)")
    finally:
        (package / "data" / "hidden.js").rename(package / "data" / "sent.js")
