"""The pieces of the diagrams: SVG inside Markdown, coloured by the style sheet of the site.

A link is a Markdown link around shapes, not an SVG one. So the site generator resolves it for each page that takes the diagram
in, and refuses one that leads nowhere. No line of a drawing is empty: an empty line would end the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

REFERENCE = "../reference"
LINE = 16
PAD = 10
_LONGEST = 25


@dataclass(frozen=True)
class Caption:
    """What a drawing is called in the page, its title, and what it shows, for those who do not see it."""

    name: str
    title: str
    description: str


def figure(caption: Caption, width: int, height: int, parts: Sequence[str], narrow: int = 0) -> str:
    """A drawing; `narrow` is its height where the page is narrow, if it is laid out anew there."""
    name, title, description = caption.name, caption.title, caption.description
    labels = f'aria-labelledby="{name}-title" aria-describedby="{name}-description"'
    style = f'style="--height: {height}px; --narrow: {narrow}px" ' if narrow else ""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" role="group" {labels} {style}'
    return "\n".join(
        [
            '<figure class="diagram" markdown="span">',
            f'{head}width="{width}" height="{height}">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-description">{escape(description)}</desc>',
            *parts,
            "</svg>",
            "</figure>",
            "",
        ]
    )


def text(x: int, y: int, content: str, kind: str = "") -> str:
    """A line of text."""
    mark = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{mark}>{escape(content)}</text>'


def path(course: str, kind: str = "") -> str:
    """A line."""
    mark = f' class="{kind}"' if kind else ""
    return f'<path d="{course}"{mark}/>'


def box(x: int, y: int, width: int, height: int, kind: str = "") -> str:
    """A rectangle."""
    mark = f' class="{kind}"' if kind else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4"{mark}/>'


def group(parts: Iterable[str], attributes: str = "") -> str:
    """Parts that belong together."""
    return f"<g {attributes}>{''.join(parts)}</g>" if attributes else f"<g>{''.join(parts)}</g>"


def link(target: str, parts: Sequence[str]) -> str:
    """Parts that lead to a page; `target` is as in the Markdown of a folder below `docs/`."""
    return f"[{''.join(parts)}]({target})"


def wrapped(name: str) -> list[str]:
    """A name of several words written together, in lines that fit into a box."""
    lines = [""]
    for word in re.findall(r"[A-Z0-9]+[^A-Z]*|[^A-Z]+", name):
        if len(lines[-1] + word) > _LONGEST:
            lines.append("")
        lines[-1] += word
    return [line for line in lines if line]
