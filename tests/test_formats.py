"""The text formats: what counts, and that the engine's own GUIDs are ours."""

from __future__ import annotations

import jsonschema_rs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from unimicro_schema import FORMATS

GUID = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"

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
    ("date-time", "2017-09-26T24:00:00Z", False),
    ("date-time", "2017-09-26T12:01:22+24:00", False),
    ("date-time", "2017-09-26", False),
]


@pytest.mark.parametrize(("name", "text", "fits"), TEXTS)
def test_a_text_is_of_a_format_or_not(name: str, text: str, *, fits: bool) -> None:
    assert FORMATS[name](text) is fits


@given(st.text(alphabet="0123456789abcdefABCDEFgG-{}: \n٣", max_size=40) | st.uuids().map(str))
@example(GUID)
@settings(max_examples=500)
def test_the_engine_takes_the_same_texts_for_guids_as_we_do(text: str) -> None:
    engine = jsonschema_rs.Draft202012Validator({"format": "uuid"}, validate_formats=True)
    assert engine.is_valid(text) is FORMATS["uuid"](text)


@given(st.integers(0, 40), st.text(alphabet="0fFgG-{}\n ٣", max_size=2))
@settings(max_examples=500)
def test_the_engine_takes_the_same_altered_guids_as_we_do(place: int, instead: str) -> None:
    engine = jsonschema_rs.Draft202012Validator({"format": "uuid"}, validate_formats=True)
    altered = GUID[:place] + instead + GUID[place + 1 :]
    assert engine.is_valid(altered) is FORMATS["uuid"](altered)
