"""What an operation returns: every status with its example beside its schema, and the errors with what to do."""

from __future__ import annotations

from http import HTTPStatus

from unimicro_schema.build import registry
from unimicro_schema.build.contract import JSON, Contract, Node, SourceOperation, component
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import tree
from unimicro_schema.build.pages.errors import recognised
from unimicro_schema.build.pages.markdown import (
    code,
    disclosure,
    division,
    fence,
    link_to,
    provenance,
    table,
    unsearched,
)
from unimicro_schema.explanation.sentences import RETRY


def successes(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    """The answers to a request that was accepted."""
    return _answers("## Responses", contract, operation, examples, error=False)


def errors(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    """The answers to a request that was refused or failed."""
    return _answers("## Errors", contract, operation, examples, error=True)


def samples(examples: list[Example], body: str) -> str:
    """The named examples of a body, the first open, taken in from the published files.

    Several pages show the same payload, so it is kept out of the search: the pages that explain it are better results.
    """
    found = [example for example in examples if example.body == body and example.file]
    return unsearched("samples", *(_sample(example, opened=example is found[0]) for example in found))


def include(example: Example) -> str:
    """A block of code that takes an example in from the published files."""
    return fence("json", f'--8<-- "tools/unimicro_schema/generated/examples/{example.stored}"')


def _sample(example: Example, *, opened: bool) -> str:
    return disclosure("example", f"{example.summary} ({example.name})", include(example), opened)


def _answers(
    title: str, contract: Contract, operation: SourceOperation, examples: list[Example], *, error: bool
) -> str:
    blocks = [title]
    for status, node in contract.responses(operation).items():
        if (status >= "400") == error:
            blocks += [f"### {status} {HTTPStatus(int(status)).phrase} {{ #response-{status} }}", node["description"]]
            blocks += [_headers(contract, node), _sides(contract, operation, status, examples)]
    return "\n\n".join(filter(None, blocks))


def _headers(contract: Contract, node: Node) -> str:
    resolved = {name: contract.resolve(header) for name, header in node.get("headers", {}).items()}
    rows = [(code(name), f"{header['description']} {provenance(header)}") for name, header in resolved.items()]
    return table(("Header", "What it says"), rows)


def _sides(contract: Contract, operation: SourceOperation, status: str, examples: list[Example]) -> str:
    """Schema and example, beside each other where there is room."""
    content = contract.responses(operation)[status].get("content", {}).get(JSON)
    if content is None:
        return ""
    if status < "400":
        return _beside(_schema(contract, content["schema"]), samples(examples, status))
    # The further shapes of an error are shown on their own pages.
    first = next(example for example in examples if example.body == status)
    return _beside(_causes(contract, operation, content["schema"]), samples([first], status))


def _beside(schema: str, shown: str) -> str:
    return division("sides", division("side", schema), division("side", shown))


def _schema(contract: Contract, schema: Node) -> str:
    name, many = component(schema)
    lines = tree.response(contract, name)
    what = f"{'A list of ' if many else ''}{link_to(contract, name, '../')}: {contract.schemas[name]['description']}"
    return f"{what}\n\n{unsearched('lines', lines)}" if lines else what


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
