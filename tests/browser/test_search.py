"""What readers ask, and the page that answers it: among the first three results of the site's own search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.test_readers import results
from helpers.visits import Site

pytestmark = pytest.mark.xdist_group("readers")

CONTACT = "guide/contact-details/"
FILE = Path(__file__).with_name("questions.txt")


def questions() -> dict[str, list[str]]:
    """The words as a reader types them, and the pages of which one must be found."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {words: pages.split() for words, pages in (line.split(" = ") for line in lines)}


def test_ordinary_questions_find_the_right_page(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url)
    page.get_by_role("textbox", name="Search").click()
    missed = {}
    for words, wanted in questions().items():
        hits = results(page, words)
        if not any(place in hit for hit in hits for place in wanted):
            missed[words] = hits
    assert missed == {}


def test_the_words_that_only_the_search_knows_are_not_shown(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url)
    page.get_by_role("textbox", name="Search").click()
    results(page, "leveringsadresse")
    for place in (page.locator(".md-search-result"), opened(f"{site.url}{CONTACT}").locator("body")):
        assert "postadresse" not in place.inner_text()
