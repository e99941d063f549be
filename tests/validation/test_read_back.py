"""Read, change, save: what the API answers can be sent back, and what is still told of it."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from helpers.corpus import case, files
from helpers.mutations import mutated
from helpers.pairs import Pair, pairs
from unimicro_schema import cli, operations, validate
from unimicro_schema.calls import check_call
from unimicro_schema.entities import entities
from unimicro_schema.models import Customer, CustomerUpdate
from unimicro_schema.registry import bodies, example_content
from unimicro_schema.suggestions import is_nearly

UPDATE, BULK = "updateCustomer", "bulkSaveCustomers"
ANSWER = ("getCustomer", 200)

NEARLY = {
    "another case": ["creditdays", "CREDITDAYS", "gLN"],
    "a letter lost": ["CreditDay", "reditDays", "PeppolAdress", "OrgNumer"],
    "a letter added": ["CreditDayss", "xCreditDays", "Orgnumbers", "GLNe"],
    "a letter repeated": ["CrreditDays", "WebbUrl"],
    "an underscore lost or added": ["Credit_Days", "createguid"],
    "two letters swapped": ["CreditDasy", "rCeditDays", "OrgNubmer", "WebURl"],
}
NEW = {
    "another digit": ["CreditDays2", "Dimension4", "AcceptableDelta5CustomerPayment", "AcceptableDeltaCustomerPayment"],
    "another word": [
        "CustomerGroupName",
        "AddressLine4",
        "InvoiceEmail",
        "CreditLimit",
        "PaymentTermsName",
        "VatNumber",
    ],
    "a word more or less": ["OrgNumberType", "Days", "DefaultSellerName", "EInvoiceAgreement", "Number"],
    "nothing alike": ["Region", "Segment", "IsVip", "Ø", ""],
}


def flat(names: dict[str, list[str]]) -> list[str]:
    return [name for group in names.values() for name in group]


def read_back(value: Any, operation: str = UPDATE) -> list[tuple[str, str, str]]:
    """The findings on a body that is sent back: severity, rule and pointer."""
    report = validate(value, operation, read_back=True)
    return [(found.severity, found.rule, found.pointer) for found in report.findings]


@pytest.mark.parametrize("name", flat(NEARLY))
def test_a_key_that_is_nearly_a_known_one_is_still_a_typing_error(name: str) -> None:
    assert read_back({"ID": 1, name: 1}) == [("error", "unknown-key", f"/{name}")]


@pytest.mark.parametrize("name", flat(NEW))
def test_a_key_that_the_contract_does_not_know_yet_is_advice(name: str) -> None:
    assert read_back({"ID": 1, name: {"any": [1]}}) == [("advice", "unknown-key", f"/{name}")]
    assert not validate({"ID": 1, name: 1}, UPDATE).valid
    assert not validate({"ID": 1, name: 1}, UPDATE, read_back=True, strict=True).valid


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        *(
            (name, "_createguid")
            for name in ("_createGuid", "_CREATEGUID", "_createdguid", "_creatguid", "_createugid")
        ),
        *((name, "_createguid") for name in ("_create_guid", "_create_Guid", "__createguid")),
        *((name, None) for name in ("_createguid2", "_rowguid", "_creategroupid", "_create", "_guid_of_create")),
    ],
)
def test_a_note_that_is_nearly_the_mark_of_a_new_object_is_told_so(name: str, suggestion: str | None) -> None:
    child = {"ID": 1, "Info": {"ID": 2, "Emails": [{"EmailAddress": "post@example.no", name: "x"}]}}
    [found] = [found for found in validate(child, UPDATE).findings if found.rule == "bookkeeping-key"]
    assert (found.severity, found.suggestion) == ("advice", suggestion)


CASES: dict[str, tuple[Any, list[tuple[str, str, str]]]] = {
    "a code that is new": ({"StatusCode": 30009}, [("advice", "not-in-enum", "/StatusCode")]),
    "a code beyond 32 bits": ({"StatusCode": 2**31}, [("error", "not-in-enum", "/StatusCode")]),
    "a code as text": ({"StatusCode": "Active"}, [("error", "wrong-type", "/StatusCode")]),
    "a phone type in quotes": ({"Info": {"ID": 2, "Phones": [{"ID": 3, "Type": "150101"}]}}, []),
    "null in a flag": ({"IsPrivate": None, "CustomerNumber": None}, []),
    "null in a list": ({"Info": None, "Sellers": None}, []),
    "null as an element": ({"Sellers": [None]}, [("error", "null-not-allowed", "/Sellers/0")]),
    "null as an id": ({"Info": {"ID": None, "_createguid": None}}, [
        ("advice", "create-guid-missing", "/Info"), ("error", "null-not-allowed", "/Info/ID")]),
    "a wrong type": ({"CreditDays": "14"}, [("error", "wrong-type", "/CreditDays")]),
    "a text that is too long": ({"GLN": "7" * 14}, [("error", "too-long", "/GLN")]),
    "a wrong type beside a new key": (
        {"Info": {"ID": 2, "Nytt": 1, "Name": 5}}, [("advice", "unknown-key", "/Info/Nytt"), ("error", "wrong-type", "/Info/Name")]),
    "advice of other kinds": ({"OrgNumber": "914012709"}, [("advice", "org-number-checksum", "/OrgNumber")]),
    "a body that is not an object": ([], [("error", "wrong-type", "")]),
}  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), CASES.values(), ids=CASES)
def test_what_is_sent_back_is_judged_by_what_answers_may_hold(value: Any, expected: list[tuple[str, str, str]]) -> None:
    body = {"ID": 1, **value} if isinstance(value, dict) else value
    assert sorted(read_back(body)) == sorted(expected)
    if isinstance(value, dict):
        found = read_back([{"ID": 7}, body], BULK)
        assert sorted(found) == sorted((severity, rule, f"/1{pointer}") for severity, rule, pointer in expected)


@pytest.mark.parametrize("entry", operations(), ids=lambda entry: entry.id)
def test_only_requests_that_change_what_exists_take_the_flag(
    entry: Any, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    file = tmp_path / "body.json"
    file.write_text("[]" if entry.id == BULK else "{}")
    arguments = ["validate", "--as", entry.id, "--read-back", str(file)]
    if entry.id in {UPDATE, BULK}:
        assert validate(json.loads(file.read_text()), entry.id, read_back=True).valid
        assert cli.main(arguments) == 0
        return
    with pytest.raises(ValueError, match="can be judged as read back"):
        validate({}, entry.id, next((None for _ in [0] if entry.request), 400), read_back=True)
    if entry.request:
        assert cli.main(arguments) == 2
        assert "--read-back" in capsys.readouterr().err


def test_a_response_does_not_take_the_flag(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="can be judged as read back"):
        validate({"ID": 1}, UPDATE, 200, read_back=True)
    assert cli.main(["validate", "--as", UPDATE, "--response", "200", "--read-back", "-"]) == 2
    assert "--read-back" in capsys.readouterr().err


def test_whole_calls_take_the_flag() -> None:
    body = {"ID": 7, "Segment": "A", "IsPrivate": None}
    call = ("PUT", "https://test.unimicro.no/api/biz/customers/7")
    assert not check_call(*call, body=body).valid
    assert check_call(*call, body=body, read_back=True).valid
    assert check_call("GET", call[1], read_back=True).valid


# Over all that is known of answers.


def customers(operation: str, body: str, text: bytes) -> Iterator[Any]:
    """The customers that an answer holds."""
    node = bodies(operation).get(body)
    if body.startswith("2") and node and node.model == "Customer":
        yield from json.loads(text) if node.is_list else [json.loads(text)]


CORPUS = [
    customer
    for path in files()
    if path.startswith("valid/") and "/request/" not in path
    for customer in customers(path.split("/")[1], path.split("/")[2], case(path)[2])
]
SHOWN = [
    customer
    for entry in operations()
    for body, node in bodies(entry.id).items()
    for name in (node.examples if body.startswith("2") else ())
    for customer in customers(entry.id, body, example_content(entry.id, name, body))
]


def slips(value: Any, entity: str) -> bool:
    """Whether an object has, at any depth, a key that is nearly a known one."""
    properties = entities()[entity].properties
    for key, item in value.items() if isinstance(value, dict) else ():
        if key not in properties:
            if not key.startswith("_") and not entities()[entity].open and is_nearly(key, properties):
                return True
            continue
        inner = properties[key].entity
        children = item if isinstance(item, list) else [item]
        if inner and not key.startswith("_") and any(slips(child, inner) for child in children):
            return True
    return False


@pytest.mark.parametrize("value", SHOWN, ids=range(len(SHOWN)))
def test_what_the_sources_show_can_be_sent_back_as_it_is(value: Any) -> None:
    report = validate(value, UPDATE)
    assert report.valid, report.findings
    CustomerUpdate.model_validate_json(Customer.model_validate_json(json.dumps(value)).model_dump_json())


@pytest.mark.slow
def test_valid_answers_can_be_sent_back_and_so_can_their_models() -> None:
    chance = random.Random(11)  # noqa: S311  # the same payloads every time
    sources = [*CORPUS, *SHOWN]
    answers = sources + [mutated(chance.choice(sources), chance) for _ in range(3000)]
    valid = [value for value in answers if validate(value, *ANSWER).valid and not slips(value, "Customer")]
    assert len(valid) > len(answers) / 5
    models = 0
    for value in valid:
        report = validate(value, UPDATE, read_back=True)
        assert report.valid, (report.findings, value)
        if validate(value, UPDATE).valid:
            models += 1
            CustomerUpdate.model_validate_json(Customer.model_validate_json(json.dumps(value)).model_dump_json())
    assert models > len(valid) / 5


@pytest.mark.slow
@settings(deadline=None, max_examples=100)
@given(pairs())
def test_generated_answers_can_be_sent_back(pair: Pair) -> None:
    for reading in (pair.before, pair.after):
        assert validate(reading, *ANSWER).valid
        report = validate(reading, UPDATE, read_back=True)
        assert report.valid, report.findings
