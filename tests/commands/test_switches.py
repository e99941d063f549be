"""Every switch of every command does something: a call with it says what the same call without it does not.

The calls are those of a user: processes of their own, in the environment that the tests were given. The list of switches is that
of the parsers, so a new switch needs a row here.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from helpers.changes_cases import GONE, edited
from helpers.shell import NEEDS_TERMINALS, Ended, called, called_on_a_terminal
from unimicro_schema.build.pages import command_line
from unimicro_schema.cli import COMMANDS

ROOT = Path(__file__).parents[2]
SMALL = yaml.safe_load((ROOT / "tests/data/small-contract.yaml").read_text(encoding="utf-8"))


class Row(NamedTuple):
    """A call, what is added to it for the switch, the exit code then, what is only said then, and what no longer is."""

    call: str
    added: str
    code: int
    said: str
    terminal: bool = False
    unsaid: str = ""


_CHECK = "validate --as createCustomer"
_JSON = '"version": 1,'
_SARIF = '"version": "2.1.0"'

ROWS = {
    "--version": Row("", "--version", 0, ", contract "),
    "validate --as": Row("validate update.json", "--as updateCustomer", 0, "update.json: valid updateCustomer"),
    "validate --response": Row(f"{_CHECK} good.json", "--response 400", 1, "error unknown-shape: "),
    "validate --format json": Row(f"{_CHECK} bad.json", "--format json", 1, _JSON),
    "validate --format github": Row(f"{_CHECK} bad.json", "--format github", 1, "::error file=bad.json,line=3,"),
    "validate --format sarif": Row(f"{_CHECK} bad.json", "--format sarif", 1, _SARIF),
    "validate --format junit": Row(f"{_CHECK} bad.json", "--format junit", 1, '<testsuite name="bad.json"'),
    "validate --format gitlab": Row(f"{_CHECK} bad.json", "--format gitlab", 1, '"check_name": "unknown-key"'),
    "validate --strict": Row(f"{_CHECK} advised.json", "--strict", 1, "2:16: error org-number-checksum /OrgNumber: "),
    "validate --show-values": Row(f"{_CHECK} bad.json", "--show-values", 1, '"CreditDay": 14', terminal=True),
    "validate --read-back": Row(
        "validate --as updateCustomer read.json", "--read-back", 0, ": advice unknown-key /AddedNextYear: "
    ),
    "validate --ndjson": Row(f"{_CHECK} lines", "--ndjson", 1, "lines:2:28: error unknown-key /CreditDay: "),
    "query --as": Row("query top=1", "--as listCustomers", 0, "<query>: valid listCustomers"),
    "query --format json": Row("query --as listCustomers top=x", "--format json", 1, _JSON),
    "query --format github": Row("query --as listCustomers top=x", "--format github", 1, "::error "),
    "query --format sarif": Row("query --as listCustomers top=x", "--format sarif", 1, _SARIF),
    "query --format junit": Row("query --as listCustomers top=x", "--format junit", 1, '<testsuite name="&lt;query'),
    "query --format gitlab": Row("query --as listCustomers top=x", "--format gitlab", 1, '"check_name": '),
    "query --strict": Row("query --as listCustomers select=Info.Name", "--strict", 1, ": error expand-missing "),
    "calls --format json": Row("calls bad.har", "--format json", 1, _JSON),
    "calls --format github": Row("calls bad.har", "--format github", 1, "::error file=bad.har,line=1,col=23,"),
    "calls --format sarif": Row("calls bad.har", "--format sarif", 1, _SARIF),
    "calls --format junit": Row("calls bad.har", "--format junit", 1, '<testsuite name="bad.har:0"'),
    "calls --format gitlab": Row("calls bad.har", "--format gitlab", 1, '"check_name": "unknown-key"'),
    "calls --facts": Row("calls calls.ndjson", "--facts", 0, "Contract ", unsaid="  deleteCustomer      1"),
    "calls --strict": Row("calls advised.ndjson", "--strict", 1, "1:1: error org-number-checksum (body) /OrgNumber: "),
    "calls --show-values": Row("calls bad.har", "--show-values", 1, "(the value is 14)"),
    "calls --read-back": Row("calls read.ndjson", "--read-back", 0, ": advice unknown-key (body) /AddedNextYear: "),
    "calls --ndjson": Row("calls calls.txt", "--ndjson", 0, "  deleteCustomer      1      1        0"),
    "explain --response": Row("explain text.json", "--response 401", 1, "text.json: Unknown body (401)"),
    "explain --format json": Row("explain text.json", "--format json", 0, _JSON),
    "schema --response": Row("schema createCustomer", "--response 201", 0, '"urn:unimicro-schema:createCustomer:201"'),
    "example --response": Row("example createCustomer", "--response 201", 0, '"StatusCode"'),
    "example --list": Row("example createCustomer", "--list", 0, "request  appendix-a\n"),
    "models --output": Row("models", "--output made.py", 0, "made.py: 1 written"),
    "models --check": Row("models --output made.py", "--check", 1, "missing file: made.py"),
    "schemas --output": Row("schemas", "--output made", 0, "made: "),
    "schemas --check": Row("schemas --output made", "--check", 1, "missing file: made/"),
    "examples --output": Row("examples", "--output made", 0, "made: "),
    "examples --check": Row("examples --output made", "--check", 1, "missing file: made/"),
    "openapi --output": Row("openapi", "--output made.json", 0, "made.json: 1 written"),
    "openapi --check": Row("openapi --output made.json", "--check", 1, "missing file: made.json"),
    "openapi --format json": Row("openapi --output made", "--format json", 0, "made: 1 written"),
    "openapi --format yaml": Row("openapi --output -", "--format yaml", 0, 'openapi: "3.1.0"\n'),
    "openapi --openapi 3.0": Row("openapi --output -", "--openapi 3.0", 0, '"openapi": "3.0.'),
    "openapi --dereferenced": Row("openapi --output - --format yaml", "--dereferenced", 0, "- name: expand\n"),
    "openapi --only": Row("openapi --output -", "--only getCustomer", 0, "", unsaid="blockCustomer"),
    "openapi --open-codes": Row("openapi --output - --format yaml", "--open-codes", 0, "", unsaid="- ChildOfBeurea\n"),
    "javascript --output": Row("javascript", "--output made", 0, "made: "),
    "javascript --check": Row("javascript --output made", "--check", 1, "missing file: made/"),
    "diff --format json": Row("diff old.json new.json", "--format json", 1, _JSON),
    "diff --format markdown": Row("diff old.json new.json", "--format markdown", 1, "**Breaking** "),
    "diff --changelog": Row("diff old.json new.json", "--changelog log.md", 1, "log.md lacks 1 of the changes"),
    "diff --root": Row(
        "diff old.json", "--root wrong", 2, "the contract in wrong/openapi has errors:\nopenapi/openapi.yaml"
    ),
    "build --check": Row("build --root checkout", "--check", 1, "stale: "),
    "build --root": Row("build", "--root wrong", 1, 'openapi/openapi.yaml#: is not as OpenAPI has it: "info" is '),
}
"""A row for each switch, and for each value of a switch that has a list of them, but for the default."""

OF_THE_MOCK = {"mock --port", "mock --host localhost", "mock --host ::1", "mock --cors", "mock --ignore-unknown"}
OF_THEIR_OWN = {"validate --jobs"} | OF_THE_MOCK
"""Switches that change nothing that is printed, each with a test of its own: below, or in tests/mock/test_command.py."""

FILES: dict[str, bytes] = {
    "good.json": b'{"OrgNumber": "914012708"}',
    "update.json": b'{"ID": 7}',
    "read.json": b'{"ID": 7, "AddedNextYear": 1}',
    "advised.json": b'{\n  "OrgNumber": "914012709"\n}',
    "bad.json": b'{\n  "OrgNumber": "914012708",\n  "CreditDay": 14\n}',
    "lines": b'{"OrgNumber": "914012708"}\n{"OrgNumber": "914012708", "CreditDay": 14}\n',
    "bad.har": b'{"log": {"entries": [ {"request": {"method": "POST", "url": "https://a.no/api/biz/customers", "postData":'
    b' {"text": "{\\"OrgNumber\\": \\"914012708\\", \\"CreditDay\\": 14}"}}}]}}',
    "advised.ndjson": b'{"method": "POST", "url": "/api/biz/customers", "body": {"OrgNumber": "914012709"}}',
    "read.ndjson": b'{"method": "PUT", "url": "/api/biz/customers/7", "body": {"ID": 7, "AddedNextYear": 1}}',
    "calls.txt": b'{"_name": "delete", "method": "DELETE", "url": "/api/biz/customers/7"}\n',
    "calls.ndjson": b'{"method": "DELETE", "url": "/api/biz/customers/7"}\n',
    "text.json": b'"The company is locked."',
    "old.json": json.dumps(SMALL).encode(),
    "new.json": json.dumps(edited(SMALL, "/components/schemas/Thing/properties/Code", GONE)).encode(),
    "wrong/openapi/openapi.yaml": b'openapi: "3.1.0"\n',
    "log.md": b"## 2.0.0\n\n### Contract\n",
}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with the files that the rows name."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    shutil.copytree(ROOT / "openapi", tmp_path / "checkout/openapi")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The parser of each command."""
    for name in COMMANDS:
        parser = argparse.ArgumentParser(prog=f"unimicro-schema {name}")
        import_module(f"unimicro_schema.commands.{name}").arguments(parser)
        yield name, parser


