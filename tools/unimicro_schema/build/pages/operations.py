"""A page for every operation: how it is called, what it does to the data, what it returns and what to know first."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from unimicro_schema.build.contract import Contract, Node, SourceOperation, component
from unimicro_schema.build.dialect import IDEMPOTENT
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import markdown, report, responses, snippets, tools, tree
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

_FRONT = {"hide": ["toc"], "search": {"boost": 2}}
_PARTS = {"parameters": "Parameters", "request": "Request", "body": "Body"}
_PARTS |= {"responses": "Responses", "errors": "Errors", "notes": "Notes"}


def page(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    """What an operation does, how it is called, and what it returns."""
    own = [example for example in examples if example.operation == operation.id]
    parameters = _parameters(contract, operation)
    return markdown.page(
        operation.id,
        endpoint(contract, operation),
        f"**{operation.node['summary']}.** {operation.node['description']} {provenance(operation.node)}",
        _jumps(operation, bool(parameters)),
        "## What it does to the data",
        division("effect", _effect(contract, operation)),
        "## Parameters" if parameters else "",
        section("parameters", parameters) if parameters else "",
        _query_tool(contract, operation),
        "## Request",
        section("request", request_line(contract, operation)),
        *(
            section(f"request-{name}", f"{node['summary']}:\n\n{request_line(contract, operation, node['query'])}")
            for name, node in operation.node.get("x-requests", {}).items()
        ),
        snippets.section(contract, operation),
        "## Body",
        _body(contract, operation, own),
        tools.payload(contract, operation, own),
        responses.successes(contract, operation, own),
        responses.errors(contract, operation, own),
        _notes(operation),
        markdown.guide(operation.node, "../"),
        report.line(f"openapi/{operation.file}#{operation.pointer}", f"operations/{operation.id}", "../"),
        front=_FRONT,
    )


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


def _jumps(operation: SourceOperation, has_parameters: bool) -> str:
    there = {"parameters": has_parameters, "notes": "x-notes" in operation.node}
    links = [f"[{title}](#{anchor})" for anchor, title in _PARTS.items() if there.get(anchor, True)]
    return f"{' · '.join(links)}{tools.jump()}\n{{ .jumps }}"


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


def _body(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    media = contract.request(operation)
    if media is None:
        return "None."
    body = contract.resolve(operation.node["requestBody"])
    name, many = component(media["schema"])
    schema = f"Its schema is {'a list of ' if many else ''}{link_to(contract, name, '../')}."
    unknown = "An unknown property is an error for the toolkit; the server probably ignores it silently."
    return "\n\n".join([
        f"{body['description']} {schema} {unknown}",
        responses.samples(examples, "request"),
        "### What it may hold { #body-properties }",
        "Everything that is not marked as required may be absent. Objects open level by level.",
        unsearched("tree", tree.request(contract, name)),
    ])  # fmt: skip


def _notes(operation: SourceOperation) -> str:
    notes = [f"- {note['description']} {provenance(note)}" for note in operation.node.get("x-notes", [])]
    return "\n".join(["## Notes", "", *notes]) if notes else ""
