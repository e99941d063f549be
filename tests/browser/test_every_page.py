"""What holds for every page: nothing comes from elsewhere, nothing fails, nothing sticks out, everybody can use it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from helpers.accessibility import problems
from helpers.building import shared_build
from helpers.visits import Site, Watch
from helpers.web import served

HALVES = [pytest.param(half, marks=pytest.mark.xdist_group(f"pages-{half}")) for half in (0, 1)]
NARROW = {"viewport": {"width": 390, "height": 844}}
LIGHT_ENOUGH = 120_000

# Labels of tabs that are not exactly above what they are for.
SHIFTED = """
() => [...document.querySelectorAll(".tabbed-set")].filter((set) => {
  const [labels, content] = [".tabbed-labels", ".tabbed-content"].map((part) => set.querySelector(part).getBoundingClientRect());
  return labels.width && (Math.abs(labels.left - content.left) > 1 || Math.abs(labels.right - content.right) > 1);
}).length
"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("half", HALVES)
def test_every_page_can_be_used_by_everybody_in_both_palettes(
    half: int, site: Site, opened: Callable[..., Page], axe: str
) -> None:
    page = opened(site.url)
    found = {}
    for path in site.pages[half::2]:
        page.goto(site.url + path)
        if seen := problems(page, axe):
            found[path] = seen
    assert found == {}


@pytest.mark.parametrize("half", HALVES)
def test_every_page_is_complete_narrow_enough_and_asks_nobody_else(
    half: int, site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(site.url, **NARROW)
    sticking_out = {}
    for path in site.pages[half::2]:
        page.goto(site.url + path)
        page.evaluate("() => document.querySelectorAll('details').forEach((details) => (details.open = true))")
        if wider := page.evaluate(OVERFLOW) + page.evaluate(SHIFTED):
            sticking_out[path] = wider
    assert watch.outside(site.url) == []
    assert watch.complaints == []
    assert sticking_out == {}


@pytest.mark.xdist_group("pages-0")
@pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
def test_a_site_that_was_not_told_its_url_works_below_any_path(
    generator: str, root: Path, shared: Path, opened: Callable[..., Page], watch: Watch
) -> None:
    folder = shared_build(root, shared, generator)
    with served(folder, "/elsewhere/") as url:
        for palette in ("light", "dark"):
            page = opened(url, color_scheme=palette)
            page.locator("article a").first.wait_for()
            for place in ("reference/entities/Customer/", "reference/operations/createCustomer/"):
                page.goto(url + place)
                page.locator(".md-tabs a, .md-nav a").first.wait_for()
            page.locator(".md-footer__link--next").click()
            page.wait_for_url(lambda url: not url.endswith("createCustomer/"))
            page.locator("article h1").wait_for()
        assert watch.outside(url) == []
        assert watch.complaints == []


@pytest.mark.xdist_group("pages-1")
def test_the_first_visit_to_the_heaviest_page_of_the_reference_is_light(
    site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    heaviest = max(
        (path for path in site.pages if path.startswith("reference/")),
        key=lambda path: len(gzip.compress((site.folder / path / "index.html").read_bytes())),
    )
    opened(site.url + heaviest).wait_for_load_state("networkidle")
    sizes = {
        name: len(gzip.compress((site.folder / name / ("index.html" if name.endswith("/") else "")).read_bytes()))
        for url in dict.fromkeys(watch.requests)
        if not (name := url.removeprefix(site.url)).startswith(("search/", "assets/javascripts/workers/"))
    }
    assert heaviest in sizes
    assert sum(sizes.values()) < LIGHT_ENOUGH, sizes


@pytest.mark.xdist_group("pages-1")
def test_the_page_for_what_is_not_there_looks_like_the_site_from_any_depth(site: Site, chromium: Browser) -> None:
    page = chromium.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    missing = f"{site.url}guide/of/nothing/"
    page.goto(missing)
    assert failed == [missing]
    page.locator(".md-header a.md-logo").click()
    page.wait_for_url(site.url)
    page.close()
