"""The first page of the reference, and the page of what is not known for certain."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import entities, markdown
from unimicro_schema.build.pages.markdown import code, link_to, provenance, section, table


def index(contract: Contract) -> str:
    """All operations and entities, hosts and credentials, and the contract to download."""
    info = contract.bundle["info"]
    operations = [
        (
            f"[{operation.id}](../reference/operations/{operation.id}.md)",
            code(f"{operation.method} {operation.path}" + (f"?action={operation.action}" if operation.action else "")),
            operation.node["summary"],
        )
        for operation in contract.operations
    ]
    servers = [
        (
            server["description"],
            code(server["url"]),
            " ".join(variable["description"] for variable in server.get("variables", {}).values()),
        )
        for server in contract.bundle["servers"]
    ]
    security = [
        (
            code("Authorization: Bearer …" if scheme["type"] == "http" else scheme["name"]),
            f"{scheme['description']} {provenance(scheme)}",
        )
        for scheme in contract.bundle["components"]["securitySchemes"].values()
    ]
    return markdown.page(
        "Reference",
        f"{info['description']} Version {info['version']} of the contract.",
        "Download the contract: [openapi.yaml](openapi.yaml) · [openapi.json](openapi.json)",
        "## Operations",
        section("operations", table(("Operation", "Request", "What it does"), operations)),
        "[Entities and bodies](entities/index.md) · [Codes](codes.md) · [Errors](errors.md) · [Relations](relations.md) ·"
        " [Open questions](open-questions.md)",
        "## Hosts",
        section("servers", table(("Environment", "Address", "Note"), servers)),
        "## Credentials",
        section("security", table(("Header", "What it is"), security)),
        "## How a fact is known",
        table(("Mark", "Meaning"), [(provenance({"x-provenance": word}), text) for word, text in _PROVENANCE.items()]),
    )


def entity_index(contract: Contract) -> str:
    """All entities and bodies."""
    objects = [
        (link_to(contract, name, "../"), contract.schemas[name]["description"]) for name in entities.names(contract)
    ]
    return markdown.page("Entities and bodies", table(("Name", "What it is"), objects))


_PROVENANCE = {
    "guide": "The vendor's customer guide says it.",
    "platform": "The platform's own descriptions say it.",
    "observed": "Code of the vendor or of integrators shows it.",
    "assumed": "Nothing says it; it is our best guess. Test it before you rely on it.",
}


def open_questions(contract: Contract) -> str:
    """Everything that is assumed."""
    rows = []
    for name, schema in contract.schemas.items():
        own = contract.source.files[f"schemas/{name}.yaml"].get("properties", {})
        if schema["x-provenance"] == "assumed" and "enum" not in schema:
            rows.append((link_to(contract, name, ""), schema["description"]))
        for key, node in own.items():
            if node["x-provenance"] == "assumed":
                place = f"[{name}.{key}](entities/{name}.md#{entities.anchor(key)})"
                rows.append((place, node["description"]))
    unknown = [
        (f"[{operation.id}](operations/{operation.id}.md)", operation.node["description"])
        for operation in contract.operations
        if "not known" in operation.node["description"] or "not documented" in operation.node["description"]
    ]
    return markdown.page(
        "Open questions",
        "What this contract assumes because no source says it, and what no source tells. Test these before you rely on them.",
        "## Assumed",
        table(("Where", "What"), rows),
        "One rule is assumed throughout: which properties may be null, where the guide's sample does not show it. See"
        " [the dialect](../toolkit/dialect.md).",
        "## Not known",
        table(("Where", "What is known and what is not"), unknown),
    )
