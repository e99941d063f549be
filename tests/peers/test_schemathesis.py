"""Bodies that schemathesis makes by the published bundle, good and bad, are judged as it means them."""

import json

import pytest

from peers.generators import FED, HERE
from peers.installation import Installed
from unimicro_schema import validate

BODIES = {
    "createCustomer": "createCustomer",
    "updateCustomer": "updateCustomer",
    "changeCustomers": "bulkSaveCustomers",
}
"""The operations of the bundle that have a body, and what the contract calls them."""

STRICTER = {"unknown-key", "null-not-allowed"}
"""What is asked of requests only: the bundle has one form of an object for both directions, and it is open."""


@pytest.fixture(scope="module")
def made(installed: Installed) -> list[dict[str, str]]:
    """What schemathesis makes: the operation, `positive` or `negative`, and the text of the body."""
    run = installed.run(installed.python, HERE / "generate_bodies.py", FED, "20", cwd=installed.place)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.shows("schemathesis", "good bodies that it makes break no rule that the bundle has, by operation")
@pytest.mark.parametrize("operation", BODIES)
def test_a_good_body_breaks_no_rule_that_the_bundle_has(operation: str, made: list[dict[str, str]]) -> None:
    chosen = [entry["text"] for entry in made if (entry["operation"], entry["mode"]) == (operation, "positive")]
    reports = {text: validate(text.encode("latin-1"), BODIES[operation]) for text in chosen}
    assert any(report.valid for report in reports.values())
    for text, report in reports.items():
        rules = {finding.rule for finding in report.findings if finding.severity == "error"}
        assert rules <= STRICTER, text


@pytest.mark.shows("schemathesis", "bad bodies that it makes are invalid, by operation")
@pytest.mark.parametrize("operation", BODIES)
def test_a_bad_body_is_invalid(operation: str, made: list[dict[str, str]]) -> None:
    chosen = [entry["text"] for entry in made if (entry["operation"], entry["mode"]) == (operation, "negative")]
    assert chosen
    passed = [text for text in chosen if validate(text.encode("latin-1"), BODIES[operation]).valid]
    assert passed == []
