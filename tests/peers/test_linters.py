"""Redocly and Spectral have nothing to say about the published bundle."""

from collections.abc import Callable

import pytest

from helpers import linters, npm

PROMISE = "has nothing to say about the bundle"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("redocly", marks=pytest.mark.shows("Redocly", PROMISE), id="redocly"),
        pytest.param("spectral", marks=pytest.mark.shows("Spectral", PROMISE), id="spectral"),
    ],
)
def test_a_linter_has_nothing_to_say(name: str, record_property: Callable[[str, object], None]) -> None:
    npm.install(linters.PLACE)
    found = linters.problems(name)
    record_property("seen", f"{len(found)} errors and warnings")
    assert found == []
