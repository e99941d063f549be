"""A body as a tree: each property a line, and what it holds one level further in, closed until it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from unimicro_schema.build.claims import Nulls
from unimicro_schema.build.contract import Contract, SourceOperation, component
from unimicro_schema.build.pages import markdown, properties
from unimicro_schema.build.pages.markdown import disclosure
from unimicro_schema.build.schemas import Direction

_BASE = "../"


@dataclass
class _Tree:
    contract: Contract
    direction: Direction
    opened: dict[str, str]
    """The anchor below which each entity is laid out. It is laid out once; elsewhere a link leads there."""
    nulls: Nulls
    places: dict[tuple[str, str], str] = field(default_factory=dict)
    """The anchor of each property that is described, by its entity and name."""


def request(contract: Contract, operation: SourceOperation, name: str) -> str:
    """Everything that may be sent, described, level by level: first what the examples use, then the rest, folded."""
    return _request(_Tree(contract, "request", {name: "body"}, Nulls(contract)), operation, name)


def _request(tree: _Tree, operation: SourceOperation, name: str) -> str:
    contract = tree.contract
    shared, sent, used = properties.common(contract, name), _keys(tree, name), _used(contract)
    first = [
        key for key in sent if key in used[operation.id] or (key not in shared and key in set().union(*used.values()))
    ]
    groups = {
        "{} further properties": [key for key in sent if key not in first and key not in shared],
        "{} properties that every object has": [key for key in sent if key not in first and key in shared],
    }
    blocks = [_lines(tree, name, first, "body")]
    blocks += [
        disclosure("branch", title.format(len(keys)), _lines(tree, name, keys, "body"))
        for title, keys in groups.items()
        if keys
    ]
    return "\n\n".join(blocks)


def response(contract: Contract, operation: SourceOperation, name: str, here: str) -> str:
    """Everything that a response may have, level by level, closed; `here` is the anchor of the response.

    What the request of the operation describes too, and no further in, is not described again, which keeps pages light: a link
    leads there.
    """
    tree = _Tree(contract, "response", {name: here}, Nulls(contract), _described(contract, operation))
    keys, shared = _keys(tree, name), properties.common(contract, name)
    if not keys:
        return ""
    lines = _lines(tree, name, [key for key in keys if key not in shared], here)
    rest = [key for key in keys if key in shared]
    if rest:
        title = f"{len(rest)} properties that every object has"
        lines = f"{lines}\n\n{disclosure('branch', title, _lines(tree, name, rest, here))}"
    return disclosure("branch", f"{len(keys)} properties of {name}", lines)


def _used(contract: Contract) -> dict[str, set[str]]:
    """The properties in the examples of the body of each operation. The sample of the vendor's guide uses everything, so it does not count."""
    return {
        other.id: {
            key
            for example in media["examples"].values()
            if "x-provenance" not in example
            for value in (example["value"] if isinstance(example["value"], list) else [example["value"]])
            for key in value
        }
        for other in contract.operations
        if (media := contract.request(other))
    }


def _described(contract: Contract, operation: SourceOperation) -> dict[tuple[str, str], str]:
    """Where the request of an operation describes each property."""
    media = contract.request(operation)
    if media is None:
        return {}
    name, _ = component(media["schema"])
    tree = _Tree(contract, "request", {name: "body"}, Nulls(contract))
    _request(tree, operation, name)
    return tree.places


def _lines(tree: _Tree, name: str, keys: list[str], path: str) -> str:
    return "\n\n".join(_line(tree, name, key, path) for key in keys)


_ABSENT = markdown.mark("may be absent")
"""The mark of the rule: nearly everything may be absent."""


def _keys(tree: _Tree, name: str) -> list[str]:
    """The properties of an entity that a body of this direction can have."""
    nodes = tree.contract.schemas[name].get("properties", {})
    return [key for key, node in nodes.items() if node.get("x-shown-in", tree.direction) == tree.direction]


def _name(tree: _Tree, name: str, key: str, here: str) -> str:
    """The name of a property, with its anchor; in a request it is a link, in a response it is not, which keeps pages light."""
    if tree.direction == "response":
        return f"`{key}`{{ #{here} }}"
    return f"[`{key}`]({_BASE}{markdown.place_of(tree.contract, name)}#{properties.anchor(key)}){{ #{here} }}"


def _line(tree: _Tree, name: str, key: str, path: str) -> str:
    """One property of an entity with all that is said of it, and below it what it holds."""
    schema = tree.contract.schemas[name]
    node = schema["properties"][key]
    here = f"{path}-{key.lower()}"
    null = tree.nulls.of_component(name, key) if tree.direction == "request" else None
    facts = properties.facts(tree.contract, node, key in schema.get("required", []), tree.direction, null)
    facts = facts.replace(f" {_ABSENT}", "")
    above = tree.places.setdefault((name, key), here)
    far = above.count("-") > here.count("-")  # a reader would open more levels there than here
    about = node["description"] if far or above == here else f"[Described above](#{above})."
    line = f"- {_name(tree, name, key, here)} {facts}<br>{about}"
    inside = _inside(tree, properties.target(node), here)
    return f"{line}\n\n{_indented(inside)}" if inside else line


def _inside(tree: _Tree, name: str | None, here: str) -> str:
    """The properties of the entity that a property holds, without those that every entity has."""
    if name is None or not tree.contract.schemas[name].get("properties"):
        return ""
    if name in tree.opened:
        return f"[Same properties as above](#{tree.opened[name]})."
    tree.opened[name] = here
    shared = properties.common(tree.contract, name)
    keys = [key for key in _keys(tree, name) if key not in shared]
    if not keys:
        return ""
    rows = _lines(tree, name, keys, here)
    count = f"{len(keys)} properties" if len(keys) > 1 else "1 property"
    return disclosure("branch", f"{count} of {name}", rows)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())
