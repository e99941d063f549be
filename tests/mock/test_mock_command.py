"""The command `mock` as a user starts it: each switch, what it prints, and how it ends."""

import secrets
import signal
import socket
from contextlib import suppress

import pytest

from helpers.serving import PATIENT, SECRETS, started
from helpers.shell import called

pytestmark = pytest.mark.slow

LIST = "/api/biz/customers"


def free_port() -> int:
    """A port that nobody listens on, and that no system gives to whoever asks for any: other tests do, at the same time."""
    while True:
        with socket.socket() as found, suppress(OSError):
            found.bind(("127.0.0.1", secrets.randbelow(10_000) + 20_000))
            port: int = found.getsockname()[1]
            return port


def test_the_port_is_the_one_that_is_asked_for() -> None:
    port = free_port()
    with started("--port", str(port)) as (url, _):
        assert url == f"http://127.0.0.1:{port}"
        assert PATIENT.get(url + LIST, headers=SECRETS).status_code == 200


@pytest.mark.parametrize(("host", "shown"), [("localhost", "localhost"), ("::1", "[::1]")])
def test_the_host_is_the_one_that_is_asked_for(host: str, shown: str) -> None:
    with started("--port", "0", "--host", host) as (url, _):
        assert url.startswith(f"http://{shown}:")
        assert PATIENT.get(url + LIST, headers=SECRETS).status_code == 200


def test_pages_of_the_origins_that_are_named_may_call() -> None:
    with started("--port", "0", "--cors", "http://a.example", "--cors", "http://b.example") as (url, _):
        for origin, allowed in (("http://a.example", True), ("http://b.example", True), ("http://c.example", False)):
            answer = PATIENT.options(url + LIST, headers={"Origin": origin})
            assert ("Access-Control-Allow-Origin" in answer.headers) is allowed


@pytest.mark.parametrize(("switches", "status"), [((), 400), (("--ignore-unknown",), 200)])
def test_a_filter_with_an_unknown_name_is_refused_unless_it_is_to_be_ignored(
    switches: tuple[str, ...], status: int
) -> None:
    with started("--port", "0", *switches) as (url, _):
        assert PATIENT.get(f"{url}{LIST}?filter=Nme eq 'x'", headers=SECRETS).status_code == status


def test_each_request_is_a_line_without_token_payload_and_values() -> None:
    with started("--port", "0") as (url, process):
        query = {"filter": "OrgNumber eq 'Zq7secret'", "limit": "Zq7secret"}
        PATIENT.get(url + LIST, headers=SECRETS, params=query)
        PATIENT.post(url + LIST, headers=SECRETS, json={"Info": {"Name": "Zq7secret"}, "Zq7": "Zq7secret"})
        PATIENT.get(f"{url}{LIST}/Zq7secret", headers=SECRETS)
        PATIENT.get(f"{url}/Zq7secret", headers=SECRETS)
        process.send_signal(signal.SIGINT)
        assert process.stdout
        text = process.stdout.read()
    assert [line for line in text.splitlines() if not line.startswith(" ")] == [
        "GET /api/biz/customers 400 listCustomers",
        "POST /api/biz/customers 400 createCustomer",
        "GET /api/biz/customers/{id} 400 getCustomer",
        "GET /… 404",
    ]
    assert "a.b.c" not in text
    assert SECRETS["CompanyKey"] not in text
    assert "secret" not in text


def test_an_interruption_ends_it_quietly() -> None:
    with started("--port", "0") as (_, process):
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr
        assert process.stderr.read() == ""


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = called("mock", "--port", str(port))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"unimicro-schema: port {port} of 127.0.0.1 cannot be used: Address already in use; choose another with --port\n"
    )


WRONG = {
    ("--port", "65536"): "argument --port: must be a number from 0 to 65535",
    ("--port", "x"): "argument --port: must be a number from 0 to 65535",
    ("--host", "0.0.0.0"): "argument --host: invalid choice",  # noqa: S104  # that it is refused is the test
    ("--cors", "localhost"): "argument --cors: must be an origin such as http://localhost:8000, or *",
    ("--cors", "http://a.example/page"): "argument --cors: must be an origin such as http://localhost:8000, or *",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_argument_is_refused(arguments: tuple[str, str]) -> None:
    ended = called("mock", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert WRONG[arguments] in ended.err
