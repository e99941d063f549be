"""Writes the contract as one OpenAPI file, in the form that another tool reads, or checks whether it is up to date."""

from __future__ import annotations

import argparse

from unimicro_schema import openapi
from unimicro_schema.commands import exports
from unimicro_schema.commands.streams import say
from unimicro_schema.registry import operation

_SUFFIXES = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    exports.arguments(parser, "FILE", "the file, such as openapi.yaml, or - for standard output")
    parser.add_argument(
        "--format", choices=openapi.SYNTAXES, help="the format of the file; by default from the file extension"
    )
    parser.add_argument(
        "--openapi", choices=openapi.VERSIONS, default="3.1", help="the version of OpenAPI (default: 3.1)"
    )
    parser.add_argument(
        "--dereferenced",
        action="store_true",
        help="replace each $ref with its target; only recursive schemas keep their $ref",
    )
    parser.add_argument(
        "--open-codes",
        action="store_true",
        help="allow any number in place of a code, for tools that refuse codes added later",
    )
    parser.add_argument(
        "--only",
        metavar="OPERATION,…",
        help="write only these operations and what they need; `unimicro-schema operations` lists them",
    )


def run(options: argparse.Namespace) -> int:
    """Writes the file. Returns 0 if done or fresh, 1 if stale, 2 if the file cannot be read or written."""
    suffix = f".{options.output.rpartition('.')[2].lower()}"
    syntax = options.format or ("json" if options.output == "-" else _SUFFIXES.get(suffix))
    if syntax is None:
        say(f"the extension of {options.output} is neither .json nor .yaml; add --format json or --format yaml")
        return 2
    only = None if options.only is None else [operation(name.strip()).id for name in options.only.split(",")]
    content = openapi.content(
        options.openapi, syntax, dereferenced=options.dereferenced, open_codes=options.open_codes, only=only
    )
    return exports.file(options, content)
