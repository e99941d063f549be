"""The programs of the pages for whole jobs."""

from helpers import guide

JOBS = ("find-or-create", "nightly-sync", "close-a-customer", "duplicate-addresses")


def program(job: str, tab: str) -> str:
    """The program of a job in the language of a tab."""
    return next(block.text for block in guide.blocks(guide.written(guide.FOLDER / f"{job}.md")) if block.tab == tab)
