"""Compares two contracts and says what each change breaks: clients that send requests, read responses, or use generated code.

A contract is a file, the folder of a checkout, or a git revision of the checkout. Exit code 1 means a break that the version
of the contract does not declare, or a change that the changelog does not have.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from unimicro_schema.changes import Diff, compare
from unimicro_schema.changes.changelog import missing
from unimicro_schema.changes.forms import FormError
from unimicro_schema.changes.printing import PRINTERS
from unimicro_schema.changes.sources import NOT_OPENAPI, contract, current, last_release
from unimicro_schema.commands import INVALID, VALID
from unimicro_schema.commands.streams import say
from unimicro_schema.files import FileError, why


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    old = "the old contract (default: the last release tag of the checkout)"
    parser.add_argument("old", nargs="?", metavar="OLD", help=old)
    new = "the new contract (default: that of the checkout; outside a checkout, that of the installed package)"
    parser.add_argument("new", nargs="?", metavar="NEW", help=new)
    parser.add_argument("--format", choices=PRINTERS, default="text", help="how to print the changes")
    log = "a changelog such as CHANGELOG.md; also fail if the part Contract of its newest version lacks a change"
    parser.add_argument("--changelog", type=Path, metavar="FILE", help=log)
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the checkout (default: the current folder)"
    )


def run(options: argparse.Namespace) -> int:
    """Prints the changes. Returns 0 if they pass, 1 if not, 2 if the two could not be compared."""
    diff = _diff(options)
    lacking = _lacking(options.changelog, diff) if diff and options.changelog else []
    if diff is None:
        say("there is no release tag before this commit, so there is nothing to compare with")
        return VALID
    sys.stdout.write(PRINTERS[options.format](diff))
    if lacking:
        said = (
            f"{options.changelog} lacks {len(lacking)} of the changes, in the part Contract of its newest version; add:"
        )
        say(said, *lacking)
    return VALID if diff.passes and not lacking else INVALID


def _diff(options: argparse.Namespace) -> Diff | None:
    """The changes; None if there is nothing to compare with yet."""
    before = options.old or last_release(options.root)
    if before is None:
        return None
    old = contract(before, options.root)
    new = contract(options.new, options.root) if options.new else current(options.root)
    try:
        return compare(old, new)
    except FormError as error:
        raise FileError(str(error)) from None
    except NOT_OPENAPI:
        raise FileError("the two contracts have parts that OpenAPI does not know; check both") from None


def _lacking(changelog: Path, diff: Diff) -> list[str]:
    try:
        return missing(changelog.read_text(encoding="utf-8"), diff)
    except UnicodeDecodeError:
        raise FileError(f"{changelog} cannot be read: it is not UTF-8") from None
    except (OSError, ValueError) as error:
        raise FileError(f"{changelog} cannot be read: {why(error)}") from None
