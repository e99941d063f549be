"""A browser, and the site that it looks at, served below a path as on a host of project sites."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from helpers import accessibility
from helpers.building import build
from helpers.visits import Site, Watch
from helpers.web import served

HERE = Path(__file__).parent
BELOW = "/some/deep/path/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site as it is published: it was told its URL, and it lies below a path."""
    folder = tmp_path_factory.mktemp("published")
    with served(folder / "site", BELOW) as url:
        yield Site(url, build(root, folder, "mkdocs", SITE_URL=url))


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The script of axe-core."""
    return accessibility.script(root)


@pytest.fixture
def watch() -> Watch:
    """What goes on in the pages of this test."""
    return Watch()


@pytest.fixture
def opened(chromium: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Opens a page at a URL, in a fresh profile with the options of `new_context`; it is watched."""
    contexts: list[BrowserContext] = []

    def open_page(url: str, **options: object) -> Page:
        context = chromium.new_context(**{"reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
