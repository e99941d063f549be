"""The forms of the OpenAPI document: each is valid by its version, and all accept the same bodies."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from ruamel.yaml import YAML

from helpers.codes import in_quotes
from helpers.corpus import EXPECTED, case, has_body, rules
from helpers.formats import checker
from helpers.mutations import mutations
from unimicro_schema import FORMATS, openapi, validate
from unimicro_schema.openapi import block, older
from unimicro_schema.pointers import COMPONENTS, reached, references, target
from unimicro_schema.registry import operation

FORMS = [(version, dereferenced) for version in openapi.VERSIONS for dereferenced in (False, True)]
NAMES = [f"{version}{' dereferenced' if dereferenced else ''}" for version, dereferenced in FORMS]
UNREADABLE = {"unreadable", "duplicate-key"}  # what other JSON parsers read otherwise

Accepts = Callable[[str, str, Any], bool]


@cache
def document(version: str, dereferenced: bool, *, open_codes: bool = False) -> dict[str, Any]:
    return openapi.document(version, dereferenced=dereferenced, open_codes=open_codes)


def nodes(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value of a document but the payloads in it, with its place."""
    yield place, value
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in {"example", "examples"}:
                yield from nodes(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from nodes(item, (*place, index))


def body_schema(form: dict[str, Any], name: str, body: str) -> dict[str, Any]:
    """The schema that a form has for a body of an operation, with all that its references lead to."""
    found = operation(name)
    node = form["paths"][found.path][found.method.lower()]
    node = node["requestBody"] if body == "request" else node["responses"][body]
    if "$ref" in node:
        node = target(form, node["$ref"])
    return {**node["content"]["application/json"]["schema"], "components": form["components"]}


@cache
def acceptor(version: str, dereferenced: bool, *, open_codes: bool = False) -> Accepts:
    """Whether a form accepts a body, by a reader of its version of OpenAPI."""
    form = document(version, dereferenced, open_codes=open_codes)
    known: dict[tuple[str, str], Any] = {}

    def accepts(name: str, body: str, value: Any) -> bool:
        if (name, body) not in known:
            schema = body_schema(form, name, body)
            known[name, body] = (
                OAS30Validator(schema, format_checker=checker())
                if version == "3.0"
                else jsonschema_rs.Draft202012Validator(schema, formats=dict(FORMATS), validate_formats=True)
            )
        return bool(known[name, body].is_valid(whole(value) if version == "3.0" else value))

    return accepts


def whole(value: Any) -> Any:
    """A value whose whole numbers are integers: the JSON Schema of OpenAPI 3.0 takes 14.0 for no integer, JSON for 14."""
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def plain(value: Any, body: str) -> Any:
    """A valid body without what only the schemas of one direction allow: notes in a request, nulls and quotes in an answer."""
    if isinstance(value, list):
        return [plain(item, body) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: plain(item, body) for key, item in value.items()}
    if body == "request":
        return {key: item for key, item in kept.items() if key == "_createguid" or not key.startswith("_")}
    quoted = {key for key, item in kept.items() if key in in_quotes() and isinstance(item, str)}
    return {
        key: item
        for key, item in kept.items()
        if key not in quoted and not (item is None and (body < "400" or key.startswith("_")))
    }


def of_corpus() -> list[tuple[str, str, bytes]]:
    return [case(path) for path in EXPECTED if not UNREADABLE & rules(path) and has_body(path)]


CASES: dict[str, Callable[[], list[tuple[str, str, bytes]]]] = {
    "the corpus": of_corpus,
    **{f"mutations {seed}": lambda seed=seed: mutations(seed) for seed in range(4)},  # type: ignore[misc]
}
MARKED = [
    pytest.param(cases, id=name, marks=[] if name == "the corpus" else [pytest.mark.slow])
    for name, cases in CASES.items()
]


@pytest.mark.slow
@pytest.mark.parametrize("cases", MARKED)
def test_all_forms_accept_the_same_bodies(cases: Callable[[], list[tuple[str, str, bytes]]]) -> None:
    seen = set()
    for name, body, text in cases():
        verdicts = {form: acceptor(*form)(name, body, orjson.loads(text)) for form in FORMS}
        assert len(set(verdicts.values())) == 1, f"{name} {body} {verdicts}: {text.decode()}"
        seen |= set(verdicts.values())
    assert seen == {True, False}


@pytest.mark.parametrize("cases", MARKED)
def test_a_form_accepts_all_that_is_valid_but_for_codes_that_it_does_not_know_yet(
    cases: Callable[[], list[tuple[str, str, bytes]]],
) -> None:
    """Nor does it know what the build derives: nulls in answers, codes in quotes, and notes of any kind in requests."""
    for name, body, text in cases():
        if validate(text, name, None if body == "request" else body).valid:
            accepts = acceptor("3.1", False, open_codes=body != "request")
            assert accepts(name, body, plain(orjson.loads(text), body)), f"{name} {body}: {text.decode()}"


@pytest.mark.slow
@pytest.mark.parametrize("cases", MARKED[:2])
def test_all_forms_with_open_codes_accept_the_same_bodies(cases: Callable[[], list[tuple[str, str, bytes]]]) -> None:
    for name, body, text in cases():
        value = orjson.loads(text)
        verdicts = {form: acceptor(*form, open_codes=True)(name, body, value) for form in FORMS}
        assert len(set(verdicts.values())) == 1, f"{name} {body} {verdicts}: {text.decode()}"
        assert verdicts[FORMS[0]] >= acceptor(*FORMS[0])(name, body, value), f"{name} {body}: {text.decode()}"


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS, ids=NAMES)
def test_open_codes_let_a_new_code_through_and_say_which_codes_are_known(form: tuple[str, bool]) -> None:
    accepts = acceptor(*form, open_codes=True)
    assert accepts("getCustomer", "200", {"ID": 1042, "StatusCode": 30002})
    assert not accepts("getCustomer", "200", {"ID": 1042, "StatusCode": "Active"})
    closed = [node for _, node in nodes(document(*form)) if isinstance(node, dict) and "x-enum-varnames" in node]
    told = [node["description"] for _, node in nodes(document(*form, open_codes=True)) if is_described(node)]
    assert closed
    for node in closed:
        known = [f"- `{code}` ({name}): " for code, name in zip(node["enum"], node["x-enum-varnames"], strict=False)]
        assert any(all(line in text for line in known) for text in told), node


