"""What the page of the generators warns of happens, and what it says of the weekly run is what that run saw."""

from concurrent.futures import ThreadPoolExecutor
from difflib import unified_diff

import pytest

from peers import weekly
from peers.installation import Installed
from peers.outcomes import Outcome
from peers.weekly import OMISSIONS, Omission

pytestmark = pytest.mark.weekly


@pytest.fixture(scope="session")
def omitted(installed: Installed) -> dict[Omission, str]:
    """What comes of each omission. Two are tried at a time."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda omission: weekly.without(omission, installed), OMISSIONS)
        return dict(zip(OMISSIONS, found, strict=True))


@pytest.mark.parametrize("omission", OMISSIONS, ids=lambda omission: f"{omission.name}-{omission.setting or 'slice'}")
def test_a_setting_that_is_left_out_matters(omission: Omission, omitted: dict[Omission, str]) -> None:
    assert omitted[omission] == omission.expected


def test_the_weekly_results_are_those_of_this_run(
    weekly_outcomes: dict[str, Outcome],
    omitted: dict[Omission, str],
    installed: Installed,
    request: pytest.FixtureRequest,
) -> None:
    text = weekly.page(weekly_outcomes, omitted, installed.versions)
    if request.config.getoption("--write-results"):
        weekly.FILE.write_text(text, encoding="utf-8")
    before = weekly.FILE.read_text(encoding="utf-8")
    old, new = (weekly.undated(part).splitlines() for part in (before, text))
    diff = "\n".join(unified_diff(old, new, "committed", "this run", lineterm=""))
    assert not diff, f"run `make peers-all` and commit tests/peers/results-weekly.md\n{diff}"
