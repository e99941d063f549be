"""Every request that the contract shows, as data: what the collections for API clients are written from.

No id of anything that exists is in it: a variable is, which readers fill in. So a whole run changes nothing that existed before.
"""

from __future__ import annotations

import json
from typing import Any

from unimicro_schema.build.contract import Contract, Node, SourceOperation
from unimicro_schema.build.languages.call import ShownBody, ShownCall
from unimicro_schema.build.pages import snippets

_READ = ("Read", "These requests change nothing.")
_CREATE = ("Create", "Each of these requests creates something new.")
_CHANGE = (
    "Change",
    "These requests change what the variable `{ids}` names. The other ids in a body are examples: put in your own.",
)
_STATUS = ("Change the status", "These requests change the status of what the variable `{ids}` names.")
_DELETE = ("Delete", "These requests delete what the variable `{ids}` names.")
_GROUPS = (_READ, _CREATE, _CHANGE, _STATUS, _DELETE)
_BY_METHOD = {"GET": _READ, "POST": _CREATE, "DELETE": _DELETE}
_GUID = "{{$guid}}"  # what all clients replace by a new GUID
_OPEN, _CLOSE = '"{{', '}}"'


def written(contract: Contract) -> str:
    """The requests in an order in which each of them can succeed, by groups, as JSON."""
    ids = _ids(contract)
    found = [_request(contract, operation, shown, ids) for operation, shown in _shown(contract)]
    order = {name: index for index, (name, _) in enumerate(_GROUPS)}
    document = {
        "title": contract.bundle["info"]["title"],
        "host": contract.bundle["servers"][0]["url"],
        "secrets": [
            {"name": secret.name, "header": secret.header, "prefix": secret.prefix}
            for secret in snippets.secrets(contract)
        ],
        "variables": sorted(set(ids.values())),
        "groups": [
            {"name": name, "note": note.format(ids=", ".join(sorted(set(ids.values()))))} for name, note in _GROUPS
        ],
        "requests": sorted(found, key=lambda request: order[request["group"]]),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _shown(contract: Contract) -> list[tuple[SourceOperation, snippets.ShownRequest]]:
    """The requests of all operations. A change to the status that a new object has comes after the other changes of it."""
    fresh = {item.node.get("x-status-after") for item in contract.operations if item.method == "POST"}
    order = sorted(contract.operations, key=lambda item: item.node.get("x-status-after") in fresh)
    return [(item, shown) for item in order for shown in snippets.requests(contract, item, every=True)]


def _ids(contract: Contract) -> dict[Any, str]:
    """The variables by the ids of the examples: those parameters that are whole numbers without a code."""
    return {
        node["example"]: node["name"]
        for operation in contract.operations
        for node in contract.parameters(operation)
        if node.get("required") and node["schema"].get("type") == "integer"
    }


def _request(contract: Contract, operation: SourceOperation, shown: snippets.ShownRequest, ids: dict[Any, str]) -> Node:
    call = shown.call
    return {
        "group": _group(operation)[0],
        "operation": shown.operation,
        "name": shown.name,
        "title": shown.summary,
        "method": call.method,
        "path": _path(contract, operation, ids),
        "query": _query(contract, operation, call, ids),
        "body": None if call.body is None else _body(contract, call.body, ids),
        "statuses": [int(status) for status in contract.responses(operation) if _is_expected(operation, status)],
    }


_MISSING = "404"


def _is_expected(operation: SourceOperation, status: str) -> bool:
    """Whether a request can be right and get that status. There is nothing beside the first and the last object."""
    beside = operation.method == "GET" and operation.action is not None
    return status < "300" or (beside and status == _MISSING)


def _group(operation: SourceOperation) -> tuple[str, str]:
    changed = _STATUS if operation.node.get("x-status-after") is not None else _CHANGE
    return _BY_METHOD.get(operation.method, changed)


def _path(contract: Contract, operation: SourceOperation, ids: dict[Any, str]) -> str:
    path = operation.path
    for node in contract.parameters(operation):
        path = path.replace(f"{{{node['name']}}}", _given(node["example"], ids))
    return path


def _query(contract: Contract, operation: SourceOperation, call: ShownCall, ids: dict[Any, str]) -> dict[str, str]:
    of_ids = {node["name"]: node["example"] for node in contract.parameters(operation) if node.get("example") in ids}
    return {name: _given(of_ids.get(name, value), ids) for name, value in call.query.items()}


def _given(example: Any, ids: dict[Any, str]) -> str:
    return f"{{{{{ids[example]}}}}}" if example in ids else str(example)


def _body(contract: Contract, body: ShownBody, ids: dict[Any, str]) -> str:
    """The JSON text, with variables for the ids of what is changed and for new GUIDs."""
    names = [name for name, node in contract.schemas[body.model]["properties"].items() if node.get("x-role") == "id"]
    objects = [
        item | {name: _given(item[name], ids) for name in names if item.get(name) in ids}
        for item in (body.value if body.many else [body.value])
    ]
    text = ShownBody(body.model, body.many, objects if body.many else objects[0]).json(_GUID)
    for name in set(ids.values()):
        text = text.replace(f"{_OPEN}{name}{_CLOSE}", f"{{{{{name}}}}}")
    return text
