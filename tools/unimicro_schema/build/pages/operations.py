"""A page for every operation: how it is called, what it does to the data, what it returns and what to know first."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from unimicro_schema.build.contract import Contract, Node, SourceOperation, component
from unimicro_schema.build.dialect import IDEMPOTENT
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import markdown, report, responses, samples, search, snippets, tools, tree
from unimicro_schema.build.pages.markdown import (
    code,
    division,
    fence,
    link_to,
    mark,
    provenance,
    section,
    table,
    unsearched,
)
from unimicro_schema.build.pages.statuses import statuses
from unimicro_schema.pointers import COMPONENTS


def page(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    """What an operation does, how it is called, and what it returns."""
    own = [example for example in examples if example.operation == operation.id]
    return markdown.page(
        operation.node["summary"],
        division(
            "operation",
            division("call", *_call(contract, operation)),
            samples.pane(contract, operation, own),
            division("words", *_words(contract, operation, own)),
        ),
        report.line(f"openapi/{operation.file}#{operation.pointer}", f"operations/{operation.id}", "../"),
        front={"hide": ["toc"], **search.front(search.CALL, operation.id)},
    )


def _call(contract: Contract, operation: SourceOperation) -> list[str]:
    """What a reader sees first: method and URL, what the operation is for, what it does to the data, and the request."""
    return [
        endpoint(contract, operation),
        f"{operation.node['description']} {provenance(operation.node)}\n{{ .lead }}",
        f'<div class="effect" id="what-it-does-to-the-data" markdown>\n\n{_effect(contract, operation)}\n\n</div>',
        "## Request",
        section("request", request_line(contract, operation)),
    ]


def _words(contract: Contract, operation: SourceOperation, examples: list[Example]) -> list[str]:
    """All that is said of an operation, in the order in which somebody writes a program that calls it."""
    parameters = _parameters(contract, operation)
    return list(filter(None, [
        "## Parameters" if parameters else "",
        section("parameters", parameters) if parameters else "",
        _query_tool(contract, operation),
        *(
            section(f"request-{name}", f"{node['summary']}:\n\n{request_line(contract, operation, node['query'])}")
            for name, node in operation.node.get("x-requests", {}).items()
        ),
        _body(contract, operation),
        tools.payload(contract, operation, examples),
        responses.successes(contract, operation),
        responses.errors(contract, operation),
        _notes(operation),
        markdown.guide(operation.node, "../"),
    ]))  # fmt: skip


def _query_tool(contract: Contract, operation: SourceOperation) -> str:
    tool = tools.query(contract, operation)
    return section("query-tool", tool) if tool else ""


def endpoint(contract: Contract, operation: SourceOperation) -> str:
    """Method and URL, to be copied."""
    query = {"action": operation.action} if operation.action else {}
    needed = [node for node in contract.parameters(operation) if node["in"] == "query" and node.get("required")]
    words = [f"{name}={value}" for name, value in query.items()] + [
        f"{node['name']}={{{node['name']}}}" for node in needed
    ]
    url = contract.bundle["servers"][0]["url"] + operation.path + (f"?{'&'.join(words)}" if words else "")
    badge = f'<span class="method {operation.method.lower()}">{operation.method}</span>'
    return division("endpoint", badge, fence("text", url))


def _effect(contract: Contract, operation: SourceOperation) -> str:
    """Whether it changes anything, what a second request does, and the status afterwards, as a list of definitions."""
    rows = [
        ("Changes data", "No. It is *safe*: call it as often as you like."),
        ("Sent twice", "The same answer again."),
    ]
    if operation.method != "GET":
        repeat = operation.node["x-repeat"]
        word = f"*{IDEMPOTENT[repeat['idempotent']]}*"
        rows = [("Changes data", "Yes."), ("Sent twice", f"{word} {repeat['description']} {provenance(repeat)}")]
    found = statuses(contract)
    if found and "x-status-after" in operation.node:
        unless = ", unless the request body sets another" if "requestBody" in operation.node else ""
        rows.append(("Status afterwards", found.linked(operation.node["x-status-after"]) + unless))
    rows.append(("Operation id", code(operation.id)))
    return "\n\n".join(f"{label}\n:   {text}" for label, text in rows)


def request_line(contract: Contract, operation: SourceOperation, query: Node | None = None) -> str:
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
        *(f"{secret.header}: {secret.prefix}<{' '.join(secret.words)}>" for secret in snippets.secrets(contract)),
        "Accept: application/json",
    ]
    headers += ["Content-Type: application/json"] if "requestBody" in operation.node else []
    return fence("http", "\n".join([line, *headers]))


def _parameters(contract: Contract, operation: SourceOperation) -> str:
    rows = [
        (
            code(node["name"]),
            f"{_kind(contract, node)}\n\n{node['in']} {mark('required', 'required') if node.get('required') else mark('optional')}",
            f"{node['description']} {provenance(node)}\n\nExample: {code(node['example'])}",
        )
        for node in contract.parameters(operation)
    ]
    if operation.action:
        what = f"Selects this operation; send {code(operation.action)} exactly. {provenance(operation.node)}"
        rows.append((code("action"), f"string\n\nquery {mark('required', 'required')}", what))
    return division("stack", table(("Name", "Kind", "What it is"), rows)) if rows else ""


def _kind(contract: Contract, node: Node) -> str:
    schema = node["schema"]
    name = schema.get("$ref", "").removeprefix(COMPONENTS)
    if name:
        return f"{contract.schemas[name]['type']} ({name})"
    limits = f", at most {schema['maxLength']} characters" if "maxLength" in schema else ""
    default = f", else {code(schema['default'])}" if "default" in schema else ""
    return f"{schema['type']}{limits}{default}"


def _body(contract: Contract, operation: SourceOperation) -> str:
    media = contract.request(operation)
    if media is None:
        return ""
    body = contract.resolve(operation.node["requestBody"])
    name, many = component(media["schema"])
    schema = f"Its schema is {'a list of ' if many else ''}{link_to(contract, name, '../')}."
    unknown = "An unknown property is an error for the toolkit; the server probably ignores it silently."
    return "\n\n".join([
        "## Body",
        f"{body['description']} {schema} {unknown}",
        "### Properties { #body-properties }",
        f"Properties are optional unless marked required. Open an object to see its properties.{tools.jump()}",
        unsearched("tree", tree.request(contract, operation, name)),
    ])  # fmt: skip


def _notes(operation: SourceOperation) -> str:
    notes = [f"- {note['description']} {provenance(note)}" for note in operation.node.get("x-notes", [])]
    return "\n".join(["## Notes", "", *notes]) if notes else ""
