"""Serves a mock of the API on this machine: it answers as the contract says, and keeps what it is given until it ends."""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import suppress

from unimicro_schema.commands.streams import say
from unimicro_schema.files import why
from unimicro_schema.mock.server import HOSTS, Mock, MockServer, Received
from unimicro_schema.reports import printable

PORT = 4010
_LAST_PORT = 2**16 - 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--port", type=_port, default=PORT, metavar="N", help=f"the port; 0 for any that is free (default: {PORT})"
    )
    parser.add_argument(
        "--host", choices=HOSTS, default="127.0.0.1", help="the host, always this machine (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--cors",
        type=_origin,
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin call, such as http://localhost:8000; * for any; may be repeated",
    )
    parser.add_argument(
        "--ignore-unknown",
        action="store_true",
        help="ignore unknown names in a query, and a filter that has one, as the platform does, instead of refusing them",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the URL, then a line for each request. Ends with Ctrl-C. Returns 2 if the port cannot be had."""
    mock = Mock(ignore_unknown=options.ignore_unknown, origins=options.cors)
    try:
        server = MockServer(mock, options.host, options.port, _log)
    except OSError as error:
        say(f"port {options.port} of {options.host} cannot be used: {why(error)}; choose another with --port")
        return 2
    with server:
        _print(f"{mock.url}: ready; press Ctrl-C to end")
        server.serve_forever()
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to {_LAST_PORT}")
    return int(text)


def _origin(text: str) -> str:
    if text != "*" and not re.fullmatch(r"https?://[^/?#\s]+", text):
        raise argparse.ArgumentTypeError("must be an origin such as http://localhost:8000, or *")
    return text


def _log(received: Received) -> None:
    """A line for a request: without a value of its query, of its headers or of its body."""
    with suppress(OSError):  # that nobody reads the lines any more is no reason not to answer
        _print(" ".join(filter(None, (received.name, str(received.status), received.operation))))
        for problem in received.problems:
            _print(f"  {problem}")


def _print(text: str) -> None:
    sys.stdout.write(f"{printable(text)}\n")
    sys.stdout.flush()
