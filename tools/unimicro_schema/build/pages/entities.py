"""A page for every object and error body of the contract."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract, Node, references
from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.markdown import code, link_to, provenance, type_of


def names(contract: Contract) -> list[str]:
    """The components that have a page: all but the enums, which share one."""
    return [name for name, node in contract.schemas.items() if "enum" not in node]


def page(contract: Contract, name: str) -> str:
    """What an entity is, where it is used, and its properties."""
    node = contract.schemas[name]
    return markdown.page(
        name,
        f"{node['description']} {provenance(node)}",
        _marks(node),
        _identity(node),
        _shapes(contract, node),
        _used(contract, name),
        "## Properties" if node.get("properties") else "",
        *(
            _property(contract, key, item, key in node.get("required", []))
            for key, item in node.get("properties", {}).items()
        ),
    )


def _marks(node: Node) -> str:
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
    return f"**Needed:** {ways}, as a text that is not empty. Nothing else is required."


def _shapes(contract: Contract, node: Node) -> str:
    shapes = [item["$ref"].removeprefix(markdown.SCHEMAS) for item in node.get("anyOf", [])]
    return "\n".join(f"- {link_to(contract, name, '../')}" for name in shapes)


def _used(contract: Contract, name: str) -> str:
    operations = [
        f"[{operation.id}](../operations/{operation.id}.md)"
        for operation in contract.operations
        if any(name in references(media["schema"]) for _, media in contract.bodies(operation))
    ]
    entities = [
        f"[{other}]({other}.md)" for other in contract.schemas if name in contract.uses[other] and other != name
    ]
    lines = [f"**Operations:** {', '.join(operations)}"] if operations else []
    lines += [f"**Part of:** {', '.join(entities)}"] if entities else []
    return "\n\n".join(lines)


def _property(contract: Contract, name: str, node: Node, required: bool) -> str:
    facts = [type_of(contract, node, "../"), *_limits(node), *_presence(node, required)]
    rows = [("Example", " ".join(code(value) for value in node.get("examples", [])))]
    rows += [(label, code(node[key])) for key, label in _LINKS.items() if key in node]
    details = "\n".join(f"- {label}: {text}" for label, text in rows if text)
    heading = f"### `{name}` {{ #{anchor(name)} }}"
    return "\n\n".join(filter(None, [heading, f"{' · '.join(facts)} {provenance(node)}", node["description"], details]))


_LINKS = {
    "x-foreign-key": "Foreign key",
    "x-not-repeated-in": "Do not repeat it in",
    "x-replaced-by": "Use instead",
}


def anchor(name: str) -> str:
    """The anchor of a property on the page of its entity."""
    return f"property-{name.strip('_').lower()}" if not name.startswith("_") else f"property-_{name.strip('_').lower()}"


def _limits(node: Node) -> list[str]:
    limits = []
    if "maxLength" in node:
        limits.append(f"at most {node['maxLength']} characters")
    if "minLength" in node:
        limits.append(f"at least {node['minLength']} character")
    return limits


def _presence(node: Node, required: bool) -> list[str]:
    nullable = "null" in node.get("type", []) or {"type": "null"} in node.get("anyOf", [])
    marks = ["always present" if required else "may be absent", "may be null" if nullable else "never null"]
    if node.get("x-not-null-in") == "request":
        marks[1] = "may be null in a response only"
    if node.get("readOnly"):
        marks.append("read-only")
    if node.get("x-only-in") == "response":
        marks.append("in responses only")
    if node.get("deprecated"):
        marks.append("**deprecated**")
    return marks
