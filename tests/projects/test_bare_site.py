"""The site, built by someone who has Material for MkDocs and the package, and nothing else. Needs the package index."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.building import copy
from site_files.wheel import LEFT_OUT

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.mark.slow
def test_mkdocs_build_completes_the_site_and_says_what_it_leaves_out(root: Path, tmp_path: Path) -> None:
    copy(root, tmp_path / "checkout")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "bare")], check=True)
    python = str(tmp_path / "bare" / ("Scripts" if os.name == "nt" else "bin") / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "mkdocs-material", str(root)]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    build = [python, "-m", "mkdocs", "build", "--strict"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        build, cwd=tmp_path / "checkout", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count(LEFT_OUT) == 1
    site = tmp_path / "checkout/site"
    downloads = {path.name for path in (site / "reference/downloads").iterdir()}
    assert {"openapi.json", "models.py", "schemas.zip", "SHA256SUMS", "index.html"} <= downloads
    assert not [name for name in downloads if name.endswith(".whl")]
    assert LEFT_OUT in (site / "reference/downloads/index.html").read_text(encoding="utf-8")
    assert (site / "llms-full.txt").is_file()
    assert (site / "guide/create-a-customer.md").is_file()
