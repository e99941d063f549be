"""`python screenshots.py SITE FOLDER`: pictures of the main pages, light and dark, on a telephone and on a desk."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from helpers.chromium import FLAGS
from helpers.web import served

PAGES = {
    "home": "",
    "getting-started": "guide/getting-started/",
    "queries": "guide/list-and-query/",
    "checklist": "guide/going-live/",
    "reference": "reference/",
    "operation": "reference/operations/createCustomer/",
    "action": "reference/operations/blockCustomer/",
    "entity": "reference/entities/Customer/",
    "codes": "reference/codes/",
    "errors": "reference/errors/",
    "error": "reference/errors/ValidationMessage/",
    "health": "reference/health/",
    "open-questions": "reference/open-questions/",
    "relations": "reference/relations/",
    "downloads": "reference/downloads/",
    "toolkit": "toolkit/",
    "how-fast": "toolkit/how-fast/",
}
WIDTHS = (390, 1440)
PALETTES = ("light", "dark")
HEIGHT = 900


def main(site: Path, folder: Path) -> None:
    """Writes a picture of each page, in each width and palette, as NAME-WIDTH-PALETTE.png."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for palette in PALETTES:
            for width in WIDTHS:
                page = browser.new_page(
                    viewport={"width": width, "height": HEIGHT},
                    color_scheme="dark" if palette == "dark" else "light",
                    reduced_motion="reduce",
                )
                for name, path in PAGES.items():
                    page.goto(address + path)
                    page.screenshot(path=folder / f"{name}-{width}-{palette}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
