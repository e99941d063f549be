"""The site, built once by each of the two generators."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.building import GENERATORS, shared_build


@pytest.fixture(scope="session", params=GENERATORS)
def site(request: pytest.FixtureRequest, root: Path, shared: Path) -> Path:
    """The folder with the completed site, by each of the two generators."""
    return shared_build(root, shared, request.param)
