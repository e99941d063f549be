"""What the tests of other people's tools share: the tools, installed once, and what came of each generator."""

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from helpers.kit import unpacked
from peers import generators, judges, schema_generators
from peers.call_checkers import CHECKERS, Verdicts
from peers.generators import GENERATORS, WEEKLY
from peers.installation import Installed, install
from peers.judges import Score
from peers.outcomes import Outcome, outcome
from peers.results import Seen

SEEN: pytest.StashKey[Seen] = pytest.StashKey()
"""What was seen of the tools so far."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-results", action="store_true", help="write tests/peers/results.md rather than compare it")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shows(tool, promise): what a test shows of a tool; it is in the results")
    config.stash[SEEN] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name == "test_results.py")  # last: it needs what the others saw


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    marker = item.get_closest_marker("shows")
    if marker and (call.when == "call" or report.failed):
        item.config.stash[SEEN].setdefault(marker.args, []).append(
            str(dict(report.user_properties).get("seen", "")) if report.passed else "failed"
        )
    return report


@pytest.fixture(scope="session")
def seen(request: pytest.FixtureRequest) -> Seen:
    """What was seen of each tool: by tool and promise, a word for each test that passed, or `failed`."""
    return request.config.stash[SEEN]


@pytest.fixture(scope="session")
def installed(root: Path) -> Installed:
    """The tools, below .cache/peers."""
    return install(root / ".cache" / "peers")


@pytest.fixture(scope="session")
def outcomes(installed: Installed) -> dict[str, Outcome]:
    """What came of each generator that every run tries, by its name."""
    return _outcomes(GENERATORS, installed)


@pytest.fixture(scope="session")
def weekly_outcomes(installed: Installed) -> dict[str, Outcome]:
    """The same of those that only the weekly run tries."""
    return _outcomes(WEEKLY, installed)


def _outcomes(tried: Sequence[generators.Generator], installed: Installed) -> dict[str, Outcome]:
    """Two are at work at a time."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda generator: outcome(generator, installed), tried)
        return {generator.name: result for generator, result in zip(tried, found, strict=True)}


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Outcome:
    """What came of the generator that a test names."""
    weekly = any(generator.name == request.param for generator in WEEKLY)
    outcomes: dict[str, Outcome] = request.getfixturevalue("weekly_outcomes" if weekly else "outcomes")
    return outcomes[request.param]


@pytest.fixture(scope="session")
def judged_calls(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Verdicts]:
    """Gives what a checker of whole calls says of each call, by its name."""
    return cache(lambda name: CHECKERS[name](installed, tmp_path_factory.mktemp("calls")))


@pytest.fixture(scope="session")
def kit(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the conformance kit, from its archive."""
    return unpacked(root, tmp_path_factory.mktemp("kit"))


@pytest.fixture(scope="session")
def scores(installed: Installed, kit: Path) -> Callable[[str], Score]:
    """Gives how a validator judges the conformance kit, by its title."""
    bodies, known = judges.cases(kit), {judge.title: judge for judge in judges.JUDGES}
    return cache(lambda title: judges.score(bodies, known[title].verdicts(installed, kit)))


@pytest.fixture(scope="session")
def coded(installed: Installed, kit: Path) -> dict[str, schema_generators.Outcome]:
    """What came of each generator that reads JSON Schemas, by its title."""
    return {maker.title: schema_generators.outcome(maker, installed, kit) for maker in schema_generators.MAKERS}