def is_described(node: Any) -> bool:
    return isinstance(node, dict) and isinstance(node.get("description"), str)


# What the forms say of a body, and what the validator says: the page on exports explains each.
DIFFERENCES = [
    ("a new code in a response", "getCustomer", "200", {"ID": 1042, "StatusCode": 30002}, False, True),
    ("a typing error in a request", "createCustomer", "request", {"OrgNumber": "914012708", "Nme": "X"}, True, False),
    ("a deeper one", "createCustomer", "request", {"Info": {"Name": "X", "Nme": "X"}}, True, False),
    ("a note of another type in a request", "updateCustomer", "request", {"_links": []}, False, True),
    ("null in an answer", "getCustomer", "200", {"ID": 1042, "Deleted": None}, False, True),
    (
        "a code in quotes in an answer",
        "getCustomer",
        "200",
        {"ID": 1, "Info": {"Phones": [{"Type": "0"}]}},
        False,
        True,
    ),
    ("an error that is none of the documented", "deleteCustomer", "400", {"Reason": "X"}, True, False),
]


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
@pytest.mark.parametrize("case", DIFFERENCES, ids=[case[0] for case in DIFFERENCES])
def test_a_form_and_the_validator_differ_where_the_manual_says(form: tuple[str, bool], case: tuple[Any, ...]) -> None:
    _, name, body, value, accepted, valid = case
    assert acceptor(*form)(name, body, value) == accepted
    assert validate(value, name, None if body == "request" else body).valid == valid


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS, ids=NAMES)
@pytest.mark.parametrize("open_codes", [False, True])
def test_a_form_is_valid_by_its_version(form: tuple[str, bool], *, open_codes: bool) -> None:
    found = document(*form, open_codes=open_codes)
    reader = {"3.0": OpenAPIV30SpecValidator, "3.1": OpenAPIV31SpecValidator}[form[0]]
    assert found["openapi"].startswith(form[0])
    assert [error.message for error in reader(found).iter_errors()] == []


@pytest.mark.parametrize("dereferenced", [False, True])
def test_the_older_form_has_no_word_of_the_newer(dereferenced: bool) -> None:
    found = document("3.0", dereferenced)
    newer = [
        (place, node)
        for place, node in nodes(found)
        if isinstance(node, dict)
        and place[-1:] != ("properties",)
        and (
            isinstance(node.get("type"), list)
            or node.get("type") == "null"
            or {"const", "if", "then", "else"} & node.keys()
            or ("$ref" in node and len(node) > 1)
            or (node.get("nullable") and "type" not in node)
        )
    ]
    assert newer == []
    assert [place for place, node in nodes(found) if isinstance(node, bool) and place[-2:-1] == ("properties",)] == []


@pytest.mark.parametrize("version", openapi.VERSIONS)
def test_a_dereferenced_form_refers_to_schemas_that_contain_themselves_only(version: str) -> None:
    found = document(version, True)
    kept = set(found["components"]["schemas"])
    used = set(references(found, COMPONENTS))
    assert used == kept
    uses = {name: set(references(node, COMPONENTS)) for name, node in found["components"]["schemas"].items()}
    for name in kept:
        assert name in reached(uses, uses[name]), f"{name} does not contain itself; put it in place"


