"""Slips in what a payload says of a new child or of a kind of phone are reported once, with what was meant."""

from __future__ import annotations

import pytest

from unimicro_schema import validate
from unimicro_schema.reports.text import line

SLIPS = {
    "phone type in lowercase": (
        "createCustomer",
        '{"Info": {"Name": "Ida Berg", "Phones": [{"Number": "40000119", "type": 150102}]}}',
        ["error unknown-key /Info/Phones/0/type: not a field of Phone; did you mean Type?"],
    ),
    "short name with two letters swapped": (
        "createCustomer",
        '{"OrgNumber": "914012708", "GNL": "7080000000005"}',
        ["error unknown-key /GNL: not a field of CustomerCreate; did you mean GLN?"],
    ),
    "mark of a new child empty": (
        "updateCustomer",
        '{"ID": 1042, "Info": {"ID": 2042, "Emails": [{"EmailAddress": "post@example.com", "_createguid": ""}]}}',
        ["error bad-format /Info/Emails/0/_createguid: must be a GUID (8-4-4-4-12 hexadecimal digits)"],
    ),
    "mark of a new child without its underscore": (
        "updateCustomer",
        '{"ID": 1042, "Info": {"ID": 2042, "Emails": [{"EmailAddress": "post@example.com", "createguid": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}]}}',
        ["error unknown-key /Info/Emails/0/createguid: not a field of Email; did you mean _createguid?"],
    ),
}
"""An operation, a request, and the lines that are printed of it."""


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_reported_once_with_what_was_meant(name: str) -> None:
    operation, text, lines = SLIPS[name]
    found = [line("", finding).removeprefix(":") for finding in validate(text, operation).findings]
    assert [said.partition(" ")[2] for said in found] == lines
