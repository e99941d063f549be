"""The tools in the pages: what they say, that they need no network, and that nothing leaves the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from helpers import transcripts
from helpers.accessibility import problems
from helpers.building import shared_build
from helpers.visits import Site, Watch
from helpers.web import served
from unimicro_schema.build.contract import Contract, component
from unimicro_schema.build.languages import LANGUAGES
from unimicro_schema.explanation import explain_error
from unimicro_schema.query import check_query
from unimicro_schema.registry import published

pytestmark = pytest.mark.xdist_group("tools")

CREATE = "reference/operations/createCustomer/"
MODULES = re.compile(r"/assets/(tools/|unimicro-schema/).+\.js(on)?$")
TYPED = "Only I know this"
KEYS = 120  # more than it takes to get from one place of a tool to the next


ERRORS = "guide/errors/"
QUERIES = "reference/operations/listCustomers/"


@dataclass(frozen=True, slots=True)
class Use:
    """How a tool is used: its page, texts to paste, and what it says of each."""

    path: str
    texts: tuple[str, str]
    said: tuple[str, str]


USES = {
    "payload": Use(CREATE, ('{"Nme": "Only I know this"}', "{"), ("unknown-key", "unreadable")),
    "query": Use(QUERIES, ("filter=Nme eq 'Only I know this'", "top=5"), ("unknown-field", "Query: valid")),
    "error": Use(ERRORS, (f'{{"Message": "{TYPED}"}}', "HTTP/1.1 401 Unauthorized\n\n{}"), (TYPED, "status 401")),
}
each_tool = pytest.mark.parametrize("name", USES)


def tool(page: Page, name: str) -> Locator:
    """A tool of a page, once it is shown."""
    found = page.locator(f"section[data-tool='{name}']")
    expect(found).to_be_visible()
    return found


def result(section: Locator) -> Locator:
    """Where a tool says what it found."""
    return section.locator("[data-result]")


def tab_to(page: Page, target: Locator) -> None:
    """Presses Tab until something has the focus."""
    for _ in range(KEYS):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def misspelt(contract: Contract) -> tuple[str, str, str]:
    """A request of createCustomer with a slip and with an object at the wrong level, the slip, and the right name."""
    [(_, request), *_] = contract.bodies(next(item for item in contract.operations if item.id == "createCustomer"))
    entity, _ = component(request["schema"])
    properties = contract.schemas[entity]["properties"]
    name = next(key for key, node in properties.items() if node.get("maxLength") and "x-check" not in node)
    slip = f"{name[:-1]}q"
    return f'{{\n  "{slip}": "{TYPED}"\n}}', slip, name


def test_a_payload_is_corrected_with_the_keyboard_alone(
    site: Site, opened: Callable[..., Page], contract: Contract, watch: Watch
) -> None:
    page = opened(site.url + CREATE)
    section = tool(page, "payload")
    tab_to(page, page.locator("[data-tool-link] a"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#"))  # from where the next Tab goes on
    tab_to(page, section.locator("textarea"))
    text, slip, name = misspelt(contract)
    page.keyboard.type(text)
    tab_to(page, section.locator("[data-run]"))
    page.keyboard.press("Enter")
    finding = result(section).locator("li").filter(has_text=slip)
    expect(finding.get_by_role("link", name="unknown-key")).to_have_attribute(
        "href", re.compile(re.escape(site.url) + "reference/findings/#unknown-key$")
    )
    tab_to(page, finding.get_by_role("button", name=re.compile("^Line 2, column 3$")))
    page.keyboard.press("Enter")
    expect(section.locator("textarea")).to_be_focused()
    selected = "({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd)"
    assert section.locator("textarea").evaluate(selected) == f'"{slip}"'
    tab_to(page, finding.locator("[data-apply]"))
    page.keyboard.press("Enter")
    expect(finding).to_have_count(0)
    expect(section.locator("textarea")).to_have_value(text.replace(slip, name))
    page.keyboard.press("Control+Z")
    expect(section.locator("textarea")).to_have_value(text)
    assert watch.complaints == []


def test_a_suggestion_moves_an_object_to_its_level_and_the_link_leads_to_it(
    site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(site.url + CREATE)
    section = tool(page, "payload")
    section.locator("textarea").fill(
        '{"OrgNumber": "914012708", "InvoiceAddress": {"City": "Oslo"}, "Info": {"Name": "A"}}'
    )
    finding = result(section).locator("li").filter(has_text="/InvoiceAddress")
    expect(finding.locator("a").last).to_have_attribute("href", "#body-info-invoiceaddress")
    finding.locator("[data-apply]").click()
    expect(result(section)).to_have_text("Request: valid")
    expect(section.locator("textarea")).to_have_value(
        '{"OrgNumber": "914012708", "Info": {"InvoiceAddress": {"City": "Oslo"},"Name": "A"}}'
    )


@each_tool
def test_nothing_is_loaded_before_a_tool_is_used_nothing_is_sent_and_it_works_without_a_network(
    name: str, site: Site, opened: Callable[..., Page]
) -> None:
    use = USES[name]
    page = opened(site.url + use.path)
    sent: list[tuple[str, str, str | None]] = []
    page.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    page.reload()
    page.wait_for_load_state("networkidle")
    section = tool(page, name)
    assert [url for _, url, _ in sent if MODULES.search(url)] == []
    section.locator("textarea").fill(use.texts[0])
    expect(result(section)).to_contain_text(use.said[0])
    page.wait_for_load_state("networkidle")
    assert [url for _, url, _ in sent if MODULES.search(url)] != []
    page.context.set_offline(offline=True)
    loaded = len(sent)
    section.locator("textarea").fill(use.texts[1])
    expect(result(section)).to_contain_text(use.said[1])
    if name == "payload":
        section.locator("[data-example]").select_option(index=1)
        expect(result(section)).to_have_text("Request: valid")
    if name == "query":
        assert all("5" in text for text in section.locator("[data-programs] code").all_text_contents())
    # Chromium asks for the icon again when a fragment changes.
    assert [url for _, url, _ in sent[loaded:] if not url.endswith("/favicon.svg")] == []
    assert {(method, body) for method, _, body in sent} == {("GET", None)}
    assert [url for _, url, _ in sent if not url.startswith(site.url) or "Only" in url] == []
    assert TYPED not in unquote(page.url)
    assert page.url.partition("#")[0] == site.url + use.path


@each_tool
def test_a_tool_in_use_can_be_used_by_everybody_and_fits_a_phone(
    name: str, site: Site, opened: Callable[..., Page], axe: str
) -> None:
    use = USES[name]
    page = opened(site.url + use.path, viewport={"width": 390, "height": 844})
    section = tool(page, name)
    for text, said in zip(use.texts, use.said, strict=True):
        section.locator("textarea").fill(text)
        expect(result(section)).to_contain_text(said)
        assert problems(page, axe) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(result(section)).to_have_attribute("role", "status")


def test_every_example_of_every_body_can_be_filled_in_and_is_valid(
    site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    page = opened(site.url)
    for found in contract.operations:
        page.goto(f"{site.url}reference/operations/{found.id}/")
        section = tool(page, "payload")
        values = section.locator("[data-example] option").evaluate_all("(all) => all.map(({ value }) => value)")
        assert {value.split(" ")[0] for value in values if value} == {body for body, _ in contract.bodies(found)}
        for body, name in (value.split(" ") for value in values if value):
            section.locator("[data-example]").select_option(f"{body} {name}")
            expect(section.locator("textarea")).to_have_value(published.example(found.id, body, name).decode())
            expect(section.locator("[data-body]")).to_have_value(body)
            expect(result(section)).to_have_text(re.compile("^Re[a-z]+[^:]*: valid"))


def test_read_back_and_strict_are_switches_and_read_back_is_only_for_what_can_be_sent_back(
    site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(f"{site.url}reference/operations/updateCustomer/")
    section = tool(page, "payload")
    section.locator("textarea").fill('{"ID": 1042, "ColumnOfNextYear": 1}')
    expect(result(section)).to_contain_text("Request: not valid, 1 error")
    section.locator("[data-read-back]").check()
    expect(result(section)).to_contain_text("Request: valid, 1 advice")
    section.locator("[data-strict]").check()
    expect(result(section)).to_contain_text("Request: not valid, 1 error")
    section.locator("[data-body]").select_option("200")
    expect(result(section)).to_have_text("Response 200 OK: valid")
    expect(section.locator("[data-read-back]")).to_be_hidden()
    page.goto(site.url + CREATE)
    tool(page, "payload").locator("textarea").fill("{}")
    expect(result(tool(page, "payload"))).to_contain_text("not valid")
    expect(tool(page, "payload").locator("[data-read-back]")).to_be_hidden()


@each_tool
def test_without_scripts_there_are_no_tools(name: str, site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url + USES[name].path, java_script_enabled=False)
    expect(page.locator(f"section[data-tool='{name}']")).to_be_hidden()
    assert not any(link.is_visible() for link in page.locator("[data-tool-link]").all())


def test_a_tool_works_on_a_page_that_was_changed_without_loading_it_anew(
    site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(site.url + CREATE)
    page.evaluate("() => { window.loadedOnce = true; }")
    for name in ("updateCustomer", "getCustomer"):
        page.locator(f".md-nav a[href*='operations/{name}/'], article a[href*='{name}/']").first.evaluate(
            "(link) => link.click()"
        )
        page.wait_for_url(re.compile(name))
        section = tool(page, "payload")
        expect(section).to_have_attribute("data-operation", name)  # the URL changes before the page does
        section.locator("textarea").fill("[]")
        expect(result(section)).to_contain_text("wrong-type")
    assert page.evaluate("() => window.loadedOnce")
    assert watch.complaints == []


@pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
def test_the_tools_work_below_any_path_by_both_generators(
    generator: str, root: Path, shared: Path, opened: Callable[..., Page], watch: Watch
) -> None:
    with served(shared_build(root, shared, generator), "/elsewhere/") as url:
        for name, use in USES.items():
            page = opened(url + use.path)
            section = tool(page, name)
            section.locator("textarea").fill(use.texts[0])
            expect(result(section)).to_contain_text(use.said[0])
            page.context.close()
        assert watch.outside(url) == []
        assert watch.complaints == []


def test_an_error_is_read_however_a_program_shows_it(site: Site, opened: Callable[..., Page], watch: Watch) -> None:
    page = opened(site.url + ERRORS)
    section = tool(page, "error")
    body = next(
        content.decode()
        for path, content in published.examples().items()
        if "/400/" in path
        and any(message.about and message.property for message in explain_error(content, 400).messages)
    )
    wanted = explain_error(body, 400)
    for text in (*transcripts.shown(body).values(), body):
        section.locator("[data-status]").select_option("")
        section.locator("textarea").fill(text)
        expect(result(section).locator("a").first).to_have_attribute("href", f"{site.url}{wanted.docs}")
        said = result(section).inner_text()
        assert [message.text in said for message in wanted.messages] == [True] * len(wanted.messages)
        assert [named for message in wanted.messages if (named := message.property) and named not in said] == []
        assert wanted.retry_sentence in said
        section.locator("textarea").fill("")
        expect(result(section)).to_be_empty()
    section.locator("textarea").fill(transcripts.shown(body)["curl -i"])
    expect(section.locator("[data-status]")).to_have_value("400")
    assert watch.complaints == []


def test_an_error_is_read_with_the_keyboard_alone(
    site: Site, opened: Callable[..., Page], contract: Contract, watch: Watch
) -> None:
    page = opened(site.url + ERRORS)
    section = tool(page, "error")
    name = next(key for key, node in contract.schemas.items() if "x-error" in node and node.get("type") == "object")
    example = next(
        content.decode() for content in published.examples().values() if explain_error(content.decode()).name == name
    )
    tab_to(page, section.locator("textarea"))
    page.keyboard.insert_text(example)
    expect(result(section).locator(".tool-verdict code")).to_have_text(name)
    page.keyboard.press("Shift+Tab")
    expect(section.locator("[data-status]")).to_be_focused()
    page.keyboard.type("500")
    expect(result(section)).to_contain_text("status 500")
    tab_to(page, section.locator("[data-run]"))
    page.keyboard.press("Enter")
    links = result(section).locator("a")
    if links.count() == 0:
        section.locator("[data-status]").select_option("")
    tab_to(page, links.first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("reference/errors/"))
    assert watch.complaints == []


PASTED = {
    "https://example.com/api/biz/customers?filter=Info.Name+eq+%27K%C3%A5re+%26+S%C3%B8nn%27&top=10": {
        "filter": "Info.Name eq 'Kåre & Sønn'",
        "top": "10",
    },
    "?$top=10": None,
    "filter=contains(Info.Name,%20'A%26B')%20and%20StatusCode%20eq%2030001&TOP=5": {
        "filter": "contains(Info.Name, 'A&B') and StatusCode eq 30001",
        "top": "5",
    },
    "/api/biz/customers?expand=Info%2CInfo.DefaultEmail&orderby=Info.Name%20desc": {
        "expand": "Info,Info.DefaultEmail",
        "orderby": "Info.Name desc",
    },
}


@pytest.mark.parametrize("text", PASTED)
def test_the_programs_send_what_a_pasted_query_means(text: str, site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url + QUERIES)
    section = tool(page, "query")
    section.locator("textarea").fill(text)
    wanted = PASTED[text]
    expect(result(section)).to_contain_text("Query: valid" if wanted else "Query: not valid")
    assert check_query(text).valid == bool(wanted)
    if wanted:
        url = section.locator("[data-programs] code").first.text_content() or ""
        assert dict(parse_qsl(urlsplit(url).query)) == wanted
    else:
        expect(section.locator("[data-programs]")).to_be_hidden()


def test_a_link_with_a_query_that_is_not_encoded_is_followed(site: Site, opened: Callable[..., Page]) -> None:
    section = tool(opened(f"{site.url}{QUERIES}#query=filter=Info.Name like '100%'"), "query")
    expect(result(section)).to_contain_text("Query:")
    assert "100%" in section.locator("textarea").input_value()


def test_every_error_page_reads_its_own_example_at_once(
    site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    page = opened(site.url)
    for name in (key for key, node in contract.schemas.items() if "x-error" in node):
        page.goto(f"{site.url}reference/errors/{name}/")
        shown = page.locator("article pre code").first.inner_text()
        section = tool(page, "error")
        section.locator("textarea").fill(shown)
        expect(result(section).locator(".tool-verdict code")).to_have_text(name)


def test_a_query_is_built_with_the_keyboard_alone_and_its_link_brings_it_back(
    site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(site.url + QUERIES)
    section = tool(page, "query")
    tab_to(page, section.locator("summary").first)
    page.keyboard.press("Enter")
    tab_to(page, section.get_by_label("Expand: search"))
    page.keyboard.type("default email")
    tab_to(page, section.get_by_label("Info.DefaultEmail", exact=True).first)
    page.keyboard.press("Space")
    tab_to(page, section.get_by_role("button", name="Add a condition"))
    page.keyboard.press("Enter")
    expect(section.get_by_label("Field")).to_be_focused()
    page.keyboard.type("StatusCode")
    page.keyboard.press("Escape")
    tab_to(page, section.get_by_label("Value"))
    page.keyboard.type("3")
    text = "expand=Info.DefaultEmail&filter=StatusCode eq 30001"
    expect(section.locator("textarea")).to_have_value(text)
    expect(result(section)).to_have_text("Query: valid")
    assert unquote(page.url) == f"{site.url}{QUERIES}#query={text}"
    linked = opened(page.url)
    expect(tool(linked, "query").locator("textarea")).to_have_value(text)
    expect(result(tool(linked, "query"))).to_have_text("Query: valid")
    assert watch.complaints == []


BUILT = [
    ("OrgNumber", "eq", "O'Brien & Sønn 100% + #1"),
    ("CreditDays", "gt", "30"),
    ("CustomerNumber", "startsWith", "1000"),
    ("UpdatedAt", "ge", "2026-01-01"),
    ("Info.Name", "is not null", ""),
]


def test_nothing_that_the_checker_refuses_can_be_built(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url + QUERIES)
    section = tool(page, "query")
    section.locator("summary").first.click()
    for number, (field, operator, value) in enumerate(BUILT):
        section.get_by_role("button", name="Add a condition").click()
        row = section.locator(".tool-rows").first.locator("> li").nth(number)
        row.get_by_label("Field").fill("Nothing")
        row.get_by_label("Field").fill(field)
        offered = row.get_by_label("Operator").locator("option").all_inner_texts()
        for other in offered:
            row.get_by_label("Operator").select_option(other)
        row.get_by_label("Operator").select_option(operator)
        if value:
            row.get_by_label("Value").fill("")
            row.get_by_label("Value").fill(value)
        assert check_query(section.locator("textarea").input_value()).findings == ()
    section.get_by_label("top", exact=True).fill("-1")
    text = section.locator("textarea").input_value()
    assert "top" not in text
    assert check_query(text).findings == ()
    assert "OrgNumber" in text
    assert text.count("and") == len(BUILT) - 1


def test_a_pasted_query_is_judged_as_the_command_judges_it_and_suggestions_mend_it(
    site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(site.url + QUERIES)
    section = tool(page, "query")
    for text in ("filter=StatuCode eq 30001&limit=10", "select=Info.Name", "filter=OrgNumber eq 312408171"):
        section.locator("textarea").fill(text)
        messages = [finding.message for finding in check_query(text).findings]
        expect(result(section).locator("li > p:not(.tool-where)")).to_have_text(
            [re.compile(f"^{re.escape(message)}") for message in messages]
        )
        for _ in messages:
            result(section).locator("[data-apply]").first.click()
        expect(result(section)).to_have_text("Query: valid")
        assert check_query(section.locator("textarea").input_value()).findings == ()


def test_the_programs_of_a_query_are_those_of_the_guide(
    site: Site, opened: Callable[..., Page], root: Path, contract: Contract
) -> None:
    page = opened(site.url + QUERIES)
    section = tool(page, "query")
    listed = next(item for item in contract.operations if item.id == "listCustomers")
    query = listed.node["x-requests"]["guide"]["query"]
    section.locator("textarea").fill("&".join(f"{name}={value}" for name, value in query.items()))
    expect(result(section)).to_have_text("Query: valid")
    shown = section.locator("[data-programs] details:not(:first-child) code").all_text_contents()
    snippet = (root / "docs/reference/snippets/listCustomers-guide.md").read_text(encoding="utf-8")
    for program in shown:
        lines = [line.strip() for line in program.splitlines()]
        others = [line for line in lines if line not in snippet]
        assert len(others) <= 1, others  # the one that prints, which names what the guide's query expands
    assert len(shown) == len(LANGUAGES)
