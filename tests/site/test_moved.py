"""No page that was published once is lost: it is there, or leads to the page that has what it had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from helpers import published
from helpers.building import configuration
from site_files import documents, moved
from site_files.documents import Document, Site

PAGES = tuple(Document(source, "") for source in ("index.md", "a/here.md", "b/index.md"))
SITE = Site("Site", "", "", "site", PAGES)


def leads(html: str) -> tuple[str, str, str]:
    """Where a page leads: at once, by its link, and the URL that it names as the right one."""
    soup = BeautifulSoup(html, "html.parser")
    refresh, canonical, link = soup.find("meta", {"http-equiv": "refresh"}), soup.find("link"), soup.find("a")
    assert isinstance(refresh, Tag)
    assert isinstance(canonical, Tag)
    assert isinstance(link, Tag)
    return str(refresh["content"]).removeprefix("0; url="), str(link["href"]), str(canonical["href"])


def test_every_page_is_recorded_as_published() -> None:
    missing = set(published.current()) - set(published.EXPECTED.lines["pages"])
    assert not missing, "record them with pytest --write-expected tests/site/test_moved.py"


def test_a_page_that_was_published_once_is_there_or_moved(root: Path) -> None:
    there = {*published.current(), *configuration(root)["extra"]["moved"]}
    lost = set(published.EXPECTED.lines["pages"]) - there
    assert not lost, "say in mkdocs.yml, extra.moved, which page has what they had"


def test_the_list_in_mkdocs_yml_leads_from_pages_that_went_to_pages_that_are_there(root: Path) -> None:
    written = dict(moved.files(documents.read(root / "mkdocs.yml"), {}))
    sources = configuration(root)["extra"]["moved"]
    assert written.keys() == {path for source in sources for path in (source, Document(source, "").page)}


@pytest.mark.parametrize(
    ("old", "page", "new", "target"),
    [
        ("a/old.md", "a/old/index.html", "a/here.md", "a/here/"),
        ("old.md", "old/index.html", "a/here.md", "a/here/"),
        ("x/y/old.md", "x/y/old/index.html", "b/index.md", "b/"),
        ("a/index.md", "a/index.html", "b/index.md", "b/"),
        ("a/old.md", "a/old/index.html", "index.md", ""),
    ],
)
@pytest.mark.parametrize("root", ["https://example.org/", "https://example.org/docs/1.0/"])
def test_a_page_that_moved_leads_to_the_new_one_wherever_the_site_is(
    old: str, page: str, new: str, target: str, root: str
) -> None:
    html, twin = dict(moved.files(replace(SITE, moved={old: new}), {})).items()
    assert html[0] == page
    here = urljoin(root, page.removesuffix("index.html"))
    assert [urljoin(here, link) for link in leads(html[1])] == [root + target] * 3
    assert twin[0] == old
    assert urljoin(root + old, twin[1].split("](")[1].split(")")[0]) == root + new


def test_the_right_url_is_absolute_where_the_url_of_the_site_is_known() -> None:
    site = replace(SITE, url="https://example.org/docs/", moved={"old.md": "a/here.md"})
    assert leads(dict(moved.files(site, {}))["old/index.html"])[2] == "https://example.org/docs/a/here/"


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"a/here.md": "index.md"}, "names a/here.md, which is a page"),
        ({"old.md": "a/nowhere.md"}, "sends old.md to a/nowhere.md, which is not a page"),
    ],
)
def test_an_entry_that_cannot_be_right_is_refused(entry: dict[str, str], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        dict(moved.files(replace(SITE, moved=entry), {}))
