"""The walk that names defects: it knows every keyword that the schemas use, and no depth or length is too much for it."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from unimicro_schema import validate
from unimicro_schema.registry import bodies, operations, published
from unimicro_schema.validation.conditions import fits
from unimicro_schema.validation.keywords import KEYS, PLAIN, UNIONS
from unimicro_schema.validation.nodes import Nodes
from unimicro_schema.validation.walk import _INSIDE, _MANY, _NAMED

BODIES = [(entry.id, body) for entry in operations() for body in bodies(entry.id)]
SCHEMAS = {f"{operation} {body}": json.loads(published.for_engine(operation, body)) for operation, body in BODIES}
CONDITIONS = {"if", "not", "contains"}
NESTED = UNIONS | KEYS | {"$ref", "items", "then", "else"} | CONDITIONS  # these hold other schemas
ANNOTATIONS = {"$schema", "$defs", "description"}  # these say nothing of what is valid


def schemas_in(node: Any, *, asking: bool = False) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every schema in a schema, and whether it only asks: it is a condition, or a way of an identity."""
    if not isinstance(node, dict):
        return
    yield node, asking
    for keyword, value in node.items():
        if keyword in {"properties", "patternProperties", "$defs"}:
            for inner in value.values():
                yield from schemas_in(inner, asking=asking)
        elif keyword in {"anyOf", "oneOf"}:
            for inner in value:
                yield from schemas_in(inner, asking=asking or {"type": "null"} not in value)
        elif keyword in NESTED:
            yield from schemas_in(value, asking=asking or keyword in CONDITIONS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_written_in_the_keywords_that_the_walk_knows(name: str) -> None:
    told = _NAMED.keys() | _INSIDE.keys() | KEYS | {"$ref", "oneOf", "then", "else", "type"}
    asked = PLAIN.keys() | KEYS | {"$ref", "anyOf", "not", "contains", "type"}
    for node, asking in schemas_in(SCHEMAS[name]):
        # A definition that only conditions refer to is written in their keywords.
        only_asked = asking or "contains" in str(node.get("anyOf"))
        assert node.keys() - ANNOTATIONS <= (asked if only_asked else told), node


def conditions() -> list[tuple[Any, dict[str, Any]]]:
    """What the schemas of bodies ask, with the definitions that it refers to."""
    found = {}
    for whole in SCHEMAS.values():
        for node, asking in schemas_in(whole):
            if asking:
                found[json.dumps(node)] = (node, whole.get("$defs", {}))
    return list(found.values())


ASKED = conditions()
KEYS_ASKED = sorted({key for node, _ in ASKED for key in [*node.get("properties", {}), *node.get("required", [])]})
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEYS_ASKED, "x"]), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=500)
@given(st.sampled_from(ASKED), VALUES)
@example(ASKED[0], {})
def test_a_condition_has_the_answer_of_the_engine(condition: tuple[Any, dict[str, Any]], value: Any) -> None:
    node, definitions = condition
    engine = jsonschema_rs.Draft202012Validator({**node, "$defs": definitions})
    assert fits(node, value, definitions) == engine.is_valid(value)


def test_a_defect_is_named_at_any_depth_that_can_be_read() -> None:
    depth = 250
    text = '{"Info":{"Contacts":[' * depth + '{"Nme":1}' + "]}}" * depth
    (finding,) = (found for found in validate(text, "updateCustomer").findings if found.rule == "unknown-key")
    assert finding.pointer == "/Info/Contacts/0" * depth + "/Nme"


@pytest.mark.parametrize("length", [_MANY, _MANY + 1, 10 * _MANY])
def test_a_list_of_any_length_has_the_findings_of_its_items(length: int) -> None:
    items: list[Any] = [{"ID": 1, "CreditDays": "x"}, {"ID": 2}, None, {"ID": 3, "Nme": 1}, {"ID": 4.0}, {"ID": 4.5}]
    value = [items[index % len(items)] for index in range(length)]
    single = [validate([item], "bulkSaveCustomers").findings for item in items]
    wanted = [
        (found.rule, found.pointer.replace("/0", f"/{index}", 1), found.message)
        for index in range(length)
        for found in single[index % len(items)]
    ]
    found = validate(json.dumps(value), "bulkSaveCustomers").findings
    assert [(one.rule, one.pointer, one.message) for one in found] == wanted


@pytest.mark.parametrize(("value", "kind"), [(14.0, "whole number"), (1e300, "whole number"), (14.5, "number")])
def test_a_number_is_whole_by_its_value(value: float, kind: str) -> None:
    (finding,) = validate({"OrgNumber": "914012708", "GLN": value}, "createCustomer").findings
    assert finding.message.endswith(f"not a {kind}")


# A schema, a value that a glance shows to be right, and one that it does not.
GLANCES: list[tuple[Any, Any, Any]] = [
    ({"type": "string"}, "x", 1),
    ({"type": "string", "maxLength": 1}, "x", "xy"),
    ({"type": "string", "pattern": "^a"}, "ab", "b"),
    ({"type": "integer", "minimum": 1, "enum": [0, 1]}, 1, 0),
    ({"type": "boolean"}, True, 1),
    ({"anyOf": [{"type": "string", "maxLength": 1}, {"type": "null"}]}, None, "xy"),
    ({"type": "array", "items": {"type": "string"}}, [], ["x"]),
    ({"type": "array"}, ["x"], "x"),
    ({"anyOf": [{"type": "object", "properties": {}}, {"type": "null"}]}, None, {}),
]


@pytest.mark.parametrize(("schema", "right", "other"), GLANCES)
def test_a_glance_passes_plain_values_that_are_right_and_leaves_the_rest_to_the_walk(
    schema: Any, right: Any, other: Any
) -> None:
    node = Nodes({"type": "object"}).of(schema, "")
    assert node.passes(right)
    assert not node.passes(other)


def test_a_value_that_nothing_can_make_right_passes_no_glance() -> None:
    node = Nodes({"type": "object"}).of(False, "")  # a schema may be false
    assert not node.passes(None)
    assert node.trivial == frozenset()
