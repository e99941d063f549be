"""The collection as a folder that Bruno opens: a file for each request, and an environment."""

from __future__ import annotations

import json
from collections.abc import Iterator

from unimicro_schema.derived.clients.collection import Group, RequestCollection, SampleRequest

ENVIRONMENT = "Test"


def files(collection: RequestCollection) -> dict[str, bytes]:
    """The files by their paths in the folder."""
    described = {"version": "1", "name": collection.title, "type": "collection", "ignore": ["node_modules", ".git"]}
    found = {
        "bruno.json": json.dumps(described, indent=2) + "\n",
        "collection.bru": _block("headers", _pairs(collection.headers)),
        f"environments/{ENVIRONMENT}.bru": _environment(collection),
    }
    for place, group in enumerate(collection.groups, 1):
        found[f"{group.name}/folder.bru"] = _folder(group, place)
        for number, request in enumerate(collection.of(group), 1):
            found[f"{group.name}/{request.called}.bru"] = _request(request, number)
    return {path: text.encode() for path, text in found.items()}


def _environment(collection: RequestCollection) -> str:
    """The variables. Bruno keeps secret ones out of the file, so the file names them only."""
    secret = [item.name for item in collection.secrets]
    plain = {name: value for name, value in collection.settings.items() if name not in secret}
    names = "\n".join(f"  {name}," for name in secret).rstrip(",")
    return f"{_block('vars', _pairs(plain))}vars:secret [\n{names}\n]\n"


def _folder(group: Group, place: int) -> str:
    return _block("meta", _pairs({"name": group.name, "seq": str(place)})) + "\n" + _block("docs", [group.note])


def _request(request: SampleRequest, number: int) -> str:
    body = "none" if request.body is None else "json"
    called = {"url": f"{{{{host}}}}{request.target}", "body": body, "auth": "none"}
    blocks = [
        _block("meta", _pairs({"name": request.title, "type": "http", "seq": str(number)})),
        _block(request.method.lower(), _pairs(called)),
        *([_block("params:query", _pairs(request.options))] if request.query else []),
        *([] if request.body is None else [_block("body:json", request.body.splitlines())]),
        _block("assert", [f"res.status: in {', '.join(map(str, request.statuses))}"]),
    ]
    return "\n".join(blocks)


def _pairs(pairs: dict[str, str]) -> Iterator[str]:
    yield from (f"{name}: {value}".rstrip() for name, value in pairs.items())


def _block(name: str, lines: list[str] | Iterator[str]) -> str:
    inside = "\n".join(f"  {line}" for line in lines)
    return f"{name} {{\n{inside}\n}}\n"
