"""The pages of the site in the order of the navigation, and where each is written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files


@dataclass(frozen=True, slots=True)
class Document:
    """A page: its source below `docs/`, which is also the path of its twin, and its section."""

    source: str
    section: str

    @property
    def page(self) -> str:
        """The path of its HTML below the site."""
        folder, name = posixpath.split(self.source)
        return posixpath.join(folder, "" if name == "index.md" else name.removesuffix(".md"), "index.html")


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site as a whole.

    Its documents, where pages that moved are now, and the language of each lexer that colours only a part of a program.
    """

    name: str
    description: str
    url: str
    install: Literal["site", "index"]
    documents: tuple[Document, ...]
    moved: Mapping[str, str] = field(default_factory=dict)
    lexers: Mapping[str, str] = field(default_factory=dict)


def read(configuration: Path) -> Site:
    """The site that a mkdocs.yml describes."""
    return of(load_config(str(configuration)))


def of(config: MkDocsConfig) -> Site:
    """The site of a configuration."""
    sections = dict(_sections(config.nav or [], ""))
    found = {file.src_uri for file in get_files(config).documentation_pages()}
    top = {source.split("/")[0]: section for source, section in sections.items()}
    order = [*sections, *sorted(found - set(sections))]
    return Site(
        config.site_name,
        config.site_description or "",
        config.site_url or "",
        config.extra["install"],
        tuple(Document(source, sections.get(source) or top[source.split("/")[0]]) for source in order),
        config.extra["moved"],
        {own["name"]: own["lang"] for own in config.mdx_configs["pymdownx.highlight"]["extend_pygments_lang"]},
    )


def _sections(nav: list[Any], section: str) -> Iterator[tuple[str, str]]:
    """The pages of the navigation, each with the title of the part of the site that it belongs to."""
    for item in nav:
        title, value = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        if isinstance(value, list):
            yield from _sections(value, section or title)
        else:
            yield value, section or title
