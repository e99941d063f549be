"""Pairs of readings that show an object in two places, or less than an answer has, and what the smallest update of each is."""

from __future__ import annotations

from typing import Any, NamedTuple

Reading = dict[str, Any]


class Case(NamedTuple):
    """Two readings, and either the update or the pointer and a part of the sentence that refuses it."""

    before: Reading
    after: Reading
    update: Reading | tuple[str, str]


EMAIL = {"ID": 31, "EmailAddress": "ida@example.com"}
CHANGED = EMAIL | {"EmailAddress": "ida.berg@example.com"}
PHONE = {"ID": 60, "Number": "40000119"}
SELLER = {"ID": 6, "Name": "Kari"}
RENAMED = SELLER | {"Name": "Karin"}


def _info(**body: Any) -> Reading:
    return {"ID": 1, "Info": {"ID": 2, **body}}


def _contact(slot: Reading, listed: Reading) -> Reading:
    """A customer whose only contact is in the slot and in the list, with what is read of its relation in each."""
    place = {"ID": 8, "InfoID": 30}
    return _info(
        DefaultContactID=8,
        DefaultContact=place | {"Info": {"ID": 30, **slot}},
        Contacts=[place | {"Info": {"ID": 30, **listed}}],
    )


def _emails(slot: list[Reading], listed: list[Reading]) -> Reading:
    return _contact({"Emails": slot}, {"Emails": listed})


def _codes(*codes: Any) -> Reading:
    return _info(Phones=[{"ID": 60 + index, "Type": code} for index, code in enumerate(codes)])


GONE = {"ID": 31, "Deleted": True}
MARKS = [f"6588024e-24aa-4ee9-8bf5-bc28778f2e9{index}" for index in range(4)]
NEW = {"EmailAddress": "post@example.com", "_createguid": MARKS[0]}
OTHER = {"EmailAddress": "faktura@example.com", "_createguid": MARKS[1]}

CASES: dict[str, Case] = {
    "an email that left one of two copies of its list": Case(
        _emails([EMAIL], [EMAIL]),
        _emails([EMAIL], []),
        _info(Contacts=[{"ID": 8, "Info": {"ID": 30, "Emails": [GONE]}}]),
    ),
    "an email that left the copy in the slot": Case(
        _emails([EMAIL], [EMAIL]),
        _emails([], [EMAIL]),
        _info(DefaultContact={"ID": 8, "Info": {"ID": 30, "Emails": [GONE]}}),
    ),
    "an email that left one copy and is changed in the other": Case(
        _emails([EMAIL], [EMAIL]),
        _emails([CHANGED], []),
        ("/Info/DefaultContact/Info/Emails/0", "is in /Info/Contacts/0/Info/Emails, changed differently"),
    ),
    "a phone that left a list and is in the slot of the other copy": Case(
        _contact({"DefaultPhoneID": 60, "DefaultPhone": PHONE}, {"Phones": [PHONE]}),
        _contact({"DefaultPhoneID": 60, "DefaultPhone": PHONE}, {"Phones": []}),
        ("/Info/DefaultContact/Info/DefaultPhone", "names an object that left Phones"),
    ),
    "a phone that left a list, its slot cleared in one copy": Case(
        _contact({"DefaultPhoneID": 60}, {"DefaultPhoneID": 60, "Phones": [PHONE]}),
        _contact({"DefaultPhoneID": 60}, {"DefaultPhoneID": None, "Phones": []}),
        _info(
            Contacts=[{"ID": 8, "Info": {"ID": 30, "DefaultPhoneID": None, "Phones": [{"ID": 60, "Deleted": True}]}}]
        ),
    ),
    "a phone that left a list and is in a slot whose key was not read": Case(
        _info(DefaultPhone=PHONE, Phones=[PHONE]),
        _info(DefaultPhone=PHONE, Phones=[]),
        ("/Info/DefaultPhone", "names an object that left Phones"),
    ),
    "another key than that of the object, which is renamed": Case(
        {"ID": 1, "DefaultSeller": SELLER},
        {"ID": 1, "DefaultSeller": RENAMED, "DefaultSellerID": 7},
        ("/DefaultSeller", "no update leads there"),
    ),
    "a key and an object that were not read and disagree": Case(
        {"ID": 1},
        {"ID": 1, "DefaultSeller": SELLER, "DefaultSellerID": 7},
        ("/DefaultSeller", "keep one of the two"),
    ),
    "a key that was not read and a new object": Case(
        {"ID": 1},
        {"ID": 1, "DefaultSeller": {"Name": "Ola"}, "DefaultSellerID": 7},
        ("/DefaultSeller", "is a new object"),
    ),
    "a third object beside a key that was not read": Case(
        {"ID": 1, "DefaultSeller": SELLER},
        {"ID": 1, "DefaultSeller": {"ID": 7}, "DefaultSellerID": 8},
        ("/DefaultSeller", "keep one of the two"),
    ),
    "another key beside an emptied slot": Case(
        {"ID": 1, "DefaultSeller": SELLER},
        {"ID": 1, "DefaultSeller": None, "DefaultSellerID": 7},
        {"ID": 1, "DefaultSellerID": 7},
    ),
    "codes as digits in quotes and as numbers": Case(_codes("0", "150101"), _codes(0, 150101), {"ID": 1}),
    "another code in quotes": Case(_codes("0"), _codes("150102"), _info(Phones=[{"ID": 60, "Type": 150102}])),
    "a code in quotes of a new phone": Case(
        _info(Phones=[]),
        _info(Phones=[{"Type": "150102", "_createguid": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}]),
        _info(Phones=[{"Type": 150102, "_createguid": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}]),
    ),
    "a new email in the slot and in the list of a new contact": Case(
        _info(Contacts=[]),
        _info(
            Contacts=[
                {
                    "Info": {"DefaultEmail": NEW, "Emails": [NEW, OTHER], "_createguid": MARKS[2]},
                    "_createguid": MARKS[3],
                }
            ]
        ),
        _info(
            Contacts=[
                {"Info": {"DefaultEmail": NEW, "Emails": [OTHER], "_createguid": MARKS[2]}, "_createguid": MARKS[3]}
            ]
        ),
    ),
    "one mark of two new emails of a new contact": Case(
        _info(Contacts=[]),
        _info(Contacts=[{"Info": {"DefaultEmail": NEW, "Emails": [OTHER | {"_createguid": MARKS[0]}]}}]),
        ("/Info/Contacts/0/Info/Emails/0", "make both alike"),
    ),
}
