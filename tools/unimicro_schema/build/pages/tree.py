"""A body as a tree: each property a line, and what it holds one level further in, closed until it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import markdown, properties
from unimicro_schema.build.pages.markdown import disclosure

_BASE = "../"


@dataclass
class _Tree:
    contract: Contract
    opened: dict[str, str]
    """The anchor below which each entity is laid out. It is laid out once; elsewhere a link leads there."""


def request(contract: Contract, name: str) -> str:
    """Everything that may be sent, described, level by level."""
    tree = _Tree(contract, {name: "body"})
    shared = properties.common(contract, name)
    rows = [_line(tree, name, key, "body") for key in _sent(tree, name) if key not in shared]
    rest = [_line(tree, name, key, "body") for key in _sent(tree, name) if key in shared]
    title = f"The {len(rest)} properties that every object has"
    return "\n\n".join(["\n\n".join(rows), disclosure("branch", title, "\n\n".join(rest)) if rest else ""])


def response(contract: Contract, name: str) -> str:
    """The properties of a response, one short line each, linked to their descriptions."""
    schema = contract.schemas[name]
    shared = properties.common(contract, name)
    every = schema.get("properties", {})
    nodes = {key: node for key, node in every.items() if node.get("x-shown-in", "response") == "response"}
    lines = []
    for key in [*(key for key in nodes if key not in shared), *(key for key in shared if key in nodes)]:
        marks = properties.marks(nodes[key], key in schema.get("required", []), "response")
        kind = markdown.type_of(contract, nodes[key], _BASE)
        lines.append(" ".join(["-", _name(contract, name, key), kind, *_told(marks)]))
    return "\n".join(lines)


def _told(marks: list[str]) -> list[str]:
    """The marks without that of the rule: nearly everything may be absent."""
    return [word for word in marks if word != markdown.mark("may be absent")]


def _sent(tree: _Tree, name: str) -> list[str]:
    nodes = tree.contract.schemas[name].get("properties", {})
    return [key for key, node in nodes.items() if node.get("x-shown-in", "request") == "request"]


def _name(contract: Contract, name: str, key: str) -> str:
    place = f"{_BASE}{markdown.place_of(contract, name)}#{properties.anchor(key)}"
    return f"[`{key}`]({place})"


def _line(tree: _Tree, name: str, key: str, path: str) -> str:
    """One property of an entity, and below it what it holds. Deep in the tree, a link replaces the description."""
    schema = tree.contract.schemas[name]
    node = schema["properties"][key]
    here = f"{path}-{key.lower()}"
    words = " · ".join([markdown.type_of(tree.contract, node, _BASE), *properties.limits(node)])
    marks = _told(properties.marks(node, key in schema.get("required", []), "request"))
    line = " ".join(["-", f"{_name(tree.contract, name, key)}{{ #{here} }}", words, *marks])
    if here.count("-") <= _DESCRIBED:
        line += f"<br>{node['description']}"
    inside = _inside(tree, properties.target(node), here)
    return f"{line}\n\n{_indented(inside)}" if inside else line


_DESCRIBED = 2
"""The levels that come with descriptions: all of them would make the page too heavy for a slow connection."""


def _inside(tree: _Tree, name: str | None, here: str) -> str:
    """The properties of the entity that a property holds, without those that every entity has."""
    if name is None or not tree.contract.schemas[name].get("properties"):
        return ""
    if name in tree.opened:
        return f"{name} is laid out [above](#{tree.opened[name]})."
    tree.opened[name] = here
    shared = properties.common(tree.contract, name)
    keys = [key for key in _sent(tree, name) if key not in shared]
    if not keys:
        return ""
    rows = "\n\n".join(_line(tree, name, key, here) for key in keys)
    count = f"{len(keys)} properties" if len(keys) > 1 else "1 property"
    return disclosure("branch", f"{count} of {name}", rows)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())
