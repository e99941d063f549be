"""The command `unimicro-schema`: picks the subcommand and turns what it raises into an exit code."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from unimicro_schema.commands import UNCHECKED
from unimicro_schema.commands.notices import say
from unimicro_schema.registry import UnknownNameError, contract_version

INTERRUPTED = 130  # as shells report it

COMMANDS = {
    "validate": "check payloads against an operation",
    "query": "check a query before it is sent",
    "explain": "explain the body of an error",
    "operations": "list the operations",
    "schema": "print the JSON Schema of a body",
    "example": "print an example of a body",
    "models": "write the Pydantic models as one file",
    "schemas": "write all JSON Schemas into a folder",
    "examples": "write all examples into a folder",
    "openapi": "write the contract as one OpenAPI file",
    "diff": "compare two contracts and say whom each change breaks",
    "build": "derive everything from openapi/, in a checkout of the project",
}
"""The subcommands, each of which is a module of that name in `unimicro_schema.commands` with `arguments` and `run`."""


def command() -> int:
    """The command in a process of its own, which ends with it: runs `main` on the arguments of the process.

    Python looks for unused objects again and again while modules are imported, and a last time at the end. A short run has none
    to speak of, and the end of the process frees them anyhow; both together take a tenth of the time of checking one file.
    """
    gc.set_threshold(100_000)
    code = main()
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Returns 0 if all is valid, 1 if something is invalid or stale, 2 if something could not be checked."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except UnknownNameError as error:
        say(str(error.args[0]))
        return UNCHECKED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNCHECKED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        _overview().parse_args(arguments)
        return UNCHECKED
    module = import_module(f"unimicro_schema.commands.{name}")
    parser = argparse.ArgumentParser(prog=f"unimicro-schema {name}", description=module.__doc__)
    module.arguments(parser)
    code: int = module.run(parser.parse_args(arguments[1:]))
    return code


def _overview() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unimicro-schema",
        description="The contract of the Unimicro Customer API: schemas, examples, and verdicts on payloads.",
        epilog="Exit codes: 0 all valid, 1 something is invalid or stale, 2 something could not be checked.",
    )
    parser.add_argument("--version", action="version", version=_version(), help="print the versions and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, text in COMMANDS.items():
        commands.add_parser(name, help=text)
    return parser


def _version() -> str:
    from importlib.metadata import version  # takes as long as checking a payload

    return f"unimicro-schema {version('unimicro-schema')}, contract {contract_version()}"


if __name__ == "__main__":
    sys.exit(command())
