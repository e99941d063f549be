"""A page for every operation."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from unimicro_schema.build.contract import Contract, Node, Operation
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import markdown, snippets
from unimicro_schema.build.pages.markdown import code, fence, link_to, provenance, section, table
from unimicro_schema.build.registry import shapes

_REASONS = {"200": "OK", "201": "Created", "204": "No content", "400": "Bad request", "401": "Unauthorized"}
_REASONS |= {"403": "Forbidden", "404": "Not found", "500": "Internal server error"}


def page(contract: Contract, operation: Operation, examples: list[Example]) -> str:
    """What an operation does, how it is called, and what it answers."""
    own = [example for example in examples if example.operation == operation.id]
    return markdown.page(
        operation.id,
        f"**{operation.node['summary']}.** {operation.node['description']} {provenance(operation.node)}",
        _effect(contract, operation),
        "## Request",
        section("request", request_line(contract, operation)),
        *(
            section(f"request-{name}", _request(contract, operation, node))
            for name, node in _requests(operation).items()
        ),
        _parameters(contract, operation),
        snippets.section(contract, operation),
        _body(contract, operation, own),
        "## Responses",
        *(_response(contract, status, node, own) for status, node in contract.responses(operation).items()),
    )


def _effect(contract: Contract, operation: Operation) -> str:
    after = operation.node.get("x-status-after")
    if after is None:
        return ""
    status = contract.schemas["CustomerStatus"]
    name = status["x-enum-varnames"][status["enum"].index(after)]
    return f"**Status afterwards:** [{name}](../codes.md#customerstatus) ({code(after)})"


def _requests(operation: Operation) -> Node:
    requests: Node = operation.node.get("x-requests", {})
    return requests


def _request(contract: Contract, operation: Operation, node: Node) -> str:
    return f"{node['summary']}:\n\n{request_line(contract, operation, node['query'])}"


def request_line(contract: Contract, operation: Operation, query: Node | None = None) -> str:
    """The request as it goes over the wire, with the required parameters or those of `query`."""
    parameters = contract.parameters(operation)
    path = operation.path
    for node in parameters:
        if node["in"] == "path":
            path = path.replace(f"{{{node['name']}}}", quote(str(node["example"])))
    sent = {"action": operation.action} if operation.action else {}
    wanted = query or {
        node["name"]: node["example"] for node in parameters if node["in"] == "query" and node.get("required")
    }
    sent |= {name: str(value) for name, value in wanted.items()}
    line = f"{operation.method} {path}{'?' + urlencode(sent, quote_via=quote, safe=',()') if sent else ''} HTTP/1.1"
    headers = [
        f"Host: {contract.bundle['servers'][0]['url'].removeprefix('https://')}",
        "Authorization: Bearer <token>",
    ]
    headers += ["CompanyKey: <GUID of the company>", "Accept: application/json"]
    headers += ["Content-Type: application/json"] if "requestBody" in operation.node else []
    return fence("http", "\n".join([line, *headers]))


def _parameters(contract: Contract, operation: Operation) -> str:
    rows = [
        (
            code(node["name"]),
            f"{_parameter_type(contract, node)}, {node['in']}, {'required' if node.get('required') else 'optional'}",
            f"{node['description']} {provenance(node)}\n\nExample: {code(node['example'])}",
        )
        for node in contract.parameters(operation)
    ]
    if operation.action:
        what = f"Selects this operation; send {code(operation.action)} exactly. {provenance({'x-provenance': 'guide'})}"
        rows.append((code("action"), "string, query, required", what))
    if not rows:
        return ""
    return "### Parameters\n\n" + section("parameters", table(("Name", "Kind", "What it is"), rows))


def _parameter_type(contract: Contract, node: Node) -> str:
    schema = node["schema"]
    name = schema.get("$ref", "").removeprefix(markdown.SCHEMAS)
    return f"{contract.schemas[name]['type']} ({name})" if name else str(schema["type"])


def _body(contract: Contract, operation: Operation, examples: list[Example]) -> str:
    media = contract.request(operation)
    if media is None:
        return "### Body\n\nNone."
    body = contract.resolve(operation.node["requestBody"])
    return f"### Body\n\n{body['description']} {_schema(contract, media['schema'])}\n\n{_examples(examples, 'request')}"


def _response(contract: Contract, status: str, node: Node, examples: list[Example]) -> str:
    content = node.get("content", {}).get("application/json")
    parts = [f"### {status} {_REASONS[status]} {{ #response-{status} }}", node["description"]]
    headers = [
        (code(name), f"{header['description']} {provenance(header)}") for name, header in _headers(contract, node)
    ]
    parts.append(table(("Header", "What it says"), headers))
    if content and status >= "400":
        links = ", ".join(f"[{name}](../errors.md#{name.lower()})" for name in shapes(contract, content["schema"]))
        parts.append(f"{_schema(contract, content['schema'])} What to do: {links}.")
    elif content:
        parts.append(_schema(contract, content["schema"]))
    if content:
        parts.append(_examples(examples, status))
    return "\n\n".join(filter(None, parts))


def _headers(contract: Contract, node: Node) -> list[tuple[str, Node]]:
    return [(name, contract.resolve(header)) for name, header in node.get("headers", {}).items()]


def _schema(contract: Contract, schema: Node) -> str:
    many = schema.get("type") == "array"
    name = (schema["items"] if many else schema)["$ref"].removeprefix(markdown.SCHEMAS)
    return f"Schema: {'list of ' if many else ''}{link_to(contract, name, '../')}."


def _examples(examples: list[Example], body: str) -> str:
    """The named examples of a body, the first open, taken in from the published files."""
    blocks: list[str] = []
    for example in [example for example in examples if example.body == body and example.file]:
        include = f'--8<-- "tools/unimicro_schema/generated/examples/{example.path}"'
        inside = fence("json", include).replace("\n", "\n    ")
        blocks.append(f'???{"+" if not blocks else ""} example "{example.summary} ({example.name})"\n    {inside}')
    return "\n\n".join(blocks)
