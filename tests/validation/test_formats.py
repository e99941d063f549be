"""The text formats: what counts, and that the engine takes the same texts as we do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from unimicro_schema import FORMATS
from unimicro_schema.build import engine
from unimicro_schema.formats import PATTERNS, anchored
from unimicro_schema.registry import bodies, operations, published

GUID = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"
DATE = "2016-02-29T23:59:60+01:00"

TEXTS = [
    ("uuid", GUID, True),
    ("uuid", GUID.upper(), True),
    ("uuid", GUID.replace("-", ""), False),
    ("uuid", f"{{{GUID}}}", False),
    ("uuid", f"urn:uuid:{GUID}", False),
    ("uuid", f"{GUID}\n", False),
    ("date-time", "2017-09-26T12:01:22.79Z", True),
    ("date-time", "2017-09-26t12:01:22z", True),
    ("date-time", "2017-09-26T12:01:22.4772345+02:00", True),
    ("date-time", "2016-12-31T23:59:60Z", True),
    ("date-time", "2016-12-31T23:58:60Z", False),
    ("date-time", "2017-09-26T12:01:22", False),
    ("date-time", "2017-09-26 12:01:22Z", False),
    ("date-time", "2017-02-29T12:01:22Z", False),
    ("date-time", "2016-02-29T12:01:22Z", True),
    ("date-time", "1900-02-29T12:01:22Z", False),
    ("date-time", "2000-02-29T12:01:22Z", True),
    ("date-time", "0000-01-01T12:01:22Z", False),
    ("date-time", "2017-04-31T12:01:22Z", False),
    ("date-time", "2016-12-31T23:59:59Z\n", False),
    ("date-time", "2017-01-01T00:00:60-23:59", False),
    ("date-time", "2017-09-26T24:00:00Z", False),
    ("date-time", "2017-09-26T12:01:22+24:00", False),
    ("date-time", "2017-09-26", False),
]


@pytest.mark.parametrize(("name", "text", "fits"), TEXTS)
def test_a_text_is_of_a_format_or_not(name: str, text: str, *, fits: bool) -> None:
    assert FORMATS[name](text) is fits


def taken(name: str, text: str) -> bool:
    """Whether the engine takes a text for a format of a published schema."""
    return bool(jsonschema_rs.Draft202012Validator(engine.compiled({"format": name})).is_valid(text))


@pytest.mark.parametrize(("name", "text", "fits"), TEXTS)
def test_the_engine_judges_as_we_do(name: str, text: str, *, fits: bool) -> None:
    assert taken(name, text) is fits


def test_the_engine_is_given_the_published_schema_with_patterns_for_formats_and_without_words() -> None:
    for operation in operations():
        for kind in bodies(operation.id):
            given = json.loads(published.for_engine(operation.id, kind))
            public = json.loads(published.schema(f"{operation.id}/{kind}"))
            definitions = {name: given["$defs"][name] for name in public["$defs"]}
            assert definitions == {name: engine.compiled(node) for name, node in public["$defs"].items()}
            assert {"$defs", "$schema"} <= given.keys() <= public.keys()
            assert {node["format"] for node in nodes(definitions) if isinstance(node.get("format"), str)} == set()


def test_what_the_engine_is_given_keeps_properties_whose_names_are_keywords_for_readers() -> None:
    schema = {
        "description": "A report.",
        "properties": {
            "description": {"type": "string", "title": "What it is"},
            "title": True,
            "format": {"enum": ["description"]},
        },
        "if": {"properties": {"examples": {"format": "uuid"}}},
        "anyOf": [{"deprecated": True, "required": ["examples"]}],
    }
    assert engine.compiled(schema) == {
        "properties": {"description": {"type": "string"}, "title": True, "format": {"enum": ["description"]}},
        "if": {"properties": {"examples": {"pattern": anchored(PATTERNS["uuid"])}}},
        "anyOf": [{"required": ["examples"]}],
    }


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(child)


@given(st.datetimes(), st.sampled_from(["Z", "z", "+02:00", "-23:59", "+24:00", ""]), st.sampled_from("Tt "))
@settings(max_examples=500, deadline=None)
def test_every_day_of_the_calendar_is_a_date(when: datetime, offset: str, letter: str) -> None:
    text = when.isoformat().replace("T", letter) + offset
    fits = letter != " " and offset not in {"+24:00", ""}
    assert FORMATS["date-time"](text) is fits
    assert taken("date-time", text) is fits


@given(st.integers(0, 24), st.text(alphabet="0269-:TtZz+.\n ٣", max_size=2))
@settings(max_examples=500, deadline=None)
def test_the_engine_takes_the_same_altered_dates_as_we_do(place: int, instead: str) -> None:
    altered = DATE[:place] + instead + DATE[place + 1 :]
    assert taken("date-time", altered) is FORMATS["date-time"](altered)


@given(st.text(alphabet="0123456789abcdefABCDEFgG-{}: \n٣", max_size=40) | st.uuids().map(str))
@example(GUID)
@settings(max_examples=500, deadline=None)
def test_the_engine_takes_the_same_texts_for_guids_as_we_do(text: str) -> None:
    assert taken("uuid", text) is FORMATS["uuid"](text)


@given(st.integers(0, 40), st.text(alphabet="0fFgG-{}\n ٣", max_size=2))
@settings(max_examples=500, deadline=None)
def test_the_engine_takes_the_same_altered_guids_as_we_do(place: int, instead: str) -> None:
    altered = GUID[:place] + instead + GUID[place + 1 :]
    assert taken("uuid", altered) is FORMATS["uuid"](altered)
