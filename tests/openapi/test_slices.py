"""A slice of the document has what its operations need, and names no other."""

import json
import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from unimicro_schema import openapi, operations
from unimicro_schema.pointers import references, target

IDS = [entry.id for entry in operations()]
SHARED = [
    pair for pair in combinations(operations(), 2) if (pair[0].method, pair[0].path) == (pair[1].method, pair[1].path)
]
SLICES = [*([name] for name in IDS), *([one.id, other.id] for one, other in SHARED), ["createCustomer", "getCustomer"]]


def entries(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations of a document, those that `action` selects each for itself."""
    nodes = [node for item in document["paths"].values() for node in item.values()]
    return [entry for node in nodes for entry in node.get("x-actions", [node])]


@pytest.mark.slow
@pytest.mark.parametrize("only", SLICES, ids=" ".join)
def test_a_slice_is_valid_and_has_its_operations_and_what_they_need(only: list[str]) -> None:
    document = openapi.document(only=only)
    assert [str(error) for error in OpenAPIV31SpecValidator(document).iter_errors()] == []
    assert {entry["operationId"] for entry in entries(document)} == set(only)
    used = set(references(document))
    assert all(target(document, name) for name in used)
    components = {
        f"#/components/{kind}/{name}"
        for kind, group in document["components"].items()
        for name in group
        if kind != "securitySchemes"
    }
    assert components == used
    tags = {tag for entry in entries(document) for tag in entry.get("tags", ())}
    assert tags <= {tag["name"] for tag in document["tags"]}


@pytest.mark.parametrize("only", SLICES, ids=" ".join)
def test_a_slice_names_no_other_operation_and_no_other_action(only: list[str]) -> None:
    text = json.dumps(openapi.document(only=only))
    others = [entry for entry in operations() if entry.id not in only]
    assert [entry.id for entry in others if re.search(rf"\b{entry.id}\b", text)] == []
    assert [entry.action for entry in others if entry.action and f"`{entry.action}`" in text] == []
    assert '"description": ""' not in text
    enums = re.findall(r'"enum": \["[^]]*\]', text)
    assert all(f'"{entry.action}"' not in enum for enum in enums for entry in others)


@pytest.mark.parametrize("only", SLICES, ids=" ".join)
def test_the_parameter_action_has_the_actions_of_the_slice(only: list[str]) -> None:
    document = openapi.document(only=only)
    for node in [node for item in document["paths"].values() for node in item.values()]:
        actions = [entry["action"] for entry in node.get("x-actions", ()) if "action" in entry]
        named = [item for item in node.get("parameters", ()) if item.get("name") == "action"]
        assert bool(named) is bool(actions)
        for parameter in named:
            schema = target(document, parameter["schema"]["$ref"])
            assert schema["enum"] == actions
            assert parameter["required"] is (len(actions) == len(node["x-actions"]))


def test_the_slice_of_all_operations_is_the_whole_document() -> None:
    assert openapi.content(only=IDS) == openapi.content()


FORMS: list[dict[str, Any]] = [
    {"version": "3.0"}, {"dereferenced": True}, {"open_codes": True}, {"version": "3.0", "dereferenced": True},
    {"version": "3.0", "open_codes": True},
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_slice_comes_in_every_form(form: dict[str, Any]) -> None:
    document = openapi.document(only=["blockCustomer", "activateCustomer", "createCustomer"], **form)
    validator = OpenAPIV30SpecValidator if "version" in form else OpenAPIV31SpecValidator
    assert [str(error) for error in validator(document).iter_errors()] == []
    assert {entry["operationId"] for entry in entries(document)} == {
        "blockCustomer", "activateCustomer", "createCustomer",
    }  # fmt: skip


def test_one_action_alone_is_the_operation() -> None:
    [[node]] = [item.values() for item in openapi.document(only=["blockCustomer"])["paths"].values()]
    assert (node["operationId"], node["summary"]) == ("blockCustomer", "Block a customer")
    assert "requestBody" not in node


def test_an_unknown_operation_is_refused_with_the_nearest(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("openapi", "--output", "-", "--only", "createCustomer, getCustomr")
    assert (code, out) == (2, "")
    assert "there is no operation named getCustomr; did you mean getCustomer" in err
