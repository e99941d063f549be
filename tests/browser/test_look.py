"""What axe does not look at: icons are seen before anybody points at them, in both palettes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from helpers.visits import Site

pytestmark = pytest.mark.xdist_group("readers")

PAGES = ("", "guide/create-a-customer/", "reference/operations/createCustomer/", "reference/errors/ValidationMessage/")
ICONS = ", ".join(
    [
        *(".md-code__button", ".md-clipboard", ".md-content__button"),
        *(".md-header__button", ".md-search__icon", ".md-nav__icon", "summary"),
    ]
)
ENOUGH = 3
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
    const [one, two] = [light(painted(["white", ...behind])), light(painted(["white", ...behind, own]))].sort();
    const contrast = (two + 0.05) / (one + 0.05);
    const name = `${icon.tagName.toLowerCase()}.${icon.classList[0] ?? ""}`;
    found[name] = Math.min(found[name] ?? 21, contrast);
  }
  return found;
}
"""


@pytest.mark.parametrize("palette", ["default", "slate"])
def test_icons_stand_out_from_what_is_behind_them_before_anybody_points_at_them(
    palette: str, site: Site, opened: Callable[..., Page]
) -> None:
    page = opened(site.url)
    measured: set[str] = set()
    faint: dict[str, float] = {}
    for path in PAGES:
        page.goto(site.url + path)
        page.add_style_tag(content=STILL)
        page.locator(".md-code__button, .md-clipboard").first.wait_for()
        contrasts = page.evaluate(CONTRASTS, [ICONS, palette])
        measured |= contrasts.keys()
        faint |= {f"{path}: {name}": ratio for name, ratio in contrasts.items() if ratio < ENOUGH}
    assert len(measured) > 4, measured
    assert faint == {}
