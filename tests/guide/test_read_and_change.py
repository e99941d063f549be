"""The page on changing a customer that was read: its programs send what the page shows, and the toolkit makes the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import guide
from helpers.c_sharp import faults
from unimicro_schema import validate
from unimicro_schema.mock import serve
from unimicro_schema.mock.server import Received

PAGE = guide.FOLDER / "read-and-change.md"
PROGRAMS = {block.tab: block for block in guide.blocks(guide.written(PAGE)) if block.tab}
SHELLS = {
    "curl": ["bash", "-e"],
    "Python": [sys.executable],
    "JavaScript": ["node", "--input-type=module"],
}
COMPANY = "11111111-2222-3333-4444-555555555555"
SHOWN = next(json.loads(block.text) for block in guide.blocks(guide.complete(PAGE)) if block.language == "json")


def sent(tab: str, folder: Path) -> list[Received]:
    """The requests of the program of a tab."""
    with serve() as server:
        server.answer("getCustomer", 200, "customer")
        environment = {"HOST": server.url, "UNIMICRO_TOKEN": "a.b.c", "UNIMICRO_COMPANY_KEY": COMPANY}
        run = subprocess.run(
            SHELLS[tab],
            input=PROGRAMS[tab].text.replace("https://test.unimicro.no", server.url),
            cwd=folder,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert not server.problems
    return server.received


@pytest.mark.parametrize(
    "tab", [pytest.param(tab, marks=[pytest.mark.node] if tab == "JavaScript" else []) for tab in SHELLS]
)
def test_a_program_reads_the_customer_and_sends_what_changed(tab: str, tmp_path: Path) -> None:
    read, changed = sent(tab, tmp_path)
    assert [read.operation, changed.operation] == ["getCustomer", "updateCustomer"]
    assert json.loads(changed.body) == SHOWN


def test_every_language_has_its_program() -> None:
    assert list(PROGRAMS) == ["curl", "Python", "C#", "JavaScript"]
    assert faults(PROGRAMS["C#"].text) == []
    assert validate(SHOWN, "updateCustomer", strict=True).valid
