"""The text of a paragraph as Markdown, without anything that only a browser understands."""

from __future__ import annotations

import re
from collections.abc import Callable

from site_files.article import Element

Links = Callable[[str], str]
"""What a link of a page is in its twin; empty for one that leads nowhere there."""

_LEFT_OUT = {"button", "fieldset", "input", "label", "script", "select", "style", "svg", "template", "textarea"}
_OF_THE_THEME = {"headerlink", "md-content__button"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPECIAL = re.compile(
    r"[\\`*\[\]]|<(?=[A-Za-z/!?])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?\w+;)|(?<=\S) *\{(?=[:.# ])"
)
_BREAK = "\v"
_BROKEN = re.compile(rf"([.:,;!?)]?) *{_BREAK} *")
"""The end of a line: a sentence ends there, or else a comma is between two facts."""
_AT_THE_START = re.compile(r"^(#{1,6} |[-+>] |=+$|-+$|\d+(?=[.)] ))")
_BEFORE_A_MARK = re.compile(r"( ·)? +(?=,)|(?<= )· *(?=\()")
"""What is between two facts on a page, and between two marks, which are words of a list here."""


def text(element: Element, links: Links) -> str:
    """The text of an element: emphasis, code and links as Markdown has them, marks and drawings as words."""
    found = _SPACE.sub(" ", "".join(_part(child, links) for child in element.inside)).strip()
    found = _BROKEN.sub(lambda line: f"{line[1]} " if line[1] else ", ", found)
    found = _BEFORE_A_MARK.sub("", found).removeprefix(", ")
    return _AT_THE_START.sub(lambda start: f"{start[0]}\\" if start[0][0].isdigit() else f"\\{start[0]}", found)


def is_left_out(element: Element) -> bool:
    """Whether an element says nothing to a reader of text: controls, icons, what a tool needs, links to the place itself."""
    return (
        element.name in _LEFT_OUT
        or bool(element.classes & _OF_THE_THEME)
        or "data-tool-link" in element.attributes
        or "data-tool" in element.attributes
    )


def code(content: str) -> str:
    """Text in code type, fenced with more backticks than it has."""
    fence = "`" * (1 + max(map(len, re.findall("`+", content)), default=0))
    space = " " if len(fence) > 1 else ""
    return f"{fence}{space}{content}{space}{fence}"


def _part(child: Element | str, links: Links) -> str:
    if isinstance(child, str):
        return _SPECIAL.sub(lambda found: found[0].replace(found[0].strip(), f"\\{found[0].strip()}"), child)
    if is_left_out(child):
        return ""
    if child.name == "code":
        return code(_SPACE.sub(" ", child.text()).strip()) if child.text().strip() else ""
    inside = "".join(_part(part, links) for part in child.inside)
    if child.name == "br":
        return _BREAK
    if child.name == "span":
        return _mark(child.classes, inside)
    return _WRAPPED[child.name](inside, child, links) if child.name in _WRAPPED and inside.strip() else inside


def _mark(classes: set[str], word: str) -> str:
    """A mark as words: how a fact is known in brackets, what else is said of a property after a comma."""
    if "provenance" in classes:
        return f"({word})"
    return f", {word}" if "mark" in classes else word


def _emphasis(sign: str) -> Callable[[str, Element, Links], str]:
    return lambda inside, _, __: f"{sign}{inside.strip()}{sign}"


def _link(inside: str, element: Element, links: Links) -> str:
    target = links(element.attributes.get("href", ""))
    return f"[{inside.strip()}]({target})" if target else inside


_WRAPPED: dict[str, Callable[[str, Element, Links], str]] = {
    "a": _link,
    "strong": _emphasis("**"),
    "b": _emphasis("**"),
    "em": _emphasis("*"),
    "i": _emphasis("*"),
}
