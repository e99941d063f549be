"""The few pieces of Markdown that the pages are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from unimicro_schema.build.contract import Contract, Node

SCHEMAS = "#/components/schemas/"


def page(title: str, *blocks: str) -> str:
    """A page: a note that it is generated, a heading, and blocks that are not empty."""
    note = "<!-- Generated from openapi/ by `unimicro-schema build`. Do not edit. -->"
    return "\n\n".join([note, f"# {title}", *filter(None, (block.strip("\n") for block in blocks))]) + "\n"


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


def code(value: object) -> str:
    """A value in code type, as JSON writes it."""
    return f"`{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`"


def provenance(node: Node) -> str:
    """How a fact is known, as a mark that the site's style sheet colours."""
    word = node.get("x-provenance", "assumed")
    return f'<span class="provenance {word}">{word}</span>'


def type_of(contract: Contract, node: Node, base: str) -> str:
    """The type of a property in words, entities and enums linked. `base` leads from the page to the reference folder."""
    if "$ref" in node:
        return link_to(contract, node["$ref"].removeprefix(SCHEMAS), base)
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
    """A link to the page of a component, or to the place of an enum among the codes."""
    if "enum" in contract.schemas[name]:
        return f"[{name}]({base}codes.md#{name.lower()})"
    return f"[{name}]({base}entities/{name}.md)"
