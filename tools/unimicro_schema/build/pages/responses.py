"""What an operation returns: every status with its example beside its schema, and the errors with what to do."""

from __future__ import annotations

from http import HTTPStatus

from unimicro_schema.build import registry
from unimicro_schema.build.contract import JSON, Contract, Node, SourceOperation, component
from unimicro_schema.build.pages import search, tree
from unimicro_schema.build.pages.errors import recognised
from unimicro_schema.build.pages.markdown import (
    code,
    link_to,
    provenance,
    table,
    unsearched,
)
from unimicro_schema.explanation.sentences import RETRY


def successes(contract: Contract, operation: SourceOperation) -> str:
    """The answers to a request that was accepted."""
    return _answers("## Responses", contract, operation, error=False)


def errors(contract: Contract, operation: SourceOperation) -> str:
    """The answers to a request that was refused or failed."""
    return _answers("## Errors", contract, operation, error=True)


def _answers(title: str, contract: Contract, operation: SourceOperation, *, error: bool) -> str:
    blocks = [title]
    for status, node in contract.responses(operation).items():
        if (status >= "400") == error:
            quiet = f" {search.LEFT_OUT}" if error else ""  # who has an error looks for its own page
            blocks += [f"### {status} {HTTPStatus(int(status)).phrase} {{ #response-{status}{quiet} }}"]
            blocks += [node["description"]]
            blocks += [_headers(contract, node), _told(contract, operation, status)]
    return "\n\n".join(filter(None, blocks))


def _headers(contract: Contract, node: Node) -> str:
    resolved = {name: contract.resolve(header) for name, header in node.get("headers", {}).items()}
    rows = [(code(name), f"{header['description']} {provenance(header)}") for name, header in resolved.items()]
    return table(("Header", "What it says"), rows)


def _told(contract: Contract, operation: SourceOperation, status: str) -> str:
    """What the body of a status has, or what causes an error."""
    content = contract.responses(operation)[status].get("content", {}).get(JSON)
    if content is None:
        return ""
    if status >= "400":
        return _causes(contract, operation, content["schema"])
    return _schema(contract, operation, content["schema"], f"response-{status}")


def _schema(contract: Contract, operation: SourceOperation, schema: Node, here: str) -> str:
    name, many = component(schema)
    lines = tree.response(contract, operation, name, here)
    what = f"{'A list of ' if many else ''}{link_to(contract, name, '../')}: {contract.schemas[name]['description']}"
    return f"{what}\n\n{unsearched('tree', lines)}" if lines else what


def _causes(contract: Contract, operation: SourceOperation, schema: Node) -> str:
    """What an error body can be, each with its page: how it is recognised if there are several shapes, else the cause."""
    names = registry.shapes_of(contract, operation, schema)
    nodes = {name: contract.schemas[name] for name in names}
    if len(names) > 1:
        rows = [
            f"- [{node['x-error']['title']}](../errors/{name}.md): {recognised(node['x-recognised-by'])}"
            for name, node in nodes.items()
        ]
        return "\n".join(["The body is the first of these that fits:", "", *rows])
    return "\n\n".join(
        f"[{node['x-error']['title']}](../errors/{name}.md): {node['x-error']['cause']}\n\n**What to do:**"
        f" {node['x-error']['action']}\n\n**Send it again?** {RETRY[node['x-error']['retry']]}"
        for name, node in nodes.items()
    )