def switches() -> Iterator[str]:
    """Every switch of every command; one with a list of values once for each, but for the default."""
    yield "--version"
    for name, parser in parsers():
        for action in parser._actions:
            if action.option_strings and action.dest != "help":
                switch = f"{name} {action.option_strings[-1]}"
                values = [value for value in action.choices or () if value != action.default]
                yield from [f"{switch} {value}" for value in values] or [switch]


def test_every_switch_has_a_row_or_a_test_of_its_own() -> None:
    assert set(switches()) == ROWS.keys() | OF_THEIR_OWN


def everything(ended: Ended) -> str:
    """All that was said, without the colours."""
    return re.sub(r"\x1b\[[\d;]*m", "", ended.out + ended.err)


def marks(switch: str) -> list[pytest.MarkDecorator]:
    """What has to be there, or that it takes seconds: a whole build."""
    return [NEEDS_TERMINALS] * ROWS[switch].terminal + [pytest.mark.slow] * (switch == "build --check")


@pytest.mark.parametrize("switch", [pytest.param(name, marks=marks(name)) for name in ROWS])
def test_a_switch_does_what_the_call_without_it_does_not(switch: str) -> None:
    call, added, code, said, terminal, unsaid = ROWS[switch]
    assert said or unsaid
    run = called_on_a_terminal if terminal else called
    ended = run(*shlex.split(f"{call} {added}"))
    with_it, without = everything(ended), everything(run(*shlex.split(call)))
    assert (ended.code, said in with_it) == (code, True), with_it[:2000]
    assert not said or said not in without
    assert not unsaid or (unsaid in without and unsaid not in with_it)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_names_every_argument(run: Callable[..., tuple[int, str, str]], name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    for action in dict(parsers())[name]._actions:
        assert all(option in out for option in action.option_strings)
        assert "".join((action.help or "").split()) in "".join(out.split())  # a line may end at a hyphen


def test_the_page_of_the_command_line_has_every_word_of_the_help() -> None:
    page = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
    assert page == command_line.page(), "run unimicro-schema build"


def test_a_stream_is_checked_by_as_many_processes_as_asked_for(
    monkeypatch: pytest.MonkeyPatch, run: Callable[..., tuple[int, str, str]]
) -> None:
    asked = []

    class Pool(ThreadPoolExecutor):
        """Threads instead of processes."""

        def __init__(self, workers: int, **_: object) -> None:
            asked.append(workers)
            super().__init__(workers)

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    check = ("validate", "--as", "createCustomer", "--ndjson", "lines")
    alone = run(*check)
    assert asked == []
    assert run(*check, "--jobs", "3") == alone
    assert asked == [3]


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_is_a_whole_number_from_1(run: Callable[..., tuple[int, str, str]], jobs: str) -> None:
    code, out, err = run("validate", "--as", "createCustomer", f"--jobs={jobs}", "good.json")
    assert (code, out) == (2, "")
    assert "argument --jobs: must be a whole number from 1" in err
