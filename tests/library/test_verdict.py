"""A report as a truth value, and what is not the name of an operation."""

from collections.abc import Callable
from typing import Any

import pytest

from unimicro_schema import check_query, schema, validate


@pytest.mark.parametrize(
    "payload", [b'{"OrgNumber": "914012708"}', b'{"OrgNumber": "914012709"}', b"{}", b"{", b'{"Nme": 1}']
)
@pytest.mark.parametrize("strict", [False, True])
def test_a_report_is_true_exactly_if_the_payload_is_valid(payload: bytes, *, strict: bool) -> None:
    report = validate(payload, "createCustomer", strict=strict)
    assert bool(report) is report.valid


def test_the_verdicts_of_a_request_and_of_a_query_can_be_asked_for_by_if() -> None:
    assert validate({"OrgNumber": "914012708"}, "createCustomer")
    assert not validate({}, "createCustomer")
    assert check_query("top=10")
    assert not check_query("top=ten")


@pytest.mark.parametrize("name", [None, 5, b"createCustomer"])
@pytest.mark.parametrize("call", [lambda name: validate("{}", name), lambda name: check_query("top=1", name), schema])
def test_what_is_not_the_name_of_an_operation_is_refused_in_a_sentence(
    name: Any, call: Callable[[Any], object]
) -> None:
    with pytest.raises(TypeError, match=r"^the name of an operation is text, such as \w+, not of type \w+$"):
        call(name)
