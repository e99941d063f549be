"""The published OpenAPI document and JSON Schemas: what generators and editors need to see in them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from unimicro_schema import cli, example, operations, schema
from unimicro_schema.build.contract import Contract
from unimicro_schema.pointers import resolve, walk
from unimicro_schema.registry import bodies, published

GENERATED = Path(__file__).parents[2] / "tools/unimicro_schema/generated"
DOCUMENT: Any = json.loads((GENERATED / "openapi.json").read_bytes())
NULL = {"type": "null"}
PUBLISHED = {"openapi.json": DOCUMENT} | {name: json.loads(text) for name, text in published.schemas().items()}
SCHEMAS = [name for name in PUBLISHED if name != "openapi.json"]


def choices(value: Any, keyword: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list of choices of a document, with its pointer."""
    for pointer, node in walk(value):
        if isinstance(node, dict) and isinstance(node.get(keyword), list):
            yield pointer, node[keyword]


def coded(value: Any, root: Any) -> Iterator[tuple[str, Any, Any]]:
    """Every property that holds codes: its pointer, the property and the enum."""
    for pointer, node in walk(value):
        for name, item in node.get("properties", {}).items() if isinstance(node, dict) else ():
            for choice in (item, *item.get("oneOf", [])) if isinstance(item, dict) else ():
                found = resolve(root, choice) if isinstance(choice, dict) else {}
                if "x-enum-varnames" in found:
                    yield f"{pointer}/properties/{name}", item, found


@pytest.mark.parametrize("name", PUBLISHED)
def test_something_or_null_is_one_of_two_and_nothing_else_is(name: str) -> None:
    assert [pointer for pointer, found in choices(PUBLISHED[name], "anyOf") if NULL in found] == []
    for pointer, found in choices(PUBLISHED[name], "oneOf"):
        nullable = len(found) == 2 and "$ref" in found[0] and found[1] == NULL
        assert nullable or pointer.startswith("/paths/"), f"{name}#{pointer}"


def test_the_document_and_the_schemas_have_nullable_objects_to_say_so_of() -> None:
    assert {name for name, value in PUBLISHED.items() if list(choices(value, "oneOf"))} >= {
        "openapi.json",
        "createCustomer/request.json",
        "getCustomer/200.json",
    }


def test_no_two_names_of_components_differ_in_case_alone() -> None:
    # Generators make a file of each, and neither macOS nor Windows has room for both.
    names = {name for part in DOCUMENT["components"].values() for name in part}
    assert len({name.casefold() for name in names}) == len(names)


def test_the_actions_of_an_operation_are_a_component() -> None:
    names = []
    for item in DOCUMENT["paths"].values():
        for node in item.values():
            for parameter in node.get("parameters", []) if isinstance(node, dict) else ():
                if parameter.get("name") == "action":
                    names.append(parameter["schema"]["$ref"].removeprefix("#/components/schemas/"))
                    named = [entry["action"] for entry in node["x-actions"] if "action" in entry]
                    assert DOCUMENT["components"]["schemas"][names[-1]]["enum"] == named
    assert sorted(names) == ["ChangeCustomersAction", "GetCustomerAction", "ListCustomersAction"]
    inline = [pointer for pointer, node in walk(DOCUMENT["paths"]) if isinstance(node, dict) and "enum" in node]
    assert inline == []


def test_a_schema_that_bears_the_name_of_an_enum_of_actions_is_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = checkout / "openapi/schemas"
    enum = (folder / "ReportType.yaml").read_text("utf-8")
    (folder / "GetCustomerAction.yaml").write_text(enum, encoding="utf-8")
    report = (folder / "ReportDefinition.yaml").read_text("utf-8")
    used = report.replace("$ref: ReportType.yaml", "$ref: GetCustomerAction.yaml")
    assert used != report
    (folder / "ReportDefinition.yaml").write_text(used, encoding="utf-8")
    assert cli.main(["build", "--root", str(checkout)]) == 1
    assert capsys.readouterr().err == (
        "openapi/schemas/GetCustomerAction.yaml#: is the name of the enum of the actions of getCustomer; rename the schema\n"
    )


def test_the_names_of_codes_are_there_in_the_words_of_every_generator(contract: Contract) -> None:
    enums = [node for node in DOCUMENT["components"]["schemas"].values() if "x-enum-varnames" in node]
    assert len(enums) == sum("x-enum-varnames" in node for node in contract.schemas.values())
    assert all(node["x-enumNames"] == node["x-enum-varnames"] for node in enums)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_definition_of_a_schema_has_a_title(name: str) -> None:
    untitled = [key for key, node in PUBLISHED[name].get("$defs", {}).items() if not node.get("title")]
    assert untitled == []


def test_a_property_with_codes_says_the_name_and_the_meaning_of_each() -> None:
    described: dict[str, list[str]] = {}
    for pointer, item, enum in coded(DOCUMENT["components"]["schemas"], DOCUMENT):
        for columns in zip(*(enum[f"x-enum-{key}"] for key in ("varnames", "descriptions")), enum["enum"], strict=True):
            label, meaning, code = columns
            line = f"- `{code}` ({label}): {meaning}"
            assert line in item["description"], pointer
            assert line in enum["description"], pointer
            described.setdefault(pointer.rsplit("/", 1)[-1], []).append(line)
    for operation, status, path in (
        ("createCustomer", None, ("CustomerCreate", "StatusCode")),
        ("updateCustomer", None, ("Phone", "Type")),
        ("getCustomer", 200, ("Phone", "Type")),
        ("getCustomer", 200, ("Customer", "StatusCode")),
    ):
        text = schema(operation, status)["$defs"][path[0]]["properties"][path[1]]["description"]
        assert all(line in text for line in described[path[1]] if path[1] == "StatusCode" or "1501" in line)


def test_an_error_example_fits_the_operation_that_it_is_shown_with() -> None:
    """Only a delete is refused because of what refers to a customer; only what was sent is returned, a list as a list."""
    shown = set()
    for operation in operations():
        body = bodies(operation.id)["400"]
        for name in body.examples:
            value = example(operation.id, name, 400)
            text = json.dumps(value)
            shown.add(name)
            assert ("cannot be deleted" in text) <= (operation.id == "deleteCustomer"), operation.id
            if "_validationResults" in text:
                assert operation.request is not None, operation.id
                assert isinstance(value, list) == operation.request.is_list, operation.id
        echoes = {"EchoedEntity", "EchoedEntities"} & set(operation.responses["400"].errors)
        wanted = (
            set() if operation.request is None else {"EchoedEntities" if operation.request.is_list else "EchoedEntity"}
        )
        assert echoes == wanted, operation.id
    assert {"validation-message", "echoed-entity", "echoed-entities"} <= shown


def test_answers_show_lists_that_hold_the_rows_of_the_slots(contract: Contract) -> None:
    """As recorded answers do. A list that was not expanded is absent."""
    slots = {
        name: (node["x-foreign-key"], node["x-not-repeated-in"])
        for name, node in contract.schemas["BusinessRelation"]["properties"].items()
        if "x-not-repeated-in" in node
    }
    seen = 0
    for operation in operations():
        for status, body in bodies(operation.id).items():
            for name in body.examples if status.startswith("2") else ():
                if name.startswith("composed-"):
                    continue
                for _, node in walk(example(operation.id, name, status)):
                    for key, rows in slots.values() if isinstance(node, dict) else ():
                        if node.get(key) and rows in node:
                            assert node[key] in [row["ID"] for row in node[rows]], f"{operation.id} {name} {rows}"
                            seen += 1
    assert seen > 5
