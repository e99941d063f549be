"""A site that is served, and what goes on while a browser looks at it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from helpers.building import pages

PATIENCE = 30_000  # milliseconds: a machine with much to do makes the index of the search in seconds
READY = re.compile("Type to start searching|match|No ")  # what the search says once it has its index
HITS = ".md-search-result__item > a.md-search-result__link"


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is served: its URL and its files."""

    url: str
    folder: Path

    @property
    def pages(self) -> list[str]:
        """The path of every page below the URL of the site."""
        found = (path.parent.relative_to(self.folder).as_posix() for path in pages(self.folder))
        return sorted("" if path == "." else f"{path}/" for path in found)


@dataclass
class Watch:
    """What went on in a page besides what it showed: requests, and complaints of the browser."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Notes all that goes on in a page from now on. What cannot be loaded is a complaint on the console."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                self.complaints.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None
            ),
        )

    def outside(self, site: str) -> list[str]:
        """The requests that did not go to a site at this URL."""
        return [url for url in self.requests if not url.startswith((site, "data:", "blob:"))]


def ask(page: Page, words: str) -> None:
    """Types words into the search, which has the focus, and waits until it shows what it finds.

    The theme searches each time that a key is let go. Only the last letter is a key here, and the index is there before it:
    so the search is asked once, no hit is of half a word, and none goes away again while it is used.
    """
    expect(page.locator(".md-search-result__meta")).to_have_text(READY, timeout=PATIENCE)
    page.keyboard.insert_text(words[:-1])
    page.keyboard.press(words[-1])
    expect(page.locator(HITS).first).to_be_visible(timeout=PATIENCE)
