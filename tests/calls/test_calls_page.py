"""The page of the manual on whole calls shows what happens."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from helpers.shell import called

pytest_plugins = ["pytester"]

FOLDER = Path(__file__).parents[2] / "docs/toolkit"
PAGE = FOLDER / "calls.md"
EXAMPLE = FOLDER / "calls_example.py"


def block(language: str, text: str) -> str:
    """The fenced block of the page that has a text."""
    text_of_page = PAGE.read_text(encoding="utf-8")
    blocks: list[str] = re.findall(rf"^```{language}\b[^\n]*\n(.*?)^```$", text_of_page, re.DOTALL | re.MULTILINE)
    return next(found for found in blocks if text in found)


def consoles() -> list[str]:
    """The blocks of the page that show a command and what it prints."""
    found: list[str] = re.findall(
        r"^```console\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found
    return found


def test_the_verdicts_are_as_the_page_shows_them() -> None:
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)
    assert attempted
    assert failed == 0


def steady(text: str) -> str:
    """What is printed without the two numbers that every change of the contract changes."""
    return re.sub(r"(?<=^Contract )[\d.]+|\d+(?= assumed facts)", "N", text, flags=re.MULTILINE)


def test_the_command_prints_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    for console in consoles():
        command, _, shown = console.partition("\n")
        program, *arguments = shlex.split(command.removeprefix("$ "))
        assert program == "unimicro-schema"
        ended = called(*arguments)
        assert steady(ended.out) == steady(shown)
        assert ended.code in {0, 1}


@pytest.mark.slow
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
