"""What the tests of recorded calls share."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, empty as a test begins."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
