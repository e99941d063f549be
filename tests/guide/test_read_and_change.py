"""The page on changing a customer that was read: its programs send what the page shows, and the toolkit makes the same."""

import json
from pathlib import Path

from helpers import guide
from helpers.jobs import SECRETS, at
from helpers.programs import LANGUAGES, RUNNERS, completed
from unimicro_schema import validate
from unimicro_schema.mock import serve
from unimicro_schema.mock.server import Received

PAGE = guide.FOLDER / "read-and-change.md"
PROGRAMS = {block.tab: block for block in guide.blocks(guide.written(PAGE)) if block.tab}
SHOWN = next(json.loads(block.text) for block in guide.blocks(guide.complete(PAGE)) if block.language == "json")


def sent(tab: str, folder: Path) -> list[Received]:
    """The requests of the program of a tab."""
    with serve() as server:
        server.answer("getCustomer", 200, "customer")
        run = completed(tab, at(server.url, PROGRAMS[tab].text), folder, SECRETS)
        assert run.returncode == 0, run.stderr
        assert not server.problems
    return server.received


@LANGUAGES
def test_a_program_reads_the_customer_and_sends_what_changed(tab: str, tmp_path: Path) -> None:
    read, changed = sent(tab, tmp_path)
    assert [read.operation, changed.operation] == ["getCustomer", "updateCustomer"]
    assert json.loads(changed.body) == SHOWN


def test_every_language_has_its_program() -> None:
    assert list(PROGRAMS) == list(RUNNERS)
    assert validate(SHOWN, "updateCustomer", strict=True).valid
