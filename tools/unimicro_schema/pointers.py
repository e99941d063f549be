"""JSON pointers (RFC 6901), and the references of JSON Schemas and OpenAPI documents, which are written with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

_Node = dict[str, Any]

COMPONENTS = "#/components/schemas/"
"""What a reference to a named schema of an OpenAPI document begins with."""
DEFINITIONS = "#/$defs/"
"""What a reference to a definition of the same JSON Schema begins with."""

_PAYLOADS = {"example", "examples", "enum", "const", "default", "value"}  # what is in them is not a schema
_BY_NAME = {"properties", "patternProperties", "$defs", "schemas", "responses", "headers"}  # whose keys are names


def escape(token: object) -> str:
    """A key or an index as one token of a pointer."""
    return str(token).replace("~", "~0").replace("/", "~1")


def encode(tokens: Iterable[object]) -> str:
    """The pointer with these keys and indexes, from the outermost to the innermost."""
    return "".join(f"/{escape(token)}" for token in tokens)


def decode(pointer: str) -> list[str]:
    """The keys and indexes of a pointer, all as text. Raises `ValueError` for what is not one."""
    first, *tokens = pointer.split("/")
    if first:
        raise ValueError(f"{pointer} is not a JSON pointer: it must be empty or begin with /")
    return [token.replace("~1", "/").replace("~0", "~") for token in tokens]


def at(value: Any, pointer: str) -> Any:
    """What is at a pointer in a value. Raises `LookupError` where there is nothing."""
    try:
        for token in decode(pointer):
            value = value[_index(token)] if isinstance(value, list) else value[token]
    except (LookupError, TypeError, ValueError):
        raise LookupError(f"{pointer} leads nowhere") from None
    return value


def _index(token: str) -> int:
    if not (token.isascii() and token.isdecimal()) or (len(token) > 1 and token.startswith("0")):
        raise ValueError(f"{token} is not an index")
    return int(token)


def walk(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value inside a value, outermost first, with its pointer."""
    yield pointer, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, f"{pointer}/{escape(key)}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, f"{pointer}/{index}")


def is_reference(value: Any) -> bool:
    """Whether a value is an object that refers to another place."""
    return isinstance(value, dict) and isinstance(value.get("$ref"), str)


def target(document: _Node, reference: str) -> Any:
    """What a reference leads to in its document. Raises `LookupError` if it leads nowhere, or out of the document."""
    if not reference.startswith("#"):
        raise LookupError(f"{reference} leads out of the document")
    return at(document, unquote(reference[1:]))


def resolve(document: _Node, node: _Node) -> _Node:
    """A node, or what its `$ref` leads to in the end. Raises `LookupError` where that is nowhere."""
    seen: set[str] = set()
    while "$ref" in node:
        reference = node["$ref"]
        if reference in seen:
            raise LookupError(f"{reference} leads to itself")
        seen.add(reference)
        node = target(document, reference)
    return node


def references(value: Any, prefix: str = "") -> Iterator[str]:
    """Where a value refers to, at any depth: of each `$ref` that begins with a prefix, the rest. Payloads have none."""
    if isinstance(value, list):
        for item in value:
            yield from references(item, prefix)
    elif isinstance(value, dict):
        if is_reference(value) and value["$ref"].startswith(prefix):
            yield value["$ref"].removeprefix(prefix)
        for key, item in value.items():
            if key in _BY_NAME and isinstance(item, dict):
                yield from references(list(item.values()), prefix)
            elif key not in _PAYLOADS:
                yield from references(item, prefix)


def reached(uses: Mapping[str, Iterable[str]], names: Iterable[str]) -> set[str]:
    """The names and all that they lead to. `uses` holds what each name refers to directly."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += uses[name]
    return found


def altered(node: _Node, change: Callable[[Any], Any]) -> _Node:
    """A node with each of its parts changed. Payloads stay as they are, and so do keys, whatever their names."""
    result = {}
    for key, item in node.items():
        if key in _BY_NAME and isinstance(item, dict):
            result[key] = {name: change(part) for name, part in item.items()}
        else:
            result[key] = item if key in _PAYLOADS else change(item)
    return result


def moved(value: Any, old: str, new: str) -> Any:
    """A value in which the references that begin with `old` begin with `new` instead."""
    if isinstance(value, list):
        return [moved(item, old, new) for item in value]
    if not isinstance(value, dict):
        return value
    result = altered(value, lambda part: moved(part, old, new))
    if is_reference(value) and value["$ref"].startswith(old):
        result["$ref"] = new + value["$ref"].removeprefix(old)
    return result
