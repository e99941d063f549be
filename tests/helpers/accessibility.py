"""What axe-core finds in a page, in both palettes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from helpers import npm

PALETTES = ("default", "slate")
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
# All levels are opened. What is coloured alike is looked at once: the colour of a token is that of its class.
PREPARE = """
() => {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  const seen = new Set();
  for (const token of document.querySelectorAll(".highlight code span[class]")) {
    if (seen.has(token.className)) token.replaceWith(...token.childNodes);
    else seen.add(token.className);
  }
}
"""
JUDGE = """
async ([palette, options]) => {
  document.body.dataset.mdColorScheme = palette;
  const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} (${palette}): ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 150))}`);
}
"""
# In the second palette only colours are different.
RULES = {"default": {}, "slate": {"runOnly": ["color-contrast"]}}


def script(root: Path) -> str:
    """The script of axe-core."""
    return (npm.install(root / "tests/browser") / "axe-core/axe.min.js").read_text(encoding="utf-8")


def problems(page: Page, axe: str) -> list[str]:
    """The serious problems of a page as it is now, all of it opened."""
    page.add_style_tag(content=STILL)
    page.evaluate(PREPARE)
    page.evaluate(axe)
    return [problem for palette in PALETTES for problem in page.evaluate(JUDGE, [palette, RULES[palette]])]
