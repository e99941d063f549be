"""Swagger UI and Redoc show the published bundle without an error."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, sync_playwright

from peers.generators import FED
from peers.installation import Installed

PAGES = {
    "swagger-ui": """<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Swagger UI</title>
<link rel="stylesheet" href="swagger-ui-dist/swagger-ui.css"><div id="page"></div>
<script src="swagger-ui-dist/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: "openapi.json", dom_id: "#page", validatorUrl: null})</script></html>""",
    "redoc": """<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Redoc</title>
<div id="page"></div><script src="redoc/bundles/redoc.standalone.js"></script>
<script>Redoc.init("openapi.json", {disableSearch: true, hideLoading: true}, document.getElementById("page"))</script></html>""",
}
OUTSIDE: dict[str, set[str]] = {"swagger-ui": set(), "redoc": {"https://cdn.redoc.ly/redoc/logo-mini.svg"}}
"""What a viewer asks of other hosts: Redoc shows the logo of its maker, and has no setting that leaves it out."""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg"/>'
SUMMARIES = [
    node["summary"] for item in json.loads(FED.read_text(encoding="utf-8"))["paths"].values() for node in item.values()
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Says nothing: the browser tells what it missed."""


@pytest.fixture(scope="module")
def folder(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages, the viewers and the bundle."""
    place = tmp_path_factory.mktemp("viewers")
    for name, text in PAGES.items():
        (place / f"{name}.html").write_text(text)
    for package in ("swagger-ui-dist", "redoc"):
        (place / package).symlink_to(installed.place / "node_modules" / package)
    shutil.copy(FED, place)
    return place


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page() -> Iterator[Page]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "Chromium is missing"
    switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=switches)
        yield browser.new_page(viewport={"width": 1440, "height": 900})
        browser.close()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.shows(title, "shows every operation"), id=name)
        for name, title in (("swagger-ui", "Swagger UI"), ("redoc", "Redoc"))
    ],
)
def test_the_bundle_is_shown_without_an_error_and_without_other_hosts(
    name: str, url: str, page: Page, record_property: Callable[[str, object], None]
) -> None:
    wrong: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":  # Redoc warns where a condition narrows a type that may be null
            wrong.append(message.text)

    def follow(request: Request) -> None:
        if not request.url.startswith((url, "data:", "blob:")) and request.url not in OUTSIDE[name]:
            wrong.append(f"asks for {request.url}")

    listeners = {"console": listen, "pageerror": lambda error: wrong.append(str(error)), "request": follow}
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    for other in OUTSIDE[name]:  # answered here, so that the run needs no other host
        page.route(other, lambda route: route.fulfill(content_type="image/svg+xml", body=LOGO))
    page.goto(f"{url}/{name}.html", wait_until="commit")
    for summary in SUMMARIES:
        page.get_by_text(summary, exact=True).filter(visible=True).first.wait_for(timeout=180_000)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    record_property("seen", f"{len(SUMMARIES)} of {len(SUMMARIES)}, {len(wrong)} errors in the console")
    assert wrong == []
