"""The gate in clones that may lack the release to compare with: it says so and fails, instead of passing without a look."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.shell import called

pytestmark = pytest.mark.slow

BUNDLE = "tools/unimicro_schema/generated/openapi.json"
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.no", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    """Runs git in a folder."""
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def history(tmp_path: Path, root: Path) -> Path:
    """A repository with three commits of a bundle, of which the first is the release v0.1.0."""
    top = tmp_path / "history"
    (top / BUNDLE).parent.mkdir(parents=True)
    (top / BUNDLE).write_bytes((root / BUNDLE).read_bytes())
    git(tmp_path, "init", "--quiet", str(top))
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "First")
    git(top, "tag", "v0.1.0")
    for name in ("Second", "Third"):
        git(top, "commit", "--quiet", "--allow-empty", "--message", name)
    return top


@pytest.fixture
def clone(history: Path, tmp_path: Path) -> Callable[..., Path]:
    """Clones the repository in some way, and returns the folder."""

    def make(*arguments: str) -> Path:
        place = tmp_path / "clone"
        git(tmp_path, "clone", "--quiet", *arguments, history.as_uri(), str(place))
        return place

    return make


def test_a_shallow_clone_without_the_release_cannot_be_compared(clone: Callable[..., Path]) -> None:
    done = called("diff", "--root", str(clone("--depth", "1")))
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "unimicro-schema: there is no release tag before this commit, but this clone is shallow; "
        "fetch the history and the tags with `git fetch --unshallow --tags`\n"
    )


def test_what_the_sentence_says_helps(clone: Callable[..., Path]) -> None:
    place = clone("--depth", "1")
    git(place, "fetch", "--quiet", "--unshallow", "--tags")
    assert called("diff", "--root", str(place)) == (0, "no changes\n", "")


def test_a_shallow_clone_that_has_the_release_is_compared_with_it(clone: Callable[..., Path]) -> None:
    place = clone("--depth", "3")
    git(place, "fetch", "--quiet", "--tags")
    assert called("diff", "--root", str(place)) == (0, "no changes\n", "")


def test_a_clone_without_tags_cannot_be_compared(clone: Callable[..., Path]) -> None:
    done = called("diff", "--root", str(clone("--no-tags")))
    assert done.code == 2
    assert "this clone was made without tags; fetch them with `git fetch --tags`" in done.err


def test_a_revision_that_a_shallow_clone_may_lack_is_said_to_be_so(clone: Callable[..., Path]) -> None:
    done = called("diff", "--root", str(clone("--depth", "1")), "v0.1.0")
    assert done.code == 2
    assert "v0.1.0 is neither a file, a folder nor a revision of " in done.err
    assert "this clone is shallow" in done.err


def test_a_full_clone_without_a_release_has_nothing_to_compare_with(history: Path, clone: Callable[..., Path]) -> None:
    git(history, "tag", "--delete", "v0.1.0")
    done = called("diff", "--root", str(clone()))
    assert (done.code, done.out) == (0, "")
    assert "there is no release tag before this commit, so there is nothing to compare with" in done.err


@pytest.mark.parametrize("commits", [0, 1])
def test_a_repository_that_has_just_begun_has_nothing_to_compare_with(
    tmp_path: Path, history: Path, commits: int
) -> None:
    top = tmp_path / "new"
    git(tmp_path, "init", "--quiet", str(top))
    (top / BUNDLE).parent.mkdir(parents=True)
    (top / BUNDLE).write_bytes((history / BUNDLE).read_bytes())
    git(top, "add", ".")
    for _ in range(commits):
        git(top, "commit", "--quiet", "--message", "First")
    done = called("diff", "--root", str(top))
    assert done.code == 0
    assert "nothing to compare with" in done.err


@pytest.mark.parametrize("arguments", [(), ("HEAD",), ("v0.1.0", "HEAD")])
def test_where_git_refuses_its_own_reason_is_told(history: Path, arguments: tuple[str, ...]) -> None:
    done = called("diff", "--root", str(history), *arguments, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (done.code, done.out) == (2, "")
    first, *more = done.err.splitlines()
    assert first == f"unimicro-schema: git cannot read the checkout {history}:"
    assert more[0].startswith("fatal: detected dubious ownership")
    assert any(line.startswith("  git config --global --add safe.directory") for line in more)


def test_a_history_that_is_damaged_is_told_by_git(history: Path) -> None:
    name = git(history, "rev-parse", f"HEAD:{BUNDLE}").strip()
    (history / ".git/objects" / name[:2] / name[2:]).unlink()
    done = called("diff", "--root", str(history), "HEAD")
    assert done.code == 2
    assert done.err.startswith(f"unimicro-schema: git cannot read the checkout {history}:\n")
    assert "Traceback" not in done.err


def test_outside_a_checkout_a_name_that_is_no_file_is_said(tmp_path: Path) -> None:
    done = called("diff", "--root", str(tmp_path), "v0.1.0")
    assert done.code == 2
    assert f"v0.1.0 is neither a file nor a folder, and {tmp_path} is not a git checkout" in done.err


def test_without_git_files_can_be_named(tmp_path: Path, root: Path) -> None:
    done = called("diff", "--root", str(tmp_path), "v0.1.0", PATH=str(tmp_path))
    assert (done.code, done.err) == (2, "unimicro-schema: git is not installed; name files instead of revisions\n")
    assert called("diff", str(root / BUNDLE), str(root / BUNDLE), PATH=str(tmp_path)).code == 0
