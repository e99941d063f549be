"""How one property is shown, wherever it is shown: its type, its limits and its marks."""

from __future__ import annotations

from unimicro_schema.build.claims import limited, of_limit
from unimicro_schema.build.contract import INT32, Contract, Node
from unimicro_schema.build.directions import is_note, is_nullable
from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.markdown import code, mark, provenance, type_of
from unimicro_schema.build.schemas import Direction
from unimicro_schema.pointers import COMPONENTS

_LIMITS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "at least {}",
    "maximum": "at most {}",
}
_NULLABLE = mark("may be null", "null")


def anchor(name: str) -> str:
    """The anchor of a property on the page of its entity. It depends on the name alone."""
    return f"property-{name.lower()}"


def common(contract: Contract, name: str) -> list[str]:
    """The properties that a schema has from abstract ones, in order: what every entity has."""
    own: set[str] = set()
    file = f"schemas/{name}.yaml"
    while not (node := contract.source.files[file]).get("x-abstract"):
        own |= node.get("properties", {}).keys()
        bases = node.get("allOf")
        if not bases:
            return []
        file = contract.source.target(file, bases[0]["$ref"])[0]
    return [key for key in contract.schemas[name].get("properties", {}) if key not in own]


def target(node: Node) -> str | None:
    """The component that a property holds, alone, in a list or in a map, or None for a plain value."""
    for item in (node, node.get("items", {}), node.get("additionalProperties", {}), *node.get("anyOf", [])):
        if isinstance(item, dict) and "$ref" in item:
            return str(item["$ref"].removeprefix(COMPONENTS))
    return None


def limits(node: Node) -> list[str]:
    """The limits of a value in words. That an integer is an int32 is said by its type."""
    found = {key: node[key] for key in _LIMITS if key in node and node[key] != INT32.get(key)}
    return [_LIMITS[key].format(value).replace(" 1 characters", " 1 character") for key, value in found.items()]


def marks(node: Node, required: bool, direction: Direction | None = None) -> list[str]:
    """What holds of a property, each as a mark of its own: required or not, null, read-only and the rarer ones.

    Without a direction the marks hold for requests and responses alike, and say where they do not.
    """
    shown = node.get("x-shown-in")
    found = {
        mark("required", "required"): required,
        mark("may be absent"): not required,
        _NULLABLE: is_nullable(node),
        mark("read-only", "fixed"): bool(node.get("readOnly")),
        mark(f"seen in {shown}s only", "fixed"): shown is not None and direction is None,
        mark("recommended", "required"): "x-recommended" in node,
        mark("deprecated", "deprecated"): bool(node.get("deprecated")),
    }
    return [word for word, holds in found.items() if holds]


def facts(contract: Contract, node: Node, required: bool, direction: Direction | None, null: str | None) -> str:
    """Type, limits, marks and provenance in one line, for a page one folder below that of the reference.

    `null` is how it is known that a request may have null; None where no request has the property. It is shown, and so is how the
    limit is known, where it differs from the rest.
    """
    words = " · ".join([type_of(contract, node, "../"), *limits(node)])
    if limited(node) and of_limit(node) != node["x-provenance"]:
        words = f"{words} {provenance({'x-provenance': of_limit(node)})} ·"
    shown = marks(node, required, direction)
    if null not in {None, node["x-provenance"]} and _NULLABLE in shown and not is_note(node):
        shown[shown.index(_NULLABLE)] += f" {provenance({'x-provenance': null})} ·"
    return " ".join([words, *shown, provenance(node)])


def codes(contract: Contract, node: Node) -> str:
    """The codes that a property takes, with their meanings."""
    name = target(node)
    enum = contract.schemas[name] if name else {}
    columns = [enum.get(key, []) for key in ("enum", "x-enum-varnames", "x-enum-descriptions")]
    return "\n".join(
        f"- [`{value}`](../codes.md#{name.lower()}-{value}) **{label}**: {meaning}"
        for value, label, meaning in zip(*columns, strict=True)
        if name
    )


def rules(contract: Contract, schema: Node, name: str) -> list[tuple[str, str]]:
    """What a property has to do with those beside it, with links to them, and what the toolkit looks at."""
    node = schema["properties"][name]
    beside = {"x-foreign-key": "Foreign key", "x-not-repeated-in": "Do not repeat it in"}
    rows = [(label, _link(node[key])) for key, label in beside.items() if key in node]
    for other, item in schema["properties"].items():
        if item.get("x-foreign-key") == name:
            leads = target(item)
            rows.append(("Id of", f"{markdown.link_to(contract, leads, '../')} in {_link(other)}" if leads else ""))
    if "x-recommended" in node:
        rows.append(("The toolkit advises", f"[{code(node['x-recommended'])}](../findings.md#{node['x-recommended']})"))
    return rows


def replacement(node: Node) -> str:
    """What to use instead of a deprecated property."""
    instead = f" Use {_link(node['x-replaced-by'])} instead." if "x-replaced-by" in node else ""
    return f"**Deprecated.**{instead}" if node.get("deprecated") else ""


def _link(name: str) -> str:
    return f"[`{name}`](#{anchor(name)})"
