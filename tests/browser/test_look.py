"""What axe does not look at: icons are seen before anybody points at them, in both palettes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.building import GENERATORS, shared_build
from helpers.web import served

pytestmark = pytest.mark.xdist_group("readers")

PAGES = ("", "guide/create-a-customer/", "reference/operations/createCustomer/", "reference/errors/ValidationMessage/")
ICONS = ", ".join(
    [
        *(".md-code__button", ".md-clipboard", ".md-content__button"),
        *(".md-header__button", ".md-search__icon", ".md-nav__icon", "summary"),
    ]
)
ENOUGH = 3
EDGE = 2
ARTICLE = ("article h1", "article .endpoint", "article .lead")
WORDS = {390: ARTICLE, 1440: (*ARTICLE, ".md-nav--primary .md-nav__link--active")}
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"

# The contrast of the colour that an icon is drawn in with what is painted behind it, as WCAG 2.2 counts it (1.4.11).
CONTRASTS = """
([selector, palette]) => {
  document.body.dataset.mdColorScheme = palette;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = {};
  for (const icon of document.querySelectorAll(selector)) {
    if (!icon.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const behind = [];
    for (let outer = icon; outer; outer = outer.parentElement) behind.unshift(getComputedStyle(outer).backgroundColor);
    const own = icon.matches("summary") ? getComputedStyle(icon, "::after").backgroundColor : getComputedStyle(icon).color;
    const faded = `color-mix(in srgb, ${own} ${100 * getComputedStyle(icon.querySelector("svg") ?? icon).opacity}%, transparent)`;
    const [one, two] = [light(painted(["white", ...behind])), light(painted(["white", ...behind, faded]))].sort();
    const contrast = (two + 0.05) / (one + 0.05);
    const name = `${icon.tagName.toLowerCase()}.${icon.classList[0] ?? ""}`;
    found[name] = Math.min(found[name] ?? 21, contrast);
  }
  return found;
}
"""


# How many lines the words of a title take, and how many it is tall.
LINES = """
(title) => {
  const words = document.createRange();
  words.selectNodeContents(title.firstChild);
  const height = parseFloat(getComputedStyle(title).lineHeight);
  return { shown: new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size, tall: Math.round(title.getBoundingClientRect().height / height) };
}
"""


@pytest.fixture(scope="module", params=GENERATORS)
def url(request: pytest.FixtureRequest, root: Path, shared: Path) -> Iterator[str]:
    """The URL of the site, by each generator."""
    with served(shared_build(root, shared, request.param)) as found:
        yield found


@pytest.mark.parametrize("palette", ["default", "slate"])
def test_icons_stand_out_from_what_is_behind_them_before_anybody_points_at_them(
    palette: str, url: str, opened: Callable[..., Page]
) -> None:
    page = opened(url)
    measured: set[str] = set()
    faint: dict[str, float] = {}
    for path in PAGES:
        page.goto(url + path)
        page.add_style_tag(content=STILL)
        page.locator(".md-code__button, .md-clipboard").first.wait_for()
        contrasts = page.evaluate(CONTRASTS, [ICONS, palette])
        measured |= contrasts.keys()
        faint |= {f"{path}: {name}": ratio for name, ratio in contrasts.items() if ratio < ENOUGH}
    assert len(measured) > 4, measured
    assert faint == {}


@pytest.mark.parametrize(("width", "parts"), WORDS.items())
def test_words_keep_clear_of_the_edges_of_the_window(
    width: int, parts: tuple[str, ...], url: str, opened: Callable[..., Page]
) -> None:
    page = opened(f"{url}{PAGES[2]}", viewport={"width": width, "height": 900})
    for part in parts:
        places = page.locator(f"{part} >> visible=true").all()
        assert places, part
        for place in places:
            box = place.bounding_box()
            assert box, part
            assert EDGE <= box["x"] < box["x"] + box["width"] <= width - EDGE, part


@pytest.mark.parametrize("path", ["guide/going-live/", "guide/create-a-customer/", PAGES[2]])
def test_a_title_has_no_empty_line_below_it_on_a_telephone(path: str, url: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{url}{path}", viewport={"width": 390, "height": 844})
    title = page.locator("article h1")
    expect(title).to_be_visible()
    lines = title.evaluate(LINES)
    assert lines["shown"] == lines["tall"]
