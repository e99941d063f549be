"""What the head of a page leads to, while a reader goes from page to page without loading them anew, by each generator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpers.building import GENERATORS, build
from helpers.visits import Watch
from helpers.web import served

pytestmark = pytest.mark.xdist_group("heads")

BELOW = "/some/path/"
LINKS = "(links) => Object.fromEntries(links.map((link) => [link.type, link.href]))"
LED_TO = "(twin) => [...document.querySelectorAll('head link[rel=alternate]')].some((link) => link.href === twin)"
WAY = {
    "guide/": "guide/index.md",
    "guide/getting-started/": "guide/getting-started.md",
    "reference/": "reference/index.md",
}


@pytest.fixture(scope="module", params=GENERATORS)
def url(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a site that knows it: only then are pages changed without loading them."""
    folder = tmp_path_factory.mktemp("known")
    with served(folder / "site", BELOW) as known:
        build(root, folder, request.param, SITE_URL=known)
        yield known


def test_the_head_leads_to_what_belongs_to_the_page_and_the_theme_does_not_follow_it(
    url: str, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(url, viewport={"width": 1440, "height": 900})
    page.evaluate("() => { window.loadedOnce = true; }")
    for place, twin in WAY.items():
        page.locator(f"a[href$='{place.removeprefix('guide/') or place}']:visible").first.click()
        page.wait_for_url(url + place)
        page.wait_for_function(LED_TO, arg=url + twin)  # the URL changes before the page does
        links = page.locator("head link[rel=alternate]").evaluate_all(LINKS)
        assert links == {
            "text/markdown": url + twin,
            "text/plain": f"{url}llms.txt",
            "application/atom+xml": f"{url}releases.xml",
        }
    assert page.evaluate("() => window.loadedOnce"), "a page was loaded anew"
    assert watch.complaints == []
    assert watch.outside(url) == []