@pytest.mark.parametrize("version", openapi.VERSIONS)
def test_a_dereferenced_form_keeps_what_is_beside_a_reference(version: str) -> None:
    published, found = document("3.1", False), document(version, True)
    kept = [
        (there, {key: item for key, item in node.items() if key != "$ref"})
        for place, node in nodes(published)
        if isinstance(node, dict) and "$ref" in node and len(node) > 1 and (there := at(found, place)) is not None
    ]
    assert kept
    for there, beside in kept:
        whole = there | next(iter(there.get("allOf", ())), {})
        assert beside.items() <= whole.items(), f"{beside} is not beside {there}"


def at(value: Any, place: tuple[Any, ...]) -> Any:
    """What is at a place, or None if there is nothing."""
    for token in place:
        if not (token in value if isinstance(value, dict) else isinstance(value, list) and token < len(value)):
            return None
        value = value[token]
    return value


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
def test_a_form_keeps_operations_extensions_and_examples(form: tuple[str, bool]) -> None:
    published, found = document("3.1", False), document(*form)
    for path, item in published["paths"].items():
        for method, node in item.items():
            other = found["paths"][path][method]
            assert [entry["operationId"] for entry in node.get("x-actions", [])] == [
                entry["operationId"] for entry in other.get("x-actions", [])
            ]
            assert len(other["parameters"] if "parameters" in node else []) == len(node.get("parameters", []))
            assert list(other["responses"]) == list(node["responses"])
            assert ("requestBody" in other) == ("requestBody" in node)
    for name, node in found["components"]["schemas"].items():
        kept = {key for key in published["components"]["schemas"][name] if key.startswith("x-")}
        assert kept <= set(node)


def test_what_the_older_version_cannot_say_is_an_error() -> None:
    head = {"openapi": "3.1.0", "info": {"summary": "S", "description": "D", "license": {"identifier": "MIT"}}}
    cases: list[tuple[dict[str, Any], str]] = [
        ({"const": 1}, "const"),
        ({"type": ["string", "integer"]}, "string, integer"),
        ({"if": {}, "then": {}, "else": {}}, "else"),
        ({"if": {}}, "only if and then"),
    ]
    for schema, message in cases:
        with pytest.raises(ValueError, match=message):
            older.converted({**head, "components": {"schemas": {"X": schema}}})


def test_a_condition_of_the_newer_version_is_kept_in_the_older() -> None:
    has = {name: {"required": [name], "properties": {name: {"type": "string"}}} for name in "ab"}
    schema = {"type": "object", "if": {"not": has["a"]}, "then": has["b"]}
    head = {"openapi": "3.1.0", "info": {"summary": "S", "description": "D", "license": {"identifier": "MIT"}}}
    converted = older.converted({**head, "components": {"schemas": {"X": schema}}})["components"]["schemas"]["X"]
    for value in ({}, {"a": "x"}, {"a": 1}, {"b": "x"}, {"a": 1, "b": "x"}, {"a": "x", "b": 1}, {"a": 1, "b": 1}):
        newer = jsonschema_rs.Draft202012Validator(schema).is_valid(value)
        assert OAS30Validator(converted).is_valid(value) == newer, value


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS[::2], ids=NAMES[::2])
def test_the_yaml_of_a_form_is_its_json(form: tuple[str, bool]) -> None:
    text = openapi.content(form[0], "yaml", dereferenced=form[1])
    assert yaml.load(text, Loader=yaml.CSafeLoader) == document(*form)
    assert YAML(typ="safe").load(text) == document(*form)


PLAIN = st.text(st.characters(codec="utf-8"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | PLAIN,
    lambda inner: st.lists(inner) | st.dictionaries(PLAIN, inner),
)


@pytest.mark.slow
@given(VALUES)
def test_any_value_is_written_as_yaml_that_both_versions_read_alike(value: Any) -> None:
    text = block.written(value)
    assert yaml.safe_load(text) == value
    assert YAML(typ="safe").load(text) == value


@pytest.mark.parametrize(
    "text",
    ["y", "No", "null", "~", "1e3", "0x1f", "2026-01-15", "a: b", "a #b", "- a", "", " a", "a ", "=", "<<", "!a"],
)
def test_a_text_that_yaml_could_take_for_something_else_stays_a_text(text: str) -> None:
    for value in (text, {text: text}, [text]):
        assert yaml.safe_load(block.written(value)) == value
        assert YAML(typ="safe").load(block.written(value)) == value


@pytest.mark.parametrize(
    ("form", "file"),
    [("json", "tools/unimicro_schema/generated/openapi.json"), ("yaml", "docs/reference/openapi.yaml")],
)
def test_the_published_files_are_what_the_command_writes(root: Path, form: str, file: str) -> None:
    assert (root / file).read_bytes() == openapi.content("3.1", form)
