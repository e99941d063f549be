"""Every module of the package and of its tests: short enough to be read at once, and marked with what it needs to run."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMITS = {"tools": 350, "tests": 500}
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
MARKS = [marker.partition(":")[0] for marker in SETTINGS["markers"]]
OF_NODE = re.compile(r'import .*\bnpm\b|\["node"|"node",|marked\(')
OF_OTHERS = {"browser", "javascript", "peers"}  # folders of which every test needs something


@pytest.mark.parametrize("folder", LIMITS)
def test_no_module_is_too_long(folder: str) -> None:
    paths = [path for path in (ROOT / folder).rglob("*.*") if path.suffix in {".py", ".js", ".mjs", ".ts", ".css"}]
    written = [path for path in paths if {"generated", "node_modules"}.isdisjoint(path.parts)]
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in written}
    assert lengths
    assert {path: length for path, length in lengths.items() if length > LIMITS[folder]} == {}


def test_make_quick_leaves_out_what_is_marked_and_nothing_else() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f'-m "not ({" or ".join(MARKS)})"' in makefile


def test_a_module_that_runs_node_marks_the_tests_that_do() -> None:
    places = [path for path in (ROOT / "tests").rglob("test_*.py") if OF_OTHERS.isdisjoint(path.parts)]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in places}
    using = {path: text for path, text in texts.items() if OF_NODE.search(text)}
    assert using
    assert [path for path, text in using.items() if "mark.node" not in text and "marked(" not in text] == []
