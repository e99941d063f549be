"""The site: both generators build it strictly, and its pages hold everything that the contract has."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from helpers import building
from helpers.building import configuration
from unimicro_schema import registry
from unimicro_schema.build.contract import Contract, references
from unimicro_schema.explanation.sentences import RETRY

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site by its address."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix(".") + "/": BeautifulSoup(path.read_text(), "html.parser")
        for path in building.pages(site)
    }


def content(page: BeautifulSoup) -> Tag:
    """The part of a page that was written for it."""
    article = page.find("article")
    assert article is not None
    return article


def test_there_is_a_page_for_every_operation_and_it_says_how_to_call_it(
    pages: dict[str, BeautifulSoup], contract: Contract
) -> None:
    found = {match[1] for address in pages if (match := re.fullmatch(r"reference/operations/(\w+)/", address))}
    assert found == {operation.id for operation in contract.operations}
    for operation in contract.operations:
        text = " ".join(content(pages[f"reference/operations/{operation.id}/"]).get_text(" ").split())
        assert f"{operation.method} {operation.path.split('{')[0]}" in text
        assert operation.node["summary"] in text
        assert f"action={operation.action}" in text or operation.action is None


def test_every_operation_page_has_its_parameters_and_its_responses(
    pages: dict[str, BeautifulSoup], contract: Contract
) -> None:
    for operation in contract.operations:
        article = content(pages[f"reference/operations/{operation.id}/"])
        statuses = {tag["id"] for tag in article.find_all("h3") if str(tag.get("id", "")).startswith("response-")}
        assert statuses == {f"response-{status}" for status in operation.node["responses"]}
        section = article.find(id="parameters")
        table = section.find_next("table") if section else None
        cells = [row.find("td") for row in table.find_all("tr")] if table else []
        names = {cell.get_text() for cell in cells if cell}
        wanted = {node["name"] for node in contract.parameters(operation)} | ({"action"} if operation.action else set())
        assert names == wanted, operation.id


def test_there_is_a_page_for_every_entity_and_error_with_one_anchor_for_every_property(
    pages: dict[str, BeautifulSoup], contract: Contract
) -> None:
    objects = {
        f"reference/{'errors' if 'x-error' in node else 'entities'}/{name}/": node
        for name, node in contract.schemas.items()
        if not {"enum", "anyOf"} & node.keys()
    }
    found = {address for address in pages if re.fullmatch(r"reference/(entities|errors)/\w+/", address)}
    assert found == set(objects)
    for address, node in objects.items():
        article = content(pages[address])
        anchors = [str(tag["id"]) for tag in article.find_all(id=re.compile("^property-"))]
        assert anchors == [f"property-{title.lower()}" for title in titles(article)], address
        assert sorted(titles(article)) == sorted(node.get("properties", {})), address


def titles(article: Tag) -> list[str]:
    """The names of the properties that a page has headings for."""
    headings = article.find_all("h3", id=re.compile("^property-"))
    return [code.get_text() for tag in headings for code in tag.find_all("code")]


def test_every_id_stands_once_on_its_page(pages: dict[str, BeautifulSoup]) -> None:
    twice = [
        (address, name)
        for address, page in pages.items()
        for name, count in Counter(str(tag["id"]) for tag in page.find_all(id=True)).items()
        if count > 1
    ]
    assert twice == []


def test_the_tree_of_a_body_has_every_property_that_may_be_sent_and_opens_level_by_level(
    pages: dict[str, BeautifulSoup], contract: Contract
) -> None:
    for operation in contract.operations:
        first = content(pages[f"reference/operations/{operation.id}/"]).find(id=re.compile("^body-"), href=True)
        tree = first.find_parent(class_="tree") if first else None
        media = contract.request(operation)
        assert (tree is None) == (media is None), operation.id
        if tree is None or media is None:
            continue
        name = min(references(media["schema"]))
        properties = contract.schemas[name]["properties"].items()
        sent = {key for key, node in properties if node.get("x-shown-in", "request") == "request"}
        rows = {str(tag["id"]): tag for tag in tree.find_all(id=re.compile("^body-"))}
        assert {key for key in rows if key.count("-") == 1} == {f"body-{key.lower()}" for key in sent}
        for key, row in rows.items():
            above = [outer for outer in row.parents if outer.name == "details"]
            levels = key.count("-") - 1
            assert len(above) - levels in ({0, 1} if levels == 0 else {0}), key
            assert all("open" not in outer.attrs for outer in above), key


def test_the_codes_page_has_every_code_of_every_enum_and_every_action(
    pages: dict[str, BeautifulSoup], contract: Contract
) -> None:
    tables = {}
    for heading in content(pages["reference/codes/"]).find_all("h2"):
        table = heading.find_next("table")
        assert table is not None
        rows = [row.find("td") for row in table.find_all("tr")]
        tables[str(heading["id"])] = {cell.get_text().split()[0] for cell in rows if cell}  # without the mark
    enums = {
        name.lower(): set(map(str, node["enum"]))
        for name, node in contract.schemas.items()
        if "x-enum-varnames" in node
    }
    actions = {operation.action for operation in contract.operations if operation.action}
    assert tables == enums | {"actions": actions}


PARTS_OF_AN_ERROR = [
    *("how-it-looks", "how-to-recognise-it", "what-causes-it", "what-to-do"),
    *("is-it-safe-to-send-the-request-again", "where-it-can-happen"),
]


def test_every_error_has_a_page_that_says_all_of_it(pages: dict[str, BeautifulSoup], contract: Contract) -> None:
    for name, node in contract.schemas.items():
        if "x-error" in node:
            article = content(pages[f"reference/errors/{name}/"])
            parts = [str(heading["id"]) for heading in article.find_all("h2")]
            assert parts[: len(PARTS_OF_AN_ERROR)] == PARTS_OF_AN_ERROR, name
            text = " ".join(article.get_text().replace("¶", "").split())
            for part in (node["x-error"]["cause"], node["x-error"]["action"], RETRY[node["x-error"]["retry"]]):
                assert " ".join(part.replace("`", "").split()) in text, name
            assert article.find("pre") is not None, name


def test_every_operation_lists_its_errors_and_leads_to_their_pages(
    pages: dict[str, BeautifulSoup], contract: Contract
) -> None:
    for operation in contract.operations:
        article = content(pages[f"reference/operations/{operation.id}/"])
        links = {str(link["href"]) for link in article.find_all("a", href=True)}
        reached = {name for response in registry.operation(operation.id).responses.values() for name in response.errors}
        assert reached >= {"Unauthorized", "Forbidden", "ServerError"}
        assert {f"../../errors/{name}/" for name in reached} <= links, operation.id


def test_everything_assumed_is_among_the_open_questions(pages: dict[str, BeautifulSoup], contract: Contract) -> None:
    text = content(pages["reference/open-questions/"]).get_text(" ")
    for name in contract.schemas:
        for key, node in contract.source.files[f"schemas/{name}.yaml"].get("properties", {}).items():
            if node["x-provenance"] == "assumed":
                assert f"{name}.{key}" in text


def test_every_inclusion_was_resolved(pages: dict[str, BeautifulSoup]) -> None:
    left = [address for address, page in pages.items() if re.search("8 ?< ?--", content(page).get_text())]
    assert left == []


def test_a_term_shows_its_explanation_wherever_it_stands(pages: dict[str, BeautifulSoup]) -> None:
    glossary = content(pages["guide/glossary/"])
    for address, term, heading in (
        ("guide/kid-alias/", "KID", "kid"),
        ("reference/entities/Customer/", "Global Location Number", "gln"),
        ("guide/create-a-customer/", "organisation number", "organisation-number"),
    ):
        explained = glossary.find(id=heading)
        assert explained is not None
        shown = {str(tag["title"]) for tag in content(pages[address]).find_all("abbr") if tag.get_text() == term}
        text = explained.find_next("p")
        assert text is not None
        assert shown == {text.get_text().strip()}, address


def test_no_page_loads_anything_from_another_host(pages: dict[str, BeautifulSoup]) -> None:
    loaded = [
        (address, source)
        for address, page in pages.items()
        for tag, attribute in (("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"))
        for element in page.find_all(tag)
        if (source := str(element.get(attribute, ""))).startswith(("http:", "https:", "//"))
        and "canonical" not in (element.get("rel") or [])
    ]
    assert loaded == []


def test_every_link_inside_the_site_leads_to_a_page_and_an_anchor(pages: dict[str, BeautifulSoup], site: Path) -> None:
    anchors = {address: {str(tag["id"]) for tag in page.find_all(id=True)} for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        for link in content(page).find_all("a", href=True):
            target = urlsplit(urljoin(f"http://site/{address.removeprefix('/')}", str(link["href"])))
            if target.netloc != "site":
                continue
            path = unquote(target.path).removeprefix("/")
            known = anchors.get(path or "/")
            if (known is None and not (site / path).is_file()) or (
                target.fragment and known is not None and unquote(target.fragment) not in known
            ):
                broken.append((address, link["href"]))
    assert broken == []


def test_the_navigation_lists_every_operation_and_every_other_page(root: Path, contract: Contract) -> None:
    text = yaml.safe_dump(configuration(root)["nav"])
    listed = set(re.findall(r"[\w/.-]+\.md", text))
    wanted = {f"reference/operations/{operation.id}.md" for operation in contract.operations}
    wanted |= {
        path.relative_to(root / "docs").as_posix()
        for path in (root / "docs").rglob("*.md")
        if path.parent.name not in {"snippets", "diagrams", "lists"}
    }
    assert listed == wanted
