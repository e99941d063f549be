"""The answers of the mock: values, the examples of the contract, and refusals in a documented body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import orjson

from unimicro_schema.derived import read
from unimicro_schema.explanation.explain import explain_error
from unimicro_schema.mock.stock import RefusedError
from unimicro_schema.pointers import decode, resolve
from unimicro_schema.registry import Operation, example_content, operations
from unimicro_schema.suggestions import alike
from unimicro_schema.validation.check import validate

JSON = "application/json; charset=utf-8"


class MockAnswer(NamedTuple):
    """What is sent back: a status, the bytes of a body, which may be none, and headers beside those of every answer."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = {}  # nobody writes to it


def answer(status: int | str, value: Any = None, headers: Mapping[str, str] | None = None) -> MockAnswer:
    """An answer with a JSON value; None for no body."""
    return MockAnswer(int(status), b"" if value is None else orjson.dumps(value), headers or {})


def example_answer(entry: Operation, status: int | str | None = None, name: str | None = None) -> MockAnswer:
    """An example as the answer of an operation: the one of that name, or the first of that status, or of the first success.

    Raises `RefusedError` for a status or an example that the operation does not have.
    """
    documented = ", ".join(entry.responses)
    if status is not None and str(status) not in entry.responses:
        raise RefusedError(400, f"Prefer: this status is not documented for {entry.id}, which answers {documented}")
    searched = [str(status)] if status is not None else [*entry.responses][: None if name else 1]
    for found in searched:
        body = entry.responses[found].body
        if body and (name is None or name in body.examples):
            content = example_content(entry.id, name or body.examples[0], found)
            return MockAnswer(int(found), content, _headers(entry, found, orjson.loads(content)))
        if name is None:
            return MockAnswer(int(found))
    names = [known for found in searched if (body := entry.responses[found].body) for known in body.examples]
    near = alike(name or "", names, 0.6)[:3] or names
    raise RefusedError(400, f"Prefer: {entry.id} has no example of this name; there is {', '.join(near) or 'none'}")


def _headers(entry: Operation, status: str, value: Any) -> Mapping[str, str]:
    return {name: str(len(value)) for name in counts(entry, status)} if isinstance(value, list) else {}


@cache
def _document() -> Any:
    return orjson.loads(read("openapi.json"))


def counts(entry: Operation, status: str) -> tuple[str, ...]:
    """The headers of an answer that say how many objects there are."""
    document = _document()
    node = document["paths"][entry.path][entry.method.lower()]
    of_action = next((item for item in node.get("x-actions", ()) if item["operationId"] == entry.id), node)
    headers = resolve(document, of_action["responses"][status]).get("headers", {})
    return tuple(name for name, item in headers.items() if resolve(document, item)["schema"].get("type") == "integer")


def refusal(status: int, sentences: list[str], entry: Operation | None = None) -> MockAnswer:
    """A refusal that says why, in the body that the contract documents for its status."""
    candidates = [entry] if entry and str(status) in entry.responses else []
    candidates += [other for other in operations() if str(status) in other.responses]
    for other in candidates[:1]:
        return answer(status, _worded(other, str(status), sentences))
    return answer(status, _worded(entry or operations()[0], "400", sentences))


def _worded(entry: Operation, status: str, sentences: list[str]) -> Any:
    """An error body with sentences where it has its message, or else the first example."""
    for pointer, name in _shapes(entry, status):
        body = _placed(decode(pointer), sentences)
        if validate(orjson.dumps(body), entry.id, status).valid and explain_error(body, int(status)).name == name:
            return body
    return orjson.loads(example_content(entry.id, status=status))


def _shapes(entry: Operation, status: str) -> Iterator[tuple[str, str]]:
    """Where the documented bodies of an error have their messages. Those that echo what was sent are left out."""
    errors = {item["name"]: item for item in orjson.loads(read("errors.json"))["errors"]}
    for name in entry.responses[status].errors:
        yield from ((pointer, name) for pointer in errors[name]["message"] if "**" not in pointer)


def _placed(tokens: tuple[str, ...] | list[str], sentences: list[str]) -> Any:
    if not tokens:
        return " ".join(sentence if sentence.endswith("?") else f"{sentence}." for sentence in sentences)
    token, *rest = tokens
    if token == "*":  # noqa: S105  # a part of a pointer
        return [_placed(rest, [sentence]) for sentence in sentences]
    return {token: _placed(rest, sentences)}


_PREFERENCE = re.compile(r'(?:^|[,;\s])(code|example)\s*=\s*"?([\w.-]+)"?', re.IGNORECASE)


def preferred(entry: Operation, prefer: str | None) -> MockAnswer | None:
    """The example that the header `Prefer` asks for: by `code=STATUS`, `example=NAME`, or both. None where it asks for none."""
    asked = {name.casefold(): value for name, value in _PREFERENCE.findall(prefer or "")}
    if not asked:
        return None
    found = example_answer(entry, asked.get("code"), asked.get("example"))
    applied = ", ".join(f"{name}={value}" for name, value in asked.items())
    return found._replace(headers={**found.headers, "Preference-Applied": applied})
