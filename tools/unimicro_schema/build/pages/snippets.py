"""Programs that call an operation, made from the named examples of the contract.

Every request is one file of content tabs without a heading, which any page can take in:
`docs/reference/snippets/{operationId}.md` is the first request, `{operationId}-{name}.md` a further one. The requests are those
under `x-requests`, or else the first example of the body and those that bear `x-snippet`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from unimicro_schema.build import registry
from unimicro_schema.build.contract import JSON, Contract, Node, SourceOperation, component, references
from unimicro_schema.build.languages import LANGUAGES, Language, python
from unimicro_schema.build.languages.call import Answer, Fresh, Secret, ShownBody, ShownCall
from unimicro_schema.build.languages.layout import WIDTH
from unimicro_schema.build.pages.markdown import code, fence
from unimicro_schema.build.pages.wording import words
from unimicro_schema.query.url import FILTER

FOLDER = "snippets"


@dataclass(frozen=True)
class ShownRequest:
    """A request that is shown: its name (empty for the first of an operation), what it is about, and the call."""

    operation: str
    name: str
    summary: str
    call: ShownCall

    @property
    def path(self) -> str:
        """The path of its file, below the reference folder."""
        return f"{FOLDER}/{'-'.join(filter(None, [self.operation, self.name]))}.md"


def needs(contract: Contract, operation: SourceOperation) -> str:
    """What the programs take from outside, and what else those of a language need."""
    call = requests(contract, operation)[0].call
    named = " and ".join(f"the {' '.join(secret.words)}" for secret in call.secrets)
    variables = " and ".join(code(secret.variable) for secret in call.secrets)
    outside = [f"Put {named} into the environment: {variables}."] if call.secrets else []
    inside = "; ".join(f"{language.title} needs {language.needs}" for language in LANGUAGES if language.needs)
    return " ".join([*outside, f"{inside}."])


def files(contract: Contract, models: str) -> dict[str, str]:
    """The tabs of every request by their path below the reference folder. `models` is the source text of the models."""
    names = python.names(contract, models)
    return {
        request.path: tabs(request.call, names)
        for operation in contract.operations
        for request in requests(contract, operation)
    }


def templates(contract: Contract, models: str) -> str:
    """What a page makes the programs of a query from, as JSON: in each language, the lines around those of the options."""
    operation = next(
        item for item in contract.operations if any(node["name"] == FILTER for node in contract.parameters(item))
    )
    call = _call(contract, operation, {_NAME: _VALUE}, None)
    names = python.names(contract, models)
    found = [_template(language, language.program(call, names)) for language in LANGUAGES]
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


_NAME = "option"
_VALUE = f"a value {'-' * WIDTH}"
"""It needs quotes, encoding, and a line of its own."""


def _template(language: Language, program: str) -> dict[str, str]:
    lines = program.splitlines()
    [at] = [index for index, line in enumerate(lines) if _VALUE in line]
    line = lines[at].replace(f'"{_NAME}={_VALUE}"', "{pair}").replace(json.dumps(_VALUE), "{value}")
    line = line.replace(json.dumps(_NAME), '"{name}"').replace(_NAME, "{name}")
    around = {"before": "\n".join(lines[:at]), "option": line, "after": "\n".join(lines[at + 1 :])}
    return {"title": language.title, "escaped": language.escaped, **around}


def tabs(call: ShownCall, names: python.Names) -> str:
    """A call in every language, as content tabs. The titles are the same everywhere: the site remembers the chosen one."""
    blocks = [
        f'=== "{language.title}"\n\n{_indented(fence(language.highlighted, language.program(call, names)))}'
        for language in LANGUAGES
    ]
    return "\n\n".join(blocks) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())


def requests(contract: Contract, operation: SourceOperation, *, every: bool = False) -> list[ShownRequest]:
    """The requests of an operation that are shown, the first without a name. With `every`, all examples of the body are."""
    media = contract.request(operation)
    found: list[tuple[str, str, Node, Any]] = [
        (name, node["summary"], node["query"], None) for name, node in operation.node.get("x-requests", {}).items()
    ]
    if media:
        shown = [(name, node) for name, node in media["examples"].items() if every or node.get("x-snippet")]
        first = next(iter(media["examples"].items()))
        found += [(name, node["summary"], {}, node["value"]) for name, node in dict([first, *shown]).items()]
    return [
        ShownRequest(operation.id, name if index else "", summary, _call(contract, operation, query, body))
        for index, (name, summary, query, body) in enumerate(found or [("", operation.node["summary"], {}, None)])
    ]


def _call(contract: Contract, operation: SourceOperation, query: Node, body: Any) -> ShownCall:
    parameters = contract.parameters(operation)
    path = operation.path
    for node in parameters:
        path = path.replace(f"{{{node['name']}}}", quote(str(node["example"])))
    required = {node["name"]: node["example"] for node in parameters if node["in"] == "query" and node.get("required")}
    sent = ({"action": operation.action} if operation.action else {}) | required | query
    return ShownCall(
        method=operation.method,
        host=contract.bundle["servers"][0]["url"],
        path=path,
        secrets=secrets(contract),
        query={name: str(value) for name, value in sent.items()},
        body=_body(contract, operation, body),
        answer=_answer(contract, operation, str(sent.get("expand", "")).split(",")),
    )


def secrets(contract: Contract) -> tuple[Secret, ...]:
    """The headers that every request needs, with the words of what each holds: a token, or the name of its scheme."""
    schemes = contract.bundle["components"]["securitySchemes"]
    return tuple(
        Secret(header["name"], header["prefix"], ("token",) if scheme["type"] == "http" else tuple(words(name)))
        for name, scheme in schemes.items()
        for header in [registry.header(scheme)]
    )


def _body(contract: Contract, operation: SourceOperation, value: Any) -> ShownBody | None:
    media = contract.request(operation)
    if media is None:
        return None
    names = {
        name
        for schema in contract.schemas.values()
        for name in _with(schema.get("properties", {}), "x-role", "create-guid")
    }
    return ShownBody(*component(media["schema"]), _with_fresh(value, names, json.dumps(value)))


def _with_fresh(value: Any, names: set[str], whole: str) -> Any:
    """A body with a new GUID for each one in it, unless a GUID appears twice: then both mean the same object."""
    if isinstance(value, list):
        return [_with_fresh(item, names, whole) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: Fresh(name, item) if name in names and whole.count(item) == 1 else _with_fresh(item, names, whole)
        for name, item in value.items()
    }


def _answer(contract: Contract, operation: SourceOperation, expanded: list[str]) -> Answer | None:
    """What is returned, where each success has a body that is described."""
    successes = [node for status, node in contract.responses(operation).items() if status < "300"]
    if not all("content" in node for node in successes):
        return None
    model, many = component(successes[0]["content"][JSON]["schema"])
    return Answer(model, many, tuple(_shown(contract, model, expanded)))


def _shown(contract: Contract, model: str, expanded: list[str]) -> Iterator[tuple[str, ...]]:
    """The id of an entity and what people know it by, also that of the objects which the request expands."""
    properties = contract.schemas[model].get("properties", {})
    yield from ((name,) for name in [*_with(properties, "x-role", "id"), *_with(properties, "x-label", True)])
    for name in expanded:
        node = properties.get(name, {})
        for target in references(node) if "items" not in node else ():
            inner = contract.schemas[target].get("properties", {})
            yield from ((name, label) for label in _with(inner, "x-label", True))


def _with(properties: Node, key: str, value: Any) -> list[str]:
    return [name for name, node in properties.items() if node.get(key) == value]
