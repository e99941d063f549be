"""The first page of the reference, and the list of its entities with the key to their pages."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import entities, markdown, search
from unimicro_schema.build.pages.facts import used
from unimicro_schema.build.pages.markdown import code, division, link_to, mark, provenance, section, table
from unimicro_schema.openapi.provenance import PROVENANCE


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
            "\n\n".join(
                [
                    code(server["url"]),
                    *(variable["description"] for variable in server.get("variables", {}).values()),
                ]
            ),
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
        'Download the contract: [openapi.yaml](openapi.yaml) · <a href="openapi.json">openapi.json</a>',
        "## Operations",
        section("operations", division("stack", table(("Operation", "Request", "What it does"), operations))),
        "[Entities and bodies](entities/index.md) · [Codes](codes.md) · [Errors](errors.md) · [Relations](relations.md) ·"
        " [Open questions](open-questions.md) · [Contract health](health.md)",
        "## Hosts",
        section("servers", table(("Environment", "URL"), servers)),
        "## Credentials",
        section("security", division("stack", table(("Header", "What it is"), security))),
        "## How a fact is known",
        _known_from(),
    )


def entity_index(contract: Contract) -> str:
    """All entities and bodies, and how their pages are read."""
    bodies = used(contract)
    groups = {"What is sent and returned": True, "What these are made of": False}
    listed = {
        title: [
            (link_to(contract, name, "../"), contract.schemas[name]["description"])
            for name in entities.names(contract)
            if (name in bodies) == wanted
        ]
        for title, wanted in groups.items()
    }
    return markdown.page(
        "Entities and bodies",
        "Every object that goes over the wire. The bodies of errors have [pages of their own](../errors.md), and so have the"
        " [codes](../codes.md).",
        *(f"## {title}\n\n{table(('Name', 'What it is'), rows)}" for title, rows in listed.items()),
        "## How to read the pages",
        "Each property has its type and limits, then these marks, each of which is independent of the others:",
        table(("Mark", "Meaning"), _MARKS),
        "An `integer (int32)` is between `-2147483648` and `2147483647`. The last mark says how we know it."
        " A limit or a null that is known otherwise has such a mark of its own beside it:",
        _known_from(),
        "The link to a property ends in `#property-` and its name in lowercase. It does not change when others are"
        " added.",
        front=search.front(search.INDEX),
    )


_MARKS = [
    (mark("required", "required"), "The property is always present in a response, and required in a request."),
    (mark("may be absent"), "A request may leave it out, and a response may lack it: treat it as unknown."),
    (
        mark("may be null", "null"),
        "A request may have null. Without this mark it may not. A response may have null in any property but the id.",
    ),
    (mark("read-only", "fixed"), "The server sets it. What you send is accepted and has no effect."),
    (mark("seen in responses only", "fixed"), "The server adds it. You may send it back; it has no effect."),
    (mark("seen in errors only", "fixed"), "The server adds it to an object that it refuses."),
    (mark("seen in requests only", "fixed"), "Clients send it. No response was seen with it."),
    (mark("recommended", "required"), "You may leave it out, but the guide asks for it."),
    (mark("deprecated", "deprecated"), "Do not use it in new programs. Its description names what to use instead."),
]


def _known_from() -> str:
    return table(("Mark", "Meaning"), [(provenance({"x-provenance": word}), text) for word, text in PROVENANCE.items()])
