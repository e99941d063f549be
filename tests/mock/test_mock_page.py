"""The page of the manual on the mock shows what happens."""

import doctest
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.serving import PATIENT, SECRETS, started
from unimicro_schema.commands.mock import PORT
from unimicro_schema.mock import Mock

pytest_plugins = ["pytester"]

FOLDER = Path(__file__).parents[2] / "docs/toolkit"
TEXT = (FOLDER / "mock.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\b[^\n]*\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


COMMANDS = [(command, shown) for (language, command), (_, shown) in pairwise(BLOCKS) if language == "bash"]
"""The commands of the page, each with what it shows next: what the server answers."""


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_a_command_is_answered_as_the_page_shows(command: str, shown: str, unimicro_api: Mock) -> None:
    here = command.replace(f"http://127.0.0.1:{PORT}", unimicro_api.url)
    shell = ["bash", "-c", here]
    done = subprocess.run(shell, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == shown.strip()


def test_it_prints_what_the_page_shows() -> None:
    [ready] = [text for language, text in BLOCKS if language == "console"]
    [lines] = [text for language, text in BLOCKS if language == "text"]
    with started("--port", "0") as (url, process):
        for query in ("top=1", "filter=Nme eq 'x'"):
            PATIENT.get(f"{url}/api/biz/customers?{query}", headers=SECRETS)
        assert process.stdout
        printed = "".join(process.stdout.readline() for _ in lines.splitlines())
    assert printed == lines
    assert ready == f"$ unimicro-schema mock\nhttp://127.0.0.1:{PORT}: ready; press Ctrl-C to end\n"


def test_the_program_in_python_prints_what_the_page_shows() -> None:
    failed, attempted = doctest.testfile(str(FOLDER / "mock.md"), module_relative=False)
    assert attempted
    assert failed == 0


@pytest.mark.slow
def test_the_example_passes(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_program=(FOLDER / "mock_example.py").read_text(encoding="utf-8"))
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=3)
