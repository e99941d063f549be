"""A prose linter has nothing to say about the pages and the descriptions of the contract; its words are in `tests/prose/`."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from helpers import guide, npm
from unimicro_schema.build.contract import Contract
from unimicro_schema.pointers import walk

PLACE = Path(__file__).parents[1] / "prose"
TEXTS = ("description", "summary", "cause", "action", "x-enum-descriptions")
"""What readers are shown of the contract."""

pytestmark = [pytest.mark.node, pytest.mark.xdist_group("npm")]


def minded(folder: Path) -> list[str]:
    """What the linter minds in the files of a folder: file, line and message."""
    command = [
        str(npm.install(PLACE) / ".bin" / "textlint"),
        "--config",
        "textlint.json",
        "--format",
        "json",
        str(folder),
    ]
    run = subprocess.run(command, cwd=PLACE, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    return [
        f"{Path(file['filePath']).name}:{message['line']}: {message['message']}"
        for file in json.loads(run.stdout)
        for message in file["messages"]
    ]


def plain(page: Path) -> str:
    """A page whose indented parts, such as warnings and tabs, are text to a reader of Markdown that knows neither."""
    return re.sub(r"^(?: {4})+", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)


def texts(file: str, value: Any) -> list[str]:
    """The texts of a file of the contract, each behind a comment with its pointer."""
    found = []
    for pointer, node in walk(value):
        for key in TEXTS if isinstance(node, dict) and "/examples/" not in pointer else ():
            said = node.get(key)
            found += [
                f"<!-- {file}#{pointer}/{key} -->\n\n{text}\n"
                for text in ([said] if isinstance(said, str) else said or [])
                if isinstance(text, str)
            ]
    return found


def test_the_linter_minds_our_words_and_long_sentences(tmp_path: Path) -> None:
    wrong = ["A blank stands in the name.", "It comes back.", f"This goes {'on and ' * 20}on.", 'There is "no" number.']
    (tmp_path / "wrong.md").write_text("\n\n".join(wrong), encoding="utf-8")
    lines = [int(message.split(":")[1]) for message in minded(tmp_path)]
    assert lines == [1, 1, 3, 5]


def test_no_page_has_a_word_that_we_do_not_use(root: Path, tmp_path: Path) -> None:
    pages = [*guide.PAGES, *sorted((root / "docs/toolkit").glob("*.md"))]
    assert len(pages) > 30
    for page in pages:
        (tmp_path / f"{page.parent.name}-{page.name}").write_text(plain(page), encoding="utf-8")
    assert minded(tmp_path) == []


def test_no_text_of_the_contract_has_a_word_that_we_do_not_use(contract: Contract, tmp_path: Path) -> None:
    found = [(file, texts(file, value)) for file, value in contract.source.files.items() if file.endswith(".yaml")]
    assert sum(len(said) for _, said in found) > 300
    for file, said in found:
        (tmp_path / f"{file.replace('/', '-')}.md").write_text("\n".join(said), encoding="utf-8")
    assert minded(tmp_path) == []
