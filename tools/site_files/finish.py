"""What is put into the HTML of a page after it was built."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from html import escape, unescape
from typing import NamedTuple

from site_files import feed, llms, tables, twins
from site_files.documents import Document, Site

_DESCRIPTION = re.compile(r'<meta name="?description"? content="([^"]*)"/?>')
_BEFORE_A_MARK = re.compile(r" (?=[.,:;](?:\s|$))")
_PARAGRAPH = re.compile(r'<p(?: class="?lead"?)?>(.*?)</p>', re.DOTALL)
_BADGE = re.compile(r'<span class="?provenance.*?</span>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ARTICLE = re.compile(r"<article\b[^>]*>")
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path d="M20.6 18H3.4A1.4 1.4 0 0 1 2 '
    "16.6V7.4C2 6.6 2.6 6 3.4 6h17.2c.8 0 1.4.6 1.4 1.4v9.2c0 .8-.6 1.4-1.4 1.4ZM6 15.6v-4.2l2 2.6 "
    '2-2.6v4.2h2V8.4h-2L8 11 6 8.4H4v7.2h2Zm13-3.6h-2V8.4h-2V12h-2l3 3.7 3-3.7Z"/></svg>'
)
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_TAGS = re.compile(r'<nav class="?md-tags.*?</nav>\s*', re.DOTALL)
"""The words that readers search for. The index of the search has them; Zensical writes them on the page too."""

_METHOD = re.compile(r"""(<span class="?md-ellipsis"?>[^<]*?) · (GET|POST|PUT|DELETE)(?=\s*</span>)""")
"""The end of the title of an operation, in the navigation and in the header."""

_INDENTED = re.compile(r"<(pre|script|style|textarea)\b.*?</\1>|\n\s+", re.DOTALL)
"""What keeps its lines as they are, or else the indentation of the theme's templates, which nobody reads and everybody loads."""

_SHORTEST, _SHORT, _LONGEST = 20, 60, 160
_TWIN = 'type="text/markdown" rel="alternate"'
_ALTERNATES = {llms.INDEX: "text/plain", feed.FILE: feed.TYPE}
"""What the head of every page leads to beside its twin, by its place in the site."""

_LUNR = "self.lunr="
_ALTERNATES_TAKEN, _LANGUAGES = '"link[rel=alternate]"', '"link[rel=alternate][hreflang]"'

_MATERIAL, _ZENSICAL = "mkdocs-material", "zensical"
_GENERATOR = re.compile(r'<meta name="?generator"? content="?([^">]*)')


class _Repair(NamedTuple):
    """What a theme forgets or says wrongly, what should be there, and the programs whose theme it is."""

    found: str
    wanted: str
    programs: tuple[str, ...] = (_MATERIAL, _ZENSICAL)


_REPAIRS = (
    _Repair(
        'data-md-component="search" role="dialog">',
        'data-md-component="search" role="dialog" aria-label="Search">',
        (_MATERIAL,),
    ),
    _Repair('for="__drawer" aria-hidden="true"', 'for="__drawer"', (_ZENSICAL,)),
    _Repair('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
    _Repair('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
    _Repair(' tabindex="">', ">"),
    # What a reader came for is shown before the scripts run; they keep their order.
    _Repair("<script src=", "<script defer src="),
)


def check(pages: Sequence[str]) -> None:
    """Raises `ValueError` if a repair fits none of the pages of a site: the theme has changed, and something is not repaired."""
    program = next((match[1] for page in pages if (match := _GENERATOR.search(page))), "")
    for repair in _REPAIRS:
        if any(name in program for name in repair.programs) and not any(repair.found in page for page in pages):
            raise ValueError(
                f"no page of the theme has {repair.found!r} any more; adapt _REPAIRS in tools/site_files/finish.py"
            )


def script(text: str) -> str:
    """The script of a theme, which takes only links to the page in other languages for that, and no other alternates.

    Raises `ValueError` if that cannot be made so.
    """
    if _LANGUAGES in text:
        return text
    if _ALTERNATES_TAKEN not in text:
        raise ValueError(
            f"the script of the theme has {_ALTERNATES_TAKEN!r} no more; adapt `script` in tools/site_files/finish.py"
        )
    return text.replace(_ALTERNATES_TAKEN, _LANGUAGES)


def worker(text: str, searching: str) -> str:
    """The worker of a theme's search, which reads words as people type them. One that does not search with lunr stays as it is."""
    if _LUNR not in text or text.endswith(searching):
        return text
    return f"{text}\n{searching}"


def is_finished(html: str) -> bool:
    """Whether a page was finished before."""
    return _TWIN in html


def description(html: str, site: Site) -> str:
    """What a page is about: what it says so itself, or its first paragraph that says something, as a search engine would cut it."""
    own = _DESCRIPTION.search(html)
    if own and unescape(own[1]) != site.description:
        return unescape(own[1])
    found = (_TAG.sub("", _BADGE.sub("", match[1])) for match in _PARAGRAPH.finditer(html, html.find("</h1>")))
    texts = (_BEFORE_A_MARK.sub("", " ".join(unescape(text).split())) for text in found)
    text = _cut(next((text for text in texts if len(text) >= _SHORTEST), site.description))
    return text if len(text) >= _SHORT else f"{text} {twins.title(html)} in the {site.name}."


def _cut(text: str) -> str:
    """As many sentences as fit, or else as many words. One that announces a list is not a sentence by itself."""
    text = text if text.endswith((".", "?", "!")) else f"{text.rstrip(':')}."
    if len(text) <= _LONGEST:
        return text
    head = text[:_LONGEST]
    sentence = head.rfind(". ")
    return head[: sentence + 1] if sentence > 0 else f"{head[: head.rfind(' ')]} …"


def repaired(html: str) -> str:
    """The page with what the theme forgets, and without the words that are for its search only."""
    html = _TAGS.sub("", html)
    for repair in _REPAIRS:
        html = html.replace(repair.found, repair.wanted)
    # The theme writes to `href` of every link that has one, and a link in a drawing does not let it.
    return _DRAWING.sub(lambda drawing: drawing[0].replace("<a href=", "<a xlink:href="), html)


def finished(html: str, document: Document, site: Site) -> str:
    """The page with a description of its own, and links to its twin and to the lists for programs.

    Its tables can be lists, the navigation marks methods as such, and code has the name of its language.
    """
    html = tables.labelled(repaired(html))
    html = _METHOD.sub(lambda title: f'{title[1]} <span class="method {title[2].lower()}">{title[2]}</span>', html)
    for lexer, language in site.lexers.items():
        html = html.replace(f"language-{lexer} ", f"language-{language} ")
    text = description(html, site)
    html = _DESCRIPTION.sub(lambda _: f'<meta name="description" content="{escape(text)}">', html, count=1)
    html = _INDENTED.sub(lambda found: found[0] if found[1] else "\n", html)
    folder = posixpath.dirname(document.page) or "."
    twin, *others = (posixpath.relpath(path, folder) for path in (document.source, *_ALTERNATES))
    links = zip((twin, *others), ("text/markdown", *_ALTERNATES.values()), strict=True)
    head = "".join(f'<link rel="alternate" type="{kind}" href="{path}">\n' for path, kind in links)
    html = html.replace("</head>", f"{head}</head>", 1)
    link = (
        f'<a href="{twin}" {_TWIN} class="md-content__button md-icon"'
        f' title="This page as Markdown" aria-label="This page as Markdown">{_ICON}</a>'
    )
    return _ARTICLE.sub(lambda article: f"{article[0]}\n{link}", html, count=1)
