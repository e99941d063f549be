"""A plugin of pytest, for `make mutants`: it notes which lines each test runs, or runs the tests in a given order."""

from __future__ import annotations

import faulthandler
import json
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage

_PATIENCE = 10.0  # times as long as a test takes without a fault, and
_AT_LEAST = 20.0  # seconds


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the two switches."""
    parser.addoption("--note-lines", type=Path, metavar="FOLDER", help="write lines.json: which tests run what there")
    parser.addoption(
        "--in-order", type=Path, metavar="FILE", help="run the tests in this order, each for so long at most"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Does what the switches ask for."""
    if folder := config.getoption("--note-lines"):
        config.pluginmanager.register(_Notes(folder, config.rootpath / "lines.json"))
    if file := config.getoption("--in-order"):
        config.pluginmanager.register(_Order(json.loads(file.read_text(encoding="utf-8"))))


class _Notes:
    """Writes, for each test, its seconds and the lines of each file that it runs."""

    def __init__(self, folder: Path, written: Path) -> None:
        self._written = written
        self._coverage = Coverage(data_file=None, config_file=False, include=[f"{folder}/*"])
        self._seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._coverage.start()
        self._coverage.switch_context(item.nodeid)
        began = time.monotonic()
        try:
            return (yield)
        finally:
            self._seconds[item.nodeid] = time.monotonic() - began
            self._coverage.stop()

    def pytest_sessionfinish(self) -> None:
        data = self._coverage.get_data()
        found: dict[str, tuple[float, dict[str, list[int]]]] = {
            test: (seconds, {}) for test, seconds in self._seconds.items()
        }
        for file in data.measured_files():
            for line, tests in data.contexts_by_lineno(file).items():
                for test in filter(None, tests):
                    found[test][1].setdefault(file, []).append(line)
        self._written.write_text(json.dumps(found), encoding="utf-8")


class _Order:
    """Runs the tests in the order of a table, which has the usual seconds of each; ends all if one takes far longer."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._ranks = {test: rank for rank, test in enumerate(seconds)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: self._ranks.get(item.nodeid, len(self._ranks)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        usual = self._seconds.get(item.nodeid, 0)
        faulthandler.dump_traceback_later(_PATIENCE * usual + _AT_LEAST, exit=True)
        try:
            return (yield)
        finally:
            faulthandler.cancel_dump_traceback_later()
