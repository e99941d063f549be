"""Calls as they were recorded: an entry of a HAR 1.2 file, or an object of newline-delimited JSON."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import orjson

from unimicro_schema.calls.call import UNRECORDED, Call, by_name
from unimicro_schema.suggestions import nearest
from unimicro_schema.validation.check import decoded

FIELDS = ("method", "url", "headers", "body", "status", "answer", "answer_headers")
"""The keys of a recorded call: the arguments of `check_call`, and the headers of the answer."""


class RecordingError(ValueError):
    """Something is not a recorded call. The message says what is wrong, and holds no value of it.

    `call` has the method and the URL where these are known: a call to others may be recorded as it will.
    """

    call: Call | None = None


def of_line(line: bytes) -> Call:
    """The call of a line: an object with `method` and `url`, and with the other keys as far as they are known.

    A body is JSON, or JSON text in a JSON string. A key that is null is a key that is not there. Keys that begin with an
    underscore are left alone. Raises `RecordingError`.
    """
    node = _parsed(line)
    if not isinstance(node, dict):
        raise RecordingError("is not an object with method and url")
    for name in node:
        if name not in FIELDS and not name.startswith("_"):
            hint = nearest(name, FIELDS)
            more = f"; did you mean {hint}?" if hint else ""
            raise RecordingError(f"has a key that is not one of {', '.join(FIELDS)}{more}")
    known = {name: value for name, value in node.items() if value is not None}
    call = Call(_text_of(known, "method"), _text_of(known, "url"))
    with _of(call):
        return replace(
            call,
            headers=_headers(known, "headers"),
            body=known.get("body"),
            status=_status(known),
            answer=known.get("answer", UNRECORDED),
            answer_headers=_headers(known, "answer_headers"),
        )


def of_entry(text: bytes, *, has_tokens: bool) -> Call:
    """The call of an entry of `/log/entries` in a HAR file.

    `has_tokens` tells that the file has the tokens of calls; browsers leave them out. Raises `RecordingError`.
    """
    entry = _parsed(text)
    request = entry.get("request") if isinstance(entry, dict) else None
    if not isinstance(request, dict):
        raise RecordingError("is not an entry with a request")
    call = Call(_text_of(request, "method"), _text_of(request, "url"), has_tokens=has_tokens)
    response = entry.get("response")
    response = response if isinstance(response, dict) else {}
    with _of(call):
        headers = _headers(request, "headers") or None
        status = _status(response)
        return replace(
            call,
            headers=headers,
            body=_body(request, headers),
            status=status,
            answer=_answer(response) if status else UNRECORDED,
            answer_headers=_headers(response, "headers") if status else None,
        )


@contextmanager
def _of(call: Call) -> Iterator[None]:
    """Says of an error which call it is about."""
    try:
        yield
    except RecordingError as error:
        error.call = call
        raise


def _parsed(text: bytes) -> Any:
    try:
        return orjson.loads(decoded(text))
    except orjson.JSONDecodeError:
        raise RecordingError("is not JSON") from None
    except ValueError as error:  # in an encoding that JSON does not have
        raise RecordingError(str(error)) from None


def _text_of(node: Mapping[str, Any], name: str) -> str:
    found = node.get(name)
    if not isinstance(found, str) or not found:
        raise RecordingError(f"has no {name}")
    return found


def _status(node: Mapping[str, Any]) -> int | None:
    """The status; None where there was no answer, of which browsers say that its status is 0 or less."""
    found = node.get("status")
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float) or not float(found).is_integer():
        raise RecordingError("has a status that is not a whole number")
    return int(found) if found > 0 else None


def _body(request: Mapping[str, Any], headers: Mapping[str, str] | None) -> Any:
    """What was sent; None where nothing was, and `UNRECORDED` where something was that the file does not have."""
    data = request.get("postData")
    data = data if isinstance(data, dict) else {}
    text = data.get("text")
    if isinstance(text, str) and text:
        return _unpacked(text, data.get("encoding", data.get("_encoding")))
    if data.get("params"):
        return "a form"  # which is not JSON, whatever its fields are
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
        return _unpacked(text, content.get("encoding"))
    sizes = [size for size in (content.get("size"), response.get("bodySize")) if isinstance(size, int)]
    is_empty = sizes[0] == 0 if sizes else text == ""
    return b"" if is_empty else UNRECORDED


def _unpacked(text: str, encoding: object) -> bytes | str:
    if not isinstance(encoding, str) or encoding.casefold() != "base64":
        return text
    try:
        return b64decode("".join(text.split()), validate=True)
    except ValueError:
        raise RecordingError("has a body that is marked as base64 and is not") from None


def _headers(node: Mapping[str, Any], name: str) -> dict[str, str] | None:
    found = node.get(name)
    return None if found is None else by_name(_pairs(found))


def _pairs(headers: Any) -> Iterator[tuple[str, str]]:
    """Headers as pairs: of an object, of a list of pairs, or of a list of objects with name and value."""
    listed = list(headers.items()) if isinstance(headers, dict) else headers
    for item in listed if isinstance(listed, list) else [None]:
        pair = (item.get("name"), item.get("value")) if isinstance(item, dict) else item
        if not (isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(text, str) for text in pair)):
            raise RecordingError("has headers that are not names with values")
        yield pair[0], pair[1]
