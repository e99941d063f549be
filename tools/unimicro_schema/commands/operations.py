"""Lists the operations: the name, the method, and the path with its action."""

from __future__ import annotations

import argparse

from unimicro_schema.registry import operations


def arguments(_: argparse.ArgumentParser) -> None:
    """Declares nothing: the command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Prints a line for each operation."""
    width = max(len(entry.id) for entry in operations())
    for entry in operations():
        action = f"?action={entry.action}" if entry.action else ""
        print(f"{entry.id:{width}}  {entry.method:6}  {entry.path}{action}")
    return 0
