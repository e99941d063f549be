"""Prints an example of a body of an operation: the first one, or the one that is named."""

from __future__ import annotations

import argparse
import sys

from unimicro_schema.registry import bodies, example_content


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("operation", metavar="OPERATION", help="the operation; `unimicro-schema operations` lists them")
    parser.add_argument("name", metavar="NAME", nargs="?", help="which example (default: the first)")
    parser.add_argument(
        "--response", metavar="STATUS", help="take the response with this status instead of the request"
    )
    parser.add_argument("--list", action="store_true", help="list the names of the examples instead")


def run(options: argparse.Namespace) -> int:
    """Writes the published file to standard output, or lists what there is."""
    if options.list:
        for kind, body in bodies(options.operation).items():
            for name in body.examples:
                print(f"{kind:7}  {name}")
    else:
        sys.stdout.buffer.write(example_content(options.operation, options.name, options.response))
    return 0
