"""The npm package as a project has it, and a process of Node that has loaded it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.node import Node
from unimicro_schema import cli

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.node)


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `unimicro-schema javascript` wrote."""
    folder = tmp_path_factory.mktemp("npm") / "unimicro-schema"
    assert cli.main(["javascript", "--output", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def node(package: Path) -> Iterator[Node]:
    """A process of Node that answers for the package."""
    with Node(package) as process:
        yield process
