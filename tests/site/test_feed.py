"""The feed of releases: valid Atom, whether or not the URL of the site is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from site_files import feed
from site_files.documents import Site
from unimicro_schema.changes.changelog import Release

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
SITE = Site("Things", "", "https://example.org/things/", "site", ())
RELEASES = (
    Release("1.1.0", None, {"Contract": "- `A` & <b>.", "Toolkit": "- B."}),
    Release("1.0.0", date(2026, 2, 3), {"Toolkit": "- First."}),
)


def parsed(site: Site, releases: tuple[Release, ...] = RELEASES) -> ET.Element:
    return ET.fromstring(feed.feed(site, releases))  # noqa: S314  # our own


def links(element: ET.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in element.findall(f"{ATOM}link")}


@pytest.mark.parametrize("releases", [RELEASES, RELEASES[1:], ()])
@pytest.mark.parametrize("url", ["", SITE.url])
def test_the_feed_and_every_entry_have_what_atom_asks_for(url: str, releases: tuple[Release, ...]) -> None:
    root = parsed(replace(SITE, url=url), releases)
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == sum(len(release.parts) for release in releases)
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert urlsplit(element.findtext(f"{ATOM}id") or "").scheme == "urn"
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        assert "alternate" in links(element)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert "self" in links(root)
    identities = [element.findtext(f"{ATOM}id") for element in (root, *entries)]
    assert len(identities) == len(set(identities))


def test_contract_and_toolkit_are_entries_of_their_own_with_the_day_of_their_release() -> None:
    entries = parsed(SITE).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Contract 1.1.0, not yet released",
        "Toolkit 1.1.0, not yet released",
        "Toolkit 1.0.0",
    ]
    assert [entry.find(f"{ATOM}category").attrib["term"] for entry in entries] == ["contract", "toolkit", "toolkit"]  # type: ignore[union-attr]
    assert entries[2].findtext(f"{ATOM}updated") == "2026-02-03T00:00:00Z"
    assert "<code>A</code> &amp;" in (entries[0].findtext(f"{ATOM}content") or "")


def test_links_are_absolute_where_the_url_is_known_and_ids_are_the_same_everywhere() -> None:
    known, unknown = parsed(SITE), parsed(replace(SITE, url=""))
    assert links(known) == {"self": f"{SITE.url}releases.xml", "alternate": f"{SITE.url}releases/"}
    assert links(unknown) == {"self": "releases.xml", "alternate": "releases/"}
    assert [tag.text for tag in known.iter(f"{ATOM}id")] == [tag.text for tag in unknown.iter(f"{ATOM}id")]


def test_what_is_not_yet_released_is_as_new_as_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert parsed(SITE).findtext(f"{ATOM}updated") == "2026-09-21T00:00:00Z"
    assert parsed(SITE, RELEASES[1:]).findtext(f"{ATOM}updated") == "2026-02-03T00:00:00Z"


@pytest.mark.slow
@pytest.mark.xdist_group("site-files")
def test_every_entry_leads_to_its_part_on_the_page_of_releases(site: Path) -> None:
    page = BeautifulSoup((site / "releases/index.html").read_text(encoding="utf-8"), "html.parser")
    root = ET.fromstring((site / feed.FILE).read_bytes())  # noqa: S314  # our own
    found = {links(entry)["alternate"].partition("#")[2] for entry in root.findall(f"{ATOM}entry")}
    assert found
    assert found == {str(tag["id"]) for tag in page.select("article h3[id]")}
