"""Serves the mock on a port of this machine, and notes what came in."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson

from unimicro_schema.calls.call import Call
from unimicro_schema.calls.names import name_of
from unimicro_schema.findings import Finding, Report
from unimicro_schema.mock.answers import JSON, MockAnswer, example_answer, refusal
from unimicro_schema.mock.service import MockRequest, Replied, Service
from unimicro_schema.mock.stock import RefusedError
from unimicro_schema.registry import operation
from unimicro_schema.reports import sentence

HOSTS = {"127.0.0.1": socket.AF_INET, "localhost": socket.AF_INET, "::1": socket.AF_INET6}
"""The hosts that can be served, all of them this machine: nothing here tells a caller from another."""

_LARGEST = 64 * 2**20
"""Bytes of a body. A larger one is not read."""


@dataclass(frozen=True)
class Received:
    """A request as it came in, with the verdict on it and the status of the answer.

    `name` has no value that was sent; `query` is decoded; `operation` is the id of what it asks for, or None where the contract
    has no such request.
    """

    name: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Message = field(repr=False)
    body: bytes = field(repr=False)
    report: Report
    status: int

    @property
    def operation(self) -> str | None:
        """The id of the operation that was called, or None."""
        return self.report.operation

    @property
    def problems(self) -> list[str]:
        """A line for each finding."""
        return [_line(item) for item in self.report.findings]


class Mock:
    """A running mock: its `url`, and what it `received`."""

    def __init__(self, *, ignore_unknown: bool = False, origins: Sequence[str] = ()) -> None:
        self.url = ""
        self.origins = tuple(origins)
        self.received: list[Received] = []
        self._ignore_unknown = ignore_unknown
        self._lock = Lock()
        self.reset()

    def reset(self) -> None:
        """Forgets what was saved and received, and what `answer` and `answer_path` ask for: the examples are there again."""
        self.received.clear()
        self._beside: dict[tuple[str, str], MockAnswer] = {}
        self._service = Service(ignore_unknown=self._ignore_unknown)

    def answer(self, operation_id: str, status: int | str | None = None, example: str | None = None) -> None:
        """Answers all right calls of an operation with an example from now on: that of a status, or of a name, or the first.

        Raises `LookupError` for an operation, a status or an example that the contract does not have.
        """
        entry = operation(operation_id)
        try:
            example_answer(entry, status, example)
        except RefusedError as error:
            raise LookupError(str(error).removeprefix("Prefer: ")) from None
        self._service.forced[operation_id] = (status or next(iter(entry.responses)), example)

    def answer_path(self, method: str, path: str, body: Any, status: int = 200) -> None:
        """Answers a method and a path, of the contract or not, with a JSON value from now on, such as the request for a token."""
        self._beside[method, path] = MockAnswer(status, orjson.dumps(body))

    @property
    def problems(self) -> list[str]:
        """A line for each finding about a request, so that a test can say `assert not mock.problems`."""
        return [f"{call.name}: {problem}" for call in self.received for problem in call.problems]

    def take(self, request: MockRequest) -> tuple[Received, MockAnswer]:
        """Answers a request and notes it. Requests are answered one after the other."""
        parts = urlsplit(request.target)
        with self._lock:
            own = self._beside.get((request.method, parts.path))
            replied = Replied(Report(None, ()), own) if own else _replied(self._service, request)
            query = tuple(parse_qsl(parts.query, keep_blank_values=True))
            name = name_of(Call(request.method, request.target), replied.report.operation)
            rest = (request.headers, request.body, replied.report, replied.answer.status)
            received = Received(name, request.method, parts.path, query, *rest)
            self.received.append(received)
        return received, replied.answer


def _line(item: Finding) -> str:
    place = f" {item.pointer}" if item.pointer else ""
    return f"{item.severity} {item.rule} ({item.part}){place}: {sentence(item)}"


def _replied(service: Service, request: MockRequest) -> Replied:
    try:
        return service.reply(request)
    except RecursionError:
        return Replied(Report(None, ()), refusal(400, ["this is nested too deeply"]))


Log = Callable[[Received], None]


class MockServer(ThreadingHTTPServer):
    """The server of a mock. `port` 0 is any that is free. Raises `OSError` where the port cannot be had."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, mock: Mock, host: str, port: int, log: Log | None = None) -> None:
        self.address_family = HOSTS[host]
        self.mock, self.log = mock, log
        super().__init__((host, port), _Handler)
        mock.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}"

    def server_bind(self) -> None:
        """Binds the port without asking the network for the name of this machine."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a client that went away."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def serve(
    host: str = "127.0.0.1", port: int = 0, *, ignore_unknown: bool = False, origins: Sequence[str] = ()
) -> Iterator[Mock]:
    """Serves the operations of the contract on this machine until the block ends; on any free port if none is given.

    With `ignore_unknown` it takes no notice of unknown names in a query, as the platform does; `origins` are those of pages that
    may call it. Raises `OSError` where the port cannot be had.
    """
    mock = Mock(ignore_unknown=ignore_unknown, origins=origins)
    with MockServer(mock, host, port) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield mock
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: MockServer
    protocol_version = "HTTP/1.1"
    timeout = 60
    disable_nagle_algorithm = True  # header and body are two packets, and the second would wait

    def handle_any(self) -> None:
        try:
            body = self._body()
        except ValueError as error:
            self.close_connection = True
            self._send(refusal(HTTPStatus.BAD_REQUEST, [str(error)]))
            return
        mock = self.server.mock
        if self.command == "OPTIONS":
            self._send(self._preflight())
            return
        received, answer = mock.take(MockRequest(self.command, self.path, self.headers, body))
        if self.server.log:
            self.server.log(received)
        self._send(answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = handle_any  # noqa: N815  # http.server's names

    def _body(self) -> bytes:
        """The body of the request. Raises `ValueError` where its length is not told."""
        if "chunked" in self.headers.get("Transfer-Encoding", "").casefold():
            return self._chunks()
        length = self.headers.get("Content-Length", "0").strip()
        if not length.isdecimal() or int(length) > _LARGEST:
            raise ValueError("Content-Length is not a number, or too large")
        return self.rfile.read(int(length))

    def _chunks(self) -> bytes:
        parts: list[bytes] = []
        while size := self._size():
            if sum(map(len, parts)) + size > _LARGEST:
                raise ValueError("the body is too large")
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass  # headers behind the last chunk
        return b"".join(parts)

    def _size(self) -> int:
        text = self.rfile.readline().split(b";")[0].strip()
        try:
            return int(text, 16)
        except ValueError:
            raise ValueError("the size of a chunk is not a number") from None

    def _preflight(self) -> MockAnswer:
        """What a browser is told that asks whether a page may call: which methods and headers."""
        headers = {"Allow": "GET, HEAD, POST, PUT, DELETE, OPTIONS"}
        if self._origin():
            headers |= {
                "Access-Control-Allow-Methods": headers["Allow"],
                "Access-Control-Allow-Headers": self.headers.get("Access-Control-Request-Headers", "*"),
                "Access-Control-Max-Age": "600",
            }
        return MockAnswer(HTTPStatus.NO_CONTENT, b"", headers)

    def _origin(self) -> str | None:
        """The origin of the page that calls, where it may."""
        origin, origins = self.headers.get("Origin"), self.server.mock.origins
        return origin if origin and (origin in origins or "*" in origins) else None

    def _send(self, answer: MockAnswer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if self.server.mock.origins:
            self.send_header("Vary", "Origin")
        if origin := self._origin():
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Access-Control-Expose-Headers", ", ".join(answer.headers) or "Content-Type")
        if answer.body:
            self.send_header("Content-Type", JSON)
        if answer.status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def version_string(self) -> str:
        """What the answer says of the server."""
        return "unimicro-schema"

    def log_message(self, *_arguments: object) -> None:
        """Says nothing: the lines of http.server hold the values of the query."""
