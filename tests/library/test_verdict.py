"""A report as a truth value."""

import pytest

from unimicro_schema import check_query, validate


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
