"""The part of JSON Schema that the contract is written in: what the schemas, the models and every language agree about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unimicro_schema.build.parts import SCALARS, Node, declared, schemas
from unimicro_schema.build.source import Problem, Source
from unimicro_schema.formats import FORMATS
from unimicro_schema.pointers import escape
from unimicro_schema.validation.keywords import PLAIN, UNIONS

_ABOUT = {"title", "description", "examples", "default", "deprecated", "readOnly"}
_PARTS = {"$ref", "type", "format", "properties", "additionalProperties", "items", "allOf"}
KEYWORDS = {*_ABOUT, *_PARTS, *UNIONS, *PLAIN}
"""The keywords that a schema of the contract may have, beside the extensions."""

_FORMATS = {*FORMATS, "int32", "double"}
_PLACES = ("path", "query")


def keywords(source: Source) -> Iterator[Problem]:
    """A schema has only keywords and formats that every validator, the models and the types know, and refers to whole schemas."""
    for file, pointer, node in _written(source):
        for key in [key for key in node if key not in KEYWORDS and not key.startswith("x-")]:
            known = ", ".join(sorted(KEYWORDS - UNIONS))
            yield Problem(
                file, f"{pointer}/{escape(key)}", f"is not used here; the keywords of the contract are {known}"
            )
        kinds = node.get("type", "object")
        if len({kinds} if isinstance(kinds, str) else {*kinds} - {"null"}) != 1 or kinds == "null":
            yield Problem(file, f"{pointer}/type", "must be one type, beside which there may be null")
        if "#" in node.get("$ref", ""):
            yield Problem(
                file, f"{pointer}/$ref", "leads into a schema; give what it means a file of its own in schemas/"
            )
        if node.get("format", "int32") not in _FORMATS:
            known = ", ".join(sorted(_FORMATS))
            yield Problem(file, f"{pointer}/format", f"is {node['format']}, which is not one of {known}")


def parameters(source: Source) -> Iterator[Problem]:
    """A parameter is in the path or in the query, and holds one plain value or a code of an enum."""
    for file, pointer, node in declared(source):
        place, schema = node.get("in"), node.get("schema", {})
        if place not in _PLACES:
            yield Problem(file, f"{pointer}/in", f"is {place}; programs send parameters in {' or '.join(_PLACES)}")
        if place == "path" and node.get("required") is not True:
            yield Problem(file, pointer, "is in the path; add required: true")
        if "$ref" not in schema and (schema.get("type") not in SCALARS or "enum" in schema):
            message = f"must be of one of the types {', '.join(sorted(SCALARS))}, or a $ref to an enum in schemas/"
            yield Problem(file, f"{pointer}/schema", message)


def _written(source: Source) -> Iterator[tuple[str, str, Node]]:
    """File, pointer and value of every schema, with those inside it."""
    for file, schema in schemas(source):
        yield from _inside(file, "", schema)
    for name, node in source.files.get("headers.yaml", {}).items():
        yield from _inside("headers.yaml", f"/{escape(name)}/schema", node["schema"])
    for file, pointer, node in declared(source):
        yield from _inside(file, f"{pointer}/schema", node.get("schema", {}))


def _inside(file: str, pointer: str, node: Any) -> Iterator[tuple[str, str, Node]]:
    if isinstance(node, dict):
        yield file, pointer, node
        for name, item in node.get("properties", {}).items():
            yield from _inside(file, f"{pointer}/properties/{escape(name)}", item)
        for key in ("items", "additionalProperties"):
            yield from _inside(file, f"{pointer}/{key}", node.get(key))
        for index, item in enumerate(node.get("anyOf", [])):
            if item != {"type": "null"}:
                yield from _inside(file, f"{pointer}/anyOf/{index}", item)
