"""Holds every example of the contract against its schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import jsonschema_rs
import orjson

from unimicro_schema.build import registry
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.examples import Example, showing
from unimicro_schema.build.schemas import form
from unimicro_schema.build.source import Problem
from unimicro_schema.build.structure import short
from unimicro_schema.derived.published import Published
from unimicro_schema.explanation.wildcards import find
from unimicro_schema.formats import FORMATS
from unimicro_schema.pointers import encode


def problems(contract: Contract, published: Published, examples: Collection[Example]) -> list[Problem]:
    """Every place where an example does not fit the published schema of its body, or the schema that it belongs to."""
    found = [*_payloads(published, examples), *_properties(contract), *_parameters(contract)]
    return sorted({*found, *([] if found else _error_bodies(contract, examples))})


def _payloads(published: Published, examples: Iterable[Example]) -> Iterator[Problem]:
    validators = {name: _validator(orjson.loads(published.schema(name))) for name in published.schema_names}
    for example in examples:
        for error in validators[f"{example.operation}/{example.body}"].iter_errors(example.value):
            pointer = encode(error.instance_path)
            file = example.file or f"(composed) {example.path}"
            yield Problem(file, pointer, f"does not fit {example.operation}, {example.body}: {short(error.message)}")


def _properties(contract: Contract) -> Iterator[Problem]:
    for name, schema in contract.schemas.items():
        own = contract.source.files[f"schemas/{name}.yaml"].get("properties", {})
        for key, node in [
            ("", schema),
            *((key, node) for key, node in schema.get("properties", {}).items() if key in own),
        ]:
            for index, value in enumerate(node.get("examples", [])):
                for error in _validator(form(node, "request") if key else _plain(node)).iter_errors(value):
                    pointer = encode([*(("properties", key) if key else ()), "examples", index])
                    yield Problem(f"schemas/{name}.yaml", pointer, f"does not fit: {short(error.message)}")


def _error_bodies(contract: Contract, examples: Collection[Example]) -> Iterator[Problem]:
    """An error body is shown by an example, in which there is a message where `x-error` says."""
    for entry in registry.errors(contract)["errors"]:
        file, shown = f"schemas/{entry['name']}.yaml", showing(contract, entry["name"], examples)
        if shown is None:
            yield Problem(file, "", "no named example shows this error body; give one to a response that has it")
        elif not any(isinstance(text, str) for place in entry["message"] for text, _, _ in find(shown.value, place)):
            yield Problem(file, "/x-error/message", f"leads to no text in {shown.file}; correct one of the two")


def _plain(node: Node) -> Node:
    """A component on its own: its examples are plain values or free objects, so references do not matter."""
    return {key: value for key, value in node.items() if key in {"type", "enum", "maxLength", "format"}}


def _parameters(contract: Contract) -> Iterator[Problem]:
    for kind in ("parameters", "headers"):
        for name, node in contract.bundle["components"][kind].items():
            if "example" not in node:
                yield Problem(f"{kind}.yaml", f"/{name}", "has no example; give one")
                continue
            for error in _validator(form(contract.resolve(node["schema"]), "request")).iter_errors(node["example"]):
                yield Problem(f"{kind}.yaml", f"/{name}/example", f"does not fit: {short(error.message)}")


def _validator(schema: Node) -> Any:
    return jsonschema_rs.Draft202012Validator(schema, formats=dict(FORMATS), validate_formats=True)
