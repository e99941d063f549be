"""Pages that were published once and are elsewhere now: a link to one leads to the page that has what it had."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

from site_files.documents import Document, Site

_HTML = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved: {title}</title>
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{address}">
<meta name="robots" content="noindex">
</head>
<body><p>This page moved to <a href="{link}">{title}</a>.</p></body>
</html>
"""


def files(site: Site) -> Iterator[tuple[str, str]]:
    """The path and the text of what is at the place of each page that moved: its HTML, and its twin.

    Raises `ValueError` for an entry of the list that names a page that is still there, or leads to one that is not.
    """
    documents = {document.source: document for document in site.documents}
    for source, target in site.moved.items():
        if source in documents:
            raise ValueError(f"extra.moved in mkdocs.yml names {source}, which is a page; take the entry away")
        if target not in documents:
            raise ValueError(f"extra.moved in mkdocs.yml sends {source} to {target}, which is not a page of the site")
        old, new = Document(source, "", ""), documents[target]
        folder = posixpath.dirname(new.page)
        link = posixpath.relpath(folder or ".", posixpath.dirname(old.page)) + "/"
        address = posixpath.join(site.url, folder) + "/" if site.url else link
        yield old.page, _HTML.format(title=escape(new.title), link=escape(link), address=escape(address))
        twin = posixpath.relpath(target, posixpath.dirname(source))
        yield source, f"# Moved\n\nThis page moved to [{new.title}]({twin}).\n"
