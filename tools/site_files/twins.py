"""The twin of a page: what was written for it as plain Markdown, for programs and for those who read without a browser.

It is made of the page itself, so that it says what the page says, whatever Markdown the page was written in.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from site_files import article, inline
from site_files.article import Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BRANCH = "branch"
_LANGUAGE = "language-"
_ELSEWHERE = {"tree", "lines", "changes", "report"}
_ABSENT = "may be absent"


class Twin(NamedTuple):
    """The title of a page, its Markdown, and the same without what other pages have too."""

    title: str
    whole: str
    brief: str


def twin(html: str, page: str, sources: Mapping[str, str]) -> Twin:
    """The twin of a page. `page` is the path of its HTML, `sources` has the path of each twin by that of its HTML.

    Brief is a twin without the properties of bodies, which the pages of entities have, without links inside the site, and with
    the first sample of each call and the first language of each program.
    """
    tree, links = article.of(html), _links(page, sources)
    whole = _written(tree, links)
    _shorten(tree)
    return Twin(_title(tree), whole, _written(tree, lambda href: href if urlsplit(href).scheme else ""))


def title(html: str) -> str:
    """The first heading of a page."""
    return _title(article.of(html))


def _title(tree: Element) -> str:
    heading = next(tree.all("h1"), None)
    return inline.text(heading, lambda _: "").replace("`", "") if heading else ""


def _written(whole: Element, links: inline.Links) -> str:
    return "\n\n".join(_blocks(whole, links)) + "\n"


def _links(page: str, sources: Mapping[str, str]) -> inline.Links:
    here = posixpath.dirname(page)
    start = posixpath.dirname(sources.get(page, page)) or "."

    def link(href: str) -> str:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or href.startswith("/"):
            return href
        if not parts.path:
            return ""
        path = posixpath.normpath(posixpath.join(here, unquote(parts.path)))
        target = sources.get(posixpath.normpath(posixpath.join(path, "index.html")), path)
        if target == sources.get(page):
            return ""
        return posixpath.relpath(target, start) + (f"#{parts.fragment}" if parts.fragment else "")

    return link


def _shorten(element: Element) -> None:
    """Takes out of an element what `brief` leaves out."""
    if "picked" in element.classes:
        choices = [child for child in element.elements if "choice" in child.classes]
        element.inside = [child for child in element.inside if child not in choices[1:]]
    if "tabbed-set" in element.classes:
        _, *others = (label.text().strip() for label in element.all("label"))
        for part in element.elements:
            part.inside = [*part.elements[:1]]
        element.inside.append(Element("p", {}, [f"The page has the same in {', '.join(others)}."] if others else []))
    element.inside = [child for child in element.inside if isinstance(child, str) or not _is_elsewhere(child)]
    for child in element.elements:
        _shorten(child)


def _is_elsewhere(element: Element) -> bool:
    """Whether other pages say what an element says, or, of a property that may be absent, all of them."""
    return bool(element.classes & _ELSEWHERE) or ("mark" in element.classes and element.text() == _ABSENT)


def _blocks(element: Element, links: inline.Links) -> Iterator[str]:
    """The blocks in an element. Text beside blocks is a paragraph of its own."""
    loose: list[Element | str] = []
    for child in [*element.inside, None]:
        if isinstance(child, str) or (child is not None and child.name not in _BLOCKS and not _holds_blocks(child)):
            loose.append(child)
            continue
        if words := inline.text(Element("p", {}, loose), links):
            yield words
        loose = []
        if child is not None and not inline.is_left_out(child):
            yield from _BLOCKS.get(child.name, _blocks)(child, links)


def _holds_blocks(element: Element) -> bool:
    return not inline.is_left_out(element) and next(element.all(*_BLOCKS), None) is not None


def _heading(element: Element, links: inline.Links) -> Iterator[str]:
    yield f"{'#' * _HEADINGS[element.name]} {inline.text(element, links)}"


def _paragraph(element: Element, links: inline.Links) -> Iterator[str]:
    if words := inline.text(element, links):
        yield words


def _list(element: Element, links: inline.Links) -> Iterator[str]:
    items = []
    for number, item in enumerate((child for child in element.elements if child.name == "li"), start=1):
        sign = f"{number}. " if element.name == "ol" else "- "
        blocks = list(_blocks(_without_branches(item), links))
        items.append(sign + _indented("\n\n".join(blocks), len(sign)))
    if items:
        yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _without_branches(item: Element) -> Element:
    """A property without those of its entity, whose own page has them."""
    kept = [child for child in item.inside if isinstance(child, str) or _BRANCH not in child.classes]
    return Element(item.name, item.attributes, kept)


def _indented(text: str, width: int) -> str:
    return text.replace("\n", "\n" + " " * width).replace("\n" + " " * width + "\n", "\n\n")


def _definitions(element: Element, links: inline.Links) -> Iterator[str]:
    lines = []
    for child in element.elements:
        if child.name == "dt":
            lines.append(f"- **{inline.text(child, links)}**:")
        else:
            lines[-1] += " " + " ".join(" ".join(_blocks(child, links)).split())
    yield "\n".join(lines)


def _table(element: Element, links: inline.Links) -> Iterator[str]:
    rows = [[_cell(cell, links) for cell in row.elements] for row in element.all("tr")]
    if rows:
        lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(element: Element, links: inline.Links) -> str:
    return " ".join(" ".join(_blocks(element, links)).split()).replace("|", "\\|")


def _code(element: Element, _: inline.Links) -> Iterator[str]:
    """A block of code. The name of its file goes before it."""
    text = next(element.all("code"), element).text().strip("\n")
    names = [name.removeprefix(_LANGUAGE) for name in element.classes if name.startswith(_LANGUAGE)]
    fence = "```" if "```" not in text else "````"
    caption = next((span.text() for span in element.all("span") if "filename" in span.classes), "")
    if caption:
        yield f"**{caption}**"
    yield f"{fence}{''.join(names)}\n{text}\n{fence}"


def _division(element: Element, links: inline.Links) -> Iterator[str]:
    """A part of a page: code with its language, tabs and choices with their names, a note as a quotation."""
    if "highlight" in element.classes:
        yield from _code(element, links)
    elif "tabbed-set" in element.classes:
        names = [label for part in element.elements if "tabbed-labels" in part.classes for label in part.all("label")]
        blocks = [block for part in element.elements if "tabbed-content" in part.classes for block in part.elements]
        yield from _named(names, blocks, links)
        yield from (text for part in element.elements if part.name == "p" for text in _paragraph(part, links))
    elif "picked" in element.classes:
        choices = [child for child in element.elements if "choice" in child.classes]
        yield from _named(list(element.all("label"))[: len(choices)], choices, links)
    elif "admonition" in element.classes:
        yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(element, links)).split("\n"))
    else:
        yield from _blocks(element, links)


def _named(names: Sequence[Element], blocks: Sequence[Element], links: inline.Links) -> Iterator[str]:
    for name, block in zip(names, blocks, strict=True):
        yield f"**{inline.text(name, links)}**"
        yield from _blocks(block, links)


def _details(element: Element, links: inline.Links) -> Iterator[str]:
    """What a reader opens: its title, then its text."""
    rest = [child for child in element.inside if isinstance(child, str) or child.name != "summary"]
    for child in element.elements:
        if child.name == "summary":
            yield f"**{inline.text(child, links)}**"
    yield from _blocks(Element("div", {}, rest), links)


def _drawing(element: Element, _: inline.Links) -> Iterator[str]:
    """What a drawing shows, in the words that it has for those who cannot see it."""
    for part in element.all("desc"):
        yield part.text().strip()


def _nothing(_: Element, __: inline.Links) -> Iterator[str]:
    yield from ()


_BLOCKS: Mapping[str, Callable[[Element, inline.Links], Iterator[str]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "pre": _code,
    "div": _division,
    "details": _details,
    "figure": _drawing,
    "hr": _nothing,
    "section": _blocks,
}
