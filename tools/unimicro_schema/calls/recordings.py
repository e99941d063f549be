"""Calls as they were recorded: HAR 1.2 files, and a call per line."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from unimicro_schema.calls.call import UNRECORDED, Call, by_name

AUTHORIZATION = "authorization"
_FIELDS = ("method", "url", "headers", "body", "status", "answer")
_SCHEMES = ("http://", "https://", "/")


class RecordingError(ValueError):
    """Something is not a recorded call. The message says what it lacks, and holds no value of it."""


def of_line(line: bytes) -> Call:
    """The call of a line: an object with `method` and `url`, and with `headers`, `body`, `status` and `answer` as far as known.

    The two bodies are JSON, or text in a JSON string. Without `headers`, none are checked; without `answer`, only the status is.
    Raises `RecordingError`.
    """
    try:
        node = orjson.loads(line)
    except ValueError:
        raise RecordingError("is not JSON") from None
    return of_object(node)


def of_object(node: Any) -> Call:
    """The call of an object as a line has it. Raises `RecordingError`."""
    if not isinstance(node, dict):
        raise RecordingError("is not an object with method and url")
    for name in ("method", "url"):
        if not isinstance(node.get(name), str):
            raise RecordingError(f"has no {name}")
    if unknown := next((name for name in node if name not in _FIELDS), None):
        del unknown  # it may be a value
        raise RecordingError(f"has a key that is not one of {', '.join(_FIELDS)}")
    status = node.get("status")
    if status is not None and (isinstance(status, bool) or not isinstance(status, int)):
        raise RecordingError("has a status that is not a whole number")
    headers = None if node.get("headers") is None else by_name(_pairs(node["headers"]))
    return Call(node["method"], node["url"], headers, node.get("body"), status, node.get("answer", UNRECORDED))


def is_har(node: Any) -> bool:
    """Whether a JSON value is a HAR file."""
    return isinstance(node, dict) and isinstance(node.get("log"), dict)


def of_har(node: dict[str, Any]) -> Iterator[Call | RecordingError]:
    """The calls of a HAR file, in its order, and in place of an entry that is none, what it lacks.

    Browsers leave secrets out of what they export: where no entry has a token, none is missed. Raises `RecordingError` for a
    file without entries.
    """
    entries = node["log"].get("entries")
    if not isinstance(entries, list):
        raise RecordingError("has no /log/entries")
    calls = [_of_entry(entry) for entry in entries]
    has_secrets = any(isinstance(call, Call) and AUTHORIZATION in (call.headers or {}) for call in calls)
    for call in calls:
        yield call if isinstance(call, RecordingError) or has_secrets else _without_secrets(call)


def _without_secrets(call: Call) -> Call:
    return Call(call.method, call.url, call.headers, call.body, call.status, call.answer, has_secrets=False)


def _of_entry(entry: Any) -> Call | RecordingError:
    request = entry.get("request") if isinstance(entry, dict) else None
    if (
        not isinstance(request, dict)
        or not isinstance(request.get("url"), str)
        or not isinstance(request.get("method"), str)
    ):
        return RecordingError("has no request with method and url")
    response = entry.get("response")
    response = response if isinstance(response, dict) else {}
    try:
        headers = by_name(_pairs(request["headers"])) if request.get("headers") else None
        status = response.get("status")
        status = status if isinstance(status, int) and status > 0 else None
        answer = _answer(response) if status else UNRECORDED
        return Call(request["method"], request["url"], headers, _body(request, headers), status, answer)
    except RecordingError as error:
        return error


def _body(request: Mapping[str, Any], headers: Mapping[str, str] | None) -> Any:
    """What was sent; None where nothing was, and `UNRECORDED` where something was that the file does not have."""
    data = request.get("postData")
    if isinstance(data, dict) and isinstance(data.get("text"), str) and data["text"]:
        return _decoded(data["text"], data.get("encoding", data.get("_encoding")))
    if isinstance(data, dict) and data.get("params"):
        return "&".join("=" for _ in data["params"])  # a form, which is not JSON whatever its fields are
    length = (headers or {}).get("content-length", "0")
    size = request.get("bodySize")
    has_body = (isinstance(size, int) and size > 0) or (length.isdecimal() and int(length) > 0)
    return UNRECORDED if has_body else None


def _answer(response: Mapping[str, Any]) -> Any:
    """What was answered; `UNRECORDED` where the file does not have it."""
    content = response.get("content")
    content = content if isinstance(content, dict) else {}
    text = content.get("text")
    if isinstance(text, str) and text:
        return _decoded(text, content.get("encoding"))
    size = content.get("size", response.get("bodySize"))
    return b"" if size == 0 else UNRECORDED


def _decoded(text: str, encoding: object) -> bytes | str:
    if encoding != "base64":
        return text
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise RecordingError("has a body that says that it is base64 and is not") from None


def _pairs(headers: Any) -> Iterator[tuple[str, str]]:
    """The headers as pairs: of an object, of a list of pairs, or of a list of objects with name and value."""
    if isinstance(headers, dict):
        headers = list(headers.items())
    for item in headers if isinstance(headers, list) else [None]:
        pair = (item.get("name"), item.get("value")) if isinstance(item, dict) else item
        if not (isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(text, str) for text in pair)):
            raise RecordingError("has headers that are not names with values")
        yield pair[0], pair[1]
