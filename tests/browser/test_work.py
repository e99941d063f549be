"""Readers arrive with work and leave with it done: by links and the search alone, in the language that they chose once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from helpers import c_sharp, guide, identity
from helpers.building import GENERATORS, shared_build
from helpers.programs import completed, marked, show
from helpers.visits import Watch, ask
from helpers.web import served
from unimicro_schema import example
from unimicro_schema.mock import Mock, serve
from unimicro_schema.mock.server import Received

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("work")]

LANGUAGES = ("C#", "JavaScript", "Python")
SECRETS = {"UNIMICRO_TOKEN": "a.b.c", "UNIMICRO_COMPANY_KEY": identity.COMPANY}
GUID = "0a6f5d5e-3a64-4b5c-9c3e-7f1f6f0f2a11"


@dataclass(frozen=True)
class Reader:
    """Somebody in front of a page, who copies programs in one language."""

    page: Page
    language: str

    @property
    def tabs(self) -> Locator:
        """All choices between languages on the page, those in closed boxes too."""
        return self.page.locator("article .tabbed-set").filter(has=self.page.locator("label", has_text="curl"))

    def choose(self) -> None:
        """Chooses the language, where the page offers languages for the first time."""
        self.tabs.first.get_by_text(self.language, exact=True).click()

    def go(self, *names: str) -> None:
        """Clicks links of the text, one after the other."""
        for name in names:
            link = self.page.locator("article").get_by_role("link", name=name, exact=True).first
            place = link.evaluate("(link) => link.href.split('#')[0]")
            link.click()
            self.page.wait_for_url(f"{place}*")
            self.arrived()

    def find(self, words: str, title: str) -> None:
        """Types words into the search, and takes the page with this title, which must be among the first three.

        Zensical has another search: there the reader takes the list of all tasks.
        """
        field = self.page.get_by_role("textbox", name="Search")
        if not field.count():
            self.page.locator("header").get_by_role("link").first.click()
            self.go("All tasks", title)
            return
        field.click()
        ask(self.page, words)
        hits = self.page.locator(".md-search-result__item h1")
        assert title in [text.strip() for text in hits.all_inner_texts()[:3]]
        hits.filter(has_text=title).first.click()
        expect(self.page.locator("article h1")).to_contain_text(title)
        self.arrived()

    def arrived(self) -> None:
        """Fails unless every choice between languages shows the language of the reader."""
        expect(self.page.locator("article h1")).to_be_visible()
        for tabs in self.tabs.all():
            chosen = tabs.locator(":scope > input:checked").get_attribute("id")
            expect(tabs.locator(f":scope > .tabbed-labels > label[for='{chosen}']")).to_have_text(self.language)

    def programs(self, after: str = "") -> list[str]:
        """The programs that are shown, or those after a heading."""
        shown = self.tabs.locator(":scope > .tabbed-content > .tabbed-block:visible pre > code")
        texts: list[str] = shown.evaluate_all(
            "(all, after) => all.filter((code) => !after || document.getElementById(after)"
            ".compareDocumentPosition(code) & Node.DOCUMENT_POSITION_FOLLOWING).map((code) => code.textContent)",
            after,
        )
        assert texts, f"{self.page.url} has no program in {self.language}"
        return texts


@pytest.fixture(scope="module", params=GENERATORS)
def home(request: pytest.FixtureRequest, root: Path, shared: Path) -> Iterator[str]:
    """The URL of the site, by each generator."""
    with served(shared_build(root, shared, request.param)) as url:
        yield url


@pytest.fixture(params=marked(LANGUAGES))
def reader(request: pytest.FixtureRequest, home: str, opened: Callable[..., Page]) -> Reader:
    """A reader on the home page, who chose a language there."""
    reader = Reader(opened(home, viewport={"width": 1440, "height": 900}), request.param)
    reader.choose()
    return reader


@pytest.fixture
def server() -> Iterator[Mock]:
    with serve() as running:
        show(running)
        identity.serve_identity(running)
        yield running


def done(reader: Reader, texts: list[str], server: Mock, folder: Path, **variables: str) -> list[Received]:
    """The requests of what a reader copied, run as one program against a server on this machine."""
    before = len(server.received)
    text = identity.HOSTS.sub(server.url, "\n".join(texts))
    run = completed(reader.language, text, folder, {**SECRETS, **variables})
    assert run.returncode == 0, run.stderr
    assert server.problems == []
    return server.received[before:]


def called(requests: list[Received]) -> list[str | None]:
    return [request.operation for request in requests]


def test_a_reader_gets_a_token_and_creates_the_first_customer(reader: Reader, server: Mock, tmp_path: Path) -> None:
    reader.go("Getting started")
    texts = reader.programs()
    if reader.language == "C#":
        page = guide.complete(guide.FOLDER / "getting-started.md")
        expect(reader.page.locator("article")).to_contain_text("In .NET 8, use")
        texts = [c_sharp.for_net_8("\n".join(texts), page)]
    key = identity.client(tmp_path)
    requests = done(reader, texts, server, tmp_path, **identity.CLIENT)
    identity.check_assertion(requests[0], key, server.url)
    assert called(requests)[2:] == ["createCustomer", "getCustomer"]


def test_a_webshop_finds_or_creates_a_customer_and_later_deactivates_it(
    reader: Reader, server: Mock, tmp_path: Path
) -> None:
    reader.go("Find or create")
    shop = {
        "ORG_NUMBER": "312994151",
        "BUYER_NAME": "Fjord & Fjell AS",
        "BUYER_EMAIL": "post@example.no",
        "BUYER_GUID": GUID,
    }
    server.answer("listCustomers", 200, "none")
    assert called(done(reader, reader.programs()[:1], server, tmp_path, **shop)) == ["listCustomers", "createCustomer"]
    reader.find("deactivate customer", "Activate, deactivate and block")
    assert called(done(reader, reader.programs()[:1], server, tmp_path)) == ["deactivateCustomer"]


def test_a_copy_of_all_customers_is_read_page_by_page(reader: Reader, server: Mock, tmp_path: Path) -> None:
    server.reset()
    reader.go("Queries by recipe")
    assert set(called(done(reader, reader.programs(after="read-everything")[:1], server, tmp_path))) == {
        "listCustomers"
    }
    rows = (tmp_path / "customers.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["ID"] for row in rows] == [row["ID"] for row in example("listCustomers", "customers", 200)]


def test_a_customer_is_read_changed_and_saved(reader: Reader, server: Mock, tmp_path: Path) -> None:
    reader.go("All tasks", "Change a customer that you read")
    server.answer("getCustomer", 200, "customer")
    assert called(done(reader, reader.programs()[:1], server, tmp_path)) == ["getCustomer", "updateCustomer"]


def test_the_language_is_still_the_one_that_was_chosen_after_going_back_and_on_the_next_visit(reader: Reader) -> None:
    reader.go("Queries by recipe")
    reader.page.go_back()
    reader.page.wait_for_url(re.compile(r"/(#.*)?$"))
    expect(reader.page.locator(".hero")).to_be_visible()
    reader.arrived()
    page = reader.page.context.new_page()
    page.goto(reader.page.url)
    visitor = Reader(page, reader.language)
    visitor.arrived()
    visitor.go("every operation", "createCustomer")


def test_a_box_that_is_opened_marks_the_language_as_the_others_do(home: str, opened: Callable[..., Page]) -> None:
    reader = Reader(opened(f"{home}guide/change-status/"), "Python")
    reader.choose()
    box = reader.page.locator("article details").filter(has=reader.page.locator(".tabbed-set")).first
    box.locator("summary").click()
    labels = box.locator(".tabbed-labels")
    place = labels.get_by_text(reader.language, exact=True).evaluate("(label) => label.closest('label').offsetLeft")
    assert place > 0
    expect(labels).to_have_css("--md-indicator-x", f"{place}px")


def test_whoever_has_an_error_reads_it_in_the_page(home: str, opened: Callable[..., Page], watch: Watch) -> None:
    page = opened(home)
    page.get_by_role("link", name="I have an error").click()
    section = page.locator("section[data-tool=error]")
    body = example("createCustomer", status=400)
    section.locator("textarea").fill(json.dumps(body))
    expect(section.locator("[data-result]")).to_contain_text("What to do", ignore_case=True)
    assert watch.complaints == []
    assert watch.outside(home) == []


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        (["Generated clients"], ["NSwag", "TypeScript with fetch"]),
        (["Code and schemas"], ["unimicro_schema.models"]),
        (["The toolkit"], ["pip install", "unimicro-schema validate"]),
        (["All tasks", "Generated clients"], ["openapi-generator"]),
    ],
    ids=" > ".join,
)
def test_classes_models_and_the_command_are_where_the_home_page_says(
    home: str, opened: Callable[..., Page], way: list[str], shown: list[str]
) -> None:
    page = opened(home)
    Reader(page, "curl").go(*way)
    for text in shown:
        expect(page.locator("article")).to_contain_text(text)
