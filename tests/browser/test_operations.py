"""The page of an operation: short as it opens, samples that stay in view, choices without scripts, and paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from helpers.visits import Site
from unimicro_schema.build.contract import Contract

pytestmark = pytest.mark.xdist_group("readers")

DESK = {"width": 1440, "height": 900}
TELEPHONE = {"width": 390, "height": 844}
SCREENS = {"desk": (DESK, 8), "telephone": (TELEPHONE, 14)}
SHEETS = 12
PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")
STICKING = "() => document.querySelector('.samples').getBoundingClientRect().top"


def url(site: Site, operation: str) -> str:
    return f"{site.url}reference/operations/{operation}/"


@pytest.mark.parametrize("device", SCREENS)
def test_an_operation_is_read_in_a_few_screens(
    device: str, site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    viewport, most = SCREENS[device]
    page = opened(site.url, viewport=viewport)
    long = {}
    for operation in contract.operations:
        page.goto(url(site, operation.id))
        screens = page.evaluate("() => document.documentElement.scrollHeight") / viewport["height"]
        if screens > most:
            long[operation.id] = screens
    assert long == {}


def test_an_operation_is_printed_on_a_few_sheets(site: Site, opened: Callable[..., Page], contract: Contract) -> None:
    page = opened(site.url)
    thick = {}
    for operation in contract.operations:
        page.goto(url(site, operation.id))
        sheets = len(PAGE_OF_PDF.findall(page.pdf(format="A4")))
        assert sheets
        if sheets > SHEETS:
            thick[operation.id] = sheets
    assert thick == {}


def test_the_request_is_on_the_first_screen_and_the_samples_stay_in_view(
    site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(url(site, "createCustomer"), viewport=DESK)
    for part in (".endpoint", "#request + .highlight", ".samples .tabbed-set >> visible=true", ".answers .picker"):
        expect(page.locator(part).first).to_be_in_viewport()
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight / 2)")
    expect(page.locator(".samples .highlight:visible").first).to_be_in_viewport()
    assert page.evaluate(STICKING) >= 0


def test_on_a_telephone_the_program_follows_the_call(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(url(site, "createCustomer"), viewport=TELEPHONE)
    tops = [page.locator(part).first.bounding_box() for part in (".call", ".samples", ".words")]
    assert [top["y"] for top in tops if top] == sorted(top["y"] for top in tops if top)
    assert len({top["x"] for top in tops if top}) == 1


def test_requests_and_answers_are_chosen_without_scripts(
    site: Site, opened: Callable[..., Page], contract: Contract
) -> None:
    for operation in contract.operations:
        page = opened(url(site, operation.id), java_script_enabled=False)
        for group in page.locator(".samples .picked").all():
            if not group.is_visible():
                continue
            labels, choices = group.locator("> .picker > label"), group.locator("> .choice")
            assert labels.count() == choices.count(), operation.id
            for index in range(labels.count()):
                labels.nth(index).click()
                assert [choice.is_visible() for choice in choices.all()] == [
                    other == index for other in range(choices.count())
                ], operation.id
        page.context.close()


def test_every_status_of_an_operation_has_a_sample(site: Site, opened: Callable[..., Page], contract: Contract) -> None:
    page = opened(site.url)
    for operation in contract.operations:
        page.goto(url(site, operation.id))
        shown = [text.strip() for text in page.locator(".answers > .picked > .picker > label").all_inner_texts()]
        assert shown == list(contract.responses(operation)), operation.id


@pytest.mark.parametrize("start", ["body-", "response-"])
def test_branches_that_were_opened_are_open_after_the_back_button(
    start: str, site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(url(site, "createCustomer"), viewport=DESK)
    branch = page.locator(f"article .tree details.branch:has([id^='{start}'])").first
    branch.locator("> summary").click()
    inner = branch.locator("details.branch").first
    inner.locator("> summary").click()
    page.locator("article a[href*='entities/']:visible").first.click()
    page.wait_for_url(re.compile("entities/"))
    expect(branch).to_have_count(0)  # the URL changes before the page does
    page.go_back()
    page.wait_for_url(re.compile("createCustomer"))
    expect(branch).to_have_attribute("open", "")
    expect(inner).to_have_attribute("open", "")
    expect(page.locator("article .tree details.branch[open]")).to_have_count(2)
