"""The programs of the pages for whole jobs, and how those of a language are run."""

import sys

import pytest

from helpers import guide

JOBS = ("find-or-create", "nightly-sync", "close-a-customer", "duplicate-addresses")
SHELLS = {"curl": ["bash"], "Python": [sys.executable], "JavaScript": ["node", "--input-type=module"]}
LANGUAGES = pytest.mark.parametrize(
    "tab", [pytest.param(tab, marks=[pytest.mark.node] if tab == "JavaScript" else []) for tab in SHELLS]
)


def program(job: str, tab: str) -> str:
    """The program of a job in the language of a tab."""
    return next(block.text for block in guide.blocks(guide.written(guide.FOLDER / f"{job}.md")) if block.tab == tab)
