"""The page of all codes: enums, and the actions."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract, SourceOperation
from unimicro_schema.build.pages import markdown, properties, report, search
from unimicro_schema.build.pages.markdown import code, division, provenance, section, table
from unimicro_schema.build.pages.statuses import statuses


def _enum(contract: Contract, name: str) -> str:
    """Heading, description, uses and table of one enum."""
    node = contract.schemas[name]
    columns = (node["enum"], node["x-enum-varnames"], node["x-enum-descriptions"], node["x-enum-provenance"])
    named = node["x-enum-name-provenance" if "x-enum-name-provenance" in node else "x-enum-provenance"]
    rows = [
        (f"`{value}`{{ #{name.lower()}-{value} }} {_mark(word)}", f"{label} {_mark(known)}", meaning)
        for value, label, meaning, word, known in zip(*columns, named, strict=True)
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
        section(name, table(("Code", "Name", "Meaning"), rows)),
    ])  # fmt: skip


def _without(operation: SourceOperation) -> str:
    """The status after an operation that sets none by itself."""
    return "depends on the body" if "requestBody" in operation.node else "as before"


def _mark(word: str) -> str:
    return provenance({"x-provenance": word})


def actions(contract: Contract) -> str:
    """The table of the actions, with the status that each leaves behind where the contract knows any."""
    found = statuses(contract)
    head = ("Action", "Request", "Operation", *(("Status afterwards",) if found else ()))
    rows = [
        (
            code(operation.action),
            code(f"{operation.method} {operation.path}"),
            f"[{operation.id}](../reference/operations/{operation.id}.md)\n\n{operation.node['summary']}",
            *(
                (found.named(after) if (after := operation.node.get("x-status-after")) else _without(operation),)
                if found
                else ()
            ),
        )
        for operation in contract.operations
        if operation.action
    ]
    return division("stack", table(head, rows)) if rows else "No operation has actions."


def page(contract: Contract) -> str:
    """Every code of the contract."""
    enums = [name for name, node in contract.schemas.items() if "enum" in node]
    return markdown.page(
        "Codes",
        "Every number and word of the contract that has a meaning. A request may have only these codes. A"
        " response may have others, because the platform may add some.",
        "## Actions\n\n" + section("actions", actions(contract)),
        *(_enum(contract, name) for name in enums),
        report.line("openapi/schemas/", "codes", ""),
        front=search.codes(contract),
    )
