"""What the tests of other people's tools share: the tools, installed once, and what came of each generator."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from peers import generators
from peers.generators import Outcome
from peers.installation import Installed, install


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-results", action="store_true", help="write tests/peers/results.md rather than compare it")


@pytest.fixture(scope="session")
def installed(root: Path) -> Installed:
    """The tools, below .cache/peers."""
    return install(root / ".cache" / "peers")


@pytest.fixture(scope="session")
def outcomes(installed: Installed) -> dict[str, Outcome]:
    """What came of each generator, by its name. Two are at work at a time."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda generator: generators.outcome(generator, installed), generators.GENERATORS)
        return {generator.name: outcome for generator, outcome in zip(generators.GENERATORS, found, strict=True)}
