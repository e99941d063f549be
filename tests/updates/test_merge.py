"""The merge rules: what an update makes of what the server has, and what the platform refuses."""

import copy
import json
import re
from typing import Any

import pytest

from unimicro_schema import example
from unimicro_schema.registry import body_of
from unimicro_schema.updates.merge import merged
from unimicro_schema.updates.rows import UpdateError

Reading = dict[str, Any]
GUID, OTHER_GUID = "6588024e-24aa-4ee9-8bf5-bc28778f2e91", "c2d0a7f4-3b96-4e1d-8f52-9a61e07c4b38"
NEW = {GUID: 9001, OTHER_GUID: 9002}
PHONE = {"ID": 3, "Number": "1", "Description": "a"}
STORED: Reading = {
    "ID": 1,
    "CreditDays": 14,
    "CustomValues": {"CustomA": 1},
    "DefaultSellerID": 6,
    "DefaultSeller": {"ID": 6, "Name": "Ola", "Team": {"ID": 9, "StatusCode": 1}, "User": {"ID": 9, "StatusCode": 1}},
    "Sellers": [{"ID": 60, "SellerID": 7, "Seller": {"ID": 7, "Name": "Kari"}}],
    "BusinessRelationID": 2,
    "Info": {"ID": 2, "DefaultPhoneID": 3, "DefaultPhone": PHONE, "Phones": [PHONE, {"ID": 4, "Number": "2"}]},
}

# An update, and what is at a path afterwards.
CASES: dict[str, tuple[Reading, dict[str, Any]]] = {
    "what is left out stays": ({}, {"CreditDays": 14, "Info.Phones.1.Number": "2"}),
    "a value is changed": ({"CreditDays": 30}, {"CreditDays": 30}),
    "null clears": ({"CreditDays": None}, {"CreditDays": None}),
    "custom values are replaced": ({"CustomValues": {"CustomB": 2}}, {"CustomValues": {"CustomB": 2}}),
    "keys with an underscore are not stored": ({"_links": {}, "_isDirty": True}, {}),
    "a row is changed in all its places": (
        {"Info": {"ID": 2, "Phones": [{"ID": 3, "Number": "9"}]}},
        {"Info.Phones.0.Number": "9", "Info.DefaultPhone.Number": "9", "Info.DefaultPhone.Description": "a"},
    ),
    "an object of another table that has the same id stays": (
        {"DefaultSeller": {"ID": 6, "Team": {"ID": 9, "StatusCode": 2}}},
        {"DefaultSeller.Team.StatusCode": 2, "DefaultSeller.User.StatusCode": 1},
    ),
    "an empty list deletes nothing": ({"Info": {"ID": 2, "Phones": []}}, {"Info.Phones.1.ID": 4}),
    "a deleted row leaves its list and its slot": (
        {"Info": {"ID": 2, "Phones": [{"ID": 3, "Deleted": True}]}},
        {"Info.Phones": [{"ID": 4, "Number": "2"}], "Info.DefaultPhone": None, "Info.DefaultPhoneID": None},
    ),
    "a new row gets an id": (
        {"Info": {"ID": 2, "Phones": [{"ID": 0, "Number": "5", "_createguid": GUID}]}},
        {"Info.Phones.2": {"ID": 9001, "Number": "5"}},
    ),
    "a new row in a slot is in the list too": (
        {"Info": {"ID": 2, "DefaultPhone": {"Number": "5", "_createguid": GUID}}},
        {"Info.DefaultPhoneID": 9001, "Info.DefaultPhone": {"ID": 9001, "Number": "5"}, "Info.Phones.2.ID": 9001},
    ),
    "one mark in two slots is one row": (
        {"Info": {"ID": 2, "InvoiceAddress": {"City": "Oslo", "_createguid": GUID},
                  "ShippingAddress": {"City": "Oslo", "_createguid": GUID}}},
        {"Info.InvoiceAddressID": 9001, "Info.ShippingAddressID": 9001},
    ),
    "a new row inside a new one": (
        {"Info": {"ID": 2, "Contacts": [
            {"_createguid": GUID, "Info": {"Name": "Ida", "_createguid": OTHER_GUID}, "ParentBusinessRelation": {"ID": 2}}]}},
        {"Info.Contacts.0": {"ID": 9001, "InfoID": 9002, "Info": {"ID": 9002, "Name": "Ida"},
                             "ParentBusinessRelationID": 2, "ParentBusinessRelation": {"ID": 2}}},
    ),
    "a key puts the row that it names into the slot": (
        {"DefaultSellerID": 7}, {"DefaultSellerID": 7, "DefaultSeller": {"ID": 7, "Name": "Kari"}}),
    "a key of zero empties the slot": ({"DefaultSellerID": 0}, {"DefaultSellerID": 0, "DefaultSeller": None}),
    "null beside a key says nothing": (
        {"DefaultSellerID": 7, "DefaultSeller": None}, {"DefaultSellerID": 7, "DefaultSeller.Name": "Kari"}),
    "null alone empties the slot": ({"DefaultSeller": None}, {"DefaultSellerID": None, "DefaultSeller": None}),
    "another object is put in and changed": (
        {"DefaultSeller": {"ID": 7, "Name": "Kari K"}},
        {"DefaultSellerID": 7, "DefaultSeller.Name": "Kari K", "Sellers.0.Seller.Name": "Kari K"},
    ),
    "a row from elsewhere is put in": (
        {"Sellers": [{"ID": 61, "SellerID": 6}]}, {"Sellers.1": {"ID": 61, "SellerID": 6}}),
}  # fmt: skip

