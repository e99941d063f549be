"""Checkers of whole calls: ours and those of others, on one set of calls, each with the verdict that is right."""

from __future__ import annotations

import csv
import json
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from helpers import linters, npm
from helpers.recordings import as_browser, har, text_of
from peers.generators import FED, HERE
from peers.installation import Installed
from unimicro_schema import check_call
from unimicro_schema.pointers import COMPONENTS

HOST = "https://test.unimicro.no/"
STARTS_WITHIN = 600  # seconds
ANSWERS_WITHIN = 60  # seconds: Prism compiles what a body must be when the first one comes

Call = dict[str, Any]
Verdicts = list[bool]
"""What a checker says of each case, in order: whether the call is right."""


@dataclass(frozen=True, slots=True)
class Case:
    """A call and whether it is right."""

    title: str
    call: Call
    valid: bool


def cases() -> list[Case]:
    """The judged calls that each checker can be given: on a server of the contract, with headers, and with an answer or no status."""
    judged = json.loads((HERE.parent / "calls/calls.json").read_bytes())
    return [
        Case(case["title"], case["call"], case["valid"])
        for case in judged
        if case["call"]["url"].startswith(HOST) and "headers" in case["call"] and _is_whole(case["call"])
    ]


def _is_whole(call: Call) -> bool:
    return ("status" in call) == ("answer" in call)


def shallow(document: dict[str, Any]) -> dict[str, Any]:
    """A document in which each schema leads only further away from the bodies; what leads back allows anything.

    Nothing is recursive in it. Checkers that write references out run out of memory on the whole document.
    """
    found: dict[str, Any] = json.loads(json.dumps(document))
    schemas = found["components"].pop("schemas")
    levels: dict[str, int] = {}
    waiting = [(_target(node), 0) for node in _references(found)]
    for name, level in waiting:  # it grows
        if name not in levels:
            levels[name] = level
            waiting += ((_target(node), level + 1) for node in _references(schemas[name]))
    for name in schemas:
        for node in list(_references(schemas[name])):
            if "properties" in schemas[_target(node)] and levels[_target(node)] <= levels[name]:
                node.clear()
    found["components"]["schemas"] = schemas
    return found


def _target(node: dict[str, Any]) -> str:
    return str(node["$ref"].removeprefix(COMPONENTS))


def _references(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if str(node.get("$ref", "")).startswith(COMPONENTS):
            yield node
        for child in node.values():
            yield from _references(child)
    for child in node if isinstance(node, list) else ():
        yield from _references(child)


def ours(_: Installed, __: Path) -> Verdicts:
    """This package."""
    return [_by_us(case.call) for case in cases()]


def _by_us(call: Call) -> bool:
    named = {name: call[name] for name in ("status", "answer") if name in call}
    return check_call(call["method"], call["url"], call["headers"], call.get("body"), **named).valid


def openapi_core(installed: Installed, place: Path) -> Verdicts:
    """openapi-core with the whole document, by a program that uses it as its manual says."""
    (place / "calls.json").write_text(json.dumps([_plain(case.call) for case in cases()]))
    run = installed.run(installed.python, HERE / "calls/openapi_core_calls.py", FED, place / "calls.json", cwd=place)
    assert run.returncode == 0, run.stderr
    verdicts: Verdicts = json.loads(run.stdout)
    return verdicts


def _plain(call: Call) -> Call:
    """A call with its bodies as text."""
    bodies = {name: text_of(call[name]) if call.get(name) is not None else None for name in ("body", "answer")}
    return {**call, **bodies}


def drift(_: Installed, place: Path) -> Verdicts:
    """`redocly drift`, with the shallow document. A call is wrong if it finds an error in it."""
    npm.install(linters.PLACE)
    (place / "calls.har").write_text(har(as_browser(case.call) for case in cases()))
    program = linters.PLACE / "node_modules/.bin/redocly"
    words = ["drift", "calls.har", "--api", _shallow(place), "--report-format", "csv", "--min-severity", "error"]
    run = subprocess.run([program, *words, "-o", "found.csv"], cwd=place, capture_output=True, text=True, check=False)
    assert (place / "found.csv").is_file(), run.stderr
    with (place / "found.csv").open() as file:
        wrong = {int(row["exchange_index"]) for row in csv.DictReader(file)}
    return [index not in wrong for index in range(len(cases()))]


def prism(installed: Installed, place: Path) -> Verdicts:
    """Prism's proxy in front of a server that gives the recorded answers, with the shallow document.

    A call is wrong if the proxy names a violation of any severity.
    """
    with (
        _answering() as server,
        _proxying(installed, place, server) as proxy,
        httpx.Client(timeout=ANSWERS_WITHIN) as client,
    ):
        return [_through(client, proxy, server, case.call) for case in cases()]


def _through(client: httpx.Client, proxy: str, server: _Server, call: Call) -> bool:
    plain = _plain(call)
    server.answer = (call.get("status", 0), plain["answer"])
    headers = {name: value.strip() for name, value in call["headers"].items() if not name.startswith(":")}
    url = call["url"].replace(HOST, f"{proxy}/", 1)
    body = None if plain["body"] is None else plain["body"].encode()
    try:
        answer = client.request(call["method"], url, headers=headers, content=body)
    except httpx.TimeoutException:
        return False  # a body that is not JSON gets no answer at all, so nobody takes the call for a right one
    found = json.loads(answer.headers.get("sl-violations", "[]"))
    # Where the answer is not known, that of the server behind the proxy is none of the call's.
    return not [entry for entry in found if "answer" in call or entry["location"][:1] == ["request"]]


class _Server(ThreadingHTTPServer):
    """A server that gives one answer to everything: a status, 200 if it is 0, and a body."""

    answer: tuple[int, str | None] = (0, None)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def _answered(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, body = self.server.answer
        self.send_response(status or 200)
        if body is not None:
            self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len((body or "").encode())))
        self.end_headers()
        self.wfile.write((body or "").encode())

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _answered  # noqa: N815  # names of the library

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@contextmanager
def _answering() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


@contextmanager
def _proxying(installed: Installed, place: Path, server: _Server) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = installed.place / "node_modules/.bin/prism"
    words = ["proxy", "--multiprocess", "false", "--host", "127.0.0.1", "--port", str(port), _shallow(place)]
    log = place / "prism.log"
    with log.open("w") as file:
        url = f"http://127.0.0.1:{server.server_port}"
        process = subprocess.Popen([program, *words, url], stdout=file, stderr=file, env=installed.environment)
    try:
        end = time.monotonic() + STARTS_WITHIN
        while "is listening" not in log.read_text():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.5)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _shallow(place: Path) -> str:
    file = place / "shallow.json"
    file.write_text(json.dumps(shallow(json.loads(FED.read_bytes()))))
    return str(file)


CHECKERS: dict[str, Callable[[Installed, Path], Verdicts]] = {
    "unimicro-schema": ours,
    "openapi-core": openapi_core,
    "Prism": prism,
    "Redocly": drift,
}
"""The checkers by their names, as `results.TOOLS` has them."""
