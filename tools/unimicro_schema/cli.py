"""The command `unimicro-schema`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from unimicro_schema import reports
from unimicro_schema.findings import Finding, Report
from unimicro_schema.registry import example_text, operation, operations, schema_text
from unimicro_schema.reports import printable

VALID, INVALID, UNCHECKED = 0, 1, 2
INTERRUPTED = 130  # as shells report it


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Returns 0 if all is valid, 1 if something is invalid or stale, 2 if something could not be checked."""
    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        code = run(options)
        sys.stdout.flush()
    except LookupError as error:
        print(f"unimicro-schema: {printable(str(error.args[0]))}", file=sys.stderr)
        return UNCHECKED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNCHECKED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unimicro-schema",
        description="The contract of the Unimicro Customer API: schemas, examples, and verdicts on payloads.",
        epilog="Exit codes: 0 all valid, 1 something is invalid or stale, 2 something could not be checked.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    command = commands.add_parser("validate", help="check payloads against an operation")
    command.add_argument(
        "--as", dest="operation", metavar="OPERATION", required=True, help="the operation, such as createCustomer"
    )
    command.add_argument(
        "--response", metavar="STATUS", help="check a response with this status instead of the request"
    )
    command.add_argument("--format", choices=reports.FORMATS, default="text", help="how to print the findings")
    command.add_argument(
        "paths", nargs="*", default=["-"], metavar="PATH", help="files, or - for standard input (the default)"
    )
    command.set_defaults(run=_validate)

    command = commands.add_parser("operations", help="list the operations")
    command.set_defaults(run=_operations)

    command = commands.add_parser("schema", help="print the JSON Schema of a body")
    command.add_argument("operation", metavar="OPERATION")
    command.add_argument("--response", metavar="STATUS", help="of the response with this status instead of the request")
    command.set_defaults(run=_schema)

    command = commands.add_parser("example", help="print an example of a body")
    command.add_argument("operation", metavar="OPERATION")
    command.add_argument("name", metavar="NAME", nargs="?", help="which one; the first if left out")
    command.add_argument("--response", metavar="STATUS", help="of the response with this status")
    command.add_argument("--list", action="store_true", help="list the names instead")
    command.set_defaults(run=_example)

    command = commands.add_parser("build", help="derive everything from openapi/ (in a checkout of the project)")
    command.add_argument(
        "--check", action="store_true", help="change nothing; print a diff and exit 1 if something is stale"
    )
    command.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the checkout; here if left out")
    command.set_defaults(run=_build)
    return parser


def _validate(options: argparse.Namespace) -> int:
    schema_text(options.operation, options.response)
    results = [(_shown(path), _report(path, options.operation, options.response)) for path in options.paths]
    sys.stdout.write(reports.FORMATS[options.format](results))
    if not all(report.readable for _, report in results):
        return UNCHECKED
    return VALID if all(report.valid for _, report in results) else INVALID


def _shown(path: str) -> str:
    return "<stdin>" if path == "-" else path


def _report(path: str, operation: str, status: str | None) -> Report:
    from unimicro_schema.validation import validate

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Report(operation, (Finding("unreadable", "error", "", f"cannot be read: {reason}"),))
    return validate(data, operation, status)


def _operations(_: argparse.Namespace) -> int:
    width = max(len(entry.id) for entry in operations())
    for entry in operations():
        action = f"?action={entry.action}" if entry.action else ""
        print(f"{entry.id:{width}}  {entry.method:6}  {entry.path}{action}")
    return VALID


def _schema(options: argparse.Namespace) -> int:
    _write(schema_text(options.operation, options.response))
    return VALID


def _example(options: argparse.Namespace) -> int:
    if options.list:
        found = operation(options.operation)
        bodies = {"request": found.request} | {status: response.body for status, response in found.responses.items()}
        for kind, body in bodies.items():
            for name in body.examples if body else ():
                print(f"{kind:7}  {name}")
    else:
        _write(example_text(options.operation, options.name, options.response))
    return VALID


def _write(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _build(options: argparse.Namespace) -> int:
    try:
        from unimicro_schema.build import command
    except ImportError as error:
        needed = "it needs the packages of the extra `build`: pip install 'unimicro-schema[build]'"
        print(f"unimicro-schema: cannot build, {error.name} is not installed; {needed}", file=sys.stderr)
        return UNCHECKED
    return command.run(options.root, check=options.check)


if __name__ == "__main__":
    sys.exit(main())
