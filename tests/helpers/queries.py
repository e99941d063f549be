"""The queries of `query_cases.json`, each with a mark before the places where a finding must be."""

import json
from pathlib import Path
from typing import Any

from helpers.expected import Expected
from unimicro_schema.query import check_query
from unimicro_schema.reports.text import line

MARK = "▸"
_FOLDER = Path(__file__).parents[1] / "query"

CASES: dict[str, list[dict[str, Any]]] = json.loads((_FOLDER / "query_cases.json").read_bytes())


def unmarked(text: str) -> tuple[str, list[int]]:
    """A text without its marks, and the columns where they were."""
    parts = text.split(MARK)
    columns = [len("".join(parts[: index + 1])) + 1 for index in range(len(parts) - 1)]
    return "".join(parts), columns


def names() -> list[str]:
    """The queries that have findings, each after the name of its operation."""
    return [f"{case['as']} {case['text']}" for kind in ("invalid", "advised") for case in CASES[kind]]


def printed(name: str) -> list[str]:
    """What the command prints for a query, without what the query is called."""
    operation, _, text = name.partition(" ")
    return [line("", found).removeprefix(":") for found in check_query(unmarked(text)[0], operation).findings]


EXPECTED = Expected(_FOLDER / "expected.json", lambda: {name: printed(name) for name in names()})
