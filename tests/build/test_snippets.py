"""The programs on the site: the same languages everywhere, and what a reader copies runs and does what the page says."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import GenericAlias
from typing import Any

import pytest
from pydantic import TypeAdapter

from helpers.c_sharp import faults
from helpers.programs import RUNNERS, Programs, Run, Stage, completed, marked, show, tabs_of
from unimicro_schema import example, explain_error
from unimicro_schema.build.contract import Contract
from unimicro_schema.build.languages import LANGUAGES, call, csharp, javascript, php, python
from unimicro_schema.build.pages import snippets
from unimicro_schema.build.pages.snippets import ShownRequest, requests
from unimicro_schema.formats import FORMATS
from unimicro_schema.mock import Mock, serve

TITLES = [language.title for language in LANGUAGES]
ENVIRONMENT = {"UNIMICRO_TOKEN": "token", "UNIMICRO_COMPANY_KEY": "11111111-2222-3333-4444-555555555555"}


@pytest.fixture(scope="module")
def shown(contract: Contract) -> dict[str, ShownRequest]:
    """Every request that the site shows, by its file."""
    return {request.path: request for operation in contract.operations for request in requests(contract, operation)}


@pytest.fixture(scope="module")
def tabs(root: Path, shown: dict[str, ShownRequest]) -> dict[str, Programs]:
    """Every program as the pages show it, by file and language."""
    found = {}
    for path in shown:
        text = (root / "docs/reference" / path).read_text(encoding="utf-8")
        found[path] = tabs_of(text)
    return found


@pytest.fixture(scope="module")
def play(
    tabs: dict[str, Programs], contract: Contract, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Mock], dict[str, Run]]:
    """Runs the programs of a language against a server, in place of the one that they name."""
    host = contract.bundle["servers"][0]["url"]

    def of(language: str, server: Mock) -> dict[str, Run]:
        assert all(found[language].count(host) == 1 for found in tabs.values())
        programs = {path: found[language].replace(host, server.url) for path, found in tabs.items()}
        assert language in RUNNERS, f"tests/helpers/programs.py: say how programs in {language} are run"
        stage = Stage(server, tmp_path_factory.mktemp("programs"), ENVIRONMENT)
        return dict(zip(programs, RUNNERS[language](programs, stage), strict=True))

    return of


def test_every_operation_is_shown_in_the_same_languages(
    tabs: dict[str, Programs], shown: dict[str, ShownRequest], contract: Contract, root: Path
) -> None:
    assert {path: list(found) for path, found in tabs.items()} == dict.fromkeys(tabs, TITLES)
    assert {request.operation for request in shown.values()} == {operation.id for operation in contract.operations}
    for path, request in shown.items():
        page = (root / f"docs/reference/operations/{request.operation}.md").read_text(encoding="utf-8")
        assert f'--8<-- "docs/reference/{path}"' in page


def test_no_other_file_stands_beside_them(root: Path, shown: dict[str, ShownRequest]) -> None:
    present = {f"snippets/{file.name}" for file in (root / "docs/reference/snippets").iterdir()}
    assert present == set(shown)


@pytest.mark.parametrize("language", marked(TITLES))
def test_every_program_makes_the_request_of_the_contract(
    language: str, play: Callable[[str, Mock], dict[str, Run]], shown: dict[str, ShownRequest]
) -> None:
    with serve() as server:
        show(server)
        runs = play(language, server)
        assert not server.problems
    for path, run in runs.items():
        request = shown[path]
        assert run.ok, (path, run.output)
        assert [received.operation for received in run.received] == [request.operation], path
        assert dict(run.received[0].query) == request.call.query, path
        assert run.received[0].headers["CompanyKey"] == ENVIRONMENT["UNIMICRO_COMPANY_KEY"]
        if request.call.body:
            sent = json.loads(run.received[0].body)
            assert without_guids(sent) == without_guids(body_of(request)), path
            assert all(FORMATS["uuid"](guid) for guid in guids(sent))
            assert len(guids(sent)) == len(request.call.body.fresh)
            # What the shell sends is plain text; the others make the GUIDs anew.
            assert language == "curl" or not guids(sent) & guids(body_of(request)), path


def words(text: str) -> list[str]:
    """The words of a printed value, however a language writes lists and objects."""
    return re.findall(r"\w+", text.lower())


REFUSED = {"activateCustomer", "getPreviousCustomer"}
"""Operations that the customer of the examples does not allow: it is active, and the first."""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["curl", "Python"])
def test_every_program_does_its_work_on_what_the_mock_keeps(
    language: str, tabs: dict[str, Programs], shown: dict[str, ShownRequest], contract: Contract, tmp_path: Path
) -> None:
    host = contract.bundle["servers"][0]["url"]
    for path, found in tabs.items():
        with serve() as server:
            program = {path: found[language].replace(host, server.url)}
            [run] = RUNNERS[language](program, Stage(server, tmp_path, ENVIRONMENT))
            assert not server.problems, path
            assert run.ok is (shown[path].operation not in REFUSED), (path, run.output)


ABSENT = {"Python": "None", "C#": "", "JavaScript": "undefined", "PHP": ""}
"""How a language prints what an answer does not have."""


@pytest.mark.slow
@pytest.mark.parametrize("language", marked(TITLES))
def test_every_program_prints_what_is_useful_of_the_answer(
    language: str, play: Callable[[str, Mock], dict[str, Run]], shown: dict[str, ShownRequest], contract: Contract
) -> None:
    with serve() as server:
        show(server)
        runs = play(language, server)
    for path, run in runs.items():
        call = shown[path].call
        statuses = next(found for found in contract.operations if found.id == shown[path].operation).node["responses"]
        first = next(iter(statuses))
        if call.answer is None:
            assert language == "curl" or run.output.strip() == first, path
            continue
        answer = example(shown[path].operation, status=first)
        if language == "curl":
            assert json.loads(run.output) == answer, path
        elif not call.answer.shown:
            assert set(words(str(answer))) <= set(words(run.output)), path
        else:
            rows = answer if call.answer.many else [answer]
            absent = ABSENT[language]
            wanted = [
                [str(absent if at(row, names) is None else at(row, names)) for names in call.answer.shown]
                for row in rows
            ]
            assert run.output.splitlines() == [" ".join(row) for row in wanted], path
            assert all(row[0].isdecimal() for row in wanted), path


@pytest.mark.slow
@pytest.mark.parametrize("language", marked(TITLES))
def test_every_program_fails_with_the_message_where_the_answer_is_an_error(
    language: str, play: Callable[[str, Mock], dict[str, Run]], shown: dict[str, ShownRequest]
) -> None:
    with serve() as server:
        for request in shown.values():
            server.answer(request.operation, 400)
        runs = play(language, server)
    for path, run in runs.items():
        assert not run.ok, path
        said = explain_error(example(shown[path].operation, status=400), 400).messages[0].text
        assert said in run.output, path
        if language == "C#":
            assert "HttpRequestException: 400 " in run.output, path
        else:
            assert language == "curl" or run.output.startswith("400 "), path


@pytest.mark.slow
def test_the_python_is_formatted_and_passes_the_type_checker(tabs: dict[str, Programs], tmp_path: Path) -> None:
    for path, found in tabs.items():
        name = re.sub(r"\W", "_", Path(path).stem)
        (tmp_path / f"{name}.py").write_text(found["Python"] + "\n", encoding="utf-8")
    for command in (["ruff", "format", "--isolated", "--check", "."], ["mypy", "--strict", "--config-file=", "."]):
        run = subprocess.run(
            [sys.executable, "-m", *command], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout


@pytest.mark.dotnet
def test_a_fault_in_c_sharp_is_seen() -> None:
    assert faults("using var client = new HttpClient();") == []
    assert faults("using var client = new HttpClient(;") != []
    assert faults('var length = Environment.GetEnvironmentVariable("PATH").Length;') != []


def body_of(request: ShownRequest) -> Any:
    """The JSON body that a request of the contract has."""
    assert request.call.body is not None
    return json.loads(request.call.body.json())


def without_guids(value: Any) -> Any:
    if isinstance(value, list):
        return [without_guids(item) for item in value]
    if isinstance(value, dict):
        return {name: without_guids(item) for name, item in value.items() if name != "_createguid"}
    return value


def guids(value: Any) -> set[str]:
    """The GUIDs that mark new objects."""
    if isinstance(value, list):
        return {guid for item in value for guid in guids(item)}
    if isinstance(value, dict):
        own = {value["_createguid"]} if "_createguid" in value else set()
        return own | {guid for item in value.values() for guid in guids(item)}
    return set()


def at(value: Any, names: tuple[str, ...]) -> Any:
    """The value that a path leads to, None where it ends early."""
    for name in names:
        value = value.get(name) if value else None
    return value


def test_every_named_example_of_a_request_can_be_shown(contract: Contract, root: Path) -> None:
    """Not only those that are: marking one is all that it takes."""
    names = python.names(contract, (root / "tools/unimicro_schema/generated/models.py").read_text(encoding="utf-8"))
    for operation in contract.operations:
        media = contract.request(operation)
        for name, node in media["examples"].items() if media else ():
            call = snippets._call(contract, operation, {}, node["value"])
            program = python.program(call, names).partition("response = ")[0] + "\n"
            scope: dict[str, Any] = {}
            exec(program, scope)  # noqa: S102  # that is the test
            body = scope["body"]
            model: Any = GenericAlias(list, (type(body[0]),)) if isinstance(body, list) else type(body)
            sent = json.loads(TypeAdapter(model).dump_json(body))
            assert without_guids(sent) == without_guids(node["value"]), name
            assert len(guids(sent)) == len(guids(node["value"])), name
            assert javascript.program(call).count("crypto.randomUUID()") == len(call.body.fresh if call.body else ())


@pytest.mark.dotnet
@pytest.mark.php
def test_every_named_example_of_a_request_is_the_body_of_a_program_in_c_sharp_and_php(
    contract: Contract, tmp_path: Path
) -> None:
    for operation in contract.operations:
        media = contract.request(operation)
        for name, node in media["examples"].items() if media else ():
            call = snippets._call(contract, operation, {}, node["value"])
            assert faults(csharp.program(call)) == [], name
            program = php.program(call).partition("$curl =")[0] + "echo json_encode($body);"
            printed = completed("PHP", program, tmp_path, {})
            sent = json.loads(printed.stdout)
            assert without_guids(sent) == without_guids(node["value"]), name
            assert len(guids(sent)) == len(guids(node["value"])), name


@pytest.mark.parametrize(
    ("one", "several"),
    [("customer", "customers"), ("entry", "entries"), ("day", "days"), ("address", "addresses"), ("box", "boxes")],
)
def test_a_list_is_called_by_the_plural_of_what_it_holds(one: str, several: str) -> None:
    assert call.several(one) == several
