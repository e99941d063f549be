"""The lists that pages of the manual take in: `docs/reference/lists/{name}.md`, for pages of a folder below `docs/`."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.dialect import VALUES
from unimicro_schema.build.languages import LANGUAGES
from unimicro_schema.build.pages import floors, screens
from unimicro_schema.build.pages.markdown import code, table
from unimicro_schema.changes.document import METHODS
from unimicro_schema.explanation.sentences import RETRY
from unimicro_schema.reports import PURPOSES

FOLDER = "lists"


def files(contract: Contract) -> dict[str, str]:
    """Every list by its path below the reference folder."""
    found = {
        "floors": floors.picture(),
        "formats": formats(),
        "languages": languages(),
        "methods": methods(contract),
        "operations": operations(contract),
        "screen-names": screens.tables(contract),
        "values": values(),
    }
    return {f"{FOLDER}/{name}.md": f"{text}\n" for name, text in found.items()}


def formats() -> str:
    """The formats of reports."""
    return table(("`--format`", "for"), [(code(name), purpose) for name, purpose in PURPOSES.items()])


def languages() -> str:
    """The languages of the programs."""
    return table(("language", "needs"), [(language.title, language.needs or "nothing else") for language in LANGUAGES])


def methods(contract: Contract) -> str:
    """The methods of a generated client, one for each path and method, with the operations that `action` selects."""
    nodes = [node for item in contract.bundle["paths"].values() for key, node in item.items() if key in METHODS]
    rows = [
        (
            node["operationId"],
            code(entry["action"]) if "action" in entry else "none",
            f"[{entry['operationId']}](../reference/operations/{entry['operationId']}.md)",
        )
        for node in nodes
        for entry in node.get("x-actions", [node])
    ]
    return table(("Method of the client", "Action", "Operation"), rows)


def operations(contract: Contract) -> str:
    """Where each operation is: in the contract, its first example, its pages of the guide."""
    rows = [
        (
            f"[{operation.node['summary']}](../reference/operations/{operation.id}.md)",
            code(f"openapi/{operation.file}#{operation.pointer}"),
            code(f"openapi/{_example(contract, operation.id)}"),
            " · ".join(f"[{title}](../guide/{file})" for file, title in operation.node["x-guide"].items()),
        )
        for operation in contract.operations
    ]
    return table(("Operation", "Contract", "Example", "Pages"), rows)


def _example(contract: Contract, name: str) -> str:
    """The file of the first example of an operation."""
    operation = next(found for found in contract.operations if found.id == name)
    bodies = [media for _, media in contract.bodies(operation)]
    return str(next(node["x-file"] for media in bodies for node in media["examples"].values()))


def values() -> str:
    """The values that extensions of the contract take."""
    rows = [(code(key), code(value), what) for key, known in VALUES.items() for value, what in known.items() if what]
    rows += [(f"{code('retry')} in {code('x-error')}", code(name), what) for name, what in RETRY.items()]
    return table(("key", "value", "meaning"), rows)
