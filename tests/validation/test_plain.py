"""Payloads that programs give as values of Python."""

import datetime as dt
import pathlib
from collections import OrderedDict
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unimicro_schema import explain_error, minimal_update, validate
from unimicro_schema.models import BusinessRelation, CustomerCreate, CustomerStatus
from unimicro_schema.validation.plain import plain

GUID = "3d1f6a52-8c07-4b9e-a1d4-5e2f70c9b836"


class Text(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "another"


class Number(float):
    pass


class Whole(int):
    pass


class Choice(Enum):
    OURS = "914012708"


TAKEN: list[tuple[str, Any, Any]] = [
    ("a subclass of str", {"OrgNumber": Text("914012708")}, {"OrgNumber": "914012708"}),
    ("a subclass of str as a key", {Text("OrgNumber"): "914012708"}, {"OrgNumber": "914012708"}),
    ("a subclass of float", {"OrgNumber": "1", "CreditDays": Number(0.5)}, {"OrgNumber": "1", "CreditDays": 0.5}),
    ("a subclass of int", {"OrgNumber": "1", "CreditDays": Whole(14)}, {"OrgNumber": "1", "CreditDays": 14}),
    ("a code", {"OrgNumber": "1", "StatusCode": CustomerStatus.ACTIVE}, {"OrgNumber": "1", "StatusCode": 30001}),
    ("an enum of texts", {"OrgNumber": Choice.OURS}, {"OrgNumber": "914012708"}),
    ("a UUID", {"OrgNumber": "1", "_createguid": UUID(GUID)}, {"OrgNumber": "1", "_createguid": GUID}),
    ("a UUID where none is", {"OrgNumber": "1", "GLN": UUID(GUID)}, {"OrgNumber": "1", "GLN": GUID}),
    (
        "a datetime",
        {"OrgNumber": "1", "CreatedAt": dt.datetime(2026, 1, 15, 8, 30, tzinfo=dt.UTC)},
        {"OrgNumber": "1", "CreatedAt": "2026-01-15T08:30:00+00:00"},
    ),
    (
        "a datetime without an offset",
        {"OrgNumber": "1", "CreatedAt": dt.datetime(2026, 1, 15)},  # noqa: DTZ001
        {"OrgNumber": "1", "CreatedAt": "2026-01-15T00:00:00"},
    ),
    ("a date", {"OrgNumber": "1", "CreatedAt": dt.date(2026, 1, 15)}, {"OrgNumber": "1", "CreatedAt": "2026-01-15"}),
    ("a decimal", {"OrgNumber": "1", "CreditDays": Decimal("14.5")}, {"OrgNumber": "1", "CreditDays": 14.5}),
    ("a whole decimal", {"OrgNumber": "1", "CreditDays": Decimal("14.00")}, {"OrgNumber": "1", "CreditDays": 14}),
    ("a model", CustomerCreate(org_number="1", credit_days=None), {"OrgNumber": "1", "CreditDays": None}),
    ("a model inside", {"Info": BusinessRelation(name="X", phones=[])}, {"Info": {"Name": "X", "Phones": []}}),
    ("a model that lacks something", {"Info": BusinessRelation()}, {"Info": {}}),
    ("another mapping", MappingProxyType(OrderedDict(OrgNumber="1", Nme=1)), {"OrgNumber": "1", "Nme": 1}),
    ("a tuple", {"OrgNumber": "1", "Sellers": ({"SellerID": 6},)}, {"OrgNumber": "1", "Sellers": [{"SellerID": 6}]}),
    ("bytes that can be changed", bytearray(b'{"OrgNumber": "1", "Nme": 1}'), b'{"OrgNumber": "1", "Nme": 1}'),
    ("a view of bytes", memoryview(b'{"OrgNumber": "1"}'), b'{"OrgNumber": "1"}'),
]


@pytest.mark.parametrize(("given", "same"), [case[1:] for case in TAKEN], ids=[case[0] for case in TAKEN])
def test_a_value_is_taken_as_what_it_is(given: Any, same: Any) -> None:
    assert validate(given, "createCustomer") == validate(same, "createCustomer")


def test_an_object_that_is_there_twice_is_no_circle() -> None:
    phone = {"Number": "22000000", "Type": 150101, "_createguid": GUID}
    info = {"Name": "X", "DefaultPhone": phone, "Phones": [phone]}
    assert validate({"Info": info}, "createCustomer").valid


def a_circle() -> dict[str, Any]:
    info: dict[str, Any] = {"Name": "X", "Contacts": []}
    info["Contacts"].append({"ParentBusinessRelation": info})
    return {"Info": info}


REFUSED: list[tuple[str, Any, str]] = [
    ("a circle", a_circle(), "/Info/Contacts/0/ParentBusinessRelation contains itself"),
    ("a number that is none", {"CreditDays": float("nan")}, "/CreditDays is not a JSON number; leave it out"),
    ("infinity", {"A/b": [Decimal("Infinity")]}, "/A~1b/0 is not a JSON number"),
    ("a set", {"Sellers": {1}}, "/Sellers is a value of type set, which JSON cannot hold; give text"),
    ("bytes inside", {"Info": {"Name": b"X"}}, r"/Info/Name is bytes; give text: value.decode\(\)"),
    ("a key that is not text", {"Info": {1: "X"}}, "/Info has a key of type int; keys of JSON are text"),
    (
        "half of a character",
        {"Info": {"Name": "x\ud800"}},
        "/Info/Name has half of a character .*; give text without it",
    ),
    ("half of a character in a key", {"Info": {"\udc00": 1}}, "/Info has half of a character"),
    (
        "a number of 5,000 digits",
        {"CreditDays": 10**5000},
        "/CreditDays is larger than any double .*; give a smaller number",
    ),
    ("a negative one", {"CreditDays": -(10**309)}, "/CreditDays is larger than any double"),
    ("a path", pathlib.Path("customer.json"), r"the payload is a path; give what the file holds: path.read_bytes\(\)"),
]


TAKERS: dict[str, Callable[[Any], object]] = {
    "validate": lambda given: validate(given, "createCustomer"),
    "minimal_update": lambda given: minimal_update({"ID": 1}, given),
}


@pytest.mark.parametrize("name", TAKERS)
@pytest.mark.parametrize(("given", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_json_cannot_hold_is_named_by_its_place_with_what_to_give_instead(
    given: Any, message: str, name: str
) -> None:
    with pytest.raises(ValueError, match=message):
        TAKERS[name](given)


def test_what_is_no_body_at_all_is_not_explained() -> None:
    with pytest.raises(ValueError, match="the payload is a value of type object, which JSON cannot hold"):
        explain_error(object(), 400)
    assert explain_error(MappingProxyType({"Message": "x"}), 400) == explain_error({"Message": "x"}, 400)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(JSON)
def test_only_what_is_as_json_is_read_is_taken_without_a_copy(value: Any) -> None:
    try:
        found = plain(value)
    except ValueError:
        return
    text = orjson.dumps(value)
    if found is value:
        assert repr(orjson.loads(text)) == repr(value)
    assert orjson.dumps(found) == text


@pytest.mark.parametrize("value", [{"a": [None, True, 1, 0.5, "x"]}, [], "text", {"a": {"b": "\u00e6\U0001f600"}}])
def test_payloads_of_most_programs_are_not_copied(value: Any) -> None:
    assert plain(value) is value


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_any_kind_are_explained(kind: type) -> None:
    assert explain_error(kind(b'{"Message": "x"}'), 400) == explain_error(b'{"Message": "x"}', 400)
