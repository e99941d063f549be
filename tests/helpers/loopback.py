"""A server on this machine that answers as the contract says, and notes what each request gets wrong."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

from unimicro_schema import check_query, operations, validate
from unimicro_schema import headers as needed
from unimicro_schema.registry import Operation, example_content

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
QUERIES = {"expand", "select", "filter", "orderby"}


@dataclass(frozen=True)
class Received:
    """A request as it came in. `operation` is the id of what it asks for, or None where the contract knows no such request."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Message
    body: bytes
    operation: str | None
    problems: tuple[str, ...]


class InTurn(dict[str, tuple[int, str | None]]):
    """Answers one after the other, whatever is asked."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def get(self, _operation: object, _default: object = None) -> tuple[int, str | None]:
        return 200, self.names.pop(0)


@dataclass
class Loopback:
    """A running server: its address, what it received, and what it is to answer where that is not the first success.

    `beside` has the answers to requests that the contract does not know, such as for a token, by method and path.
    """

    url: str
    received: list[Received] = field(default_factory=list)
    answers: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    beside: dict[tuple[str, str], str] = field(default_factory=dict)

    def answer(self, operation: str, status: int, example: str | None = None) -> None:
        """Makes it answer an operation with that status and one of its examples (the first if none is named)."""
        self.answers[operation] = (status, example)

    @property
    def problems(self) -> list[str]:
        """What was wrong with any request, so that a test can say `assert not server.problems`."""
        return [
            f"{request.method} {request.path}: {problem}" for request in self.received for problem in request.problems
        ]


@contextmanager
def serve() -> Iterator[Loopback]:
    """Serves the operations of the contract on a free port of this machine until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        state = Loopback(f"http://127.0.0.1:{server.server_port}")
        server.state = state  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_any(self) -> None:
        state: Loopback = self.server.state  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        address = urlsplit(self.path)
        query = tuple(parse_qsl(address.query, keep_blank_values=True))
        found = _operation(self.command, address.path, query)
        beside = state.beside.get((self.command, address.path))
        problems: tuple[str, ...] = () if beside else ("no such operation",)
        if found:
            problems = tuple(_problems(found, address.path, query, self.headers, body))
        state.received.append(
            Received(self.command, address.path, query, self.headers, body, found.id if found else None, problems)
        )
        status, text = (200, beside.encode()) if beside else (404, b"") if found is None else _answer(found, state)
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        if text:
            self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = handle_any  # noqa: N815  # http.server's names

    def log_message(self, *_arguments: object) -> None:
        """Says nothing: the tests read `received`."""


def _operation(method: str, path: str, query: tuple[tuple[str, str], ...]) -> Operation | None:
    action = dict(query).get("action")
    for operation in operations():
        if operation.method == method and operation.action == action and _pattern(operation).fullmatch(path):
            return operation
    return None


def _pattern(operation: Operation) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(operation.path)))


def _problems(
    operation: Operation, path: str, query: tuple[tuple[str, str], ...], headers: Message, body: bytes
) -> Iterator[str]:
    for header in needed():
        if not re.fullmatch(rf"{header.prefix}\S+", headers.get(header.name, "")):
            yield f"no secret in {header.name}, or not behind {header.prefix!r}"
    if "CompanyKey" in headers and not GUID.fullmatch(headers["CompanyKey"]):
        yield "no GUID in CompanyKey"
    yield from _parameter_problems(operation, path, query)
    if operation.request is None:
        if body:
            yield "a body, where none is sent"
        return
    if headers.get_content_type() != "application/json":
        yield f"Content-Type is {headers.get_content_type()}"
    for finding in validate(body, operation.id).findings:
        yield f"{finding.rule} {finding.pointer}: {finding.message}"


def _parameter_problems(operation: Operation, path: str, query: tuple[tuple[str, str], ...]) -> Iterator[str]:
    in_path = _pattern(operation).fullmatch(path)
    sent = dict(query) | (in_path.groupdict() if in_path else {})
    names = [name for name, _ in query if name != "action"]
    if len(set(names)) != len(names):
        yield "a parameter is sent twice"
    known = {parameter.name: parameter for parameter in operation.parameters}
    yield from (f"unknown parameter {name}" for name in names if name not in known)
    for name, parameter in known.items():
        if name not in sent:
            if parameter.required and parameter.name != "action":
                yield f"parameter {name} is missing"
        elif parameter.type == "integer" and not re.fullmatch(r"-?\d+", sent[name]):
            yield f"parameter {name} is not an integer"
        elif parameter.type == "boolean" and sent[name] not in {"true", "false"}:
            yield f"parameter {name} is not a boolean"
    if QUERIES & known.keys():
        text = "&".join(f"{name}={_encoded(value)}" for name, value in query)
        yield from (f"{finding.rule}: {finding.message}" for finding in check_query(text, operation.id).findings)


def _encoded(value: str) -> str:
    return value.replace("%", "%25").replace("&", "%26").replace("+", "%2B").replace("#", "%23")


def _answer(operation: Operation, state: Loopback) -> tuple[int, bytes]:
    first = next(status for status in operation.responses if status.startswith("2"))
    status, name = state.answers.get(operation.id, (int(first), None))
    has_body = operation.responses[str(status)].body is not None
    return status, example_content(operation.id, name, status) if has_body else b""
