"""What readers do: they search, copy, follow deep links, and find what they chose when they return."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from helpers.visits import HITS, Site, Watch, ask
from unimicro_schema.build.contract import Contract

pytestmark = pytest.mark.xdist_group("readers")

WITH_CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
FIRST = 3
CLOSED_AROUND = "(element) => { const all = []; for (let e = element; e; e = e.parentElement) if (e.matches('details') && !e.open) all.push(e.id); return all.length; }"


def clipboard(page: Page) -> str:
    """What lies on the clipboard."""
    text: str = page.evaluate("() => navigator.clipboard.readText()")
    return text


def results(page: Page, words: str) -> list[str]:
    """The URLs of the first three hits of a search."""
    field = page.get_by_role("textbox", name="Search")
    field.fill("")
    expect(page.locator(HITS)).to_have_count(0)
    ask(page, words)
    links = page.locator(HITS).evaluate_all(f"(links) => links.slice(0, {FIRST}).map((link) => link.href)")
    return [link.split("?")[0] for link in links]


def searches(contract: Contract) -> dict[str, str]:
    """What to type, and what a page that answers it has in its URL: drawn from all parts of the contract."""
    wanted = {operation.id: f"operations/{operation.id}/" for operation in contract.operations}
    schemas = contract.schemas
    shared = [key for node in schemas.values() for key in node.get("properties", {})]
    own = [
        (name, key)
        for name, node in schemas.items()
        for key in node.get("properties", {})
        if shared.count(key) == 1 and not key.startswith("_") and "x-error" not in node
    ]
    wanted |= {key: f"entities/{name}/" for name, key in own[:: max(1, len(own) // 12)]}
    wanted |= {
        str(code): "reference/codes/" if str(code).startswith("3") else "reference/"
        for node in schemas.values()
        if "enum" in node
        for code in node["enum"]
        if isinstance(code, int) and code > 10_000
    }
    return wanted


def test_search_finds_operations_properties_and_codes_in_the_first_three_hits(
    site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    page = opened(site.url)
    page.get_by_role("textbox", name="Search").click()
    missed = {}
    for words, wanted in searches(contract).items():
        hits = results(page, words)
        if not any(wanted in hit for hit in hits):
            missed[words] = hits
    assert missed == {}


def test_search_finds_the_page_of_an_error_by_a_part_of_its_message(
    site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    page = opened(site.url)
    page.get_by_role("textbox", name="Search").click()
    missed = {}
    for words in messages(contract):
        hits = results(page, words)
        if not any("errors/" in hit for hit in hits):
            missed[words] = hits
    assert missed == {}


def messages(contract: Contract) -> list[str]:
    """The first words of the messages in the examples of error bodies that are told apart by a message of their own."""
    texts = [
        media["examples"][name]["value"].get("Message", "")
        for operation in contract.operations
        for body, media in contract.bodies(operation)
        if body in {"400", "500"}
        for name in media.get("examples", {})
        if isinstance(media["examples"][name].get("value"), dict)
    ]
    return sorted({" ".join(re.findall(r"\w+", text)[:4]) for text in texts if text})


def test_the_button_copies_the_markdown_of_the_page_also_after_a_page_was_changed_without_loading(
    site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(f"{site.url}guide/", **WITH_CLIPBOARD)
    page.evaluate("() => { window.loadedOnce = true; }")
    for source in ("guide/index.md", "guide/getting-started.md"):
        page.locator(f"a[type='text/markdown'][href$='{source.rpartition('/')[2]}']").wait_for()
        expect(page.locator(".copy-page")).to_have_count(1)
        page.get_by_role("button", name="Copy this page as Markdown").click()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
        assert clipboard(page) == (site.folder / source).read_text(encoding="utf-8")
        if source == "guide/index.md":
            page.locator("article a[href*='getting-started']:visible").first.click()
    assert page.evaluate("() => window.loadedOnce"), "the page was loaded anew"
    assert watch.complaints == []


def test_the_button_of_a_sample_copies_the_sample(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(f"{site.url}guide/create-a-customer/", **WITH_CLIPBOARD)
    sample = page.locator("article .highlight:visible").first
    shown = sample.locator("code").inner_text()
    sample.hover()
    sample.locator("button[data-md-type=copy], button.md-clipboard").click()
    page.get_by_text("Copied to clipboard").wait_for()
    assert clipboard(page).strip() == shown.strip()


def test_a_deep_link_to_a_property_shows_it_whatever_is_closed_around_it(
    site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(f"{site.url}reference/entities/Customer/")
    anchors: list[str] = page.eval_on_selector_all("article [id^=property-]", "(all) => all.map(({ id }) => id)")
    assert anchors
    for anchor in anchors[:: max(1, len(anchors) // 6)]:
        fresh = opened(f"{site.url}reference/entities/Customer/#{anchor}")
        target = fresh.locator(f"[id='{anchor}']")
        expect(target).to_be_in_viewport()
        assert target.evaluate(CLOSED_AROUND) == 0
        fresh.context.close()


TREES = {
    "a request": ("createCustomer", "body-"),
    "the response to it": ("createCustomer", "response-201-"),
    "a response alone": ("getCustomer", "response-200-"),
    "a list": ("listCustomers", "response-200-"),
}


@pytest.mark.parametrize(("operation", "start"), TREES.values(), ids=TREES)
def test_a_deep_link_into_a_body_opens_every_level_above(
    operation: str, start: str, site: Site, opened: Callable[..., Page]
) -> None:
    url = f"{site.url}reference/operations/{operation}/"
    page = opened(url)
    anchors: list[str] = page.eval_on_selector_all(f"article [id^={start}]", "(all) => all.map(({ id }) => id)")
    deepest = max(anchors, key=lambda anchor: anchor.count("-"))
    assert deepest.count("-") > start.count("-") + 1
    assert page.locator(f"[id='{deepest}']").evaluate(CLOSED_AROUND) > 0
    page.goto(f"{url}#{deepest}")
    target = page.locator(f"[id='{deepest}']")
    expect(target).to_be_in_viewport()
    assert target.evaluate(CLOSED_AROUND) == 0


def test_a_response_leads_to_where_the_request_describes_a_property_however_deep_that_is(
    site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(f"{site.url}reference/operations/createCustomer/")
    links = page.locator("article a", has_text="Described above")
    places: list[str] = links.evaluate_all("(all) => all.map((link) => link.hash)")
    deepest = max(range(len(places)), key=lambda index: places[index].count("-"))
    assert places[deepest].count("-") > 2
    for closed in links.nth(deepest).locator("xpath=ancestor::details").all():
        closed.locator("> summary").click()
    links.nth(deepest).click()
    target = page.locator(f"[id='{places[deepest].removeprefix('#')}']")
    expect(target).to_be_in_viewport()
    assert target.evaluate(CLOSED_AROUND) == 0


def test_a_page_can_be_read_and_its_levels_opened_without_scripts(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(f"{site.url}reference/operations/createCustomer/", java_script_enabled=False)
    branch = page.locator("article details.branch").first
    inside = branch.locator("li").first
    expect(inside).to_be_hidden()
    branch.locator("summary").first.click()
    expect(inside).to_be_visible()
    samples = page.locator("article .tabbed-set").first
    expect(samples.locator(".tabbed-block").nth(1)).to_be_hidden()
    samples.locator(".tabbed-labels > label").nth(1).click()
    expect(samples.locator(".tabbed-block").nth(1)).to_be_visible()


def test_a_box_of_the_diagram_leads_to_the_page_of_its_entity(
    site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(f"{site.url}reference/relations/")
    assert page.locator("figure.diagram script").count() == 0
    box = page.locator("figure.diagram a:visible").first
    name = box.locator(".entity:visible").first.inner_html()
    box.click()
    expect(page.locator("article h1")).to_contain_text(name)
    assert watch.complaints == []


def test_a_language_that_was_chosen_is_shown_on_the_next_page(
    site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    first, second = (f"reference/operations/{contract.operations[index].id}/" for index in (0, 1))
    page = opened(site.url + first)
    languages = page.locator("article .tabbed-set").first.locator(".tabbed-labels > label")
    name = languages.nth(1).inner_text()
    languages.nth(1).click()
    for place in (second, "guide/create-a-customer/"):
        page.goto(site.url + place)
        chosen = page.locator("article .tabbed-set").first.locator("input:checked")
        label = page.locator(f"label[for='{chosen.get_attribute('id')}']")
        expect(label).to_have_text(name)


def test_dark_mode_is_remembered(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url, color_scheme="light")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator("label[title='Switch to dark mode']").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{site.url}reference/codes/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_a_page_can_be_used_with_the_keyboard_alone(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.url)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    ask(page, "createCustomer")
    page.keyboard.press("ArrowDown")
    expect(page.locator(HITS).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"createCustomer"))


@pytest.mark.parametrize(
    ("user", "steps"),
    {
        "a reader who connects a system": [
            "guide/getting-started/",
            "guide/create-a-customer/",
            "reference/operations/createCustomer/",
        ],
        "somebody who runs a CI job": ["toolkit/ci/", "toolkit/exports/"],
        "a project that checks payloads": ["toolkit/", "toolkit/pytest/"],
    }.items(),
)
def test_each_user_gets_on_from_the_home_page(
    user: str, steps: list[str], site: Site, opened: Callable[..., Page], watch: Watch
) -> None:
    page = opened(site.url)
    for step in steps:
        page.locator(f"main a[href$='/{step}']:visible").first.click()
        page.wait_for_url(re.compile(re.escape(step) + r"$"))
        expect(page.locator("article .highlight, article table").first, step).to_be_visible()
    expect(page.locator("article .highlight").first, user).to_be_visible()
    assert watch.complaints == []


def test_downloads_are_what_their_checksums_say(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(f"{site.url}reference/downloads/")
    rows = page.locator("article tbody tr")
    assert rows.count()
    for row in rows.all():
        with page.expect_download() as download:
            row.locator("a[download]").click()
        got = download.value.path().read_bytes()
        expect(row).to_contain_text(hashlib.sha256(got).hexdigest())
