"""Writes the Pydantic models as one file that needs nothing but pydantic, or checks whether that file is up to date."""

from __future__ import annotations

import argparse

from unimicro_schema.commands import exports
from unimicro_schema.derived import read


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    exports.arguments(parser, "FILE", "the file, such as src/contract_models.py, or - for standard output")


def run(options: argparse.Namespace) -> int:
    """Writes the file. Returns 0 if done or fresh, 1 if stale, 2 if the file cannot be read or written."""
    return exports.file(options, read("models.py"))
