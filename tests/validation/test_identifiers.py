"""Check digits: the verdict of python-stdnum, the reference for such numbers, on thousands of them."""

import random

import pytest
from stdnum import ean
from stdnum.no import orgnr

from unimicro_schema.rules import RULES
from unimicro_schema.validation.identifiers import CHECKS, gln, org_number

# For each value of `x-check` a text that the check finds wrong.
WRONG = {"org-number": "914012709", "gln": "7080000000013", "email": "post", "digits": "12 34"}


def numbers(digits: int, seed: int) -> list[str]:
    """Thousands of numbers of that many digits, the same every time."""
    chance = random.Random(seed)  # noqa: S311  # the same numbers every time
    return [f"{chance.randrange(10**digits):0{digits}}" for _ in range(4000)]


@pytest.mark.parametrize("seed", range(2))
def test_nine_digits_are_judged_as_by_the_reference(seed: int) -> None:
    found = {text: org_number(text) is None for text in numbers(9, seed)}
    assert found == {text: orgnr.is_valid(text) for text in found}
    assert set(found.values()) == {True, False}


@pytest.mark.parametrize("seed", range(2))
def test_thirteen_digits_are_judged_as_by_the_reference(seed: int) -> None:
    found = {text: gln(text) is None for text in numbers(13, seed)}
    assert found == {text: ean.is_valid(text) for text in found}
    assert set(found.values()) == {True, False}


@pytest.mark.parametrize("digits", [8, 12, 14])
def test_an_article_number_of_another_length_is_no_location_number(digits: int) -> None:
    articles = [text for text in numbers(digits, seed=0) if ean.is_valid(text)]
    assert articles
    assert all(gln(text) for text in articles)


@pytest.mark.parametrize("digits", [8, 10, 12])
def test_a_number_of_another_length_may_be_of_another_country(digits: int) -> None:
    assert not any(org_number(text) for text in numbers(digits, seed=0))


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_a_right_number_with_spaces_is_told_to_leave_them_out(space: str) -> None:
    right = [text for text in numbers(9, seed=0) if orgnr.is_valid(text)]
    for text in right:
        wrong = org_number(space.join(orgnr.format(text).split()))
        assert wrong is not None
        assert wrong.sentence == "spaces"


@pytest.mark.parametrize("kind", CHECKS)
def test_what_a_check_says_belongs_to_a_rule_of_advice_and_keeps_the_value_to_itself(kind: str) -> None:
    assert kind in WRONG, f"tests/validation/test_identifiers.py: give WRONG a text that the check {kind} finds wrong"
    wrong = CHECKS[kind](WRONG[kind])
    assert wrong is not None
    assert RULES[wrong.rule].severity == "advice"
    assert WRONG[kind] not in RULES[wrong.rule].message(wrong.sentence, {})
