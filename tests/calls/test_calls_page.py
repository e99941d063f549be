"""The page of the manual on whole calls shows what happens."""

import doctest
import re
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

FOLDER = Path(__file__).parents[2] / "docs/toolkit"
PAGE = FOLDER / "calls.md"
EXAMPLE = FOLDER / "calls_example.py"


def block(language: str, text: str) -> str:
    """The fenced block of the page that has a text."""
    text_of_page = PAGE.read_text(encoding="utf-8")
    blocks: list[str] = re.findall(rf"^```{language}\b[^\n]*\n(.*?)^```$", text_of_page, re.DOTALL | re.MULTILINE)
    return next(found for found in blocks if text in found)


def test_the_verdicts_are_as_the_page_shows_them() -> None:
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)
    assert attempted
    assert failed == 0


def test_the_example_passes_and_with_a_misspelt_filter_fails_as_the_page_shows(pytester: pytest.Pytester) -> None:
    right = EXAMPLE.read_text(encoding="utf-8")
    wrong = right.replace("StatusCode eq 30001", "Nme eq 'John Doe'")
    assert wrong != right
    pytester.makepyfile(test_right=right, test_wrong=wrong)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    assert block("text", "Nme").strip() in result.stdout.str()


def test_the_program_that_gives_calls_to_its_clients_runs() -> None:
    ran: list[str] = []
    exec(block("python", "run_the_program()"), {"run_the_program": lambda: ran.append("once")})  # noqa: S102  # our own page
    assert ran == ["once"]
