"""What was written for a page, as a tree: the article of its HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_BEGIN, _END = "<article", "</article>"


@dataclass(slots=True)
class Element:
    """An element of HTML: its name, its attributes, and what is in it."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.attributes.get("class", "").split())

    @property
    def elements(self) -> list[Element]:
        """The elements that are directly in it."""
        return [child for child in self.inside if isinstance(child, Element)]

    def all(self, *names: str) -> Iterator[Element]:
        """Every element of these names in it, at any depth, in their order."""
        for child in self.elements:
            if child.name in names:
                yield child
            yield from child.all(*names)

    def text(self) -> str:
        """All text in it, as it is."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.inside)


class _Builder(HTMLParser):
    """Builds the tree of well-formed HTML, as both generators write it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(element.name == tag for element in self.open[1:]):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def of(html: str) -> Element:
    """The article of a page; an empty one where the page has none."""
    begin = html.find(_BEGIN)
    builder = _Builder()
    if begin >= 0:
        builder.feed(html[begin : html.find(_END, begin) + len(_END)])
        builder.close()
    return next(builder.open[0].all("article"), builder.open[0])
