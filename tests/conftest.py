"""What the tests share: the checkout, the contract, and the three engines that give verdicts."""

import io
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import orjson
import pytest
from hypothesis import Phase, settings
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from helpers import corpus, error_bodies, published, queries
from helpers.formats import checker
from unimicro_schema import cli, schema, validate
from unimicro_schema.build import contract as build
from unimicro_schema.build.contract import Contract
from unimicro_schema.build.source import Source
from unimicro_schema.models import adapter
from unimicro_schema.registry import operation

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example may take depends on the machine, which is no matter of the code.
settings.register_profile("patient", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("patient")
# For faults that are planted: what a failing example is shortened to tells nothing, and takes its time.
settings.register_profile("mutants", phases=(Phase.explicit, Phase.generate), database=None, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-expected", action="store_true", help="first write what is printed into each expected.json"
    )


def pytest_configure(config: pytest.Config) -> None:
    # A shell makes what it starts in the background deaf to Ctrl-C, and so would be the commands that the tests interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("write_expected") and not hasattr(config, "workerinput"):
        for expected in (corpus.FILE, queries.EXPECTED, error_bodies.EXPECTED, published.EXPECTED):
            expected.write()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all its processes share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """The system's Chromium, one for all tests of a process, since Playwright runs once in it."""
    from helpers.chromium import launched

    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def contract(root: Path) -> Contract:
    """The contract as the build reads it."""
    return build.load(Source(root / "openapi"))


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A copy of what the build reads and writes, to be changed at will."""
    for folder in ("openapi", "tools/unimicro_schema/generated", "docs/reference"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(root / file, tmp_path)
    return tmp_path


@pytest.fixture
def edited(root: Path, tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Makes a checkout that holds only the contract, with one part of one file replaced, or the file `<deleted>`."""

    def with_edit(name: str, old: str, new: str) -> Path:
        shutil.copytree(root / "openapi", tmp_path / "openapi")
        file = tmp_path / "openapi" / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"openapi/{name} no longer holds {old!r}: choose another part for this case"
        file.write_bytes(text.replace(old, new, 1).encode(errors="surrogateescape"))
        if new == "<deleted>":
            file.unlink()
        return tmp_path

    return with_edit


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a good and a bad payload."""
    (tmp_path / "good.json").write_bytes(b'{"OrgNumber": "914012708"}')
    (tmp_path / "bad.json").write_bytes(b'{\n  "OrgNumber": "914012708",\n  "CreditDay": 14\n}')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def run() -> Callable[..., tuple[int, str, str]]:
    """Runs the command; returns the exit code, what it wrote to standard output, and what to standard error."""

    def command(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        out, err = io.BytesIO(), io.BytesIO()
        with ExitStack() as stack:
            for name, stream in (("stdin", io.BytesIO(stdin)), ("stdout", out), ("stderr", err)):
                stack.enter_context(patch.object(sys, name, io.TextIOWrapper(stream, encoding="utf-8")))
            try:
                code = cli.main(arguments)
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else -1
            sys.stdout.flush()
            sys.stderr.flush()
            return code, out.getvalue().decode(), err.getvalue().decode()

    return command


@pytest.fixture(scope="session")
def reader() -> Callable[[str, str], TypeAdapter[Any]]:
    """The model that reads a body, by operation and body (`request` or a status)."""

    def of(name: str, body: str) -> TypeAdapter[Any]:
        found = operation(name)
        node = found.request if body == "request" else found.responses[body].body
        assert node is not None, f"{name} has no body {body}"
        return adapter(node)

    return of


@pytest.fixture(scope="session")
def verdicts(reader: Callable[[str, str], TypeAdapter[Any]]) -> Callable[[str, str, bytes], dict[str, bool]]:
    """Whether each of the three engines accepts a JSON text as a body of an operation."""
    validators: dict[tuple[str, str], Draft202012Validator] = {}

    def model_accepts(name: str, body: str, text: bytes) -> bool:
        try:
            reader(name, body).validate_json(text)
        except ValidationError:
            return False
        return True

    def reference_accepts(validator: Draft202012Validator, text: bytes) -> bool:
        try:
            return validator.is_valid(orjson.loads(text))
        except ValueError:
            return False

    def of(name: str, body: str, text: bytes) -> dict[str, bool]:
        status = None if body == "request" else body
        if (name, body) not in validators:
            validators[name, body] = Draft202012Validator(schema(name, status), format_checker=checker())
        return {
            "validate": validate(text, name, status).valid,
            "jsonschema": reference_accepts(validators[name, body], text),
            "model": model_accepts(name, body, text),
        }

    return of
