"""A page for every object of the contract."""

from __future__ import annotations

from unimicro_schema.build.claims import Nulls
from unimicro_schema.build.contract import Contract, Node, references
from unimicro_schema.build.pages import markdown, properties, report, search
from unimicro_schema.build.pages.facts import CLOSED, is_closed, requested
from unimicro_schema.build.pages.markdown import code, disclosure, literal, provenance
from unimicro_schema.build.pages.properties import anchor
from unimicro_schema.build.schemas import Direction, direction_of


def names(contract: Contract) -> list[str]:
    """The components that have a page here: enums share one, and error bodies are listed with the errors."""
    return [name for name in contract.schemas if markdown.place_of(contract, name).startswith("entities/")]


def page(contract: Contract, name: str) -> str:
    """What an entity is, where it is used, and its properties."""
    node = contract.schemas[name]
    # A request body has the properties of the response: only one of the two pages need be found. Properties that
    # every entity has are found first where somebody looks for them.
    sent = direction_of(contract, name) == "request"
    front = {"search": {"exclude": True}} if sent else search.front(search.ENTITY, name, *search.labels(contract, name))
    return markdown.page(
        name,
        f"{node['description']} {provenance(node)}",
        _notes(node),
        _identity(node),
        _used(contract, name),
        markdown.guide(node, "../"),
        listing(contract, name),
        report.line(f"openapi/schemas/{name}.yaml", f"entities/{name}", "../"),
        front=front,
    )


def listing(contract: Contract, name: str) -> str:
    """Every property of a component; those that every entity has come last, folded."""
    node = contract.schemas[name]
    keys = list(node.get("properties", {}))
    if not keys:
        return ""
    shared = properties.common(contract, name)
    blocks = ["## Properties", "[How to read this list](../entities/index.md#how-to-read-the-pages)"]
    direction: Direction | None = "request" if direction_of(contract, name) == "request" else None
    sent = requested(contract)
    if is_closed(node, name, sent):
        blocks.append(f"{CLOSED} {provenance({'x-provenance': 'assumed'})}")
    nulls = Nulls(contract) if name in sent else None
    known = {key: nulls.of_component(name, key) if nulls else None for key in keys}
    blocks += [_property(contract, node, key, direction, known[key]) for key in keys if key not in shared]
    title = f"The {len(shared)} properties that every entity has"
    inside = "\n\n".join(_property(contract, node, key, direction, known[key]) for key in shared)
    return "\n\n".join([*blocks, *([disclosure("branch", title, inside)] if shared else [])])


def _notes(node: Node) -> str:
    notes = []
    if node.get("deprecated"):
        notes.append('!!! warning "Deprecated"\n    Do not use it in new programs.')
    if node.get("x-open"):
        notes.append(
            '!!! note "Not described in full"\n    This contract lists what is known. Other properties are accepted, in what'
            " you send and in what you receive."
        )
    return "\n\n".join(notes)


def _identity(node: Node) -> str:
    if "x-identity" not in node:
        return ""
    ways = " or ".join(code(path) for path in node["x-identity"])
    return f"**Needed:** {ways}, as non-empty text. Nothing else is required."


def _used(contract: Contract, name: str) -> str:
    operations = [
        f"[{operation.id}](../operations/{operation.id}.md)"
        for operation in contract.operations
        if any(name in references(media["schema"]) for _, media in contract.bodies(operation))
    ]
    others = [
        markdown.link_to(contract, other, "../")
        for other in contract.schemas
        if name in contract.uses[other] and other != name
    ]
    lines = [f"**Operations:** {', '.join(operations)}"] if operations else []
    lines += [f"**Part of:** {', '.join(others)}"] if others and len(others) <= _FEW else []
    lines += [f"**Part of:** {len(others)} other objects"] if len(others) > _FEW else []
    return "\n\n".join(lines)


_FEW = 12
"""More than this many links say nothing: then it is part of nearly everything."""


def _property(contract: Contract, schema: Node, name: str, direction: Direction | None, null: str | None) -> str:
    node = schema["properties"][name]
    rows = [("Example", " ".join(map(literal, node.get("examples", []))))]
    rows += properties.rules(contract, schema, name)
    related = " · ".join(f"{label}: {text}" for label, text in rows if text)
    blocks = [
        f"### `{name}` {{ #{anchor(name)} }}",
        f"{properties.facts(contract, node, name in schema.get('required', []), direction, null)}\n{{ .facts }}",
        properties.replacement(node),
        node["description"],
        properties.codes(contract, node),
        f"{related}\n{{ .related }}" if related else "",
    ]
    return "\n\n".join(filter(None, blocks))
