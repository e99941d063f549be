"""A server that gives answers in the order of a script, whatever is asked: pages of a proxy, and answers that never come."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple


class Answer(NamedTuple):
    """An answer, and the headers that it has beside its length."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


Script = tuple[Answer | None, ...]
"""Answers in order. The last is given again and again; None never comes."""


@dataclass
class Scripted:
    """A running server: its URL, what it answers, and the requests that came in, each as its method and path."""

    url: str
    script: Script
    asked: list[str] = field(default_factory=list)

    def gives(self, script: Script) -> None:
        """Begins another script."""
        self.script = script
        self.asked.clear()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script: Script, certificate: Path | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ended = Event()
        self.scripted = Scripted(f"http{'s' if certificate else ''}://127.0.0.1:{self.server_port}", script)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a client that went away."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def handle_any(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        scripted = self.server.scripted
        scripted.asked.append(f"{self.command} {self.path.partition('?')[0]}")
        answer = scripted.script[min(len(scripted.asked), len(scripted.script)) - 1]
        if answer is None:
            self.server.ended.wait()
            return
        self.send_response(answer.status)
        for name, value in (*answer.headers, ("Content-Length", str(len(answer.body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    do_GET = do_POST = do_PUT = handle_any  # noqa: N815  # http.server's names

    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


@contextmanager
def answering(*script: Answer | None, certificate: Path | None = None) -> Iterator[Scripted]:
    """Serves a script on this machine until the block ends; over TLS, where it gets the file of a key and its certificate."""
    with _Server(script, certificate) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server.scripted
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()
