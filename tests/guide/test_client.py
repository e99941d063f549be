"""The client of the documentation calls every operation of the contract."""

import doctest
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from helpers.programs import show
from unimicro_schema import example, operation, operations
from unimicro_schema.mock import serve
from unimicro_schema.models import adapter
from unimicro_schema.registry import Operation

FOLDER = Path(__file__).parents[2] / "docs/toolkit"
COMPANY = "11111111-2222-3333-4444-555555555555"
EVERY = pytest.mark.parametrize("entry", operations(), ids=lambda entry: entry.id)


@pytest.fixture(scope="module")
def client() -> SimpleNamespace:
    """The module `client.py` of the documentation."""
    names: dict[str, Any] = {"__name__": "client"}
    exec(compile((FOLDER / "client.py").read_bytes(), "client.py", "exec"), names)  # noqa: S102  # our own page
    return SimpleNamespace(**names)


def asked(entry: Operation) -> dict[str, Any]:
    """The arguments of a call: the examples of the parameters, and the first example of the body."""
    body = {"body": adapter(entry.request).validate_python(example(entry.id))} if entry.request else {}
    return body | {parameter.name: parameter.example for parameter in entry.parameters}


@EVERY
def test_it_calls_an_operation_and_reads_the_answer(entry: Operation, client: SimpleNamespace) -> None:
    with serve() as server:
        show(server)
        with client.Client(server.url, "token", COMPANY) as opened:
            answer = opened.call(entry.id, **asked(entry))
        assert [request.operation for request in server.received] == [entry.id]
        assert server.problems == []
    status, response = next(iter(entry.responses.items()))
    if response.body is None:
        assert answer is None
    else:
        assert adapter(response.body).dump_python(answer, mode="json") == example(entry.id, status=status)


@EVERY
def test_it_explains_each_error_of_an_operation(entry: Operation, client: SimpleNamespace) -> None:
    errors = {status: response for status, response in entry.responses.items() if response.errors}
    assert errors
    for status, response in errors.items():
        with serve() as server, client.Client(server.url, "token", COMPANY) as opened:
            server.answer(entry.id, int(status))
            with pytest.raises(client.ApiError) as caught:
                opened.call(entry.id, **asked(entry))
        assert caught.value.status == int(status)
        assert caught.value.explanation.name in response.errors
        assert str(caught.value)


@pytest.mark.slow
def test_the_program_of_the_page_runs(tmp_path: Path) -> None:
    with serve() as server:
        secrets = {"UNIMICRO_URL": server.url, "UNIMICRO_TOKEN": "token", "UNIMICRO_COMPANY_KEY": COMPANY}
        run = subprocess.run(
            [sys.executable, FOLDER / "client_example.py"],
            cwd=tmp_path, env=os.environ | secrets, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert [request.operation for request in server.received] == [
            "createCustomer", "getCustomer", "deactivateCustomer",
        ]  # fmt: skip
        assert server.problems == []
    assert run.stdout.strip()


def test_the_registry_is_as_the_page_shows_it() -> None:
    failed, attempted = doctest.testfile(str(FOLDER / "client.md"), module_relative=False)
    assert attempted
    assert failed == 0


CASES = {
    "a parameter that is missing": ({}, "blockCustomer needs the parameter id"),
    "a parameter that nobody knows": (
        {"id": 1, "idd": 2},
        "blockCustomer: there is no parameter named idd; did you mean id?",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_no_address_is_made_with(case: str) -> None:
    values, message = CASES[case]
    with pytest.raises(TypeError) as caught:
        operation("blockCustomer").target(**values)
    assert str(caught.value) == message


def test_a_value_in_a_path_is_encoded() -> None:
    assert operation("getCustomer").target(id="1/2?x", hateoas=True) == (
        "/api/biz/customers/1%2F2%3Fx", {"hateoas": "true"},
    )  # fmt: skip
