"""The few pieces of Markdown that the pages are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from unimicro_schema.build.claims import MARK
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.pointers import COMPONENTS


def page(title: str, *blocks: str, front: Mapping[str, Any] | None = None) -> str:
    """A page: what the site's generator is told, a note that it is generated, a heading, and blocks that are not empty."""
    lines = [f"{key}: {json.dumps(value)}" for key, value in (front or {}).items()]
    head = ["\n".join(["---", *lines, "---"])] if lines else []
    note = "<!-- Generated from openapi/ by `unimicro-schema build`. Do not edit. -->"
    return "\n\n".join([*head, note, f"# {title}", *filter(None, (block.strip("\n") for block in blocks))]) + "\n"


def section(name: str, block: str) -> str:
    """A block that other pages can take in by `file.md:name`."""
    return f"<!-- --8<-- [start:{name}] -->\n\n{block}\n\n<!-- --8<-- [end:{name}] -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, or nothing where there are no rows."""
    lines = [" | ".join(cell(text) for text in row) for row in rows]
    if not lines:
        return ""
    return "\n".join(f"| {line} |" for line in [" | ".join(head), " | ".join("---" for _ in head), *lines])


def cell(text: str) -> str:
    """Text that stays in one cell of a table."""
    return text.strip().replace("|", "\\|").replace("\n\n", "<br>").replace("\n", " ")


def fence(language: str, text: str, title: str = "") -> str:
    """A block of code."""
    heading = f' title="{title}"' if title else ""
    return f"```{language}{heading}\n{text.rstrip()}\n```"


def division(kind: str, *blocks: str) -> str:
    """Blocks in a `div` of a class. Nothing in it is indented, so that it reads as Markdown without the site too."""
    return "\n\n".join([f'<div class="{kind}" markdown>', *blocks, "</div>"])


def unsearched(kind: str, *blocks: str) -> str:
    """Blocks that the search leaves out, because what they say is explained elsewhere.

    The search ends an exclusion at the first end tag of the same name, and there is no `section` inside.
    """
    return "\n\n".join([f'<section class="{kind}" data-search-exclude markdown>', *blocks, "</section>"])


def disclosure(kind: str, title: str, text: str, opened: bool = False) -> str:
    """Text that a reader opens by its title, as `<details>`."""
    inside = "\n".join(f"    {line}" if line else "" for line in text.splitlines())
    return f'???{"+" if opened else ""} {kind} "{title}"\n\n{inside}'


def bullets(rows: Iterable[tuple[str, str]]) -> str:
    """A list of labels and what they say, without those that say nothing."""
    return "\n".join(f"- {label}: {text}" for label, text in rows if text)


def code(value: object) -> str:
    """A name or a value in code type."""
    return f"`{value}`" if isinstance(value, str) else literal(value)


def literal(value: object) -> str:
    """A value in code type, as JSON writes it: with quotes where it is a text."""
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def mark(word: str, kind: str = "") -> str:
    """A word in a frame. `kind` only colours it."""
    return f'<span class="mark{" " + kind if kind else ""}">{word}</span>'


def marked(text: str) -> str:
    """A page whose sentences show how each of them is known, where it is known otherwise than what it belongs to."""
    return MARK.sub(lambda found: f" {provenance({'x-provenance': found[1]})}", text)


def provenance(node: Node) -> str:
    """How a fact is known, as a mark that the site's style sheet colours."""
    word = node.get("x-provenance", "assumed")
    return f'<span class="provenance {word}">{word}</span>'


def type_of(contract: Contract, node: Node, base: str) -> str:
    """The type of a property in words, entities and enums linked. `base` leads from the page to the reference folder."""
    if "$ref" in node:
        return link_to(contract, node["$ref"].removeprefix(COMPONENTS), base)
    if "anyOf" in node:
        return " or ".join(type_of(contract, item, base) for item in node["anyOf"] if item != {"type": "null"})
    kinds = [node["type"]] if isinstance(node.get("type"), str) else node.get("type", ["any JSON"])
    kind = next(kind for kind in kinds if kind != "null")
    if kind == "array":
        return f"list of {type_of(contract, node['items'], base)}"
    if isinstance(node.get("additionalProperties"), dict):
        return f"map of {type_of(contract, node['additionalProperties'], base)}"
    return f"{kind} ({node['format']})" if "format" in node else str(kind)


def link_to(contract: Contract, name: str, base: str) -> str:
    """A link to where a component is described."""
    return f"[{name}]({base}{place_of(contract, name)})"


def place_of(contract: Contract, name: str) -> str:
    """Where a component is described, below the reference folder: error bodies and enums each have a section of their own."""
    node = contract.schemas[name]
    if "enum" in node:
        return f"codes.md#{name.lower()}"
    if "x-error" in node:
        return f"errors/{name}.md"
    return f"errors.md#{name.lower()}" if "anyOf" in node else f"entities/{name}.md"


def guide(node: Node, base: str) -> str:
    """The pages of the guide that go with something, or nothing. `base` leads from the page to the reference folder."""
    links = [f"[{title}]({base}../guide/{file})" for file, title in node.get("x-guide", {}).items()]
    return f"**In the guide:** {' · '.join(links)}" if links else ""
