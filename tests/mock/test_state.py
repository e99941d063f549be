"""Whatever is created, changed and read in whatever order: the mock has what the merge rules make of it."""

import copy
import json
from email.message import Message
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from unimicro_schema import check_call, example, minimal_update, validate
from unimicro_schema.mock.service import MockRequest, Service
from unimicro_schema.registry import operation
from unimicro_schema.updates.merge import merged

Reading = dict[str, Any]
HEADERS = Message()
HEADERS["Authorization"] = "Bearer a.b.c"
HEADERS["CompanyKey"] = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"
HEADERS["Content-Type"] = "application/json"
LIST = "/api/biz/customers"
WIDE = (
    "Info.Phones,Info.Addresses,Info.Emails,Info.DefaultPhone,Info.DefaultEmail,Info.InvoiceAddress,"
    "Info.ShippingAddress,Info.Contacts.Info.DefaultPhone,Dimensions,DefaultSeller"
)
REQUEST = operation("createCustomer").request
BODIES = [example("createCustomer", name) for name in (REQUEST.examples if REQUEST else ())]
TEXTS = st.text("abcæø", max_size=5)


def fresh(body: Any) -> Any:
    """A body with other marks: each mark makes one object, once."""
    marks: dict[str, str] = {}

    def renewed(value: Any) -> Any:
        if isinstance(value, list):
            return [renewed(item) for item in value]
        if not isinstance(value, dict):
            return value
        node = {key: renewed(item) for key, item in value.items()}
        if node.get("_createguid"):
            node["_createguid"] = marks.setdefault(node["_createguid"], str(uuid4()))
        return node

    return renewed(copy.deepcopy(body))


class Customers(RuleBasedStateMachine):
    """Calls of the mock, and what each customer must be."""

    made = Bundle("made")

    def __init__(self) -> None:
        super().__init__()
        self.service = Service()
        self.wanted: dict[int, Reading] = {number: self.read(number) for number in (1042, 1057)}

    def call(self, method: str, target: str, body: Any = None) -> Any:
        """The answer to a call, which is one of the contract."""
        content = b"" if body is None else json.dumps(body).encode()
        replied = self.service.reply(MockRequest(method, target, HEADERS, content))
        answer = replied.answer
        report = check_call(method, target, status=answer.status, answer=answer.body or None)
        assert [item for item in report.findings if item.part == "answer"] == []
        assert answer.status < 300, answer.body
        return json.loads(answer.body) if answer.body else None

    def read(self, number: int) -> Reading:
        row: Reading = self.call("GET", f"{LIST}/{number}?expand={WIDE}")
        return row

    @rule(target=made, body=st.sampled_from(BODIES))
    def create(self, body: Reading) -> int:
        number: int = self.call("POST", LIST, fresh(body))["ID"]
        assert number not in self.wanted
        self.wanted[number] = self.read(number)
        return number

    @rule(number=made | st.just(1042), days=st.integers(0, 90), name=TEXTS, gone=st.booleans(), added=st.booleans())
    def change(self, number: int, days: int, name: str, gone: bool, added: bool) -> None:
        before = self.wanted[number]
        edited = copy.deepcopy(before)
        edited["CreditDays"] = days
        info = edited["Info"] or {}
        phones = info.get("Phones", [])
        if info:
            info["Name"] = name or "A"
        if gone and phones:
            left = phones.pop()
            if (info.get("DefaultPhone") or {}).get("ID") == left["ID"]:
                info["DefaultPhone"] = info["DefaultPhoneID"] = None
        if added and info:
            phones.append({"Number": name, "Type": 150101, "_createguid": str(uuid4())})
        update = minimal_update(before, edited)
        assert validate(update, "updateCustomer").valid
        self.call("PUT", f"{LIST}/{number}", update)
        after = self.read(number)
        new = iter([phone["ID"] for phone in (after["Info"] or {}).get("Phones", []) if phone not in phones][-1:])
        expected = merged(before, update, "Customer", lambda _: next(new))
        for phone in expected["Info"]["Phones"] if added and info else ():
            phone.setdefault("Deleted", False)  # the server says this of every object
            phone.setdefault("CustomValues", {})
        assert after == expected
        self.wanted[number] = after

    @rule(number=consumes(made))
    def delete(self, number: int) -> None:
        self.call("DELETE", f"{LIST}/{number}")
        del self.wanted[number]

    @invariant()
    def the_others_are_as_they_were(self) -> None:
        rows = self.call("GET", f"{LIST}?expand={WIDE}")
        assert {row["ID"]: row for row in rows} == self.wanted


Customers.TestCase.settings = settings(deadline=None, max_examples=25, stateful_step_count=12)
TestCustomers = pytest.mark.slow(Customers.TestCase)
