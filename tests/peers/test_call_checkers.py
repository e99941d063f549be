"""Checkers of whole calls on one set of calls, right and wrong: how many each judges rightly is in the results."""

from collections.abc import Callable

import pytest

from peers.call_checkers import CHECKERS, cases


def test_there_are_enough_calls_right_and_wrong() -> None:
    right = sum(case.valid for case in cases())
    assert len(cases()) >= 60
    assert min(right, len(cases()) - right) >= 20


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_checker_gives_its_verdict_on_every_call(judged_calls: Callable[[str], list[bool]], checker: str) -> None:
    verdicts = judged_calls(checker)
    assert len(verdicts) == len(cases())
    assert len(set(verdicts)) > 1


def test_ours_judges_every_call_rightly(judged_calls: Callable[[str], list[bool]]) -> None:
    wrong = [
        case.title
        for case, verdict in zip(cases(), judged_calls("unimicro-schema"), strict=True)
        if verdict != case.valid
    ]
    assert wrong == []
