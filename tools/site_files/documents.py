"""The pages of the site as Markdown documents, in the order of the navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.utils.meta import get_data

_HTML_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^":#?]+)')
_TOOL = re.compile(
    r'<section class="tool".*?</section>\n*|<span data-tool-link.*?</span>', re.DOTALL
)  # they need a browser
_MARKERS = re.compile(r"^[ \t]*<!-- +-->\n", re.MULTILINE)  # what is left of the marks of a snippet's sections


@dataclass(frozen=True, slots=True)
class Document:
    """A page: its source below `docs/`, which is also the path of its twin, its section and its Markdown."""

    source: str
    section: str
    markdown: str

    @property
    def page(self) -> str:
        """The path of its HTML below the site."""
        folder, name = posixpath.split(self.source)
        return posixpath.join(folder, "" if name == "index.md" else name.removesuffix(".md"), "index.html")

    @property
    def title(self) -> str:
        """Its first heading, without marks."""
        match = re.search(r"^# +(.+?)(?: +\{.*\})?$", self.markdown, re.MULTILINE)
        return match[1].replace("`", "") if match else self.source


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site as a whole, its documents, and where pages that moved are now."""

    name: str
    description: str
    url: str
    install: Literal["site", "index"]
    documents: tuple[Document, ...]
    moved: Mapping[str, str] = field(default_factory=dict)


def read(configuration: Path) -> Site:
    """The site that a mkdocs.yml describes."""
    return of(load_config(str(configuration)))


def of(config: MkDocsConfig) -> Site:
    """The site of a configuration. Inclusions are resolved as they are in the pages."""
    sections = dict(_sections(config.nav or [], ""))
    found = {file.src_uri: Path(str(file.abs_src_path)) for file in get_files(config).documentation_pages()}
    top = {source.split("/")[0]: section for source, section in sections.items()}
    order = [*sections, *sorted(set(found) - set(sections))]
    expand = _expander(config)
    return Site(
        config.site_name,
        config.site_description or "",
        config.site_url or "",
        config.extra["install"],
        tuple(
            Document(source, sections.get(source) or top[source.split("/")[0]], expand(source, found[source]))
            for source in order
        ),
        config.extra["moved"],
    )


def _sections(nav: list[Any], section: str) -> Iterator[tuple[str, str]]:
    """The pages of the navigation, each with the title of the part of the site that it belongs to."""
    for item in nav:
        title, value = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        if isinstance(value, list):
            yield from _sections(value, section or title)
        else:
            yield value, section or title


def _expander(config: MkDocsConfig) -> Any:
    options = {**config.mdx_configs.get("pymdownx.snippets", {}), "auto_append": []}
    snippets = markdown.Markdown(
        extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": options}
    ).preprocessors["snippet"]

    def expand(source: str, path: Path) -> str:
        text, _ = get_data(path.read_text(encoding="utf-8"))
        lines = snippets.run(text.split("\n"))
        # A link in HTML counts from the page, which lies one folder deeper than its twin, unless it is an index.
        up = "" if posixpath.basename(source) == "index.md" else posixpath.basename(source).removesuffix(".md")
        text = _TOOL.sub("", "\n".join(lines))
        return _MARKERS.sub("", _HTML_LINK.sub(lambda link: link[1] + _seen_from_twin(link[2], up), text))

    return expand


def _seen_from_twin(link: str, folder: str) -> str:
    slash = "/" if link.endswith("/") else ""
    return posixpath.normpath(posixpath.join(folder, link)) + slash
