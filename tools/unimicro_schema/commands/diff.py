"""Compares two contracts and says whom each change breaks: who sends requests, who reads responses, who generates code.

A contract is a file, the folder of a checkout, or a git revision of the checkout. Exit code 1 means a break that the version
of the contract does not declare, or a change that the changelog does not have.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import orjson

from unimicro_schema.changes import compare
from unimicro_schema.changes.change import Diff
from unimicro_schema.changes.changelog import missing
from unimicro_schema.changes.document import Document
from unimicro_schema.changes.printing import PRINTERS
from unimicro_schema.changes.revisions import COMMITTED, UnreadableError, committed, last_release
from unimicro_schema.derived import read
from unimicro_schema.reports import printable

_SOURCE = "openapi/openapi.yaml"
_NO_OPENAPI = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    old = "the contract before; the last release tag of the checkout if left out"
    parser.add_argument("old", nargs="?", metavar="OLD", help=old)
    new = "the contract after; that of the checkout if left out, or outside a checkout that of the installed package"
    parser.add_argument("new", nargs="?", metavar="NEW", help=new)
    parser.add_argument("--format", choices=PRINTERS, default="text", help="how to print the changes")
    log = "also fail if a change is missing in the contract part of its newest version, such as CHANGELOG.md"
    parser.add_argument("--changelog", type=Path, metavar="FILE", help=log)
    parser.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the checkout; here if left out")


def run(options: argparse.Namespace) -> int:
    """Prints the changes. Returns 0 if they pass, 1 if not, 2 if the two could not be compared."""
    root: Path = options.root
    try:
        before = options.old or last_release(root)
        if before is None:
            nothing = "there is no release tag before this commit, so there is nothing to compare with"
            print(f"unimicro-schema: {nothing}; in a shallow clone, fetch the history and the tags", file=sys.stderr)
            return 0
        old = _contract(before, root)
        new = _contract(options.new, root) if options.new else _here(root)
        try:
            diff = compare(old, new)
        except _NO_OPENAPI:
            raise UnreadableError("the two contracts have parts that OpenAPI does not know; check both") from None
        lacking = _lacking(options.changelog, diff) if options.changelog else []
    except UnreadableError as error:
        lines = "\n".join(map(printable, str(error).split("\n")))
        print(f"unimicro-schema: {lines}", file=sys.stderr)
        return 2
    sys.stdout.write(PRINTERS[options.format](diff))
    if lacking:
        said = f"{options.changelog} lacks {len(lacking)} of the changes under Contract of its newest version; add:"
        print(f"unimicro-schema: {printable(said)}", *lacking, sep="\n", file=sys.stderr)
    return 0 if diff.passes and not lacking else 1


def _lacking(changelog: Path, diff: Diff) -> list[str]:
    try:
        return missing(changelog.read_text(encoding="utf-8"), diff)
    except OSError as error:
        raise UnreadableError(f"{changelog} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableError(f"{changelog} cannot be read: it is not UTF-8") from None


def _contract(name: str, root: Path) -> dict[str, Any]:
    path = _checkout(Path(name))
    if path.is_dir():
        return _of_folder(path)
    if path.is_file():
        return _of_file(path)
    return _parsed(committed(name, root), name)


def _here(root: Path) -> dict[str, Any]:
    return _of_folder(root) if (root / _SOURCE).is_file() else _parsed(read("openapi.json"), "openapi.json")


def _checkout(path: Path) -> Path:
    """The checkout that a path stands for, if it is that of the hand-written contract or of its main file; else the path."""
    place = path.absolute()
    for folder in place.parents[:2]:
        if place in {folder / "openapi", folder / _SOURCE} and (folder / "openapi" / "paths").is_dir():
            return folder
    return path


def _of_folder(folder: Path) -> dict[str, Any]:
    """The contract of a checkout: what its `openapi/` says now, or its bundle where there is no such folder."""
    if (folder / _SOURCE).is_file():
        return _derived(folder)
    for path in COMMITTED:
        if (folder / path).is_file():
            return _of_file(folder / path)
    raise UnreadableError(f"the folder {folder} holds no contract; name a checkout or a file")


def _of_file(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror}") from None
    return _parsed(data, str(path))


def _derived(folder: Path) -> dict[str, Any]:
    try:
        from unimicro_schema.build import artefacts
        from unimicro_schema.build.source import ContractError
    except ImportError:
        needed = "install the extra `build`, or name the file " + COMMITTED[0]
        raise UnreadableError(f"the contract in {folder / 'openapi'} cannot be derived; {needed}") from None
    try:
        return artefacts.bundle(folder)
    except ContractError as error:
        raise UnreadableError(f"the contract in {folder / 'openapi'} has errors:\n{error}") from None


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    try:
        node = (
            _yaml(data, name) if name.endswith((".yaml", ".yml")) else orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
        )
    except ValueError as error:
        raise UnreadableError(f"{name} cannot be read: {error}") from None
    try:
        document = Document(node)
        if not (document.holders and node["info"]["version"] and node["openapi"].startswith("3.")):
            raise ValueError
    except _NO_OPENAPI:
        raise UnreadableError(f"{name} is no OpenAPI 3 document that can be compared; name one") from None
    result: dict[str, Any] = node
    return result


def _yaml(data: bytes, name: str) -> Any:
    try:
        from unimicro_schema.build.source import parse
    except ImportError:
        raise UnreadableError(f"{name} is YAML, and PyYAML is not installed; name the JSON file") from None
    return parse(name, data.decode("utf-8-sig"))
