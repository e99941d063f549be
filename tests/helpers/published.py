"""The pages of the site that were ever published. A link to one must lead somewhere for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.building import configuration
from helpers.expected import Expected, Lines

_ROOT = Path(__file__).parents[2]


def current() -> list[str]:
    """The source of each page of the navigation."""
    return sorted(_sources(configuration(_ROOT)["nav"]))


def _sources(nav: list[Any]) -> Iterator[str]:
    for item in nav:
        value = next(iter(item.values())) if isinstance(item, dict) else item
        if isinstance(value, list):
            yield from _sources(value)
        else:
            yield value


def _now() -> Lines:
    """The pages that were recorded, and those of today: a page is never taken off the list."""
    return {"pages": sorted({*EXPECTED.lines.get("pages", ()), *current()})}


EXPECTED = Expected(_ROOT / "tests/site/expected.json", _now)
