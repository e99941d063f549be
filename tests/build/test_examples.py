"""The published examples: every engine accepts each of them, and the models write it back as it was."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from unimicro_schema import example, operations
from unimicro_schema.build import examples
from unimicro_schema.build.contract import Contract
from unimicro_schema.registry import Body, Operation, example_content, published


def bodies(found: Operation) -> dict[str, Body]:
    request = {"request": found.request} if found.request else {}
    return request | {status: response.body for status, response in found.responses.items() if response.body}


EXAMPLES = [
    (found.id, kind, name) for found in operations() for kind, body in bodies(found).items() for name in body.examples
]
IDENTITIES = [("OrgNumber", '{"OrgNumber"'), ("Info.Name", '{"Info":{"Name"')]


def text_of(name: str, body: str, example_name: str) -> bytes:
    return example_content(name, example_name, None if body == "request" else body)


@pytest.mark.parametrize(("operation", "body", "name"), EXAMPLES)
def test_every_engine_accepts_every_example(
    verdicts: Callable[[str, str, bytes], dict[str, bool]], operation: str, body: str, name: str
) -> None:
    text = text_of(operation, body, name)
    assert verdicts(operation, body, text) == {"validate": True, "jsonschema": True, "model": True}


@pytest.mark.parametrize(("operation", "body", "name"), EXAMPLES)
def test_the_models_write_every_example_back_unchanged(
    reader: Callable[[str, str], TypeAdapter[Any]], operation: str, body: str, name: str
) -> None:
    text = text_of(operation, body, name)
    adapter = reader(operation, body)
    assert json.loads(adapter.dump_json(adapter.validate_json(text))) == json.loads(text)


def test_the_registry_names_every_published_file(root: Path) -> None:
    assert list(published.examples()) == ["/".join(names) + ".json" for names in EXAMPLES]
    folder = root / "tools/unimicro_schema/generated/examples"
    files = [path.read_bytes() for path in folder.rglob("*.json")]
    assert set(files) == set(published.examples().values())
    assert len(files) == len(set(files))


def test_every_body_has_an_example() -> None:
    having = {(operation, body) for operation, body, _ in EXAMPLES}
    assert {(found.id, kind) for found in operations() for kind in bodies(found)} == having


@pytest.mark.parametrize(("path", "start"), IDENTITIES)
def test_there_is_a_least_create_for_each_identity(path: str, start: str) -> None:
    value = example("createCustomer", f"composed-minimal-{path}")
    assert json.dumps(value, separators=(",", ":")).startswith(start)
    assert len(value) == 1


def test_the_identities_are_those_of_the_contract(contract: Contract) -> None:
    assert contract.schemas["CustomerCreate"]["x-identity"] == [path for path, _ in IDENTITIES]


def test_a_full_example_holds_every_property_of_its_entity(contract: Contract) -> None:
    for name, direction in (("createCustomer", "request"), ("getCustomer", "response")):
        status = None if direction == "request" else 200
        entity = contract.schemas["CustomerCreate" if direction == "request" else "Customer"]
        shown = {key for key, node in entity["properties"].items() if node.get("x-shown-in", direction) == direction}
        assert set(example(name, "composed-full", status)) == shown


def test_a_composed_answer_holds_no_note_but_links_that_can_be_asked_for() -> None:
    """No source shows the mark of a new object, a client's notes or the rules that an object broke in a success."""
    for found in operations():
        for status, body in bodies(found).items():
            if status.startswith("2") and "composed-full" in body.examples:
                text = text_of(found.id, status, "composed-full").decode()
                asked = {"_links"} if "hateoas" in {parameter.name for parameter in found.parameters} else set()
                assert set(re.findall(r'"(_\w+)": ', text)) == asked, (found.id, status)


def test_a_guid_of_a_composed_example_stands_once(contract: Contract) -> None:
    for found in examples.collect(contract):
        if not found.file:
            guids = [line for line in found.text.splitlines() if '"_createguid"' in line]
            assert len({line.strip() for line in guids}) == len(guids), found.path


def test_a_named_example_is_published_as_it_was_written(contract: Contract, root: Path) -> None:
    for found in examples.collect(contract):
        if found.file:
            expected = (root / "openapi" / found.file).read_bytes()
            assert text_of(found.operation, found.body, found.name) == expected, found.path
