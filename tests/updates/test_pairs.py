"""The smallest update of any consistent pair of readings is valid, and makes the one out of the other."""

import copy
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from helpers.pairs import Pair, covers, new_id, pairs
from unimicro_schema import minimal_update, validate
from unimicro_schema.pointers import at
from unimicro_schema.updates.merge import merged

pytestmark = pytest.mark.slow

REFUSED = {"create-guid-missing", "foreign-key-mismatch"}


def marks(node: Any) -> Iterator[str]:
    """The mark of each new row of an update, as often as the update has it."""
    if isinstance(node, dict) and "_createguid" in node:
        yield node["_createguid"]
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from marks(child)


@settings(deadline=None, max_examples=200)
@given(pairs())
def test_the_update_is_valid_and_makes_one_reading_out_of_the_other(pair: Pair) -> None:
    given_before, given_edited = copy.deepcopy(pair.before), copy.deepcopy(pair.edited)
    update = minimal_update(pair.before, pair.edited)
    assert (pair.before, pair.edited) == (given_before, given_edited)
    report = validate(update, "updateCustomer")
    assert report.valid, (report.findings, update)
    assert not {finding.rule for finding in report.findings} & REFUSED, (report.findings, update)
    counts = Counter(marks(update))
    repeated = [at(update, finding.pointer) for finding in report.findings if finding.rule == "repeated-default"]
    assert all(counts[row["_createguid"]] == 1 for row in repeated), "only a row that says what another new row says"
    stored = merged(pair.before, update, "Customer", new_id)
    assert covers(stored, pair.after, pair) is None, update


@settings(deadline=None, max_examples=100)
@given(pairs())
def test_equal_readings_give_the_id_alone(pair: Pair) -> None:
    assert minimal_update(pair.before, copy.deepcopy(pair.before)) == {"ID": pair.before["ID"]}
