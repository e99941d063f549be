"""Writes the validator for JavaScript as an npm package, with the types of every body, or checks whether it is up to date."""

from __future__ import annotations

import argparse

from unimicro_schema.commands import exports
from unimicro_schema.npm import package


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    exports.arguments(parser, "DIR", "the folder of the package; other files in it are left alone")


def run(options: argparse.Namespace) -> int:
    """Writes the files. Returns 0 if done or fresh, 1 if stale, 2 if a file cannot be read or written."""
    return exports.folder(options, "javascript", package.files())
