"""Derives every artefact from openapi/: bundle, schemas, models, examples and reference pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from unimicro_schema.commands import INVALID, UNCHECKED, VALID
from unimicro_schema.commands.streams import note, say
from unimicro_schema.reports import printable


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--check", action="store_true", help="change nothing; print a diff and exit 1 if something is stale"
    )
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the checkout (default: the current folder)"
    )


def run(options: argparse.Namespace) -> int:
    """Writes what changed, or with `--check` only says what is stale."""
    try:
        from unimicro_schema.build import artefacts
        from unimicro_schema.build.source import ContractError
    except ImportError as error:
        say(f"cannot build, {error.name} is not installed; in the checkout, run pip install -e '.[build]'")
        return UNCHECKED
    root: Path = options.root
    if not (root / "openapi" / "openapi.yaml").is_file():
        say(f"there is no openapi/openapi.yaml in {root.absolute()}; run this in a checkout")
        return UNCHECKED
    try:
        derived = artefacts.derive(root)
    except ContractError as error:
        note("".join(f"{printable(str(problem))}\n" for problem in error.problems))
        return INVALID
    changes = artefacts.compare(root, derived)
    if options.check and changes:
        print(*changes.diff, sep="\n")
        note(f"stale: {changes}\nrun `unimicro-schema build` and commit what it writes\n")
        return INVALID
    if not options.check:
        artefacts.write(root, derived, changes)
    print(f"fresh: {changes}" if options.check else changes)
    return VALID
