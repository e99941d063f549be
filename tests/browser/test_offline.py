"""The archive of the site: unpacked, and read from a disk without a network, by each of the two generators."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from helpers.building import GENERATORS, shared_build
from helpers.visits import PATIENCE, Watch
from site_files import offline

pytestmark = pytest.mark.xdist_group("offline")

LOADED = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src"}
FOUND = "h=invoice+address"  # what is marked on a page that was found, in the links of either generator
HITS = f"a[href*='?{FOUND}']"  # both search while words are typed: hits of all that was typed


@pytest.fixture(scope="module", params=GENERATORS)
def folder(request: pytest.FixtureRequest, root: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the archive unpacks to."""
    place = tmp_path_factory.mktemp("offline")
    site = shared_build(root, shared, request.param)
    with zipfile.ZipFile(site / "reference/downloads" / offline.FILE) as archive:
        archive.extractall(place)
    [found] = place.iterdir()
    return found


def test_every_link_of_the_archive_leads_to_a_file_in_it(folder: Path) -> None:
    broken, foreign = [], []
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for name, key in LOADED.items():
            for link in (str(tag[key]) for tag in page.find_all(name) if tag.has_attr(key)):
                target = urlsplit(urljoin(path.as_uri(), link))
                if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                    broken.append((path.relative_to(folder).as_posix(), link))
                elif target.scheme != "file" and name != "a":
                    foreign.append((path.relative_to(folder).as_posix(), link))
    assert broken == []
    assert foreign == []


def test_the_archive_is_searched_and_read_from_a_disk(folder: Path, opened: Callable[..., Page], watch: Watch) -> None:
    page = opened((folder / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("invoice address", delay=50)
    expect(page.locator(HITS).first).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/index.html?{FOUND}*")
    expect(page.locator("article h1")).to_be_visible()
    page.goto((folder / "reference/operations/createCustomer/index.html").as_uri())
    expect(page.locator("section[data-tool]")).to_have_count(0)
    page.locator("article a[href*='guide/']").first.click()
    page.wait_for_url("**/guide/**/index.html*")
    assert watch.outside("file:") == []
    assert watch.complaints == []
