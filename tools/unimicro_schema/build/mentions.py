"""Where the contract mentions a part of itself by name: the part is there, and is what it has to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from unimicro_schema.build.parts import SHARED, all_properties, followed, held, operations, properties, schemas
from unimicro_schema.build.source import Problem, Source
from unimicro_schema.pointers import escape, walk


def neighbours(source: Source) -> Iterator[Problem]:
    """`x-foreign-key`, `x-not-repeated-in` and `x-replaced-by` name a property beside, and the object of a key has an id."""
    for file, pointer, _, node in properties(source):
        known = all_properties(source, file)
        for key in ("x-foreign-key", "x-not-repeated-in", "x-replaced-by"):
            if key in node and node[key] not in known:
                yield Problem(file, f"{pointer}/{key}", f"there is no property {node[key]} beside this one")
        for target in held(source, file, node) if "x-foreign-key" in node else ():
            if "id" not in {item.get("x-role") for item in all_properties(source, target).values()}:
                message = f"{target} has no property with x-role: id, which the foreign key could be of"
                yield Problem(file, f"{pointer}/x-foreign-key", message)


def asked(source: Source) -> Iterator[Problem]:
    """`x-asked-by` names a parameter."""
    parameters = {node.get("name") for node in source.files.get("parameters.yaml", {}).values()}
    for file, pointer, _, node in properties(source):
        if node.get("x-asked-by") not in {None, *parameters}:
            yield Problem(file, f"{pointer}/x-asked-by", f"there is no parameter {node['x-asked-by']}")


def needed(source: Source) -> Iterator[Problem]:
    """`required` names properties of its schema."""
    for file, schema in schemas(source):
        for index, name in enumerate(schema.get("required", [])):
            if name not in all_properties(source, file):
                yield Problem(file, f"/required/{index}", f"there is no property {name} in this schema")


def tagged(source: Source) -> Iterator[Problem]:
    """The tags of an operation are those of `openapi.yaml`."""
    known = [tag.get("name") for tag in source.files["openapi.yaml"].get("tags", [])]
    for file, pointer, node in operations(source):
        for index, name in enumerate(node.get("tags", [])):
            if name not in known:
                yield Problem(file, f"{pointer}/tags/{index}", f"{name} is not one of the tags {', '.join(known)}")


def sent(source: Source) -> Iterator[Problem]:
    """`x-requests` sends parameters of its operation."""
    for file, pointer, node in operations(source):
        known = {followed(source, file, item).node.get("name") for item in node.get("parameters", [])}
        for request, shown in node.get("x-requests", {}).items():
            for name in [name for name in shown.get("query", {}) if name not in known]:
                place = f"{pointer}/x-requests/{escape(request)}/query/{escape(name)}"
                yield Problem(file, place, "is not a parameter of this operation")


def placed(source: Source) -> Iterator[Problem]:
    """The names in braces of a path are its parameters with `in: path`, in each of its operations."""
    paths = {source.target("openapi.yaml", node["$ref"])[0]: path for path, node in _paths(source).items()}
    for file, pointer, node in operations(source):
        if file not in paths or "x-actions" in node:
            continue
        wanted = dict.fromkeys(re.findall(r"\{([^}]*)\}", paths[file]))
        for index, item in enumerate(node.get("parameters", [])):
            found = followed(source, file, item).node
            if found.get("in") == "path" and wanted.pop(found.get("name"), "") == "":
                message = f"is in the path, and {paths[file]} has no {{{found.get('name')}}}"
                yield Problem(file, f"{pointer}/parameters/{index}", message)
        for name in wanted:
            yield Problem(file, pointer, f"has no parameter {name} with in: path, which {paths[file]} needs")


def _paths(source: Source) -> dict[str, Any]:
    found: dict[str, Any] = source.files["openapi.yaml"]["paths"]
    return found


def identified(source: Source) -> Iterator[Problem]:
    """Each path of `x-identity` leads through objects to a property that is a string."""
    for file, schema in schemas(source):
        for index, path in enumerate(schema.get("x-identity", [])):
            if "string" not in _kinds(source, file, path.split(".")):
                yield Problem(file, f"/x-identity/{index}", f"{path} does not lead to a property that is a string")


def _kinds(source: Source, file: str, path: list[str]) -> list[str]:
    """The types of the property at the end of a path; none if it leads nowhere."""
    name, *rest = path
    node = all_properties(source, file).get(name, {})
    if rest:
        targets = held(source, file, node) if "items" not in node else []
        return _kinds(source, targets[0], rest) if targets else []
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def diagrams(source: Source) -> Iterator[Problem]:
    """`x-diagram` is a file name of its own, on an entity that leads to others."""
    names = {"status": "the diagram of the statuses"}
    for file, schema in schemas(source):
        name = schema.get("x-diagram")
        if name is None:
            continue
        if not re.fullmatch(r"[a-z][a-z-]*", str(name)):
            yield Problem(file, "/x-diagram", "must be a name of lowercase letters and hyphens")
        if names.setdefault(name, file) != file:
            yield Problem(file, "/x-diagram", f"{name} is the name of {names[name]}; choose another")
        if not any(_is_object(source, target) for _, target in _relations(source, file)):
            yield Problem(file, "/x-diagram", "has nothing to show: no property of this schema leads to another object")


def statuses(source: Source) -> Iterator[Problem]:
    """`x-status-of` is on one enum and names an entity that holds it; `x-status-after` is one of its codes."""
    enums = [(file, schema) for file, schema in schemas(source) if "x-status-of" in schema]
    for file, schema in enums:
        entity = f"schemas/{schema['x-status-of']}.yaml"
        holds = entity in source.files and file in {target for _, target in _relations(source, entity)}
        if "x-enum-varnames" not in schema or not holds:
            yield Problem(file, "/x-status-of", "must be on an enum, and name an entity with a property that holds it")
        if file != enums[0][0]:
            yield Problem(file, "/x-status-of", f"is on {enums[0][0]} too; the statuses of operations are one enum")
    codes = enums[0][1].get("enum", []) if enums else []
    for file, pointer, node in operations(source):
        if "x-status-after" in node and node["x-status-after"] not in codes:
            yield Problem(file, f"{pointer}/x-status-after", "is not a code of the enum that has x-status-of")


def used(source: Source) -> Iterator[Problem]:
    """Every schema, parameter, header, response, path and example is used by an operation."""
    reached: set[tuple[str, str]] = set()
    waiting = [("openapi.yaml", "")]
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            waiting += [source.target(place[0], name) for _, name in _mentioned(source.at(*place))]
    parts = [(file, "") for file in source.files if file.startswith(("schemas/", "paths/", "examples/"))]
    parts += [(file, f"/{escape(name)}") for file in SHARED for name in source.files.get(file, {})]
    for file, pointer in parts:
        if (file, pointer) not in reached:
            yield Problem(file, pointer, "is used by no operation; refer to it or remove it")


def dangling(source: Source) -> Iterator[Problem]:
    """The references to parts of the contract, and the names of examples, that lead nowhere or back to themselves."""
    for file, value in source.files.items():
        for pointer, name in _mentioned(value) if file.endswith(".yaml") else ():
            if reason := _lost(source, file, pointer.rpartition("/")[2], name):
                yield Problem(file, pointer, f"{reason}; correct it, or write what it should lead to")


def _lost(source: Source, file: str, key: str, name: str) -> str | None:
    """Why a reference or the name of an example leads nowhere; None if it does not."""
    try:
        if key == "$ref":
            source.followed(file, {key: name})
        else:
            source.target(file, name)
    except LookupError as error:
        return str(error) if key == "$ref" else f"{name} leads nowhere"
    return None


def _mentioned(value: Any) -> Iterator[tuple[str, str]]:
    """What a value of the contract refers to: the pointer of each reference in it, and the reference."""
    for pointer, node in walk(value):
        for key in ("$ref", "externalValue") if isinstance(node, dict) and not pointer.endswith("/value") else ():
            if isinstance(node.get(key), str):
                yield f"{pointer}/{key}", node[key]


def _relations(source: Source, file: str) -> Iterator[tuple[str, str]]:
    """The properties of a schema that hold others, with the files of these, without the bookkeeping."""
    for name, node in all_properties(source, file).items():
        if not name.startswith("_"):
            yield from ((name, target) for target in held(source, file, node))


def _is_object(source: Source, file: str) -> bool:
    return bool(all_properties(source, file))


def unused(source: Source) -> Iterator[Problem]:
    """`x-unused-in` names properties of one entity."""
    files = [file for file, _ in schemas(source)]
    for file, pointer, node in operations(source):
        names = set(node.get("x-unused-in", []))
        if not any(names <= all_properties(source, schema).keys() for schema in files):
            yield Problem(file, f"{pointer}/x-unused-in", "names properties that no entity has together")
