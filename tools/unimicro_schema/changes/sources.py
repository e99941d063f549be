"""Finds and reads a contract to compare: a file, the folder of a checkout, a git revision of it, or the installed package."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import orjson

from unimicro_schema.changes.document import ComparedDocument
from unimicro_schema.derived import read
from unimicro_schema.files import FileError, why

NOT_OPENAPI = (LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What is raised by a document that is not OpenAPI where it is taken for one."""

_SOURCE = "openapi/openapi.yaml"
_COMMITTED = "tools/unimicro_schema/generated/openapi.json"
_RELEASES = "v[0-9]*"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def contract(name: str, root: Path) -> dict[str, Any]:
    """The contract that a user names: a file, a folder, or a revision of the checkout at `root`.

    Raises `FileError` if there is none of that name, or if it cannot be read or is not OpenAPI 3.
    """
    path = _checkout(Path(name))
    if path.is_dir():
        return _of_folder(path)
    if path.is_file():
        return _of_file(path)
    return _parsed(_committed(name, root), name)


def current(root: Path) -> dict[str, Any]:
    """The contract of the checkout at `root`; outside a checkout that of the installed package."""
    return _of_folder(root) if (root / _SOURCE).is_file() else _parsed(read("openapi.json"), "openapi.json")


def last_release(root: Path) -> str | None:
    """The last release tag before what is checked out, or None if there is no release yet.

    A release that is checked out and has not been edited is compared with the release before it. Raises `FileError` outside a
    checkout, where git refuses to look, and where the clone may lack the tag.
    """
    if not _is_checkout(root):
        raise FileError(f"{root.absolute()} is not a git checkout; name the contract to compare with")
    edited = _asked(root, "status", "--porcelain", "--", "openapi")
    start = "HEAD" if edited else "HEAD^"
    if _is_revision(root, start) and _asked(root, "tag", "--list", _RELEASES, "--merged", start):
        return _asked(root, "describe", "--tags", "--abbrev=0", "--match", _RELEASES, start)
    if lacking := _lacking(root):
        raise FileError(f"there is no release tag before this commit, but {lacking}")
    return None


def _checkout(path: Path) -> Path:
    """The checkout that a path means, if it is that of the hand-written contract or of its main file; else the path."""
    place = path.absolute()
    for folder in place.parents[:2]:
        if place in {folder / "openapi", folder / _SOURCE} and (folder / "openapi" / "paths").is_dir():
            return folder
    return path


def _of_folder(folder: Path) -> dict[str, Any]:
    """The contract of a checkout: what its `openapi/` says now, or its bundle where there is no such folder."""
    if (folder / _SOURCE).is_file():
        return _derived(folder)
    if (folder / _COMMITTED).is_file():
        return _of_file(folder / _COMMITTED)
    raise FileError(f"the folder {folder} holds no contract; name a checkout or a file")


def _derived(folder: Path) -> dict[str, Any]:
    try:
        from unimicro_schema.build import artefacts
        from unimicro_schema.build.source import ContractError
    except ImportError:
        needed = "install the checkout with pip install -e '.[build]', or name the file " + _COMMITTED
        raise FileError(f"the contract in {folder / 'openapi'} cannot be derived; {needed}") from None
    try:
        return artefacts.bundle(folder)
    except ContractError as error:
        raise FileError(f"the contract in {folder / 'openapi'} has errors:", *map(str, error.problems)) from None


def _of_file(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileError(f"{path} cannot be read: {why(error)}") from None
    return _parsed(data, str(path))


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    is_yaml = name.endswith((".yaml", ".yml"))
    try:
        node = _yaml(data, name) if is_yaml else orjson.loads(data.removeprefix(_BYTE_ORDER_MARK))
    except ValueError as error:
        raise FileError(f"{name} cannot be read: {error}") from None
    try:
        document = ComparedDocument(node)
        if not (document.holders and node["info"]["version"] and node["openapi"].startswith("3.")):
            raise ValueError
    except NOT_OPENAPI:
        raise FileError(f"{name} is not an OpenAPI 3 document that can be compared; name one") from None
    result: dict[str, Any] = node
    return result


def _yaml(data: bytes, name: str) -> Any:
    try:
        from unimicro_schema.openapi.parsing import parse
    except ImportError:
        raise FileError(
            f"{name} is YAML, and PyYAML is not installed; name a JSON file, or install the extra `build`"
        ) from None
    return parse(name, data.decode("utf-8-sig"))


def _committed(revision: str, root: Path) -> bytes:
    """The bundle that a revision of the checkout at `root` holds."""
    if not _is_checkout(root):
        raise FileError(f"{revision} is neither a file nor a folder, and {root.absolute()} is not a git checkout")
    shown = _git(root, "show", "--end-of-options", f"{revision}:./{_COMMITTED}")
    if shown.returncode == 0:
        return shown.stdout
    if not _is_revision(root, revision):
        known = f"{revision} is neither a file, a folder nor a revision of {root.absolute()}"
        raise FileError(f"{known}; {_lacking(root) or 'correct the name'}")
    if _asked(root, "ls-tree", "--name-only", "--end-of-options", revision, "--", _COMMITTED):
        raise _refusal(root, shown)
    raise FileError(f"the revision {revision} has no {_COMMITTED}; name another revision or a file")


def _is_checkout(root: Path) -> bool:
    """Whether git reads a folder as part of a checkout. Raises `FileError`, with the reason of git, where it refuses to."""
    asked = _git(root, "rev-parse", "--is-inside-work-tree")
    if asked.returncode == 0:
        return True
    if any((folder / ".git").exists() for folder in (root.absolute(), *root.absolute().parents)):
        raise _refusal(root, asked)
    return False


def _is_revision(root: Path, name: str) -> bool:
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.returncode == 0


def _lacking(root: Path) -> str:
    """Why a clone may lack what it is asked for, and what to do; empty if it has everything."""
    if _asked(root, "rev-parse", "--is-shallow-repository") == "true":
        return "this clone is shallow; fetch the history and the tags with `git fetch --unshallow --tags`"
    if "--no-tags" in _git(root, "config", "--get-regexp", r"^remote\..*\.tagopt$").stdout.decode():
        return "this clone was made without tags; fetch them with `git fetch --tags`"
    return ""


def _asked(root: Path, *arguments: str) -> str:
    """What git answers. Raises `FileError`, with the reason of git, if it cannot."""
    answer = _git(root, *arguments)
    if answer.returncode:
        raise _refusal(root, answer)
    return answer.stdout.decode(errors="surrogateescape").strip()


def _refusal(root: Path, answer: subprocess.CompletedProcess[bytes]) -> FileError:
    said = [line.expandtabs(2) for line in answer.stderr.decode(errors="replace").splitlines() if line.strip()]
    return FileError(f"git cannot read the checkout {root.absolute()}:", *said)


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S607  # the user's git
    except FileNotFoundError:
        raise FileError("git is not installed; name files instead of revisions") from None
    except OSError as error:
        raise FileError(f"git cannot be run: {why(error)}; name files instead of revisions") from None
