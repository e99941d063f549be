"""Writes every example into a folder, one file for each, or checks whether they are up to date."""

from __future__ import annotations

import argparse

from unimicro_schema.commands import exports
from unimicro_schema.registry import published


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    exports.arguments(parser, "DIR", "the folder; other files in it are left alone")


def run(options: argparse.Namespace) -> int:
    """Writes the files. Returns 0 if done or fresh, 1 if stale, 2 if a file cannot be read or written."""
    return exports.folder(options, "examples", published.examples())
