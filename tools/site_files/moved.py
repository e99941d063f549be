"""Pages that were published once and are elsewhere now: a link to one leads to the page that has what it had."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html import escape

from site_files.documents import Document, Site

_HTML = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved: {title}</title>
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{url}">
<meta name="robots" content="noindex">
</head>
<body><p>This page moved to <a href="{link}">{title}</a>.</p></body>
</html>
"""


def files(site: Site, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The path and the text of what is at the place of each page that moved: its HTML, and its twin.

    `titles` has the title of each page by its source.

    Raises `ValueError` for an entry of the list that names a page that is still there, or leads to one that is not.
    """
    documents = {document.source: document for document in site.documents}
    for source, target in site.moved.items():
        if source in documents:
            raise ValueError(f"extra.moved in mkdocs.yml names {source}, which is a page; take the entry away")
        if target not in documents:
            raise ValueError(f"extra.moved in mkdocs.yml sends {source} to {target}, which is not a page of the site")
        old, new = Document(source, ""), documents[target]
        title = titles.get(target, site.name)
        folder = posixpath.dirname(new.page)
        link = posixpath.relpath(folder or ".", posixpath.dirname(old.page)) + "/"
        url = posixpath.join(site.url, folder) + "/" if site.url else link
        yield old.page, _HTML.format(title=escape(title), link=escape(link), url=escape(url))
        twin = posixpath.relpath(target, posixpath.dirname(source))
        yield source, f"# Moved\n\nThis page moved to [{title}]({twin}).\n"
