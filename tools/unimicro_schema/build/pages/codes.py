"""The page of all codes: enums, and the actions."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import markdown, properties, report
from unimicro_schema.build.pages.markdown import code, division, provenance, section, table


def _enum(contract: Contract, name: str) -> str:
    """Heading, description, uses and table of one enum."""
    node = contract.schemas[name]
    columns = (node["enum"], node["x-enum-varnames"], node["x-enum-descriptions"], node["x-enum-provenance"])
    rows = [
        (f"`{value}`{{ #{name.lower()}-{value} }}", label, meaning, provenance({"x-provenance": word}))
        for value, label, meaning, word in zip(*columns, strict=True)
    ]
    uses = [
        f"[{other}.{key}]({markdown.place_of(contract, other)}#{properties.anchor(key)})"
        for other, schema in contract.schemas.items()
        for key, item in schema.get("properties", {}).items()
        if properties.target(item) == name
    ]
    parameters = [
        f"[{operation.id}](operations/{operation.id}.md#parameters)"
        for operation in contract.operations
        if any(properties.target(parameter["schema"]) == name for parameter in contract.parameters(operation))
    ]
    return "\n\n".join([
        f"## {name}",
        f"{node['description']} Used in {', '.join(uses + parameters)}.",
        section(name, table(("Code", "Name", "Meaning", "Known from"), rows)),
    ])  # fmt: skip


def actions(contract: Contract) -> str:
    """The table of the actions."""
    status = contract.schemas["CustomerStatus"]
    names = dict(zip(status["enum"], status["x-enum-varnames"], strict=True))
    rows = [
        (
            code(operation.action),
            code(f"{operation.method} {operation.path}"),
            f"[{operation.id}](../reference/operations/{operation.id}.md)\n\n{operation.node['summary']}",
            f"{names[after]} ({code(after)})" if (after := operation.node.get("x-status-after")) else "as before",
        )
        for operation in contract.operations
        if operation.action
    ]
    return division("stack", table(("Action", "Request", "Operation", "Status afterwards"), rows))


def page(contract: Contract) -> str:
    """Every code of the contract."""
    enums = [name for name, node in contract.schemas.items() if "enum" in node]
    return markdown.page(
        "Codes",
        "Every number and word of the contract that stands for something. In what you send only these codes are allowed; in"
        " what you receive be ready for others, since the platform may add some.",
        "## Actions\n\n" + section("actions", actions(contract)),
        *(_enum(contract, name) for name in enums),
        report.line("openapi/schemas/", "codes", ""),
        front={"search": {"boost": 10}},
    )
