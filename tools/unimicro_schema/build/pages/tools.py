"""The tools in the pages: what of them is the same in every browser. Scripts in `docs/assets/tools/` make them work.

Each is hidden until a script shows it. The search leaves it out, and so do the Markdown twins of the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from http import HTTPStatus

from unimicro_schema.build.contract import JSON, Contract, SourceOperation
from unimicro_schema.build.examples import Example
from unimicro_schema.query.url import FILTER

_REQUEST = "request"
_ERRORS = "400"
_RESULT = '<div role="status" data-result></div>'
_PRIVATE = "It works in your browser: nothing that you type is sent anywhere."
_JUMP = "check-a-payload"


def jump() -> str:
    """A link to the tool that checks a payload, shown by the script that shows the tool."""
    return f"<span data-tool-link hidden> · [Check a payload](#{_JUMP})</span>"


def payload(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    """The tool that checks the request of an operation, and its responses by their status. `examples` are its own."""
    titles = dict(_bodies(contract, operation))
    errors = " ".join(name for name, node in contract.schemas.items() if "x-error" in node)
    shown = [example for example in examples if example.body in titles]
    groups = "".join(
        f'<optgroup label="{escape(title)}">'
        + _options((f"{body} {item.name}", item.summary) for item in shown if item.body == body)
        + "</optgroup>"
        for body, title in titles.items()
    )
    return _section(
        "payload",
        _JUMP,
        "Check a payload",
        f"Paste JSON, or start from an example. {_PRIVATE}",
        f' data-operation="{operation.id}" data-errors="{errors}"',
        '<div class="tool-controls">',
        f"<label>What it is <select data-body>{_options(titles.items())}</select></label>",
        f'<label>Example <select data-example><option value="">Choose one …</option>{groups}</select></label>',
        '<label hidden><input type="checkbox" data-read-back> It was read from the API and is sent back</label>',
        '<label><input type="checkbox" data-strict> Treat advice as errors</label>',
        "</div>",
        _box("JSON", rows=12),
        '<div class="tool-controls"><button type="button" class="md-button" data-run>Check</button></div>',
        _RESULT,
    )


def error(contract: Contract, chosen: str = "") -> str:
    """The tool that reads an error body. `chosen` is the status that it begins with; empty for none."""
    documented = {status for found in contract.operations for status in contract.responses(found) if status >= _ERRORS}
    others = {str(status.value) for status in HTTPStatus if status >= int(_ERRORS)} - documented
    groups = "".join(
        f'<optgroup label="{title}">{_options(((status, _titled(status)) for status in sorted(statuses)), chosen)}</optgroup>'
        for title, statuses in (("Documented", documented), ("Others", others))
    )
    return _section(
        "error",
        "read-an-error",
        "Read an error",
        "Paste the body, with or without headers, as curl or the tools of a browser show it, or the message of an exception that"
        f" has it. {_PRIVATE}",
        "",
        '<div class="tool-controls">',
        f'<label>Status <select data-status><option value="">Not known</option>{groups}</select></label>',
        "</div>",
        _box("Body", rows=8),
        '<div class="tool-controls"><button type="button" class="md-button" data-run>Explain</button></div>',
        _RESULT,
    )


def query(contract: Contract, operation: SourceOperation) -> str:
    """The tool that builds and checks the query of an operation; empty for one that takes no filter."""
    example = next((node["example"] for node in contract.parameters(operation) if node["name"] == FILTER), None)
    if example is None:
        return ""
    return _section(
        "query",
        "build-a-query",
        "Build and check a query",
        f"Choose what you want, or paste a query or a URL. {_PRIVATE} A link to this page carries the query.",
        f' data-operation="{operation.id}"',
        "<details data-builder><summary>Choose step by step</summary></details>",
        _box(f"Query or URL, such as <code>{FILTER}={escape(str(example))}</code>", rows=3),
        '<div class="tool-controls"><button type="button" class="md-button" data-run>Check</button></div>',
        _RESULT,
        "<div data-programs hidden></div>",
    )


def _titled(status: str) -> str:
    return f"{status} {HTTPStatus(int(status)).phrase}"


def _bodies(contract: Contract, operation: SourceOperation) -> Iterator[tuple[str, str]]:
    """The bodies of an operation, each with a title."""
    if contract.request(operation):
        yield _REQUEST, "Request"
    for status, node in contract.responses(operation).items():
        if JSON in node.get("content", {}):
            yield status, f"Response {_titled(status)}"


def _options(options: Iterable[tuple[str, str]], chosen: str = "") -> str:
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
        for value, label in options
    )


def _box(label: str, rows: int) -> str:
    """A box for text that is taken as it is."""
    plain = 'autocapitalize="off" autocomplete="off" spellcheck="false"'
    return f'<label class="tool-text">{label}<textarea rows="{rows}" {plain}></textarea></label>'


def _section(name: str, anchor: str, title: str, text: str, data: str, *parts: str) -> str:
    """A tool that is hidden until it can work. `data` are the attributes that tell its script what it is about."""
    return "\n".join([
        f'<section class="tool" data-tool="{name}"{data} aria-labelledby="{anchor}" data-search-exclude hidden>',
        f'<h2 id="{anchor}">{title}</h2>',
        f"<p>{text}</p>",
        *parts,
        "</section>",
    ])  # fmt: skip
