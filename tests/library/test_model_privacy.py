"""What models show of themselves: no personal data, and nothing that the contract does not know."""

from typing import Any

import pytest
from pydantic import BaseModel
from stdnum import iban
from stdnum.no import fodselsnummer, kontonr

from unimicro_schema.build.contract import Contract
from unimicro_schema.models import (
    BankAccount,
    BusinessRelation,
    Contact,
    Customer,
    CustomerCreate,
    CustomerInvoice,
    CustomerUpdate,
    CustomValues,
    EchoedEntities,
    Email,
    KidAliasUsable,
    OpenEntity,
    Phone,
)

BIRTH_NUMBER = "17898500101"
WITH_BIRTH_NUMBERS: list[BaseModel] = [
    CustomerCreate(org_number=BIRTH_NUMBER, social_security_number=BIRTH_NUMBER, efaktura_identifier=BIRTH_NUMBER),
    CustomerUpdate(id=7, reminder_email_address=f"{BIRTH_NUMBER}@example.no"),
    CustomerInvoice(email_address=f"{BIRTH_NUMBER}@example.no"),
    BankAccount(account_number=BIRTH_NUMBER, iban=BIRTH_NUMBER),
    Phone(number=BIRTH_NUMBER, description="Sentralbord"),
    Email(email_address=f"{BIRTH_NUMBER}@example.no"),
    Contact(comment=BIRTH_NUMBER),
    CustomerCreate(org_number="1", info=BusinessRelation(phones=[Phone(number=BIRTH_NUMBER)], default_email=Email(email_address=BIRTH_NUMBER))),
    Customer.model_validate({"ID": 7, "Mobile": BIRTH_NUMBER, "Inner": {"Number": BIRTH_NUMBER}, "Rows": [BIRTH_NUMBER]}),
    Customer.model_validate({"ID": 7, "Info": {"Mobile": BIRTH_NUMBER}}),
    CustomValues.model_validate({"CustomBirthNumber": BIRTH_NUMBER}),
    OpenEntity.model_validate({"Unknown": BIRTH_NUMBER}),
    EchoedEntities.model_validate([{"SocialSecurityNumber": BIRTH_NUMBER}]),
    CustomerUpdate.model_validate({"ID": 7, "_links": [BIRTH_NUMBER], "_note": BIRTH_NUMBER}),
]  # fmt: skip


@pytest.mark.parametrize("model", WITH_BIRTH_NUMBERS, ids=lambda model: type(model).__name__)
def test_no_way_of_showing_a_model_tells_personal_data_or_unknown_values(model: BaseModel) -> None:
    for shown in (
        repr(model),
        str(model),
        f"{model}",
        f"{[model]}",
        str(list(model.__repr_args__())),
    ):
        assert BIRTH_NUMBER not in shown
    assert "***" in repr(model)


@pytest.mark.parametrize("model", WITH_BIRTH_NUMBERS, ids=lambda model: type(model).__name__)
def test_attributes_dumps_copies_and_comparison_have_the_values(model: BaseModel) -> None:
    assert BIRTH_NUMBER in str(model.model_dump())
    assert BIRTH_NUMBER in model.model_dump_json()
    assert model == model.model_copy(deep=True)
    assert model == type(model).model_validate(model.model_dump())


def test_what_is_not_personal_is_shown() -> None:
    body = CustomerUpdate(id=7, credit_days=30, gln=None, info=BusinessRelation(name="X", phones=[Phone(type=150101)]))
    assert repr(body.info) == "BusinessRelation(name='X', phones=[Phone(type=<PhoneType.PHONE: 150101>)])"
    assert repr(body) == f"CustomerUpdate(info={body.info!r}, credit_days=30, gln=None, id=7)"
    assert repr(KidAliasUsable(True)) == "KidAliasUsable(root=True)"


def test_every_property_with_an_example_of_personal_data_is_marked(contract: Contract) -> None:
    def personal(example: Any) -> bool:
        return isinstance(example, str) and (
            "@" in example or fodselsnummer.is_valid(example) or kontonr.is_valid(example) or iban.is_valid(example)
        )

    found = {
        f"{name}.{key}": node.get("x-personal", False)
        for name, schema in contract.schemas.items()
        for key, node in schema.get("properties", {}).items()
        if any(personal(example) for example in node.get("examples", []))
    }
    assert set(found.values()) == {True}, [name for name, marked in found.items() if not marked]
    assert len(found) > 5
