"""`python screenshots.py SITE FOLDER`: pictures of every kind of page, light and dark, on a telephone and on a desk."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from helpers.chromium import FLAGS
from helpers.web import served

PAGES = {
    "home": "",
    "guide": "guide/",
    "getting-started": "guide/getting-started/",
    "create": "guide/create-a-customer/",
    "queries": "guide/list-and-query/",
    "whole-job": "guide/find-or-create/",
    "went-wrong": "guide/errors/",
    "checklist": "guide/going-live/",
    "screen-names": "guide/screen-names/",
    "glossary": "guide/glossary/",
    "reference": "reference/",
    "operation": "reference/operations/createCustomer/",
    "action": "reference/operations/blockCustomer/",
    "list": "reference/operations/listCustomers/",
    "entity": "reference/entities/Customer/",
    "entities": "reference/entities/",
    "codes": "reference/codes/",
    "errors": "reference/errors/",
    "error": "reference/errors/ValidationMessage/",
    "health": "reference/health/",
    "open-questions": "reference/open-questions/",
    "relations": "reference/relations/",
    "downloads": "reference/downloads/",
    "command-line": "reference/command-line/",
    "findings": "reference/findings/",
    "toolkit": "toolkit/",
    "javascript": "toolkit/javascript/",
    "calls": "toolkit/calls/",
    "mock": "toolkit/mock/",
    "conformance": "toolkit/conformance/",
    "data-lake": "toolkit/data-lake/",
    "how-fast": "toolkit/how-fast/",
    "how-it-is-built": "toolkit/how-it-is-built/",
    "releases": "releases/",
    "lost": "404.html",
}
TOOLS = {"tool-payload": PAGES["operation"], "tool-query": PAGES["list"], "tool-error": PAGES["errors"]}
"""The tools in the pages, each with a page that has it; the picture begins at the tool."""

WIDTHS = (390, 1440)
PALETTES = ("light", "dark")
HEIGHT = 900


def main(site: Path, folder: Path) -> None:
    """Writes a picture of each page, in each width and palette, as NAME-WIDTH-PALETTE.png."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for palette in PALETTES:
            for width in WIDTHS:
                page = browser.new_page(
                    viewport={"width": width, "height": HEIGHT},
                    color_scheme="dark" if palette == "dark" else "light",
                    reduced_motion="reduce",
                )
                for name, path in PAGES.items():
                    page.goto(url + path)
                    page.screenshot(path=folder / f"{name}-{width}-{palette}.png")
                for name, path in TOOLS.items():
                    page.goto(url + path)
                    tool = page.locator("section[data-tool]:not([hidden])").first
                    tool.wait_for()
                    tool.evaluate("(section) => section.scrollIntoView()")
                    page.screenshot(path=folder / f"{name}-{width}-{palette}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
