"""The command `unimicro-schema`: picks the subcommand and turns what it raises into a sentence and an exit code."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from unimicro_schema import distribution
from unimicro_schema.commands import UNCHECKED, streams
from unimicro_schema.commands.streams import note, say
from unimicro_schema.files import FileError, why
from unimicro_schema.registry import UnknownNameError, contract_version

INTERRUPTED = 130  # as shells report it

COMMANDS = {
    "validate": "check payloads against an operation",
    "query": "check a query before it is sent",
    "calls": "check HTTP calls: from HAR files, one per line, or as commands of curl",
    "explain": "explain the body of an error",
    "operations": "list the operations",
    "schema": "print the JSON Schema of a body",
    "example": "print an example of a body",
    "models": "write the Pydantic models as one file",
    "schemas": "write all JSON Schemas into a folder",
    "examples": "write all examples into a folder",
    "openapi": "write the contract as one OpenAPI file",
    "mock": "serve a mock of the API on this machine",
    "javascript": "write the validator for JavaScript as an npm package",
    "diff": "compare two contracts and say what each change breaks",
    "build": "derive everything from openapi/, in a checkout of the project",
}
"""The subcommands, each of which is a module of that name in `unimicro_schema.commands` with `arguments` and `run`."""


def command() -> int:
    """The command in a process of its own, which ends with it: runs `main` on the arguments of the process.

    Python collects unused objects repeatedly while modules are imported, and once more at the end. A short run has hardly any,
    and the end of the process frees them in any case. Both collections together take a tenth of the time of checking one file.
    """
    gc.set_threshold(100_000)
    streams.open_closed()
    code = main()
    streams.discard_unwritten()
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Returns 0 if all is valid, 1 if something is invalid or stale, 2 if something could not be checked.

    What commands raise ends here, in one sentence. Each of them reads and writes files by its own name for them, so an
    `OSError` without the name of a file is about standard output.
    """
    streams.write_utf_8()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except (UnknownNameError, FileError) as error:
        say(*map(str, error.args))
    except BrokenPipeError:
        pass  # the reader has gone, so nobody would read a sentence
    except OSError as error:
        what = f"{error.filename} cannot be read or written" if error.filename else "standard output cannot be written"
        say(f"{what}: {why(error)}")
    except MemoryError:
        say(
            "there is not enough memory for this input; check smaller files, or newline-delimited JSON with one payload per line"
        )
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        # Its message is left out: it may hold values of a payload.
        fault = f"this is a fault of unimicro-schema, not of the input ({type(error).__name__}); please report it"
        say(f"{fault}. `python -X dev -m unimicro_schema` with the same arguments shows where it is")
    else:
        return code
    return UNCHECKED


def _run(arguments: list[str]) -> int:
    try:
        name = arguments[0] if arguments else ""
        if name not in COMMANDS:
            _overview().parse_args(arguments)
            return UNCHECKED
        module = import_module(f"unimicro_schema.commands.{name}")
        parser = _Parser(prog=f"unimicro-schema {name}", description=module.__doc__)
        module.arguments(parser)
        code: int = module.run(parser.parse_args(arguments[1:]))
    except SystemExit as end:  # argparse leaves so, after help as after wrong use
        return end.code if isinstance(end.code, int) else UNCHECKED
    return code


class _Parser(argparse.ArgumentParser):
    """A parser that reports help that cannot be written; argparse drops it silently."""

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            file.write(message)
        else:
            note(message)


def _overview() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="unimicro-schema",
        description="The contract of the Unimicro Customer API: schemas, examples, and verdicts on payloads.",
        epilog="Exit codes: 0 all valid, 1 something is invalid or stale, 2 something could not be checked.",
    )
    versions = f"unimicro-schema {distribution.version() or 'unknown'}, contract {contract_version()}"
    parser.add_argument("--version", action="version", version=versions, help="print the versions and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, text in COMMANDS.items():
        commands.add_parser(name, help=text)
    return parser


if __name__ == "__main__":
    sys.exit(command())
