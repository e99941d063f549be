"""Where the actions of one operation overlap, so that the one operation that OpenAPI sees could not hold them all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from unimicro_schema.build.parts import Located, bodies, followed
from unimicro_schema.build.source import Problem, Source

_JSON = "application/json"
_KINDS = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
"""The types of JSON. An integer is a number too."""


class _Part(NamedTuple):
    """A part of an action: the action, where the part is, what it is called there, and what it says, references followed."""

    owner: str
    pointer: str
    place: tuple[str, ...]
    said: Any


def overlaps(source: Source) -> Iterator[Problem]:
    """Bodies of the actions of one operation are the same or of different JSON types, and what has one name is one thing."""
    for file, item in source.files.items():
        for method, node in item.items() if file.startswith("paths/") else ():
            entries = node.get("x-actions", []) if isinstance(node, dict) else []
            actions = [
                _Action(source, file, f"/{method}/x-actions/{index}", entry) for index, entry in enumerate(entries)
            ]
            yield from _of_bodies(file, [part for action in actions for part in action.schemas()], source)
            yield from _of_names(file, [part for action in actions for part in action.named()])


def _of_bodies(file: str, parts: list[_Part], source: Source) -> Iterator[Problem]:
    for index, part in enumerate(parts):
        for other in parts[:index]:
            both = _kinds(source, part.said) & _kinds(source, other.said)
            if part.place == other.place and both and _meaning(source, part.said) != _meaning(source, other.said):
                kind = next(words for name, words in _KINDS.items() if name in both)
                message = f"the body can be {kind}, and so can that of {other.owner}, which has another schema"
                yield Problem(file, part.pointer, f"{message}; give both the same schema, or one of another JSON type")
                break


def _of_names(file: str, parts: list[_Part]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], _Part] = {}
    for part in parts:
        other = first.setdefault(part.place, part)
        if part.said != other.said:
            what = f"{part.place[0]} {part.place[-1]}"
            yield Problem(file, part.pointer, f"the {what} is not the {what} of {other.owner}; give it another name")


class _Action:
    """An entry of `x-actions`."""

    def __init__(self, source: Source, file: str, pointer: str, node: dict[str, Any]) -> None:
        self.source = source
        self.file = file
        self.pointer = pointer
        self.node = node
        self.id = str(node.get("operationId", pointer))

    def schemas(self) -> Iterator[_Part]:
        """The schema of every JSON body, by `requestBody` or its status."""
        for place, body in bodies(self.source, self.file, self.node):
            media = body.node.get("content", {}).get(_JSON)
            if media:
                yield _Part(self.id, f"{self.pointer}/{place}", (place,), Located(body.file, media["schema"]))

    def named(self) -> Iterator[_Part]:
        """The parameters, and the examples and headers of every body."""
        for index, reference in enumerate(self.node.get("parameters", [])):
            found = followed(self.source, self.file, reference)
            said = {key: value for key, value in found.node.items() if key != "required"}
            key = ("parameter", str(found.node.get("in")), str(found.node.get("name")))
            yield _Part(self.id, f"{self.pointer}/parameters/{index}", key, _absolute(self.source, found.file, said))
        for place, body in bodies(self.source, self.file, self.node):
            groups = {"header": body.node.get("headers", {})}
            groups["example"] = body.node.get("content", {}).get(_JSON, {}).get("examples", {})
            for kind, group in groups.items():
                for name, node in group.items():
                    found = followed(self.source, body.file, node)
                    said = _absolute(self.source, found.file, found.node)
                    yield _Part(self.id, f"{self.pointer}/{place}", (kind, place, name), said)


def _kinds(source: Source, schema: Located) -> set[str]:
    """The JSON types that a schema allows."""
    file, node = followed(source, *schema)
    if "anyOf" in node:
        return {kind for member in node["anyOf"] for kind in _kinds(source, Located(file, member))}
    kinds = node.get("type", list(_KINDS))
    return {"number" if kind == "integer" else kind for kind in ([kinds] if isinstance(kinds, str) else kinds)}


def _meaning(source: Source, schema: Located) -> Any:
    """What a schema allows, whatever it is described as."""
    node = _absolute(source, schema.file, schema.node)
    return {key: value for key, value in node.items() if key != "description"}


def _absolute(source: Source, file: str, value: Any) -> Any:
    """A value with the names of files that it refers to, whatever file it is written in."""
    if isinstance(value, list):
        return [_absolute(source, file, item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: _absolute(source, file, item) for key, item in value.items()}
    for key in {"$ref", "externalValue"} & value.keys():
        name, mark, pointer = str(value[key]).partition("#")
        with suppress(KeyError):  # it leads out of the contract, which is reported elsewhere
            result[key] = (source.beside(file, name) if name else file) + mark + pointer
    return result
