"""The page about generators says what this run has seen."""

from collections.abc import Callable
from difflib import unified_diff

import pytest

from peers import results, schema_generators
from peers.call_checkers import CHECKERS, Verdicts
from peers.installation import Installed
from peers.judges import JUDGES, Score
from peers.outcomes import Outcome
from peers.results import Seen


def test_the_results_on_the_page_are_those_of_this_run(  # noqa: PLR0913, PLR0917  # all that the other tests saw
    outcomes: dict[str, Outcome],
    judged_calls: Callable[[str], Verdicts],
    scores: Callable[[str], Score],
    coded: dict[str, schema_generators.Outcome],
    seen: Seen,
    installed: Installed,
    request: pytest.FixtureRequest,
) -> None:
    tools = {*results.TOOLS, *results.RUNNERS}
    assert {tool for tool, _ in seen} == tools, "the results are those of a whole run: run `make peers`"
    judged = {name: judged_calls(name) for name in CHECKERS}
    scored = {judge.title: scores(judge.title) for judge in JUDGES}
    text = results.page(outcomes, judged, scored, coded, seen, installed.versions)
    if request.config.getoption("--write-results"):
        results.FILE.write_text(text, encoding="utf-8")
    before = results.FILE.read_text(encoding="utf-8")
    diff = "\n".join(unified_diff(before.splitlines(), text.splitlines(), "committed", "this run", lineterm=""))
    assert not diff, f"run `make peers` and commit tests/peers/results.md\n{diff}"
