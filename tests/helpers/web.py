"""A web server for a built site, on this machine, below any path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from threading import Thread
from typing import Any


@contextmanager
def served(folder: Path, path: str = "/") -> Iterator[str]:
    """Serves a folder below `path`, which begins and ends with a slash; gives the URL of the folder.

    The folder may be made later: a site that is told its URL is built once the port is ours.
    """
    handler = partial(_Handler, directory=str(folder), below=path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{path}"
        finally:
            server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    """Answers as the hosts of static sites do: with the site's own page where there is nothing."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, below: str, directory: str) -> None:
        self.below = below
        super().__init__(*arguments, directory=directory)

    def guess_type(self, path: str | PathLike[str]) -> str:
        return "text/markdown; charset=utf-8" if str(path).endswith(".md") else super().guess_type(path)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.below):
            return str(Path(self.directory, "outside of the site"))
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  # the name is given
        pass
