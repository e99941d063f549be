"""The models: how they are made, read, changed and written."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from unimicro_schema.models import (
    Address,
    BadRequest,
    BusinessRelation,
    Customer,
    CustomerCreate,
    CustomerStatus,
    CustomerUpdate,
    CustomValues,
    MessageObject,
    Phone,
    PhoneType,
    ServerError,
    ValidationMessage,
    ValidationResult,
)

PERSONAL = "Kari Ærlig Nordmann"  # a value that no error may repeat

# A call of a constructor that must raise: what is wrong with it, the model, the arguments.
MISTAKES: list[tuple[str, type[BaseModel], dict[str, Any]]] = [
    ("a typo", CustomerCreate, {"org_numer": PERSONAL}),
    ("a typo beside what is right", CustomerCreate, {"org_number": "914012708", "nickname": PERSONAL}),
    ("a typo in a response", Customer, {"id": 1042, "org_numer": PERSONAL}),
    ("a typo in a part", BusinessRelation, {"nme": PERSONAL}),
    ("a typo in a nested object", CustomerCreate, {"info": {"name": "X", "nme": PERSONAL}}),
    ("a typo in a list", CustomerUpdate, {"info": {"phones": [{"numbr": PERSONAL}]}}),
    ("no identity", CustomerCreate, {}),
    ("an empty identity", CustomerCreate, {"org_number": "", "info": BusinessRelation(name="")}),
    ("a null identity", CustomerCreate, {"org_number": None, "info": BusinessRelation(name=None)}),
    ("a text for a number", CustomerUpdate, {"credit_days": PERSONAL}),
    ("a number for a text", CustomerUpdate, {"org_number": 914012708}),
    ("a fraction", CustomerUpdate, {"credit_days": 14.5}),
    ("a number beyond int32", CustomerUpdate, {"credit_days": 2**31}),
    ("a text that is too long", CustomerUpdate, {"gln": PERSONAL}),
    ("no GUID", CustomerUpdate, {"create_guid": PERSONAL}),
    ("no date-time", CustomerUpdate, {"created_at": PERSONAL}),
    ("null for a list in a request", CustomerUpdate, {"info": BusinessRelation(phones=None)}),
    ("null for a flag in a request", CustomerUpdate, {"info": BusinessRelation(phones=[Phone(deleted=None)])}),
    ("null for an id", Phone, {"id": None}),
    ("a code in quotes in a request", CustomerUpdate, {"info": {"phones": [{"type": "150101"}]}}),
    ("a word for a code", Phone, {"type": "Mobile"}),
    ("false for the code 0", Phone, {"type": False}),
    ("an unknown code", CustomerUpdate, {"status_code": 30002}),
    ("an unknown code in a list", CustomerUpdate, {"info": BusinessRelation(phones=[Phone(type=150104)])}),
    ("a missing key", ServerError, {"source": PERSONAL}),
]

BODY: dict[str, Any] = {
    "OrgNumber": "914012708",
    "Info": {"Name": "John Doe", "DefaultPhone": {"Type": 150102, "Number": "40000117"}, "InvoiceAddress": None},
}


def test_a_constructor_takes_the_python_names() -> None:
    phone = Phone(type=PhoneType.MOBILE, number="40000117")
    body = CustomerCreate(
        org_number="914012708", info=BusinessRelation(name="John Doe", default_phone=phone, invoice_address=None)
    )
    assert json.loads(body.model_dump_json()) == BODY


def test_a_constructor_takes_the_names_on_the_wire_too() -> None:
    assert json.loads(CustomerCreate(**BODY).model_dump_json()) == BODY
    assert CustomerCreate(**BODY) == CustomerCreate.model_validate_json(json.dumps(BODY))


def test_a_constructor_takes_plain_values_with_either_names() -> None:
    mixed: dict[str, Any] = {"org_number": "1", "Info": {"name": "John Doe", "Emails": [{"email_address": "x"}]}}
    written = json.loads(CustomerCreate(**mixed).model_dump_json())
    assert written == {"OrgNumber": "1", "Info": {"Name": "John Doe", "Emails": [{"EmailAddress": "x"}]}}


@pytest.mark.parametrize(("model", "arguments"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_raises_and_the_error_does_not_repeat_the_value(
    model: type[BaseModel], arguments: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError) as error:
        model(**arguments)
    assert PERSONAL not in str(error.value)
    assert PERSONAL not in repr(error.value)


@pytest.mark.parametrize("name", ["org_number", "orgNumber", "orgnumber", "Org_Number"])
def test_json_takes_the_names_on_the_wire_only(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        CustomerCreate.model_validate_json(json.dumps({"OrgNumber": "914012708", name: "914012708"}))


@pytest.mark.parametrize(
    "text",
    [
        '{"ID": 1042, "Segment": "A"}',
        '{"ID": 1042, "Info": {"Segment": null, "Phones": [{"Unheard": {"Inner": [1.0, "x"]}}]}}',
        '{"ID": 1042, "OrgNumber": null, "CustomValues": {"CustomRegion": null}}',
        '{"ID": 1042, "StatusCode": 30009, "_links": {"actions": {}, "more": 1}}',
        '{"ID": 1042, "CreatedAt": "2026-01-15T08:30:00.1234567Z", "AcceptableDelta4CustomerPayment": 0.1}',
        '{"ID": 1042, "org_number": "914012708", "id": 7, "copy": 1}',
    ],
)
def test_a_response_is_written_as_it_was_read(text: str) -> None:
    assert json.loads(Customer.model_validate_json(text).model_dump_json()) == json.loads(text)


def test_unknown_fields_of_a_response_can_be_read() -> None:
    customer = Customer.model_validate_json('{"ID": 1042, "Segment": "A"}')
    assert customer.model_extra == {"Segment": "A"}


def test_what_is_absent_stays_absent_however_it_is_written() -> None:
    body = CustomerUpdate(credit_days=None)
    assert body.model_dump_json() == '{"CreditDays":null}'
    assert body.model_dump() == {"CreditDays": None}
    assert body.model_dump(by_alias=False) == {"credit_days": None}
    assert Customer(id=1, info=BusinessRelation(phones=[Phone()])).model_dump() == {"ID": 1, "Info": {"Phones": [{}]}}


def test_a_known_code_is_a_member_of_its_enum_and_an_unknown_one_a_number() -> None:
    text = (
        '{"ID": 1, "StatusCode": 30001, "Info": {"Phones": [{"Type": 150102}, {"Type": 150199}, {"Type": 150103.0}]}}'
    )
    customer = Customer.model_validate_json(text)
    assert customer.status_code is CustomerStatus.ACTIVE
    assert customer.info is not None
    assert customer.info.phones is not None
    known, unknown, pointed = customer.info.phones
    assert known.type is PhoneType.MOBILE
    assert type(unknown.type) is int
    assert pointed.type is PhoneType.FAX


def test_an_attribute_can_be_changed_but_not_misspelt() -> None:
    body = CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe"))
    body.credit_days = 30
    assert json.loads(body.model_dump_json())["CreditDays"] == 30
    with pytest.raises(AttributeError, match="credit_day"):
        body.credit_day = 30  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="OrgNumber"):
        body.info.OrgNumber = "914012708"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ['{"StatusCode": 1}', '{"Info": {"Phones": [{"Type": 1}]}}', '{"Info": {"Phones": null}}']
)
def test_the_first_use_of_a_model_in_a_program_gives_the_verdict_of_any_other(text: str) -> None:
    """Classes are made ready when they are used, and one that is used inside another does not know its types before."""
    program = f"from unimicro_schema.models import CustomerUpdate as M; M.model_validate_json({text!r})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ValidationError: 1 validation error for CustomerUpdate" in done.stderr


def test_names_with_an_underscore_have_plain_attributes() -> None:
    guid = "3d1f6a52-8c07-4b9e-a1d4-5e2f70c9b836"
    address = Address(create_guid=guid, guid=guid, is_dirty=True)
    assert address.model_dump() == {"_createguid": guid, "_guid": guid, "_isDirty": True}


def test_names_that_differ_only_in_the_case_of_a_letter_are_kept_apart() -> None:
    assert MessageObject(message="x").model_dump() == {"Message": "x"}
    assert MessageObject.model_validate({"message": "x"}).model_dump() == {"message": "x"}
    assert MessageObject.model_validate_json('{"message": "x"}').model_dump() == {"message": "x"}


@pytest.mark.parametrize(
    "text",
    [
        '{"ID": 1, "_links": {"actions": {"next": {"href": "/api/biz/customers/1?action=next", "label": null}}}}',
        '{"ID": 1, "OrgNumber": null, "Companies": null, "_more": {"x": [1]}, "Info": {"ID": 2, "Name": null}}',
        '{"ID": 1, "Info": {"ID": 2, "Phones": [{"ID": 3, "Type": 0}], "_validationResults": {}}}',
    ],
)
def test_what_was_read_can_be_sent_back(text: str) -> None:
    read = Customer.model_validate_json(text).model_dump_json()
    assert json.loads(CustomerUpdate.model_validate_json(read).model_dump_json()) == json.loads(text)


def test_a_request_may_hold_any_json_in_notes_and_a_response_only_what_the_contract_has_there() -> None:
    text = '{"ID": 1, "_links": [], "_isDirty": "true", "_guid": 7}'
    assert json.loads(CustomerUpdate.model_validate_json(text).model_dump_json()) == json.loads(text)
    with pytest.raises(ValidationError) as error:
        Customer.model_validate_json(text)
    assert sorted(fault["loc"] for fault in error.value.errors()) == [("_guid",), ("_isDirty",), ("_links",)]


def test_links_of_a_response_are_models() -> None:
    customer = Customer.model_validate_json('{"ID": 1, "_links": {"actions": {"next": {"href": "biz/customers/2"}}}}')
    assert customer.links is not None
    assert customer.links.actions is not None
    assert customer.links.actions["next"].href == "biz/customers/2"


def test_a_code_in_quotes_is_read_as_the_number() -> None:
    phones = BusinessRelation.model_validate_json('{"Phones": [{"Type": "150102"}, {"Type": "150199"}, {"Type": "0"}]}')
    assert phones.phones is not None
    known, unknown, none = phones.phones
    assert known.type is PhoneType.MOBILE
    assert type(unknown.type) is int
    assert none.type is PhoneType.NOT_SET
    assert phones.model_dump_json() == '{"Phones":[{"Type":150102},{"Type":150199},{"Type":0}]}'


def test_a_model_shows_only_what_is_set() -> None:
    assert repr(CustomerUpdate(credit_days=30)) == "CustomerUpdate(credit_days=30)"


def test_entities_that_the_contract_does_not_describe_in_full_take_any_key_in_a_request() -> None:
    values: dict[str, Any] = {"CustomRegion": "Nord"}
    plain: dict[str, Any] = {"custom_values": values}
    for body in (CustomerUpdate(custom_values=CustomValues(**values)), CustomerUpdate(**plain)):
        assert body.model_dump_json() == '{"CustomValues":{"CustomRegion":"Nord"}}'


def test_the_shape_of_an_error_is_recognised(root: Path) -> None:
    text = (root / "tests/data/error-400.json").read_bytes()
    assert isinstance(BadRequest.model_validate_json(text).root, ValidationMessage)
    assert isinstance(BadRequest.model_validate_json(b'{"Messages": []}').root, ValidationResult)
