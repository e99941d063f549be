"""The responses on the page of an operation: all that is known of each property, at every level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from unimicro_schema.build.contract import JSON, Contract, component
from unimicro_schema.build.pages import properties

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]


def test_the_tree_of_a_response_says_everything_of_a_property_and_opens_level_by_level(
    site: Path, contract: Contract
) -> None:
    for operation in contract.operations:
        page = site / f"reference/operations/{operation.id}/index.html"
        html = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        anchors = {str(tag["id"]): tag for tag in html.find_all(id=True)}
        for status, node in contract.responses(operation).items():
            if status < "400" and "content" in node:
                name, _ = component(node["content"][JSON]["schema"])
                told = dict(rows_of(anchors, contract, name, f"response-{status}", 1))
                wanted = reachable(contract, name) if contract.schemas[name].get("properties") else set()
                assert set(told.values()) >= wanted, operation.id


def rows_of(
    anchors: Mapping[str, Tag], contract: Contract, name: str, path: str, level: int
) -> Iterator[tuple[str, str]]:
    """The anchors of the rows below one, each with its entity, after a look at what each row says."""
    schema = contract.schemas[name]
    for key, node in schema["properties"].items() if "properties" in schema else ():
        place = f"{path}-{key.lower()}"
        anchor = anchors.get(place)
        if anchor is None:
            assert level > 1 or node.get("x-shown-in", "response") != "response", place
            continue
        yield place, name
        row = anchor.find_parent("li")
        assert row
        # One more where it is among those that every object has.
        assert len(row.find_parents("details", class_="branch")) in {level, level + 1}, place
        assert not row.find_parents("details", open=True)
        said = " ".join(row.p.get_text().split()) if row.p else ""
        for words in [*properties.limits(node), *(["read-only"] if node.get("readOnly") else [])]:
            assert words in said, place
        above = row.p.find("a", string="Described above") if row.p else None
        if above:  # the request describes it
            described = anchors.get(str(above["href"]).removeprefix("#"))
            line = described.find_parent("li") if described else None
            assert line, place
            said = line.get_text()
        assert plain(node["description"])[:30] in plain(said), place
        if inner := properties.target(node):
            yield from rows_of(anchors, contract, inner, place, level + 1)


def plain(text: str) -> str:
    """The letters of a text, without the links of Markdown."""
    return re.sub(r"\W", "", re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text)).replace("_", "")


def reachable(contract: Contract, name: str) -> set[str]:
    """A component with those that its bodies hold, as far as they have properties of their own."""
    found, waiting = set(), [name]
    while waiting:
        known = waiting.pop()
        nodes = contract.schemas[known].get("properties", {})
        shared = properties.common(contract, known)
        own = [
            node
            for key, node in nodes.items()
            if key not in shared and node.get("x-shown-in", "response") == "response"
        ]
        if known not in found and own:
            found.add(known)
            waiting += [inner for node in own if (inner := properties.target(node))]
    return found
