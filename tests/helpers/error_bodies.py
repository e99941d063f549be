"""Bodies of errors: the documented ones, JSON that is none of them, and what is not from the API at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.expected import Expected
from unimicro_schema.commands.explain import PRINTERS
from unimicro_schema.derived import read
from unimicro_schema.explanation.explain import explain_error

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "openapi" / "examples"
ERRORS: list[dict[str, Any]] = json.loads(read("errors.json"))["errors"]

# A message of the database, and the property that it names.
FOREIGN_KEYS = [
    ('the FOREIGN KEY constraint "FK_Customer_DimensionsID_Dimensio..', "Customer.DimensionsID"),
    ('the FOREIGN KEY constraint "FK_Customer_DimensionsID_Dimensions_ID". The conflict', "Customer.DimensionsID"),
    ('the foreign key constraint "fk_Customer_DimensionsID_Dimensions_ID"', "Customer.DimensionsID"),
    ('the FOREIGN KEY constraint "FK_Customer_DimensionsID"', "Customer.DimensionsID"),
    ('the FOREIGN KEY constraint "FK_Customer_DimensionsID', "Customer.DimensionsID"),
    ('the FOREIGN KEY constraint "FK_Customer_Dimens..', "Customer.DimensionsID"),
    ('the FOREIGN KEY constraint "FK_Unheard_OfID_Something"', "Unheard.OfID"),
    ('the FOREIGN KEY constraint "FK_Unheard_Of..', None),
    ('the FOREIGN KEY constraint "FK_Customer_De..', None),
    ('the FOREIGN KEY constraint "FK_Cust..', None),
    ("the FOREIGN KEY constraint ..", None),
    ('the UNIQUE KEY constraint "FK_Customer_DimensionsID_Dimensions"', None),
]

# A body that is not from the API, what it is called, and what is shown of it.
FOREIGN = [
    (b"", "Empty body", None),
    (b" \r\n\t", "Empty body", None),
    (b"\xef\xbb\xbf", "Empty body", None),
    (b"<html><head><title>502 Bad\n Gateway</title></head></html>", "HTML page", "502 Bad Gateway"),
    (b"\n<!DOCTYPE HTML PUBLIC>\n<TITLE id='x'>Bad Request</TITLE>", "HTML page", "Bad Request"),
    (b"<!-- from the proxy --><html>", "HTML page", None),
    (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "XML document", None),
    (b"upstream connect error\nreset reason: timeout", "Plain text", "upstream connect error"),
    (b"x" * 10_000, "Plain text", "x" * 300),
    (b'{"Message": "cut o', "Broken JSON", None),
    (b'{"Message": NaN}', "Broken JSON", None),
    (b'"cut o', "Broken JSON", None),
    (b"[" * 100_000, "Broken JSON", None),
    (b"\x1f\x8b\x08\x00\x00", "No text", None),
    ("{}".encode("utf-16"), "No text", None),
    ("Forespørselen".encode("latin-1"), "No text", None),
    (b"\x00\x00", "No text", None),
]

# A JSON body that is not a documented error, its status, what it is called, its messages, and whether to send it again.
UNKNOWN: list[tuple[Any, int | str | None, str, list[str], str]] = [
    ({}, None, "Unknown body", [], "after-check"),
    ({"error": "invalid_scope"}, 400, "OAuth error", ["invalid_scope"], "after-change"),
    (
        {"error": "invalid_client", "error_description": "No."},
        401,
        "OAuth error",
        ["No.", "invalid_client"],
        "after-change",
    ),
    ({"error": {"message": "No."}}, None, "Unknown body", ["No."], "after-check"),
    ({"error": "invalid_grant"}, 400, "OAuth error", ["invalid_grant"], "after-change"),
    ({"error": "unauthorized_client"}, 400, "OAuth error", ["unauthorized_client"], "never"),
    ({"error": "strange", "error_description": "Odd."}, 400, "OAuth error", ["Odd.", "strange"], "after-change"),
    (
        {"title": "Bad", "status": 400, "errors": {"$.Info": ["No."]}},
        400,
        "Problem details",
        ["Bad", "No."],
        "after-check",
    ),
    (
        {"ModelState": {"customer.Info.Name": ["Too long.", "No."]}},
        400,
        "Unknown body",
        ["Too long.", "No."],
        "after-change",
    ),
    (None, 400, "Unknown body", [], "after-change"),
    (7, None, "Unknown body", [], "after-check"),
    ([], 500, "Unknown body", [], "after-check"),
    ([{"Message": "no"}], 401, "Unknown body", [], "after-new-token"),
    ({"Message": "Too many requests."}, 429, "Undocumented status", ["Too many requests."], "after-check"),
    ({"message": "down"}, 503, "Undocumented status", ["down"], "after-check"),
    ({"ID": 7, "OrgNumber": "312408171"}, 200, "No error", [], "never"),
    ({"ID": 7}, "204", "No error", [], "never"),
]


def body_of(name: str) -> bytes:
    """The example of that name."""
    return (EXAMPLES / f"error-{name}.json").read_bytes()


def name_of(example: str) -> str:
    """The name of the error body that an example shows."""
    return "".join(part.capitalize() for part in example.split("-"))


def refused(message: str) -> dict[str, str]:
    """The body of a server error with a message of the database."""
    return {"Message": f"MURA28RA: The INSERT statement conflicted with {message}"}


def _cases() -> Iterator[tuple[str, bytes | Any, str | int | None]]:
    """Every body that is explained: what it is called here, itself, and its status."""
    for path in sorted(EXAMPLES.glob("error-*.json")):
        known = next(entry for entry in ERRORS if entry["name"] == name_of(path.stem.removeprefix("error-")))
        yield from ((path.name, path.read_bytes(), status) for status in (None, *known["statuses"]))
    yield from ((message, refused(message), 500) for message, _ in FOREIGN_KEYS)
    yield from ((_shortened(body), body, status) for body, _, _ in FOREIGN for status in (None, 401))
    yield from ((json.dumps(body), body, status) for body, status, *_ in UNKNOWN)


def _shortened(body: bytes) -> str:
    text = ascii(body)[2:-1]
    return text if len(text) < 70 else f"{text[:60]}... ({len(body)} bytes)"


def printed(body: bytes | Any, status: str | int | None) -> list[str]:
    """What the command prints for a body."""
    return PRINTERS["text"]("<stdin>", explain_error(body, status)).splitlines()


BODIES = {f"{status or 'no status'}: {name}": (body, status) for name, body, status in _cases()}
"""Every body that is explained, with its status, by the name of its case."""

EXPECTED = Expected(
    Path(__file__).parents[1] / "explanation" / "expected.json",
    lambda: {name: printed(*body) for name, body in BODIES.items()},
)
