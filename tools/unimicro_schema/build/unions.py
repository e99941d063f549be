"""The unions of the contract: an object or null, or the shapes of an error body, which can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unimicro_schema.build.parts import Node, all_properties, followed, schemas
from unimicro_schema.build.source import Problem, Source
from unimicro_schema.pointers import walk

_KINDS = ("object", "array", "string")
_FORMS = ({"keys"}, {"any-key"}, {"kind"}, {"kind", "anywhere"})


def unions(source: Source) -> Iterator[Problem]:
    """`anyOf` only makes an object nullable, or lists error bodies that can be distinguished; there is no `oneOf`."""
    for file, schema in source.files.items():
        if not file.endswith(".yaml"):
            continue
        for pointer, node in walk(schema):
            if not isinstance(node, dict) or pointer.endswith("/properties"):
                continue
            if "oneOf" in node:
                yield Problem(file, f"{pointer}/oneOf", "oneOf is not used here; see the dialect")
            members = node.get("anyOf")
            if not isinstance(members, list):
                continue
            if len(members) == 2 and "$ref" in members[0] and members[1] == {"type": "null"}:
                continue
            if not all("x-recognised-by" in followed(source, file, member).node for member in members):
                message = "must be a $ref and then {type: 'null'}, or a list of schemas with x-recognised-by"
                yield Problem(file, f"{pointer}/anyOf", message)


def recognised(source: Source) -> Iterator[Problem]:
    """What a shape of an error body is recognised by is true of its schema, and no shape before it takes all such bodies."""
    broken = {}
    for file, schema in schemas(source):
        if "x-recognised-by" in schema:
            broken[file] = list(_mistakes(source, file, schema))
            yield from broken[file]
    for file, schema in schemas(source):
        shapes = [followed(source, file, member) for member in schema.get("anyOf", [])]
        for index, shape in enumerate(shapes):
            for other in shapes[:index]:
                known = broken.get(shape.file) == broken.get(other.file) == []
                if known and _takes(other.node["x-recognised-by"], shape.node["x-recognised-by"]):
                    message = (
                        f"is never recognised, because {other.file} before it is recognised by the same or by less"
                    )
                    yield Problem(file, f"/anyOf/{index}", f"{message}; change the order, or x-recognised-by of one")
                    break


def _mistakes(source: Source, file: str, schema: Node) -> Iterator[Problem]:
    by, place = schema["x-recognised-by"], "/x-recognised-by"
    lists = [by[key] for key in ("keys", "any-key") if key in by]
    if set(by) not in _FORMS or not all(isinstance(names, list) and names for names in lists):
        message = "must have keys or any-key, each a list of names, or kind, which may have anywhere, a name, beside it"
        yield Problem(file, place, message)
        return
    known = all_properties(source, file)
    for index, name in enumerate(by.get("keys", [])):
        if name not in known:
            yield Problem(file, f"{place}/keys/{index}", f"there is no property {name} in this schema")
    if "any-key" in by and known.keys().isdisjoint(by["any-key"]):
        yield Problem(file, f"{place}/any-key", "names no property of this schema")
    if "kind" in by and (by["kind"] not in _KINDS or by["kind"] != schema.get("type")):
        yield Problem(
            file, f"{place}/kind", f"is {by['kind']}; it must be the type of this schema, one of {', '.join(_KINDS)}"
        )


def _takes(early: dict[str, Any], late: dict[str, Any]) -> bool:
    """Whether all that is recognised by one mark is recognised by another too."""
    if early == late:
        return True
    if "kind" in early:
        return "anywhere" not in early and early["kind"] == late.get("kind", "object")
    return "kind" not in late and all(any(way <= other for way in _ways(early)) for other in _ways(late))


def _ways(by: dict[str, list[str]]) -> list[set[str]]:
    """The sets of keys each of which is enough."""
    return [set(by["keys"])] if "keys" in by else [{key} for key in by["any-key"]]
