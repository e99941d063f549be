"""The collection in the format of Postman, version 2.1, which Insomnia, Hoppscotch and newman read too."""

from __future__ import annotations

import json
from typing import Any

from unimicro_schema.derived.clients.collection import JSON, RequestCollection, SampleRequest

_SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"


def written(collection: RequestCollection) -> str:
    """The text of the file."""
    folders = [
        {
            "name": group.name,
            "description": group.note,
            "item": [_item(request, collection.headers) for request in collection.of(group)],
        }
        for group in collection.groups
    ]
    document = {
        "info": {"name": collection.title, "schema": _SCHEMA},
        "item": folders,
        "variable": [{"key": name, "value": value} for name, value in collection.settings.items()],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _item(request: SampleRequest, headers: dict[str, str]) -> dict[str, Any]:
    own = headers if request.body is None else headers | {"Content-Type": JSON}
    url = {
        "raw": f"{{{{host}}}}{request.target}",
        "host": ["{{host}}"],
        "path": request.path.strip("/").split("/"),
        "query": [{"key": name, "value": value} for name, value in request.options.items()],
    }
    sent: dict[str, Any] = {
        "method": request.method,
        "header": [{"key": name, "value": value} for name, value in own.items()],
        "url": url,
    }
    if request.body is not None:
        sent["body"] = {"mode": "raw", "raw": request.body, "options": {"raw": {"language": "json"}}}
    test = f'pm.test("answers as documented", () => pm.expect(pm.response.code).to.be.oneOf({request.statuses}));'
    script = {"type": "text/javascript", "exec": [test]}
    return {"name": request.title, "request": sent, "event": [{"listen": "test", "script": script}]}
