"""Two versions of the site beside each other: each keeps to itself, and the list in the header leads to the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.building import build
from helpers.visits import Watch
from helpers.web import served

pytestmark = pytest.mark.xdist_group("pages-1")

VERSIONS = ("0.9.0", "0.10.0")
BELOW = "/project/"


def test_a_reader_stays_in_a_version_until_another_is_chosen(
    root: Path, tmp_path: Path, opened: Callable[..., Page], watch: Watch
) -> None:
    public = tmp_path / "public"
    with served(public, BELOW) as url:
        for version in VERSIONS:
            settings = {"SITE_URL": f"{url}{version}/", "SITE_VERSIONS": "mike"}
            built = build(root, tmp_path / version, "mkdocs", **settings)
            command = [sys.executable, "-m", "site_files.versions", str(built), str(public), version]
            subprocess.run(command, env={**os.environ, "PYTHONPATH": str(root / "tools")}, check=True)
        listed = [entry["version"] for entry in json.loads((public / "versions.json").read_text(encoding="utf-8"))]
        assert listed == ["0.10.0", "0.9.0"]
        page = opened(url)
        page.wait_for_url(f"{url}0.10.0/")
        page.goto(f"{url}0.9.0/")
        page.locator(".md-tabs a[href$='/guide/']").click()
        page.wait_for_url(f"{url}0.9.0/guide/")
        expect(page.locator(".md-version__current")).to_have_text("0.9.0")
        page.locator(".md-version__current").focus()
        page.locator(".md-version__link", has_text="0.10.0").click()
        page.wait_for_url(f"{url}0.10.0/guide/")
        assert watch.outside(url) == []
        assert watch.complaints == []
