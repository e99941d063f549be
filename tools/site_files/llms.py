"""llms.txt and llms-full.txt: the site for programs that read text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import urljoin

from site_files.documents import Document, Site

INDEX, FULL = "llms.txt", "llms-full.txt"
MARKS = (
    "A word in brackets after a statement says how it is known: guide (the vendor's customer guide), platform (the platform's own "
    "description), observed (seen in vendor or client code), assumed (nobody said so)."
)
_FENCE = re.compile(r"`{3,}")
_PROPERTY = re.compile(r"#+ `\w+`")
_LABEL = re.compile(r"\*\*[^*]+\*\*")
_LONG = 120
"""A shorter block may be said again: it is a sentence, not a description."""


def index(site: Site, documents: Sequence[Document], titles: Mapping[str, str], about: Mapping[str, str]) -> str:
    """A list of all pages by section, each with the URL of its twin and its subject."""
    lines = [f"# {site.name}", "", f"> {site.description}", "", MARKS, ""]
    lines += [f"The text of all pages in one file: [{FULL}]({urljoin(site.url, FULL)})", ""]
    for section, members in groupby(_by_section(documents), key=lambda document: document.section):
        lines += [f"## {section}", ""]
        lines += [
            f"- [{titles[source]}]({urljoin(site.url, source)}): {about[source]}"
            for source in (document.source for document in members)
        ]
        lines.append("")
    return "\n".join(lines)


def full(site: Site, documents: Sequence[Document], titles: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """The Markdown of all pages, each after a line with its URL. What an earlier page has is not said again."""
    said: dict[object, str] = {}
    parts = [f"# {site.name}", MARKS, "A property may be absent unless it is marked required."]
    for document in _by_section(documents):
        source = document.source
        parts += ["---", f"Page: {urljoin(site.url, source)}", *_new(_blocks(texts[source]), titles[source], said)]
    return "\n\n".join(parts) + "\n"


def _new(blocks: list[str], page: str, said: dict[object, str]) -> Iterator[str]:
    """What a page says that `said` does not hold yet. Of a property that another page describes, its facts are left."""
    fresh: list[str] = []
    while blocks:
        block = blocks.pop(0)
        if _PROPERTY.fullmatch(block):
            end = next((place for place, later in enumerate(blocks) if later.startswith("#")), len(blocks))
            facts, about, *rest = (*blocks[:end], "", "")
            del blocks[:end]
            first = said.setdefault((block, about), "")
            said[block, about] = first or page
            new = [block for block in filter(None, rest) if said.setdefault(block, page) == page]
            if not first:
                fresh += filter(None, [block, facts, about, *new])
            else:
                name = block.lstrip("# ")
                _append(
                    fresh, " ".join([f"- {name} as in {first}: {facts}", *(" ".join(text.split()) for text in new)])
                )
        elif len(block) < _LONG or said.setdefault(block, page) == page:
            fresh.append(block)
        elif fresh and _LABEL.fullmatch(fresh[-1]):
            fresh.pop()
    yield from fresh


def _append(blocks: list[str], item: str) -> None:
    """Adds an item to the list that the blocks end with, or begins one."""
    if blocks and blocks[-1].startswith("- `"):
        blocks[-1] += f"\n{item}"
    else:
        blocks.append(item)


def _blocks(text: str) -> list[str]:
    """The blocks of a Markdown text: what is between empty lines, and code as a whole."""
    blocks: list[str] = []
    fence = ""
    for part in text.strip().split("\n\n"):
        if fence:
            blocks[-1] += f"\n\n{part}"
        else:
            blocks.append(part)
        for found in _FENCE.findall(part):
            fence = "" if found == fence else fence or found
    return blocks


def _by_section(documents: Sequence[Document]) -> list[Document]:
    order = list(dict.fromkeys(document.section for document in documents))
    return sorted(documents, key=lambda document: order.index(document.section))
