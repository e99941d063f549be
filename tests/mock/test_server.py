"""The mock as a server of HTTP: what browsers, proxies and clients of all kinds send it."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from unimicro_schema.mock import Mock, serve

SECRETS = {"Authorization": "Bearer a.b.c", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}
ORIGIN = "http://localhost:8000"
LIST = "/api/biz/customers"


def raw(mock: Mock, text: str) -> str:
    """The answer to a request as it is written, by a client that closes then."""
    port = httpx.URL(mock.url).port
    with socket.create_connection(("127.0.0.1", port or 0), timeout=10) as opened:
        opened.sendall(text.replace("\n", "\r\n").encode())
        opened.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: opened.recv(65536), b"")).decode()


HEAD = "Host: x\n" + "".join(f"{name}: {value}\n" for name, value in SECRETS.items())


def test_head_is_get_without_its_body(unimicro_api: Mock) -> None:
    got = httpx.get(unimicro_api.url + LIST, headers=SECRETS)
    head = httpx.head(unimicro_api.url + LIST, headers=SECRETS)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(got.content))
    assert head.headers["count"] == got.headers["count"]


def test_a_body_in_chunks_is_read(unimicro_api: Mock) -> None:
    parts = iter([b'{"Info": {"Na', b'me": "Fjordvik AS"}}'])
    headers = {**SECRETS, "Content-Type": "application/json"}
    answer = httpx.post(unimicro_api.url + LIST, headers=headers, content=parts)
    assert answer.status_code == 201
    assert json.loads(unimicro_api.received[0].body) == {"Info": {"Name": "Fjordvik AS"}}


@pytest.mark.parametrize(
    "head", ["Content-Length: x", "Content-Length: 99999999999", "Transfer-Encoding: chunked\n\nxyz"]
)
def test_a_body_of_no_length_is_refused(unimicro_api: Mock, head: str) -> None:
    answer = raw(unimicro_api, f"POST {LIST} HTTP/1.1\n{HEAD}{head}\n\n")
    assert answer.startswith("HTTP/1.1 400 ")
    assert '{"Message":' in answer


def test_a_connection_is_kept_for_further_requests(unimicro_api: Mock) -> None:
    answer = raw(unimicro_api, f"GET {LIST} HTTP/1.1\n{HEAD}\n" * 2)
    assert answer.count("HTTP/1.1 200 OK") == 2


def test_requests_at_the_same_time_do_not_disturb_each_other(unimicro_api: Mock) -> None:
    def create(number: int) -> int:
        body = {"Info": {"Name": f"Fjordvik {number} AS"}}
        made: int = httpx.post(unimicro_api.url + LIST, headers=SECRETS, json=body).json()["ID"]
        return made

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(create, range(24)))) == 24
    assert httpx.get(unimicro_api.url + LIST, headers=SECRETS).headers["count"] == "26"


def test_a_page_of_a_named_origin_may_call() -> None:
    asking = {"Origin": ORIGIN, "Access-Control-Request-Headers": "authorization, companykey"}
    with serve(origins=[ORIGIN]) as mock:
        may = httpx.options(mock.url + LIST, headers=asking)
        assert may.status_code == 204
        assert may.headers["Access-Control-Allow-Origin"] == ORIGIN
        assert may.headers["Access-Control-Allow-Headers"] == "authorization, companykey"
        assert "PUT" in may.headers["Access-Control-Allow-Methods"]
        listed = httpx.get(mock.url + LIST, headers=SECRETS | {"Origin": ORIGIN})
        assert listed.headers["Access-Control-Allow-Origin"] == ORIGIN
        assert listed.headers["Access-Control-Expose-Headers"] == "count"
        assert listed.headers["Vary"] == "Origin"
        refused = httpx.get(mock.url + LIST, headers={"Origin": ORIGIN})
        assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (401, ORIGIN)
        other = httpx.get(mock.url + LIST, headers=SECRETS | {"Origin": "http://localhost:9000"})
        assert "Access-Control-Allow-Origin" not in other.headers
    with serve(origins=["*"]) as mock:
        assert httpx.options(mock.url + LIST, headers=asking).headers["Access-Control-Allow-Origin"] == ORIGIN


def test_without_origins_no_page_may_call(unimicro_api: Mock) -> None:
    answer = httpx.options(unimicro_api.url + LIST, headers={"Origin": ORIGIN})
    assert answer.status_code == 204
    assert "PUT" in answer.headers["Allow"]
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_each_mock_has_what_it_was_given_itself() -> None:
    with serve() as one, serve() as other:
        httpx.delete(f"{one.url}{LIST}/1042", headers=SECRETS)
        assert httpx.get(f"{one.url}{LIST}/1042", headers=SECRETS).status_code == 404
        assert httpx.get(f"{other.url}{LIST}/1042", headers=SECRETS).status_code == 200


def test_a_filter_that_is_nested_deeply_is_answered(unimicro_api: Mock) -> None:
    query = "filter=" + "not " * 3000 + "(ID eq 1042)"
    answer = httpx.get(f"{unimicro_api.url}{LIST}?{query}", headers=SECRETS)
    assert answer.status_code in {200, 400}
    assert httpx.get(unimicro_api.url + LIST, headers=SECRETS).status_code == 200
