"""What the contract describes, and what the bundle and the schemas make of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from unimicro_schema import operations
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.source import Source
from unimicro_schema.changes.document import METHODS
from unimicro_schema.pointers import resolve, walk
from unimicro_schema.registry import published

GENERATED = Path(__file__).parents[2] / "tools/unimicro_schema/generated"
SCHEMAS = sorted(published.schema_names)
BODIES = [name for name in SCHEMAS if not name.startswith("components/")]
BUNDLE: Node = json.loads((GENERATED / "openapi.json").read_bytes())
WITH_ACTIONS = [
    (path, method)
    for path, item in BUNDLE["paths"].items()
    for method in METHODS
    if "x-actions" in item.get(method, {})
]
with_actions = pytest.mark.parametrize(("path", "method"), WITH_ACTIONS)

OPERATIONS = [
    entry["operationId"]
    for path in sorted((Path(__file__).parents[2] / "openapi/paths").glob("*.yaml"))
    for node in yaml.safe_load(path.read_text(encoding="utf-8")).values()
    for entry in node.get("x-actions", [node])
]
"""The operations that the files of the contract name, read without the build."""


def read(name: str) -> Node:
    """A published schema."""
    schema: Node = json.loads(published.schema(name))
    return schema


def parameters(node: Node) -> dict[str, Node]:
    return {entry["name"]: entry for entry in [resolve(BUNDLE, item) for item in node.get("parameters", [])]}


def objects(schema: Node) -> Iterator[tuple[str, Node]]:
    """Every schema of an object with properties inside a published schema, with its pointer; not those that only ask."""
    for pointer, node in walk(schema):
        is_object = isinstance(node, dict) and node.get("type") == "object" and "properties" in node
        if is_object and "/anyOf/" not in pointer:
            yield pointer, node


def test_the_package_knows_the_operations_of_the_contract() -> None:
    assert sorted(found.id for found in operations()) == sorted(OPERATIONS)


def test_the_bundle_is_openapi_3_1() -> None:
    assert [str(error) for error in OpenAPIV31SpecValidator(BUNDLE).iter_errors()] == []


def test_every_operation_id_of_the_bundle_is_used_once() -> None:
    owners = [node for item in BUNDLE["paths"].values() for method, node in item.items() if method in METHODS]
    ids = [node["operationId"] for node in owners if "x-actions" not in node]
    ids += [entry["operationId"] for node in owners for entry in node.get("x-actions", [])]
    assert sorted(ids) == sorted(OPERATIONS)


@with_actions
def test_the_parameters_of_an_operation_are_those_of_its_actions(path: str, method: str) -> None:
    node = BUNDLE["paths"][path][method]
    union = {name for entry in node["x-actions"] for name in parameters(entry)}
    assert set(parameters(node)) == union | {"action"}


@with_actions
def test_an_operation_requires_what_all_of_its_actions_require(path: str, method: str) -> None:
    node = BUNDLE["paths"][path][method]
    for name, parameter in parameters(node).items():
        entries = [parameters(entry).get(name, {}) for entry in node["x-actions"]]
        if name != "action":
            assert parameter.get("required", False) == all(entry.get("required", False) for entry in entries), name


@with_actions
def test_the_action_of_an_operation_is_one_of_the_values_of_its_actions(path: str, method: str) -> None:
    node = BUNDLE["paths"][path][method]
    action = parameters(node)["action"]
    assert resolve(BUNDLE, action["schema"])["enum"] == [
        entry["action"] for entry in node["x-actions"] if "action" in entry
    ]
    assert action["required"] == all("action" in entry for entry in node["x-actions"])


@with_actions
def test_the_statuses_of_an_operation_are_those_of_its_actions(path: str, method: str) -> None:
    node = BUNDLE["paths"][path][method]
    assert set(node["responses"]) == {status for entry in node["x-actions"] for status in entry["responses"]}


@with_actions
def test_an_operation_has_a_request_body_if_one_of_its_actions_has(path: str, method: str) -> None:
    node = BUNDLE["paths"][path][method]
    having = [entry for entry in node["x-actions"] if "requestBody" in entry]
    assert ("requestBody" in node) == bool(having)
    assert node.get("requestBody", {}).get("required", False) == (len(having) == len(node["x-actions"]))


@with_actions
def test_each_body_of_an_operation_is_the_body_of_one_of_its_actions(path: str, method: str) -> None:
    node = BUNDLE["paths"][path][method]
    for status, response in node["responses"].items():
        schemas = [
            media["schema"]
            for entry in node["x-actions"]
            for media in resolve(BUNDLE, entry["responses"].get(status, {})).get("content", {}).values()
        ]
        for media in resolve(BUNDLE, response).get("content", {}).values():
            union = media["schema"].get("oneOf", [media["schema"]])
            assert all(schema in schemas for schema in union), status
            assert all(schema in union for schema in schemas), status


def test_no_component_of_the_bundle_is_unused() -> None:
    used = {node["$ref"] for _, node in walk(BUNDLE) if isinstance(node, dict) and isinstance(node.get("$ref"), str)}
    kinds = [kind for kind in BUNDLE["components"] if kind != "securitySchemes"]
    named = {f"#/components/{kind}/{name}" for kind in kinds for name in BUNDLE["components"][kind]}
    assert sorted(named - used) == []


def test_no_example_of_the_contract_is_unused(contract: Contract, root: Path) -> None:
    used = {node["x-file"] for _, node in walk(contract.bundle) if isinstance(node, dict) and "x-file" in node}
    assert sorted({name for name in Source(root / "openapi").files if name.startswith("examples/")} - used) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_shows_its_errors(name: str) -> None:
    found = next(entry for entry in operations() if entry.id == name)
    for status in ("400", "401", "403", "500"):
        body = found.responses[status].body
        assert body is not None, f"{name} {status} has no body"
        assert body.examples, f"{name} {status} has no example"


@pytest.mark.parametrize("name", [name for name in BODIES if name.endswith("/request")])
def test_what_is_sent_is_closed_at_every_depth(contract: Contract, name: str) -> None:
    opened = {entity for entity, node in contract.schemas.items() if node.get("x-open")}
    schema = read(name)
    found = {pointer: node.get("additionalProperties", True) for pointer, node in objects(schema)}
    assert found, name
    expected = {pointer: pointer.removeprefix("/$defs/").split("/")[0] in opened for pointer in found}
    assert found == expected


@pytest.mark.parametrize("name", [name for name in BODIES if not name.endswith("/request")])
def test_what_comes_back_may_hold_more_than_the_contract_knows(name: str) -> None:
    for pointer, node in walk(read(name)):
        if isinstance(node, dict) and not pointer.endswith("/properties"):
            assert node.get("additionalProperties") is not False, f"{name}#{pointer}"
            assert not (node.get("type") == "integer" and "enum" in node), f"{name}#{pointer}"


@pytest.mark.slow
@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_valid_and_has_a_stable_id(name: str) -> None:
    schema = read(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:unimicro-schema:{name.removesuffix('.json').replace('/', ':')}"


def test_every_id_of_a_schema_is_unique() -> None:
    ids = [read(name)["$id"] for name in SCHEMAS]
    assert len(set(ids)) == len(ids)


def test_every_schema_is_complete_in_itself() -> None:
    for name in SCHEMAS:
        schema = read(name)
        for pointer, node in walk(schema):
            if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"], f"{name}#{pointer}"
        assert not any(key.startswith("x-") for _, node in walk(schema) if isinstance(node, dict) for key in node), name
