"""A clone as Git for Windows makes it by default."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GIT = shutil.which("git") or "git"


def git(folder: Path, *arguments: str) -> str:
    """Runs git without the settings of whoever runs the tests."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        [GIT, *arguments],
        cwd=folder,
        env={**os.environ, **settings, **names},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the checkout as it is now, with the line ends of Windows wherever git may write them."""
    if not (root / ".git").exists():
        pytest.skip("this is not a clone")
    origin, folder = tmp_path_factory.mktemp("origin"), tmp_path_factory.mktemp("clone")
    for name in git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (root / name).is_file():
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, origin / name)
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "all"]):
        git(origin, *arguments)
    git(folder, "clone", "--quiet", "-c", "core.autocrlf=true", str(origin), "clone")
    return folder / "clone"


@pytest.mark.slow
def test_a_clone_with_the_line_ends_of_windows_is_fresh(clone: Path) -> None:
    assert b"\r\n" in (clone / "README.md").read_bytes()
    command = [sys.executable, "-m", "unimicro_schema", "build", "--check"]
    environment = {**os.environ, "PYTHONPATH": str(clone / "tools")}
    done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:2000] + done.stderr
    assert git(clone, "status", "--porcelain") == ""
