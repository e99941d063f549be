"""Prism serves the published bundle, and answers every operation with the examples of the contract."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from peers import wire
from peers.generators import FED
from peers.installation import Installed
from peers.wire import CALLS
from unimicro_schema import example, operations

HEADERS = {"Authorization": f"Bearer {wire.TOKEN}", "CompanyKey": wire.COMPANY}
STARTS_WITHIN = (
    600  # seconds: it resolves the whole bundle first, and compiles what a body must be at its first request
)
CASES = [
    pytest.param(call, status, name, id=f"{call.operation}-{status}-{name}")
    for call in CALLS
    for operation in operations()
    if operation.id == call.operation
    for status, response in operation.responses.items()
    if response.body
    for name in response.body.examples
    if not name.startswith("composed-")  # made for the package, and no part of the bundle
]


@pytest.fixture(scope="module")
def prism(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a running Prism."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("prism") / "log"
    program = str(installed.place / "node_modules" / ".bin" / "prism")
    words = [program, "mock", "--multiprocess", "false", "--host", "127.0.0.1", "--port", str(port), str(FED)]
    with log.open("w") as file:
        server = subprocess.Popen(words, stdout=file, stderr=file, env=installed.environment)
    try:
        _await(server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _await(server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while "is listening" not in log.read_text():
        assert server.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.5)


def asked(prism: str, call: wire.Call, query: dict[str, str], prefer: str = "") -> httpx.Response:
    body = {"json": example(call.operation, call.body)} if call.body else {}
    method = next(operation.method for operation in operations() if operation.id == call.operation)
    headers = HEADERS | ({"Prefer": prefer} if prefer else {})
    return httpx.request(method, prism + call.path, params=query, headers=headers, timeout=STARTS_WITHIN, **body)


@pytest.mark.shows("Prism", "answers every operation and action with the example that `Prefer` names")
@pytest.mark.parametrize(("call", "status", "name"), CASES)
def test_it_answers_with_an_example_by_its_name(prism: str, call: wire.Call, status: str, name: str) -> None:
    answer = asked(prism, call, call.sent, f"code={status}, example={name}")
    assert (answer.status_code, answer.json()) == (int(status), example(call.operation, name, status))


@pytest.mark.shows("Prism", "accepts a call of every operation and action")
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.operation)
def test_it_accepts_every_call(prism: str, call: wire.Call) -> None:
    answer = asked(prism, call, call.sent)
    assert answer.is_success, answer.text


REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "an action that is lost": ("activateCustomer", {"id": "1042"}),
    "an action that nobody knows": ("getNextCustomer", {"action": "nxt"}),
    "a number that is none": ("listCustomers", {"top": "ten"}),
}


@pytest.mark.shows("Prism", "refuses an action that is lost or unknown, and a parameter of a wrong type")
@pytest.mark.parametrize("case", REFUSED)
def test_it_refuses(prism: str, case: str) -> None:
    operation, query = REFUSED[case]
    call = next(call for call in CALLS if call.operation == operation)
    assert asked(prism, call, query).status_code == 400
