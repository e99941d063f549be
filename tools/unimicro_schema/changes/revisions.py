"""Reads the contract as it was committed, from the history of a checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path

COMMITTED = ("tools/unimicro_schema/generated/openapi.json", "docs/reference/openapi.json")
"""Where the bundle stands in a checkout."""


class UnreadableError(Exception):
    """A contract could not be read. The message is one sentence."""


def committed(revision: str, root: Path) -> bytes:
    """The bundle that a revision of the checkout at `root` holds."""
    for path in COMMITTED:
        shown = _git(root, "show", "--end-of-options", f"{revision}:./{path}")
        if shown.returncode == 0:
            return shown.stdout
    known = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode == 0:
        raise UnreadableError(f"the revision {revision} has no {COMMITTED[0]}; name another revision or a file")
    raise UnreadableError(
        f"{revision} is neither a file, a folder nor a revision of {root.resolve()}; correct the name"
    )


def last_release(root: Path) -> str | None:
    """The last release tag before what is checked out, or None if there is none.

    A release that is checked out and has not been edited is compared with the release before it.
    """
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        raise UnreadableError(f"{root.resolve()} is no git checkout; name the contract to compare with")
    edited = _git(root, "diff", "--quiet", "HEAD", "--", "openapi").returncode != 0
    found = _git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", "HEAD" if edited else "HEAD^")
    return found.stdout.decode().strip() or None


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S607  # the user's git
    except FileNotFoundError:
        raise UnreadableError("git is not installed; name files instead of revisions") from None
