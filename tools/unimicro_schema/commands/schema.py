"""Prints the JSON Schema (2020-12) of the request body of an operation, or of one of its responses."""

from __future__ import annotations

import argparse
import sys

from unimicro_schema.registry import schema_content


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("operation", metavar="OPERATION", help="the operation; `unimicro-schema operations` lists them")
    parser.add_argument(
        "--response", metavar="STATUS", help="take the response with this status instead of the request"
    )


def run(options: argparse.Namespace) -> int:
    """Writes the published file to standard output."""
    sys.stdout.buffer.write(schema_content(options.operation, options.response))
    return 0
