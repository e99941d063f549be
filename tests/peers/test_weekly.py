"""What the page of the generators warns of happens, and what it says of the weekly run is what that run saw."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest

from peers import results, weekly
from peers.generators import FED, GENERATORS, WEEKLY, Generator
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


@pytest.mark.parametrize("generator", [*GENERATORS, *WEEKLY], ids=lambda generator: generator.name)
def test_the_commands_of_the_page_make_a_client_in_a_folder_without_packages(
    generator: Generator, installed: Installed, root: Path, tmp_path: Path
) -> None:
    programs, folder = tmp_path / "bin", tmp_path / "project"
    programs.mkdir()
    folder.mkdir()
    (programs / "node").symlink_to(shutil.which("node", path=installed.environment["PATH"]) or "")
    (folder / "openapi.json").write_bytes(FED.read_bytes())
    path = os.pathsep.join(map(str, (programs, installed.python.parent, root / ".venv/bin", os.environ["PATH"])))
    reader = replace(installed, environment=dict(os.environ, PATH=path))
    _, *commands, _ = results.commands(generator, installed.versions)
    done = reader.run("bash", "-e", "-c", "\n".join(commands), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    suffix = Path(generator.program).suffix
    assert [file for file in folder.rglob(f"*{suffix}") if "node_modules" not in file.parts], done.stdout


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
