"""The site, built for the tests as `make site` builds it, by each of the two generators, and its configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from filelock import FileLock
from mkdocs.utils.yaml import yaml_load

PACKAGE = (
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    "action.yml",
    ".gitignore",
)  # what a wheel is made of
CASES = ("tests/calls/calls.json", "tests/corpus", "tests/query/query_cases.json")  # of the conformance kit
TEXTS = ("docs", "mkdocs.yml", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks", "tests/peers")
SOURCES = (*TEXTS, "tools", *CASES, *PACKAGE)
GENERATORS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict"],
    "zensical": [str(Path(sys.executable).with_name("zensical")), "build", "--strict"],
}
COMPLETE = [sys.executable, "-m", "site_files"]  # MkDocs does it by a hook


def configuration(root: Path) -> dict[str, Any]:
    """What mkdocs.yml says."""
    with (root / "mkdocs.yml").open("rb") as text:
        return yaml_load(text)


def pages(site: Path) -> list[Path]:
    """The file of each page of a built site. What only leads on to another page is not one."""
    found = sorted(site.rglob("index.html"))
    return [path for path in found if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]


def shared_build(root: Path, shared: Path, generator: str) -> Path:
    """The folder with the site as `build` makes it by default, made by the first test that asks, in whatever process it runs.

    `shared` is a folder of this run that all its processes share. Nobody may change the site.
    """
    place = shared / f"site-{generator}"
    with FileLock(f"{place}.lock"):
        if not (place / "built").exists():
            shutil.rmtree(place, ignore_errors=True)
            build(root, place, generator)
            (place / "built").touch()
    return place / "site"


def build(root: Path, folder: Path, generator: str, **settings: str) -> Path:
    """The folder with the site of the checkout at `root`, built by a generator in a copy at `folder`.

    `settings` are the variables that mkdocs.yml reads: SITE_URL and SITE_VERSIONS.
    """
    copy(root, folder)
    return built(folder, generator, **settings)


def copy(root: Path, folder: Path) -> None:
    """Copies all that a site is built from."""
    for name in SOURCES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(root / name, folder / name)


def built(folder: Path, generator: str, **settings: str) -> Path:
    """The folder with the site that a generator built of the copy at `folder`."""
    surroundings = {**os.environ, "PYTHONPATH": str(folder / "tools"), **settings}
    for command in [GENERATORS[generator], COMPLETE][: 1 if generator == "mkdocs" else 2]:
        run = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"
