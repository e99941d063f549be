"""What a program calls while it is tested: with httpx, in both of its ways, and with requests, every call is checked."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
import requests

from unimicro_schema import example
from unimicro_schema.mock import Mock, serve
from unimicro_schema.testing import Calls, CheckedAsyncTransport, CheckedTransport, InvalidCallError, watched

pytest_plugins = ["pytester"]

SECRETS = {"Authorization": "Bearer a.b.c", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}
WRONG = {"OrgNumbr": "914012708"}


@pytest.fixture(scope="module")
def server() -> Iterator[Mock]:
    with serve() as state:
        yield state


def in_a_loop(program: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Runs a program in an event loop of its own: in another thread, since a browser test may have left its loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as threads:
        threads.submit(lambda: asyncio.run(program())).result()


def of_hook(url: str, calls: Calls) -> None:
    with httpx.Client(event_hooks={"response": [calls.httpx_response]}) as client:
        client.post(url, headers=SECRETS, json=WRONG)


def of_transport(url: str, calls: Calls) -> None:
    with httpx.Client(transport=CheckedTransport(calls)) as client:
        client.post(url, headers=SECRETS, json=WRONG)


def of_async_hook(url: str, calls: Calls) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(event_hooks={"response": [calls.httpx_async_response]}) as client:
            await client.post(url, headers=SECRETS, json=WRONG)

    in_a_loop(run)


def of_async_transport(url: str, calls: Calls) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(transport=CheckedAsyncTransport(calls)) as client:
            await client.post(url, headers=SECRETS, json=WRONG)

    in_a_loop(run)


def of_requests(url: str, calls: Calls) -> None:
    with requests.Session() as session:
        session.hooks["response"].append(calls.requests_response)
        session.post(url, headers=SECRETS, json=WRONG, timeout=10)


WAYS = [of_hook, of_transport, of_async_hook, of_async_transport, of_requests]


@pytest.mark.parametrize("way", WAYS)
def test_each_way_finds_what_a_call_got_wrong(server: Mock, way: Callable[[str, Calls], None]) -> None:
    calls = Calls()
    way(f"{server.url}/api/biz/customers", calls)
    with pytest.raises(
        InvalidCallError, match=r"POST http://\S+/api/biz/customers: error unknown-key \(body\) /OrgNumbr: "
    ):
        calls.assert_valid()


def test_what_a_program_does_with_its_answer_is_not_changed(server: Mock) -> None:
    calls = Calls()
    server.answer("getCustomer")
    with httpx.Client(transport=CheckedTransport(calls)) as client:
        answer = client.get(f"{server.url}/api/biz/customers/7", headers=SECRETS)
    assert answer.json() == example("getCustomer", status=200)
    calls.assert_valid()
    assert [call.report.operation for call in calls.checked] == ["getCustomer"]


def mistaken(request: httpx.Request) -> httpx.Response:
    """A server of the test's own, which accepts anything."""
    return httpx.Response(200, json=[] if request.url.path.endswith("customers") else {})


def test_every_call_of_a_block_is_seen_whatever_the_client(server: Mock) -> None:
    with watched() as calls:
        httpx.get(f"{server.url}/api/biz/customers", headers=SECRETS)
        requests.get(f"{server.url}/api/biz/customers/7", headers=SECRETS, timeout=10)
        with httpx.Client(transport=httpx.MockTransport(mistaken)) as client:
            client.put("https://app.example.no/api/biz/customers/7/activate", headers=SECRETS)
            client.get("https://app.example.no/api/biz/customer/7", headers=SECRETS)
            client.get("https://app.example.no/weather")
    assert [call.report.operation for call in calls.checked] == ["listCustomers", "getCustomer", None, None]
    assert len(calls.invalid) == 2
    httpx.get(f"{server.url}/api/biz/customers")
    assert len(calls.checked) == 4


def test_a_request_counts_although_nothing_answers() -> None:
    with watched() as calls, pytest.raises(httpx.ConnectError):
        httpx.post("http://127.0.0.1:9/api/biz/customers", headers=SECRETS, json=WRONG)
    with watched() as others, pytest.raises(requests.ConnectionError):
        requests.post("http://127.0.0.1:9/api/biz/customers", headers=SECRETS, json=WRONG, timeout=5)
    assert [len(found.invalid) for found in (calls, others)] == [1, 1]


TEST = """
import httpx

def answer(request):
    return httpx.Response(200, json=[])

def sent(query):
    with httpx.Client(transport=httpx.MockTransport(answer), headers={secrets!r}) as client:
        return client.get("https://test.unimicro.no/api/biz/customers", params=query)

def test_right(unimicro_calls):
    sent({{"filter": "ID gt 5"}})
    assert [call.report.operation for call in unimicro_calls.checked] == ["listCustomers"]

def test_wrong(unimicro_calls):
    sent({{"filter": "Nme eq 'Zq7secret'"}})
"""


@pytest.mark.slow
def test_the_fixture_fails_the_test_with_the_findings_and_without_values(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TEST.format(secrets=SECRETS))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    text = result.stdout.str()
    assert (
        "GET https://test.unimicro.no/api/biz/customers: error unknown-field (query) /filter: Nme is not a field"
        in text
    )
    assert "a.b.c" not in text.partition("short test summary")[2]
