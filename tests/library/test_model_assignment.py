"""Assignment to an attribute of a model: checked as a constructor checks it, and at a cost that does not grow with the body."""

import json
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel, ValidationError

from unimicro_schema.models import (
    Address,
    BankAccount,
    BusinessRelation,
    Customer,
    CustomerCreate,
    CustomerStatus,
    CustomerUpdate,
    KidAliasUsable,
    Phone,
    PhoneType,
)

GUID = "3d1f6a52-8c07-4b9e-a1d4-5e2f70c9b836"
PERSONAL = "Kari Ærlig Nordmann"


def a_body() -> CustomerCreate:
    return CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe", phones=[Phone(number="1")]))


# What is assigned wrongly: why it is wrong, the model, the attribute, the value.
REFUSED: list[tuple[str, BaseModel, str, Any]] = [
    ("a text for a number", a_body(), "credit_days", PERSONAL),
    ("a number for a text", a_body(), "org_number", 914012708),
    ("a fraction", a_body(), "credit_days", 14.5),
    ("a number beyond int32", a_body(), "credit_days", 2**31),
    ("a text that is too long", a_body(), "gln", PERSONAL),
    ("an unknown code", a_body(), "status_code", 30002),
    ("an unknown code of a part", Phone(type=150101), "type", 150104),
    ("a code as text", Phone(type=150101), "type", "mobile"),
    ("null where requests refuse it", CustomerUpdate(is_private=True), "is_private", None),
    ("no GUID", Address(create_guid=GUID), "create_guid", PERSONAL),
    ("no date-time", a_body(), "created_at", PERSONAL),
    ("a datetime without an offset", a_body(), "created_at", datetime(2026, 1, 15, 8, 30)),  # noqa: DTZ001
    ("a date", a_body(), "created_at", date(2026, 1, 15)),
    ("a UUID where no GUID is", a_body(), "org_number", UUID(GUID)),
    ("another entity", a_body(), "info", Phone()),
    ("a list for an object", a_body(), "info", [BusinessRelation()]),
    ("a wrong element", BusinessRelation(), "phones", [Phone(), Address()]),
    ("a typo in a part", a_body(), "info", {"name": "X", "nme": PERSONAL}),
    ("an unknown code in a part of a request", a_body(), "info", BusinessRelation(phones=[Phone(type=150104)])),
    ("a wrong type in a response", Customer(id=1), "credit_days", PERSONAL),
    ("null for an id", Customer(id=1), "id", None),
    ("a wrong root", KidAliasUsable(True), "root", PERSONAL),
]


@pytest.mark.parametrize(("model", "name", "value"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_wrong_assignment_raises_and_leaves_the_old_value(model: BaseModel, name: str, value: Any) -> None:
    before = model.model_copy(deep=True)
    with pytest.raises(ValidationError) as error:
        setattr(model, name, value)
    assert PERSONAL not in str(error.value)
    assert model == before
    assert model.model_dump_json() == before.model_dump_json()


def test_what_is_assigned_is_kept_as_a_constructor_keeps_it() -> None:
    body: Any = a_body()
    body.credit_days = 14.0
    body.status_code = 30001
    body.is_private = True
    body.info = {"name": "Kari Nordmann", "phones": [{"type": 150102}]}
    assert type(body.credit_days) is int
    assert body.status_code is CustomerStatus.ACTIVE
    assert isinstance(body.info, BusinessRelation)
    assert json.loads(body.model_dump_json()) == {
        "OrgNumber": "914012708",
        "CreditDays": 14,
        "StatusCode": 30001,
        "IsPrivate": True,
        "Info": {"Name": "Kari Nordmann", "Phones": [{"Type": 150102}]},
    }
    body.info.phones = [Phone(type=PhoneType.FAX)]
    body.gln = None
    del body.info
    assert json.loads(body.model_dump_json())["GLN"] is None
    assert "Info" not in json.loads(body.model_dump_json())


def test_an_object_that_was_read_is_assigned_as_it_is() -> None:
    """Unknown properties of a response harm nothing in a response; a constructor takes such an object too."""
    read = BusinessRelation.model_validate({"Name": "X", "Segment": "A"})
    customer = Customer(id=1)
    customer.info = read
    assert customer.info is read


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 1, 15, 8, 30, tzinfo=UTC), "2026-01-15T08:30:00+00:00"),
        (datetime(2026, 1, 15, 8, 30, 0, 477000, timezone(timedelta(hours=-3))), "2026-01-15T08:30:00.477000-03:00"),
        ("2026-01-15T08:30:00.1234567Z", "2026-01-15T08:30:00.1234567Z"),
    ],
)
def test_a_datetime_with_an_offset_is_taken_and_written_as_text(value: Any, text: str) -> None:
    address = Address(created_at=value)
    assert (address.created_at, address.model_dump_json()) == (text, f'{{"CreatedAt":"{text}"}}')
    address.updated_at = value
    assert address.model_dump(mode="python")["UpdatedAt"] == text


@pytest.mark.parametrize("value", [UUID(GUID), GUID, GUID.upper()])
def test_a_uuid_is_taken_and_written_as_text(value: Any) -> None:
    address = Address(create_guid=value)
    assert (address.create_guid, address.model_dump_json()) == (str(value), f'{{"_createguid":"{value}"}}')
    address.create_guid = value
    assert address.model_dump(mode="python") == {"_createguid": str(value)}


def calls_of_an_assignment(body: CustomerCreate) -> int:
    """How many functions of Python run when a field is assigned."""
    body.credit_days = 1  # what is made once is made
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(profile)
    try:
        body.credit_days = 30
    finally:
        sys.setprofile(None)
    return count


def test_an_assignment_costs_the_same_in_a_body_of_any_size() -> None:
    small, large = a_body(), a_body()
    assert large.info
    large.info.bank_accounts = [BankAccount(account_number="86011117947") for _ in range(1000)]
    assert calls_of_an_assignment(large) == calls_of_an_assignment(small)
