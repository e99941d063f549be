"""The smallest update: what is sent for each kind of change to a customer that was read, and what is refused."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from helpers.readings import CASES as PAIRS
from helpers.readings import Case
from unimicro_schema import example, minimal_update, validate
from unimicro_schema.formats import FORMATS
from unimicro_schema.models import Customer

Reading = dict[str, Any]
Edit = Callable[[Reading], Any]

GUID = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"
FRESH = "a fresh GUID"
PHONE = {"Number": "40000119", "Type": 150102}


def reading() -> Reading:
    """A customer as it is read with a wide expand. The default phone is in the list of phones too, and so on."""
    customer: Reading = example("getCustomer", "customer", 200)
    seller = {"ID": customer["DefaultSellerID"], "Name": "Ola"}
    seller |= {"Team": {"ID": 9, "StatusCode": 1}, "User": {"ID": 9, "StatusCode": 1}}
    customer |= {"DefaultSeller": seller, "Sellers": []}
    customer["Info"]["BankAccounts"] = []
    for relation in [customer["Info"], *(contact["Info"] for contact in customer["Info"]["Contacts"])]:
        for slot, listed in (("DefaultPhone", "Phones"), ("DefaultEmail", "Emails"), ("InvoiceAddress", "Addresses")):
            item = relation.get(slot)
            if item and item["ID"] not in [other["ID"] for other in relation.setdefault(listed, [])]:
                relation[listed].insert(0, json.loads(json.dumps(item)))
    return customer


def found(customer: Reading, path: str) -> Any:
    """What is at a path of the reading, such as `Info.Phones.0`."""
    value: Any = customer
    for token in path.split("."):
        value = value[int(token) if token.isdecimal() else token]
    return value


def put(path: str, value: Any) -> Edit:
    """Sets a property."""
    where, _, key = path.rpartition(".")

    def edit(customer: Reading) -> None:
        target: Any = found(customer, where) if where else customer
        target[int(key) if key.isdecimal() else key] = value

    return edit


def add(path: str, value: Any) -> Edit:
    """Appends to a list."""
    return lambda customer: found(customer, path).append(value)


def drop(path: str) -> Edit:
    """Takes an element out of a list, or a property out of an object."""
    where, _, key = path.rpartition(".")

    def edit(customer: Reading) -> None:
        target: Any = found(customer, where) if where else customer
        del target[int(key) if key.isdecimal() else key]

    return edit


def update_of(*edits: Edit) -> Any:
    """The update after some edits, with each fresh GUID replaced by a word."""
    before, after = reading(), reading()
    for edit in edits:
        edit(after)
    text = json.dumps(minimal_update(before, after))
    marks = re.findall(r'"_createguid": "([^"]*)"', text)
    assert all(FORMATS["uuid"](mark) for mark in marks)
    for mark in marks:
        text = text if mark == GUID else text.replace(mark, FRESH)
    return json.loads(text)


ID = reading()["ID"]
INFO = reading()["Info"]["ID"]
DEFAULT, OTHER = (phone["ID"] for phone in reading()["Info"]["Phones"])
CONTACT = reading()["Info"]["Contacts"][0]
SELLER = reading()["DefaultSellerID"]


def of_info(**body: Any) -> Reading:
    return {"ID": ID, "Info": {"ID": INFO, **body}}


CASES: dict[str, tuple[list[Edit], Reading]] = {
    "nothing": ([], {"ID": ID}),
    "a plain property": ([put("CreditDays", 31)], {"ID": ID, "CreditDays": 31}),
    "a text that is cleared": ([put("WebUrl", None)], {"ID": ID, "WebUrl": None}),
    "a property that was left out": ([drop("CreditDays")], {"ID": ID}),
    "a property that is new": ([put("Region", "Nord")], {"ID": ID, "Region": "Nord"}),
    "true for one is a change": ([put("CustomValues", {"CustomRank": True})], {"ID": ID, "CustomValues": {"CustomRank": True}}),
    "custom values go whole": (
        [put("CustomValues.CustomA", 1), put("CustomValues.CustomB", [2])],
        {"ID": ID, "CustomValues": reading()["CustomValues"] | {"CustomA": 1, "CustomB": [2]}},
    ),
    "keys with an underscore": ([put("_links", {"relations": {}}), put("Info._guid", "x")], {"ID": ID}),
    "a property of a related object": ([put("Info.Name", "Ny AS")], of_info(Name="Ny AS")),
    "a phone of a contact": (
        [put("Info.Contacts.0.Info.DefaultPhone.Number", "1"), put("Info.Contacts.0.Info.Phones.0.Number", "1")],
        of_info(Contacts=[{"ID": CONTACT["ID"], "Info": {"ID": CONTACT["InfoID"], "DefaultPhone": {
            "ID": CONTACT["Info"]["DefaultPhoneID"], "Number": "1"}}}]),
    ),
    "a new phone": ([add("Info.Phones", PHONE)], of_info(Phones=[PHONE | {"_createguid": FRESH}])),
    "a new phone with an id of zero": (
        [add("Info.Phones", {"ID": 0, **PHONE})],
        of_info(Phones=[PHONE | {"_createguid": FRESH}]),
    ),
    "a new phone with a mark": (
        [add("Info.Phones", PHONE | {"_createguid": GUID, "_isDirty": True})],
        of_info(Phones=[PHONE | {"_createguid": GUID}]),
    ),
    "a new contact with a phone": (
        [add("Info.Contacts", {"Info": {"Name": "Ida", "Phones": [PHONE], "BankAccounts": []}, "InfoID": None})],
        of_info(Contacts=[{
            "Info": {"Name": "Ida", "Phones": [PHONE | {"_createguid": FRESH}], "BankAccounts": [], "_createguid": FRESH},
            "InfoID": None, "_createguid": FRESH}]),
    ),
    "a new link to a seller that exists": (
        [add("Sellers", {"Seller": {"ID": 77, "Name": "Kari"}, "Percent": 50})],
        {"ID": ID, "Sellers": [{"SellerID": 77, "Percent": 50, "_createguid": FRESH}]},
    ),
    "a phone that left": ([drop("Info.Phones.1")], of_info(Phones=[{"ID": OTHER, "Deleted": True}])),
    "an emptied list, its slot cleared by the object": (
        [put("Info.Phones", []), put("Info.DefaultPhone", None)],
        of_info(DefaultPhoneID=None, Phones=[{"ID": DEFAULT, "Deleted": True}, {"ID": OTHER, "Deleted": True}]),
    ),
    "an emptied list, its slot cleared by the key": (
        [put("Info.Phones", []), put("Info.DefaultPhoneID", None)],
        of_info(DefaultPhoneID=None, Phones=[{"ID": DEFAULT, "Deleted": True}, {"ID": OTHER, "Deleted": True}]),
    ),
    "a phone marked as deleted": ([put("Info.Phones.1.Deleted", True)], of_info(Phones=[{"ID": OTHER, "Deleted": True}])),
    "a list that was left out": ([drop("Info.Phones")], {"ID": ID}),
    "a list in another order": ([lambda customer: customer["Info"]["Phones"].reverse()], {"ID": ID}),
    "a phone changed in its slot": ([put("Info.DefaultPhone.Number", "1")], of_info(DefaultPhone={"ID": DEFAULT, "Number": "1"})),
    "a phone changed in its list": ([put("Info.Phones.0.Number", "1")], of_info(Phones=[{"ID": DEFAULT, "Number": "1"}])),
    "a phone changed alike in both": (
        [put("Info.DefaultPhone.Number", "1"), put("Info.Phones.0.Number", "1")],
        of_info(DefaultPhone={"ID": DEFAULT, "Number": "1"}),
    ),
    "a phone changed in its slot while another becomes the default": (
        [put("Info.DefaultPhoneID", OTHER), put("Info.DefaultPhone.Number", "1")],
        of_info(DefaultPhoneID=OTHER, Phones=[{"ID": DEFAULT, "Number": "1"}]),
    ),
    "another default phone by its key": ([put("Info.DefaultPhoneID", OTHER)], of_info(DefaultPhoneID=OTHER)),
    "another default phone by the object": (
        [lambda customer: customer["Info"].update(DefaultPhone=customer["Info"]["Phones"][1])],
        of_info(DefaultPhoneID=OTHER),
    ),
    "another default phone that is changed too": (
        [put("Info.DefaultPhoneID", OTHER), put("Info.Phones.1.Number", "1")],
        of_info(DefaultPhoneID=OTHER, Phones=[{"ID": OTHER, "Number": "1"}]),
    ),
    "objects of two tables that have the same id": (
        [put("DefaultSeller.Team.StatusCode", 2), put("DefaultSeller.User.StatusCode", 3)],
        {"ID": ID, "DefaultSeller": {
            "ID": SELLER, "Team": {"ID": 9, "StatusCode": 2}, "User": {"ID": 9, "StatusCode": 3}}},
    ),
    "a slot cleared by its key": ([put("Info.DefaultPhoneID", None)], of_info(DefaultPhoneID=None)),
    "a slot cleared by its object": ([put("Info.DefaultPhone", None)], of_info(DefaultPhoneID=None)),
    "a seller taken away by id zero": ([put("DefaultSellerID", 0)], {"ID": ID, "DefaultSellerID": 0}),
    "another seller by key and object": (
        [put("DefaultSellerID", SELLER + 1), put("DefaultSeller", {"ID": SELLER + 1, "Name": "Kari"})],
        {"ID": ID, "DefaultSellerID": SELLER + 1},
    ),
    "a new default phone": (
        [put("Info.DefaultPhone", PHONE)],
        of_info(DefaultPhoneID=None, DefaultPhone=PHONE | {"_createguid": FRESH}),
    ),
    "a new default phone that is in the list too": (
        [put("Info.DefaultPhone", PHONE), add("Info.Phones", PHONE)],
        of_info(DefaultPhoneID=None, DefaultPhone=PHONE | {"_createguid": FRESH}),
    ),
    "a new address in two slots": (
        [put("Info.InvoiceAddress", {"City": "Oslo", "_createguid": GUID}),
         put("Info.ShippingAddress", {"City": "Oslo", "_createguid": GUID})],
        of_info(InvoiceAddressID=None, InvoiceAddress={"City": "Oslo", "_createguid": GUID},
                ShippingAddressID=None, ShippingAddress={"City": "Oslo", "_createguid": GUID}),
    ),
}  # fmt: skip

REFUSED: dict[str, tuple[list[Edit], str, str]] = {
    "another customer": ([put("ID", 5)], "/ID", "must be the same"),
    "no id": ([drop("ID")], "/ID", "must be the same"),
    "null for a flag": ([put("IsPrivate", None)], "/IsPrivate", "requests refuse null"),
    "null for a flag of a new object": (
        [add("Info.BankAccounts", {"AccountNumber": "1", "Locked": None})], "/Info/BankAccounts/0/Locked", "requests refuse null"),
    "null for a list with rows": ([put("Info.Phones", None)], "/Info/Phones", "give an empty list"),
    "a relation that a key must name": ([put("Info", None)], "/Info", "requests refuse null for BusinessRelationID"),
    "changed differently in slot and list": (
        [put("Info.DefaultPhone.Number", "1"), put("Info.Phones.0.Number", "2")],
        "/Info/Phones/0/Number", "is in /Info/DefaultPhone, changed differently"),
    "another property in slot and list": (
        [put("Info.DefaultPhone.Number", "1"), put("Info.Phones.0.Description", "2")],
        "/Info/Phones/0/", "is in /Info/DefaultPhone, changed differently"),
    "gone from the list but not from the slot": ([drop("Info.Phones.0")], "/Info/DefaultPhone", "names an object that left Phones"),
    "a key for one and an object for another": (
        [put("DefaultSellerID", SELLER + 1), put("DefaultSeller", {"ID": SELLER + 2})], "/DefaultSeller", "keep one of the two"),
    "a key and a new object": (
        [put("DefaultSellerID", SELLER + 1), put("DefaultSeller", {"Name": "Kari"})], "/DefaultSeller", "is a new object"),
    "a seller that is changed and left": (
        [put("DefaultSellerID", SELLER + 1), put("DefaultSeller.Name", "Kari")], "/DefaultSeller", "no update leads there"),
    "one mark for a slot and something else in the list": (
        [put("Info.DefaultPhone", PHONE | {"_createguid": GUID}), add("Info.Phones", {"_createguid": GUID})],
        "/Info/Phones/2", "make both alike"),
    "a text for a list": ([put("Info.Phones", "40000119")], "/Info/Phones", "must be a list"),
    "a text for an object": ([put("Info.DefaultPhone", "40000119")], "/Info/DefaultPhone", "must be an object"),
    "a text for a row": ([add("Info.Phones", "40000119")], "/Info/Phones/2", "must be an object"),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "body"), CASES.values(), ids=CASES)
def test_what_changed_is_sent_and_nothing_else(edits: list[Edit], body: Reading) -> None:
    update = update_of(*edits)
    assert update == body
    assert json.dumps(update, sort_keys=True) == json.dumps(body, sort_keys=True)  # true is not 1
    assert next(iter(update)) == "ID"


@pytest.mark.parametrize(("edits", "pointer", "part"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_sent_or_is_said_in_two_ways_is_refused_with_its_place(
    edits: list[Edit], pointer: str, part: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(part)) as caught:
        update_of(*edits)
    assert str(caught.value).startswith(pointer)
    assert "40000119" not in str(caught.value)


@pytest.mark.parametrize("case", PAIRS.values(), ids=PAIRS)
def test_no_change_is_lost_where_an_object_is_in_two_places_or_little_was_read(case: Case) -> None:
    unchanged = json.dumps([case.before, case.after])
    if isinstance(case.update, tuple):
        pointer, part = case.update
        with pytest.raises(ValueError, match=re.escape(part)) as caught:
            minimal_update(case.before, case.after)
        assert str(caught.value).startswith(f"{pointer}: ")
    else:
        assert minimal_update(case.before, case.after) == case.update
        assert minimal_update(case.before, case.before) == {"ID": 1}
        assert validate(case.update, "updateCustomer", strict=True).valid
    assert json.dumps([case.before, case.after]) == unchanged


@pytest.mark.parametrize("form", [json.dumps, lambda value: json.dumps(value).encode(), Customer.model_validate, dict])
def test_readings_are_taken_parsed_as_texts_and_as_models(form: Callable[[Reading], Any]) -> None:
    after = reading() | {"CreditDays": 31}
    assert minimal_update(form(reading()), form(after)) == {"ID": ID, "CreditDays": 31}


@pytest.mark.parametrize("given", ["[]", b"{", 5, None, [reading()]])
def test_what_is_not_one_customer_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match="the second reading"):
        minimal_update(reading(), given)


def test_what_is_nested_too_deep_to_compare_is_refused() -> None:
    opening = "".join(f'{{"ID": {number}, "Companies": [{{"ID": {number}, "Customer": ' for number in range(1, 300))
    text = opening + '{"ID": 300}' + "}]}" * 299
    for given in (text, json.loads(text)):
        with pytest.raises(ValueError, match="nested too deep"):
            minimal_update(given, given)


def test_the_update_shares_nothing_with_the_readings() -> None:
    after = reading()
    after["CustomValues"]["CustomA"] = [1]
    update = minimal_update(reading(), after)
    update["CustomValues"]["CustomA"].append(2)
    assert after["CustomValues"]["CustomA"] == [1]


def test_each_call_makes_marks_of_its_own() -> None:
    after = reading()
    after["Info"]["Phones"] += [PHONE, PHONE]
    marks = [phone["_createguid"] for _ in range(2) for phone in minimal_update(reading(), after)["Info"]["Phones"]]
    assert len(set(marks)) == 4


def test_a_new_phone_that_the_update_sends_draws_no_advice() -> None:
    after = reading()
    after["Info"]["Phones"].append(PHONE)
    assert validate(minimal_update(reading(), after), "updateCustomer", strict=True).valid
