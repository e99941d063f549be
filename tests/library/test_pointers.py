"""JSON pointers and references: written, read and followed as RFC 6901 says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unimicro_schema import pointers
from unimicro_schema.pointers import COMPONENTS, DEFINITIONS

# The document of RFC 6901, section 5, with a list in a list; its pointers, as the section lists them, and their values.
DOCUMENT: dict[str, Any] = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
    "~1": 9,
}
POINTERS = {
    "": DOCUMENT,
    "/foo": ["bar", "baz"],
    "/foo/0": "bar",
    "/": 0,
    "/a~1b": 1,
    "/c%d": 2,
    "/e^f": 3,
    "/g|h": 4,
    "/i\\j": 5,
    '/k"l': 6,
    "/ ": 7,
    "/m~0n": 8,
    "/~01": 9,
}
FRAGMENTS = {"#": "", "#/foo/0": "/foo/0", "#/a~1b": "/a~1b", "#/c%25d": "/c%d", "#/g%7Ch": "/g|h", "#/%20": "/ "}

ENTITY = {"$ref": f"{COMPONENTS}Entity"}
NODE: dict[str, Any] = {
    "properties": {"enum": ENTITY, "$ref": {"items": ENTITY | {"description": "beside"}}},
    "responses": {"default": {"$ref": "#/components/responses/Refused"}},
    "anyOf": [{"$ref": f"{COMPONENTS}Other"}, {"type": "null"}],
    "examples": [ENTITY],
    "enum": [ENTITY],
    "default": ENTITY,
    "const": ENTITY,
}


@pytest.mark.parametrize("pointer", POINTERS)
def test_a_pointer_leads_to_its_value(pointer: str) -> None:
    assert pointers.at(DOCUMENT, pointer) == POINTERS[pointer]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_reference_leads_to_the_value_that_its_fragment_names(fragment: str) -> None:
    assert pointers.target(DOCUMENT, fragment) == POINTERS[FRAGMENTS[fragment]]


@given(st.lists(st.text() | st.sampled_from(["~", "/", "~1", "~01", ""])))
def test_what_is_encoded_is_decoded_to_the_same(tokens: list[str]) -> None:
    assert pointers.decode(pointers.encode(tokens)) == tokens


@pytest.mark.parametrize(
    "pointer", ["/nothing", "/foo/2", "/foo/-1", "/foo/x", "/foo/0/0", "/foo/\u0660", "/foo/00", "foo", "#/foo"]
)
def test_a_pointer_that_leads_nowhere_is_a_lookup_error(pointer: str) -> None:
    with pytest.raises(LookupError, match="leads nowhere"):
        pointers.at(DOCUMENT, pointer)


def test_a_text_that_is_not_a_pointer_is_not_decoded() -> None:
    with pytest.raises(ValueError, match="foo/bar is not a JSON pointer"):
        pointers.decode("foo/bar")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}}, "leads to itself"),
        ({"a": {"$ref": "#/c"}}, "/c leads nowhere"),
        ({"a": {"$ref": "other.yaml#/a"}}, "other.yaml#/a leads out of the document"),
    ],
)
def test_a_reference_that_never_ends_at_a_value_is_a_lookup_error(document: dict[str, Any], said: str) -> None:
    with pytest.raises(LookupError, match=said):
        pointers.resolve(document, document["a"])


def test_a_node_is_resolved_through_all_of_its_references() -> None:
    document = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/c~1d"}, "c/d": {"type": "string"}}
    assert pointers.resolve(document, document["a"]) == {"type": "string"}
    assert pointers.resolve(document, {"type": "null"}) == {"type": "null"}


def test_properties_have_references_whatever_their_names_and_payloads_have_none() -> None:
    assert list(pointers.references(NODE)) == [
        f"{COMPONENTS}Entity",
        f"{COMPONENTS}Entity",
        "#/components/responses/Refused",
        f"{COMPONENTS}Other",
    ]
    assert list(pointers.references(NODE, COMPONENTS)) == ["Entity", "Entity", "Other"]


def test_a_moved_value_refers_below_another_place_and_keeps_everything_else() -> None:
    entity = {"$ref": f"{DEFINITIONS}Entity"}
    assert pointers.moved(NODE, COMPONENTS, DEFINITIONS) == NODE | {
        "properties": {"enum": entity, "$ref": {"items": entity | {"description": "beside"}}},
        "anyOf": [{"$ref": f"{DEFINITIONS}Other"}, {"type": "null"}],
    }


def test_everything_that_a_name_leads_to_is_reached_circles_included() -> None:
    uses = {"a": ["b"], "b": ["c", "a"], "c": [], "d": ["a"]}
    assert pointers.reached(uses, ["a"]) == {"a", "b", "c"}
    assert pointers.reached(uses, []) == set()
    assert pointers.reached(uses, ["c"]) == {"c"}


def test_every_value_is_walked_with_its_pointer() -> None:
    walked = list(pointers.walk(DOCUMENT))
    assert walked[0] == ("", DOCUMENT)
    assert len(walked) == 1 + len(DOCUMENT) + len(DOCUMENT["foo"])
    assert [pointers.at(DOCUMENT, pointer) for pointer, _ in walked] == [value for _, value in walked]