REFUSED: dict[str, tuple[Reading, str]] = {
    "another id": ({"ID": 5}, "/ID: is not the id"),
    "a new row without a mark": ({"Info": {"ID": 2, "Phones": [{"Number": "5"}]}}, "/Info/Phones/0: is new but has no"),
    "a new row in a slot without a mark": ({"Info": {"ID": 2, "DefaultPhone": {}}}, "/Info/DefaultPhone: is new but has no"),
    "a new row in a new one without a mark": (
        {"Info": {"ID": 2, "Contacts": [{"_createguid": GUID, "Info": {"Name": "x"}}]}}, "/Info/Contacts/0/Info: is new"),
    "a key and an object of different ids": ({"DefaultSellerID": 7, "DefaultSeller": {"ID": 8}}, "/DefaultSeller: has another"),
}  # fmt: skip


def found(value: Any, path: str) -> Any:
    """What is at a path, such as `Info.Phones.0`."""
    for token in path.split("."):
        value = value[int(token) if token.isdecimal() else token]
    return value


@pytest.mark.parametrize(("update", "expected"), CASES.values(), ids=CASES)
def test_an_update_is_merged_by_the_rules_of_the_platform(update: Reading, expected: dict[str, Any]) -> None:
    stored = copy.deepcopy(STORED)
    result = merged(stored, {"ID": 1, **update}, "Customer", NEW.__getitem__)
    assert {path: found(result, path) for path in expected} == expected
    assert stored == STORED
    assert not re.search('"_', json.dumps(result))


@pytest.mark.parametrize(("update", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_platform_refuses_is_refused_with_its_place(update: Reading, message: str) -> None:
    with pytest.raises(UpdateError, match=re.escape(message)):
        merged(STORED, update, "Customer", NEW.__getitem__)


@pytest.mark.parametrize("name", body_of("updateCustomer", None).examples)
def test_every_example_of_an_update_can_be_merged(name: str) -> None:
    stored, update = example("getCustomer", "customer", 200), example("updateCustomer", name)
    result = merged(stored, update, "Customer", lambda _: 9001)
    related = (dict, list, type(None))
    plain = {key: value for key, value in update.items() if not isinstance(value, related) and key[0] != "_"}
    assert plain.items() <= result.items()
    assert result["ID"] == stored["ID"]
