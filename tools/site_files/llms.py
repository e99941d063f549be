"""llms.txt and llms-full.txt: the site for programs that read text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import urljoin

from site_files.documents import Document, Site


def index(site: Site, documents: Sequence[Document], descriptions: Mapping[str, str]) -> str:
    """A list of all pages by section, each with the URL of its twin and its subject."""
    lines = [f"# {site.name}", "", f"> {site.description}", ""]
    lines += [f"The text of all pages in one file: [llms-full.txt]({urljoin(site.url, 'llms-full.txt')})", ""]
    for section, members in groupby(_by_section(documents), key=lambda document: document.section):
        lines += [f"## {section}", ""]
        for document in members:
            about = descriptions.get(document.source, "")
            lines.append(
                f"- [{document.title}]({urljoin(site.url, document.source)})" + (f": {about}" if about else "")
            )
        lines.append("")
    return "\n".join(lines)


def full(site: Site, documents: Sequence[Document]) -> str:
    """The Markdown of all pages, each after a line with its URL."""
    parts = [
        f"<!-- {urljoin(site.url, document.source)} -->\n\n{document.markdown.strip()}\n"
        for document in _by_section(documents)
    ]
    return "\n".join(parts)


def _by_section(documents: Sequence[Document]) -> list[Document]:
    order = list(dict.fromkeys(document.section for document in documents))
    return sorted(documents, key=lambda document: order.index(document.section))
