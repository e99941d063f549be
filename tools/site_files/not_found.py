"""The page for what is not there: it offers the search and the pages that readers most often want."""

from __future__ import annotations

import re

_HOME = re.compile(r'<a href="?([^" >]*)"?[^>]*class="?md-header__button md-logo')
_HEADING = re.compile(r"<h1>.*?</h1>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>")
_NAME = "Page not found"
_LIKELY = {
    "guide/getting-started/": "Getting started",
    "guide/": "All tasks, from creating a customer to deleting one",
    "reference/": "Every operation",
    "guide/errors/": "I have an error",
    "reference/downloads/": "Downloads",
    "toolkit/": "The toolkit",
}


def offering(html: str) -> str:
    """The page with a title of its own, a way to the search, and likely pages. Leaves alone what has them."""
    home = _HOME.search(html)
    if home is None or _NAME in html:
        return html
    links = "".join(f'<li><a href="{_below(home[1], path)}">{title}</a></li>' for path, title in _LIKELY.items())
    offer = (
        f"<h1>{_NAME}</h1><p>Nothing is at this URL. It may have been misspelt, or the page may have a new name.</p>"
        '<p><label for="__search" class="md-button md-button--primary">Search the site</label></p>'
        f"<p>Or go to one of these pages:</p><ul>{links}</ul>"
    )
    html = _TITLE.sub(lambda title: f"<title>{_NAME} - {title[1]}</title>", html, count=1)
    return _HEADING.sub(lambda _: offer, html, count=1)


def _below(home: str, path: str) -> str:
    return f"{home.removesuffix('.').rstrip('/')}/{path}"
