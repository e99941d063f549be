"""The releases as an Atom feed: an entry for each part of each release, so that a reader can follow the contract alone."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

import markdown
from mkdocs.utils import get_build_date

from site_files.documents import Site
from unimicro_schema.changes.changelog import Release

FILE = "releases.xml"
TYPE = "application/atom+xml"
PAGE = "releases/"
_ATOM = "http://www.w3.org/2005/Atom"
_NAME = "unimicro-schema"


def feed(site: Site, releases: tuple[Release, ...]) -> bytes:
    """The feed. What is not yet released is as new as the site, whose day SOURCE_DATE_EPOCH can set.

    Links are absolute where the URL of the site is known, and count from the feed where it is not. The ids of entries are
    the same wherever the site is, so that nobody reads a release twice.
    """
    built = get_build_date()
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", _identity())
    _add(root, "title", f"{site.name}: releases")
    _add(root, "updated", _moment(releases[0].day or built if releases else built))
    _add(ET.SubElement(root, "author"), "name", _NAME)
    ET.SubElement(root, "link", {"rel": "self", "type": TYPE, "href": urljoin(site.url, FILE)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": urljoin(site.url, PAGE)})
    for release in releases:
        updated = _moment(release.day or built)
        root.extend(_entries(site, release, updated))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def _entries(site: Site, release: Release, updated: str) -> Iterator[ET.Element]:
    for part, text in release.parts.items():
        entry = ET.Element("entry")
        _add(entry, "id", _identity(release.version, part))
        _add(entry, "title", f"{part} {release.version}{'' if release.day else ', not yet released'}")
        _add(entry, "updated", updated)
        ET.SubElement(entry, "category", {"term": part.lower()})
        link = f"{PAGE}#{release.anchor(part)}"
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": urljoin(site.url, link)})
        _add(entry, "content", markdown.markdown(text)).set("type", "html")
        yield entry


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element


def _identity(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "/".join([_NAME, "releases", *parts])).urn


def _moment(day: object) -> str:
    return f"{day}T00:00:00Z"
