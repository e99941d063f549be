"""Calls as programs record them: HAR files as those of browsers and of proxies, and newline-delimited JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from typing import Any

Call = dict[str, Any]
"""The arguments of `check_call` by name."""


def text_of(body: Any) -> str:
    """A body as it is on the wire."""
    return body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)


def as_line(call: Call) -> str:
    """The call as a line."""
    return json.dumps(call, ensure_ascii=False) + "\n"


def as_browser(call: Call) -> Call:
    """The call as an entry of a browser's HAR file: pseudo headers of HTTP/2, plain text, a size for each body."""
    sent, answered = call.get("body"), "answer" in call
    answer = text_of(call["answer"]) if answered else ""
    pseudo = {":method": call["method"], ":path": call["url"], ":scheme": "https"}
    body = {} if sent is None else {"postData": {"mimeType": "application/json", "text": text_of(sent)}}
    return {
        "startedDateTime": "2026-02-03T14:05:12.000Z",
        "time": 12.5,
        "_resourceType": "fetch",
        "request": {
            "method": call["method"],
            "url": call["url"],
            "httpVersion": "http/2.0",
            "headers": _listed(call.get("headers"), pseudo),
            "queryString": [],
            "cookies": [],
            "headersSize": -1,
            "bodySize": len(text_of(sent)) if sent is not None else 0,
            **body,
        },
        "response": {
            "status": call.get("status", 0),
            "statusText": "",
            "headers": _listed(call.get("answer_headers", {}), {}),
            "content": {"size": len(answer.encode()), "mimeType": "application/json", "text": answer}
            if answered
            else {"size": -1, "mimeType": "application/json"},
            "redirectURL": "",
            "bodySize": -1,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 12, "receive": 0.5},
    }


def as_proxy(call: Call) -> Call:
    """The call as an entry of a proxy's HAR file: headers as they were on the wire, bodies in base64, nothing that it need not have."""
    sent = call.get("body")
    body = {} if sent is None else {"postData": {"text": _packed(sent), "encoding": "base64"}}
    answer = {"content": {"text": _packed(call["answer"]), "encoding": "base64"}} if "answer" in call else {}
    status = {"response": {"status": call["status"], **answer}} if "status" in call else {}
    request = {"method": call["method"], "url": call["url"], "headers": _listed(call.get("headers"), {}), **body}
    return {"request": request, **status}


def har(entries: Iterable[Any], *, indent: int | None = 2) -> str:
    """A HAR file of entries."""
    log = {
        "version": "1.2",
        "creator": {"name": 'a "recorder" of {[calls', "version": "1"},
        "pages": [{"id": "page_1", "title": "entries: ]"}],
        "entries": list(entries),
        "comment": "",
    }
    return json.dumps({"log": log}, ensure_ascii=False, indent=indent)


def _packed(body: Any) -> str:
    return b64encode(text_of(body).encode()).decode()


def _listed(headers: dict[str, str] | None, pseudo: dict[str, str]) -> list[dict[str, str]]:
    if headers is None:
        return []
    return [{"name": name, "value": value} for name, value in {**pseudo, **headers}.items()]
