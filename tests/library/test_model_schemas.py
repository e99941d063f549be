"""The JSON Schemas of the models say what the models enforce, to validators and to FastAPI."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import jsonschema_rs
import orjson
import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate as validate_document
from pydantic import BaseModel, TypeAdapter, ValidationError

from helpers.mutations import EXAMPLES, mutations
from unimicro_schema import models
from unimicro_schema.models import (
    BadRequest,
    Customer,
    CustomerCreate,
    CustomerUpdate,
    Phone,
    PhoneType,
    adapter,
)
from unimicro_schema.registry import bodies

MODES: tuple[Literal["validation", "serialization"], ...] = ("validation", "serialization")


@cache
def reader(operation: str, body: str) -> tuple[TypeAdapter[Any], list[jsonschema_rs.Draft202012Validator]]:
    """What reads a body, and what checks it by the schemas of its model, in both modes."""
    found = adapter(bodies(operation)[body])
    schemas = [found.json_schema(mode=mode) for mode in MODES]
    for schema in schemas:
        Draft202012Validator.check_schema(schema)
    return found, [jsonschema_rs.Draft202012Validator(schema) for schema in schemas]


def verdicts(operation: str, body: str, text: bytes) -> set[bool]:
    found, validators = reader(operation, body)
    try:
        found.validate_json(text)
        accepted = True
    except ValidationError:
        accepted = False
    try:
        value = orjson.loads(text)
    except ValueError:
        return {accepted, False}
    return {accepted, *(validator.is_valid(value) for validator in validators)}


@pytest.mark.slow
def test_the_schemas_of_a_model_agree_with_the_model_on_every_example() -> None:
    assert [case for case in EXAMPLES if verdicts(*case) != {True}] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_the_schemas_of_a_model_agree_with_the_model_on_every_mutation(seed: int) -> None:
    assert [case for case in mutations(seed) if len(verdicts(*case)) > 1] == []


def classes() -> Iterator[type[BaseModel]]:
    for name in dir(models):
        found = getattr(models, name)
        if isinstance(found, type) and issubclass(found, BaseModel):
            yield found


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_every_schema_of_a_model_describes_its_properties_and_nothing_but_json_schema(
    mode: Literal["validation", "serialization"],
) -> None:
    bare = []
    for model in classes():
        schema = model.model_json_schema(mode=mode)
        assert "x-" not in str(list(walk(schema)))
        for name, part in {model.__name__: schema, **schema.get("$defs", {})}.items():
            for key, node in part.get("properties", {}).items():
                if "description" not in node:
                    bare.append(f"{name}.{key}")
                assert node.get("default", ...) is not None
    assert bare == []


def test_a_property_with_codes_says_what_each_of_them_means() -> None:
    text = Phone.model_json_schema()["properties"]["Type"]["description"]
    assert [line for line in text.splitlines() if line.startswith("- ")]
    for code in PhoneType:
        assert f"- `{code.value}` ({code.name}): " in text
    assert "None" not in text


def walk(value: Any) -> Iterator[str]:
    """Every key of a schema that is none of a property's names."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from walk(list(item.values()) if key in {"properties", "$defs"} and isinstance(item, dict) else item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


def test_a_subclass_says_what_it_adds() -> None:
    class Mine(CustomerUpdate):
        note: str | None = None

    schema = Mine.model_json_schema()
    assert schema["properties"]["note"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert schema["properties"]["Info"]["anyOf"][0] == {"$ref": "#/$defs/BusinessRelationInRequest"}
    assert schema["additionalProperties"] is False


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The OpenAPI document that FastAPI makes of an application with our models."""
    app = FastAPI()

    @app.post("/customers", responses={400: {"model": BadRequest}})
    def create(body: CustomerCreate) -> Customer:
        return Customer(id=len(body.model_dump()))

    @app.put("/customers")
    def save(body: list[CustomerUpdate]) -> list[Customer]:
        return [Customer(id=len(body))]

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found: dict[str, Any] = app.openapi()
    return found


@pytest.mark.slow
def test_fastapi_documents_requests_and_responses_as_they_are(document: dict[str, Any]) -> None:
    validate_document(document)

    def resolved(node: dict[str, Any]) -> dict[str, Any]:
        node = node["anyOf"][0] if "anyOf" in node else node
        while "$ref" in node:
            node = document["components"]["schemas"][node["$ref"].rpartition("/")[2]]
        return node

    post, put = (document["paths"]["/customers"][method] for method in ("post", "put"))
    sent = resolved(post["requestBody"]["content"]["application/json"]["schema"])
    returned = resolved(post["responses"]["200"]["content"]["application/json"]["schema"])
    refused = resolved(post["responses"]["400"]["content"]["application/json"]["schema"])
    for closed, node in ((True, sent), (False, returned)):
        info = resolved(node["properties"]["Info"])
        phone = resolved(resolved(info["properties"]["Phones"])["items"])
        for part in (node, info, phone):
            assert (part["additionalProperties"] is False) == closed
            assert part["properties"]["ID"]["description"]
    assert sent.keys() >= {"anyOf", "description"}
    assert returned["required"] == ["ID"]
    assert len(refused["anyOf"]) > 1 if "anyOf" in refused else refused["properties"]
    assert put["requestBody"]["content"]["application/json"]["schema"]["items"]["$ref"].endswith("/CustomerUpdate")


@pytest.mark.slow
def test_the_schemas_of_the_file_for_other_projects_are_the_same(root: Path, tmp_path: Path) -> None:
    (tmp_path / "contract_models.py").write_bytes((root / "tools/unimicro_schema/generated/models.py").read_bytes())
    code = "import contract_models, json; print(json.dumps(contract_models.CustomerCreate.model_json_schema()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert orjson.loads(done.stdout) == orjson.loads(orjson.dumps(CustomerCreate.model_json_schema()))
