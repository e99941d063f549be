"""Explains an error body: its messages, the likely cause, what to do, and whether to send the request again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import orjson

from unimicro_schema.commands import INVALID, VALID
from unimicro_schema.explanation.explain import Explanation, Message, explain_error
from unimicro_schema.explanation.not_json import text_of
from unimicro_schema.explanation.transcript import read
from unimicro_schema.files import FileError, why
from unimicro_schema.reports import printable


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument(
        "--response",
        metavar="STATUS",
        help="the HTTP status of the response (default: that of the headers before the body, if there are any, or decided by"
        " the shape of the body)",
    )
    parser.add_argument("--format", choices=PRINTERS, default="text", help="how to print the explanation")
    parser.add_argument(
        "path",
        nargs="?",
        default="-",
        metavar="PATH",
        help="a file with the body, with or without the headers before it, or - for standard input (the default)",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the explanation. Returns 0 if the body is a documented one or a success, 1 if not, 2 if it cannot be read."""
    name = "<stdin>" if options.path == "-" else options.path
    try:
        body = sys.stdin.buffer.read() if options.path == "-" else Path(options.path).read_bytes()
    except (OSError, ValueError) as error:
        raise FileError(f"{name} cannot be read: {why(error)}") from None
    shown = read(text_of(body))
    explanation = explain_error(shown.body, options.response or shown.status)
    sys.stdout.write(PRINTERS[options.format](name, explanation))
    return VALID if explanation.recognised or explanation.succeeded else INVALID


def text(name: str, explanation: Explanation) -> str:
    """A title, a line for each message, and a line for each answer."""
    status = f" ({explanation.status})" if explanation.status else ""
    lines = [
        f"{printable(name)}: {explanation.title}{status}",
        *(f"  message{_place(message)}: {printable(message.text)}" for message in explanation.messages),
        f"  likely cause: {explanation.cause}",
        f"  what to do: {explanation.action}",
        f"  send it again? {explanation.retry_sentence}",
        f"  see {explanation.docs}",
    ]
    return "\n".join(lines) + "\n"


def _place(message: Message) -> str:
    named = f", property {printable(message.property)}" if message.property else ""
    if message.about is not None:
        return f" about {printable(message.about) or 'the whole object'}{named}"
    return f" at {printable(message.pointer)}{named}" if message.pointer else ""


def json(name: str, explanation: Explanation) -> str:
    """One JSON object."""
    row = {"version": 1, "file": printable(name), **explanation_as_json(explanation)}
    return orjson.dumps(row, option=orjson.OPT_INDENT_2).decode() + "\n"


def explanation_as_json(explanation: Explanation) -> dict[str, Any]:
    """An explanation by the names that JSON has for its parts."""
    return {
        "recognised": explanation.recognised,
        "name": explanation.name,
        "title": explanation.title,
        "status": explanation.status,
        "messages": [
            {"text": message.text, "pointer": message.pointer, "about": message.about, "property": message.property}
            for message in explanation.messages
        ],
        "foreign_key": explanation.foreign_key,
        "cause": explanation.cause,
        "action": explanation.action,
        "retry": {"id": explanation.retry, "sentence": explanation.retry_sentence},
        "docs": explanation.docs,
    }


PRINTERS = {"text": text, "json": json}
"""The formats by the name that `--format` takes."""
