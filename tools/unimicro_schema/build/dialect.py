"""The rules of the contract that go beyond OpenAPI. Each is one function; the manual page is `docs/toolkit/dialect.md`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from unimicro_schema import rules
from unimicro_schema.build.contract import JSON
from unimicro_schema.build.keywords import keywords, parameters
from unimicro_schema.build.marks import marked
from unimicro_schema.build.mentions import (
    asked,
    diagrams,
    identified,
    needed,
    neighbours,
    placed,
    sent,
    statuses,
    tagged,
    unused,
    used,
)
from unimicro_schema.build.names import acted, codes, named, shown
from unimicro_schema.build.overlaps import overlaps
from unimicro_schema.build.parts import (
    SCALARS,
    Node,
    all_properties,
    bodies,
    followed,
    held,
    operations,
    properties,
    schemas,
)
from unimicro_schema.build.source import Problem, Source
from unimicro_schema.build.unions import recognised, unions
from unimicro_schema.explanation.sentences import RETRY
from unimicro_schema.formats import FORMATS
from unimicro_schema.openapi.provenance import PROVENANCE
from unimicro_schema.pointers import walk
from unimicro_schema.validation.identifiers import CHECKS

Rule = Callable[[Source], Iterator[Problem]]

IDEMPOTENT = {
    True: "Idempotent.",
    False: "Not idempotent.",
    "unknown": "Not known to be idempotent.",
}
"""What a second, identical request can be known to do: the value in the contract, and what it says to readers."""

VALUES: dict[str, Mapping[Any, str]] = {
    "x-provenance": PROVENANCE,
    "x-limit-provenance": PROVENANCE,
    "x-null-provenance": PROVENANCE,
    "x-role": {
        "id": "The id that the server gives.",
        "deleted": "Whether the object is deleted.",
        "create-guid": "The mark of a new object.",
        "bookkeeping": "A note of the client's or the server's own: any JSON when it is sent.",
    },
    "x-check": {name: str(check.__doc__).partition(". ")[0].rstrip(".") + "." for name, check in CHECKS.items()},
    "x-format": dict.fromkeys(FORMATS, ""),
    "x-recommended": {rule.id: "" for rule in rules.RULES.values() if rule.severity == "advice"},
    "x-shown-in": {
        "request": "Only requests have it.",
        "response": "Only responses have it.",
        "error": "Only what a refusal returns has it.",
    },
    "x-digits-in": {"response": "Answers may have the code as digits in quotes."},
    "x-neighbour": {"next": "Returns the entity after this one.", "previous": "Returns the one before it."},
    "x-zero": {"new": "0 is what a new object has.", "none": "0 does not say that there is none; null does."},
    "x-abstract": {True: ""},
    "x-label": {True: ""},
    "x-open": {True: ""},
    "x-personal": {True: ""},
    "x-snippet": {True: ""},
}
"""The values of the extensions that take one of a few, each with what it says where the key does not."""

EXTENSIONS = {
    "x-abstract",
    "x-actions",
    "x-asked-by",
    "x-check",
    "x-diagram",
    "x-digits-in",
    "x-english",
    "x-enum-descriptions",
    "x-enum-name-provenance",
    "x-enum-provenance",
    "x-enum-screen-labels",
    "x-enum-varnames",
    "x-error",
    "x-foreign-key",
    "x-format",
    "x-guide",
    "x-identity",
    "x-label",
    "x-limit-provenance",
    "x-neighbour",
    "x-new-as",
    "x-norwegian",
    "x-not-repeated-in",
    "x-notes",
    "x-null-provenance",
    "x-open",
    "x-personal",
    "x-provenance",
    "x-recognised-by",
    "x-recommended",
    "x-repeat",
    "x-replaced-by",
    "x-requests",
    "x-role",
    "x-screen-label",
    "x-shown-in",
    "x-snippet",
    "x-status-after",
    "x-status-of",
    "x-unused-in",
    "x-zero",
}


def problems(source: Source) -> list[Problem]:
    """Every place where the contract breaks a rule, in the order of the files."""
    return sorted({problem for rule in RULES for problem in rule(source)})


def _kinds(node: Node) -> list[str]:
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def described(source: Source) -> Iterator[Problem]:
    """Every schema, property, parameter, header, operation, action and note has a description and a provenance."""
    places = [(file, "", node) for file, node in schemas(source)]
    places += [(file, pointer, node) for file, pointer, _, node in properties(source)]
    for file in ("parameters.yaml", "headers.yaml"):
        places += [(file, f"/{name}", node) for name, node in source.files.get(file, {}).items()]
    for file, pointer, node in operations(source):
        places.append((file, pointer, node))
        places += [(file, f"{pointer}/x-notes/{index}", note) for index, note in enumerate(node.get("x-notes", []))]
        places += [(file, f"{pointer}/x-repeat", node["x-repeat"])] if "x-repeat" in node else []
    for file, pointer, node in places:
        if not str(node.get("description", "")).strip():
            yield Problem(file, pointer, "has no description; say in a sentence what it is")
        if node.get("x-provenance") not in PROVENANCE:
            yield Problem(file, pointer, f"has no x-provenance; give it one of {', '.join(PROVENANCE)}")


def components(source: Source) -> Iterator[Problem]:
    """Objects and enums are files of their own: a property holds a plain value, or `$ref`s, or a free object."""
    for file, pointer, _, node in properties(source):
        if not {"type", "$ref", "anyOf"} & node.keys():
            yield Problem(file, pointer, "has neither a type nor a $ref; say what it holds")
        if "enum" in node or "properties" in node or "allOf" in node:
            yield Problem(
                file, pointer, "declares an enum or an object in place; give it a file of its own in schemas/"
            )
        if _kinds(node)[:1] == ["array"] and "$ref" not in node.get("items", {}):
            yield Problem(file, f"{pointer}/items", "must be a $ref to a schema")


def examples(source: Source) -> Iterator[Problem]:
    """Every scalar has examples."""
    for file, pointer, _, node in properties(source):
        if SCALARS & set(_kinds(node)) and not node.get("examples"):
            yield Problem(file, pointer, "has no examples; give at least one value")


def integers(source: Source) -> Iterator[Problem]:
    """Every integer is an int32 and every number a double."""
    for file, value in source.files.items():
        if not file.endswith(".yaml"):
            continue
        for pointer, node in walk(value):
            if isinstance(node, dict) and isinstance(node.get("type"), str | list):
                for kind, wanted in (("integer", "int32"), ("number", "double")):
                    if kind in _kinds(node) and node.get("format") != wanted:
                        yield Problem(file, pointer, f"is of type {kind}; add format: {wanted}")


def enums(source: Source) -> Iterator[Problem]:
    """An integer enum says name, meaning and source of each of its values."""
    for file, schema in schemas(source):
        labels = {"x-enum-screen-labels"} & schema.keys()
        for key in ("x-enum-varnames", "x-enum-descriptions", "x-enum-provenance", *labels):
            if "enum" in schema and len(schema.get(key, [])) != len(schema["enum"]):
                yield Problem(file, f"/{key}", f"must have {len(schema['enum'])} entries, one for each value of enum")


def bases(source: Source) -> Iterator[Problem]:
    """`allOf` holds one `$ref`, which never leads back to its own schema."""
    for file, schema in schemas(source):
        members = schema.get("allOf", [])
        if len(members) > 1 or any(set(member) != {"$ref"} for member in members):
            yield Problem(file, "/allOf", "must hold one $ref and nothing else")
        seen, name = [file], file
        while members := source.files.get(name, {}).get("allOf"):
            try:
                name = source.target(name, members[0]["$ref"])[0]
            except (KeyError, TypeError):
                break
            if name in seen:
                yield Problem(file, "/allOf", f"leads back to {name}; a schema cannot contain itself")
                break
            seen.append(name)


def extensions(source: Source) -> Iterator[Problem]:
    """Only the extensions of the dialect are used, with the values that it knows."""
    for file, value in source.files.items():
        if not file.endswith(".yaml"):
            continue
        for pointer, node in walk(value):
            for key in [key for key in node if key.startswith("x-")] if isinstance(node, dict) else []:
                if key not in EXTENSIONS:
                    yield Problem(file, f"{pointer}/{key}", "is not an extension of the dialect; correct its name")
                elif key in VALUES and node[key] not in VALUES[key]:
                    known = ", ".join(map(str, VALUES[key]))
                    yield Problem(file, f"{pointer}/{key}", f"is {node[key]}, which is not one of {known}")


def errors(source: Source) -> Iterator[Problem]:
    """Every error body, and only such a one can be recognised, has its message, cause, what to do and whether to try again."""
    wanted = {"title", "message", "cause", "action", "retry"}
    for file, schema in schemas(source):
        entry = schema.get("x-error")
        if entry is None:
            if "x-recognised-by" in schema:
                yield Problem(file, "/x-recognised-by", "belongs to error bodies; say with x-error what it means")
            continue
        for key in sorted(wanted - set(entry)):
            yield Problem(file, f"/x-error/{key}", "is missing")
        if entry.get("retry") not in RETRY:
            yield Problem(file, "/x-error/retry", f"must be one of {', '.join(RETRY)}")


def identities(source: Source) -> Iterator[Problem]:
    """Every operation and action has an id of its own and a summary; what has actions leaves the rest to them."""
    seen: dict[str, str] = {}
    for file, pointer, node in operations(source):
        name = node["operationId"]
        if not re.fullmatch(r"[a-z][a-zA-Z]+", name):
            yield Problem(file, f"{pointer}/operationId", "must be a name in camelCase")
        plain = "/x-actions/" in pointer and "action" not in node  # bears the name of the operation itself
        first = seen.setdefault(name.lower(), f"{file}#{pointer}")  # pages and files are called so
        if first != f"{file}#{pointer}" and not plain:
            yield Problem(
                file, f"{pointer}/operationId", f"{name} is also used at {first}; ids are unique, whatever their case"
            )
        if not node.get("summary") or node["summary"].endswith("."):
            yield Problem(file, f"{pointer}/summary", "must be a few words without a full stop")
        for key in {"parameters", "requestBody", "responses"} & set(node) if "x-actions" in node else ():
            yield Problem(file, f"{pointer}/{key}", "belongs in the entries of x-actions; the build makes the union")


def answers(source: Source) -> Iterator[Problem]:
    """Every operation documents a success and the errors 400, 401, 403 and 500."""
    for file, pointer, node in operations(source):
        if "x-actions" in node:
            continue
        statuses = node.get("responses", {})
        for status in [status for status in ("400", "401", "403", "500") if status not in statuses]:
            yield Problem(file, f"{pointer}/responses", f"does not document {status}")
        if not any(status.startswith("2") for status in statuses):
            yield Problem(file, f"{pointer}/responses", "documents no success")


def payloads(source: Source) -> Iterator[Problem]:
    """Every body has a named example and names its schema, alone or as a list; the schema of an error says what it means."""
    for file, pointer, node in operations(source):
        for place, body in bodies(source, file, node):
            for kind, item in body.node.get("content", {}).items():
                if kind != JSON:
                    yield Problem(file, f"{pointer}/{place}", f"has a body of {kind}; only {JSON} is described here")
                schema = item["schema"]
                listed = schema.get("type") == "array"
                if not item.get("examples"):
                    yield Problem(file, f"{pointer}/{place}", "has a body but no named example")
                if "$ref" not in (schema.get("items", {}) if listed else schema):
                    yield Problem(file, f"{pointer}/{place}", "the schema of a body must be a $ref, or a list of one")
                found = followed(source, body.file, schema).node
                if place >= "responses/400" and found and not {"x-error", "anyOf"} & found.keys():
                    yield Problem(
                        file, f"{pointer}/{place}", "the schema of an error must have x-error, or list those that have"
                    )


def directions(source: Source) -> Iterator[Problem]:
    """The schema of a request body is not part of a response: responses are open, requests are closed."""
    received: set[str] = set()
    waiting = [
        target
        for file, _, node in operations(source)
        for place, body in bodies(source, file, node)
        for item in body.node.get("content", {}).values()
        for target in held(source, body.file, item["schema"])
        if place != "requestBody"
    ]
    while waiting:
        name = waiting.pop()
        if name not in received:
            received.add(name)
            waiting += [target for node in all_properties(source, name).values() for target in held(source, name, node)]
            waiting += held(source, name, source.files[name])
    for file, pointer, node in operations(source):
        for place, body in bodies(source, file, node):
            for item in body.node.get("content", {}).values() if place == "requestBody" else ():
                for target in received.intersection(held(source, body.file, item["schema"])):
                    message = f"{target} is part of an answer too; give the request a schema of its own, by allOf"
                    yield Problem(file, f"{pointer}/{place}", message)


def guided(source: Source) -> Iterator[Problem]:
    """Every operation leads to pages of the guide, and one that changes data says what a second request does."""
    for file, pointer, node in operations(source):
        if "x-actions" in node:
            continue
        if not node.get("x-guide"):
            yield Problem(file, pointer, "has no x-guide; name a page of docs/guide/ and its title")
        said = node.get("x-repeat", {}).get("idempotent")
        if not pointer.startswith("/get") and not (isinstance(said, bool | str) and said in IDEMPOTENT):
            yield Problem(
                file, pointer, "has no x-repeat; say what a second request does, and whether it is idempotent"
            )


RULES: tuple[Rule, ...] = (
    described, marked, named, shown, acted, keywords, needed, parameters, placed, sent, unions, recognised, components,
    examples, integers, enums, codes, neighbours, asked, bases, extensions, errors, identities, tagged, answers, payloads,
    directions, guided, overlaps, identified, diagrams, statuses, unused, used,
)  # fmt: skip
"""The rules, each of which yields the places that break it. Its docstring is the rule."""
