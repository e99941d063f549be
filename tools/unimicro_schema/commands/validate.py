"""Checks payloads against the request body of an operation, or against one of its responses."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from unimicro_schema import reports
from unimicro_schema.findings import Finding, Report
from unimicro_schema.registry import schema_text
from unimicro_schema.validation import validate


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("--as", dest="operation", metavar="OPERATION", required=True, help="such as createCustomer")
    parser.add_argument("--response", metavar="STATUS", help="check a response with this status instead of the request")
    parser.add_argument("--format", choices=reports.FORMATS, default="text", help="how to print the findings")
    parser.add_argument(
        "paths", nargs="*", default=["-"], metavar="PATH", help="files, or - for standard input (the default)"
    )


def run(options: argparse.Namespace) -> int:
    """Prints the findings. Returns 0 if all is valid, 1 if something is not, 2 if something could not be read."""
    schema_text(options.operation, options.response)
    results = [
        ("<stdin>" if path == "-" else path, _report(path, options.operation, options.response))
        for path in options.paths
    ]
    sys.stdout.write(reports.FORMATS[options.format](results))
    if not all(report.readable for _, report in results):
        return 2
    return 0 if all(report.valid for _, report in results) else 1


def _report(path: str, operation: str, status: str | None) -> Report:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Report(operation, (Finding("unreadable", "error", "", f"cannot be read: {reason}"),))
    return validate(data, operation, status)
