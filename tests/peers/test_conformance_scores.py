"""Validators of others judge the conformance kit as its manifest expects: what they miss is in the text, or has a reason."""

from collections.abc import Callable

import pytest

from peers.judges import JUDGES, Score

TITLES = [judge.title for judge in JUDGES]
LOSSY = {"Zod"}
"""Validators that are known to know less than JSON Schema; the page says what."""


@pytest.mark.parametrize("title", [title for title in TITLES if title not in LOSSY])
def test_a_validator_of_json_schema_differs_only_by_the_text(title: str, scores: Callable[[str], Score]) -> None:
    found = scores(title)
    assert found.right + found.text == found.bodies > 300
    assert 0 < found.text < 20


@pytest.mark.parametrize("title", sorted(LOSSY))
def test_a_validator_that_knows_less_is_seen_to(title: str, scores: Callable[[str], Score]) -> None:
    found = scores(title)
    assert found.unread + found.passed + found.refused > 0
    assert found.right > found.bodies / 2
