"""The contract as one OpenAPI document, in the forms that other tools read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import orjson

from unimicro_schema.derived import read
from unimicro_schema.openapi import block, codes, dereferencing, older, slices

SYNTAXES = ("json", "yaml")
"""How a document can be written."""

VERSIONS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "3.1": lambda document: document,
    "3.0": older.converted,
}
"""The versions of OpenAPI, each with what turns the contract, which is of the first, into it."""


def document(
    version: str = "3.1",
    *,
    dereferenced: bool = False,
    open_codes: bool = False,
    only: Collection[str] | None = None,
) -> dict[str, Any]:
    """The contract in a version of OpenAPI. `dereferenced` puts what a `$ref` leads to in its place.

    All forms accept the same bodies, but with `open_codes` any number is allowed in place of a code. With `only` it has these
    operations and what they need, and nothing that names the others.
    """
    bundle = orjson.loads(read("openapi.json"))
    bundle = bundle if only is None else slices.sliced(bundle, only)
    found = VERSIONS[version](dereferencing.dereferenced(bundle) if dereferenced else bundle)
    return codes.opened(found) if open_codes else found


def content(
    version: str = "3.1",
    syntax: str = "json",
    *,
    dereferenced: bool = False,
    open_codes: bool = False,
    only: Collection[str] | None = None,
) -> bytes:
    """The same as the bytes of a file, in JSON or YAML. It is made of the contract alone, so the bytes are the same everywhere."""
    found = document(version, dereferenced=dereferenced, open_codes=open_codes, only=only)
    if syntax == "yaml":
        return block.written(found).encode()
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
