"""Many payloads, one per line: the rows of the library are the findings of the command line, and no line stops it."""

from __future__ import annotations

import io
import json
import math
import pickle
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from helpers import corpus
from unimicro_schema import CheckedLine, UnknownNameError, validate, validate_lines

GOOD = b'{"OrgNumber": "914012708"}'
WRONG = b'{"OrgNumber": "914012708", "CreditDay": 14}'
ADVISED = b'{"OrgNumber": "914012709"}'
BROKEN = b'{"OrgNumber": '
VALUE = "is not JSON: a value is expected here: an object, a list, text in double quotes, a number, true, false or null"


def bodies(operation: str, body: str) -> list[bytes]:
    """The files of the corpus for a body that can be written as a line."""
    found = [
        text for path in corpus.files() for own, kind, text in [corpus.case(path)] if (own, kind) == (operation, body)
    ]
    return [text.replace(b"\r", b" ").replace(b"\n", b" ") for text in found]


def of_the_command(path: Path, *arguments: str) -> list[tuple[int, str, str, str]]:
    """The findings that the command prints as JSON for a file with one payload per line."""
    command = [
        sys.executable,
        "-m",
        "unimicro_schema",
        "validate",
        "--ndjson",
        "--format",
        "json",
        *arguments,
        str(path),
    ]
    printed = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return [
        (found["line"], found["rule"], found["pointer"], found["message"])
        for result in printed["results"]
        for found in result["findings"]
    ]


def found(rows: Iterable[CheckedLine]) -> list[tuple[int, str | None, str | None, str | None]]:
    """The findings of rows."""
    return [(row.line, row.rule, row.pointer, row.message) for row in rows if row.rule]


@pytest.mark.parametrize(
    ("operation", "status", "options"),
    [
        ("createCustomer", None, {}),
        ("createCustomer", None, {"strict": True}),
        ("updateCustomer", None, {}),
        ("updateCustomer", None, {"read_back": True}),
        ("bulkSaveCustomers", None, {"show_values": True}),
        ("getCustomer", "200", {}),
        ("createCustomer", 400, {}),
    ],
)
def test_the_rows_are_the_findings_of_the_command_line(
    tmp_path: Path, operation: str, status: str | int | None, options: dict[str, bool]
) -> None:
    path = tmp_path / "payloads"
    lines = [
        *bodies(operation, str(status or "request")),
        b"",
        b" \t",
        b"\r",
        b"{",
        b"\xff",
        b"\xef\xbb\xbf{}",
        b"null",
    ]
    path.write_bytes(b"\n".join([*lines, b"", b"7"]))
    switches = [f"--{option.replace('_', '-')}" for option in options]
    chosen = ["--response", str(status)] if status else []
    with path.open("rb") as file:
        rows = list(validate_lines(file, operation, status, **options))
    assert len(found(rows)) > 3
    assert found(rows) == of_the_command(path, "--as", operation, *chosen, *switches)
    assert list(validate_lines(path.read_bytes(), operation, status, **options)) == rows


def test_a_line_without_findings_has_a_row_and_one_with_several_has_several() -> None:
    two = b'{"OrgNumber": 914012708, "CreditDay": 14}'
    rows = list(validate_lines([GOOD, two, ADVISED], "createCustomer"))
    assert [(row.line, row.valid, row.rule) for row in rows] == [
        (1, True, None),
        (2, False, "wrong-type"),
        (2, False, "unknown-key"),
        (3, True, "org-number-checksum"),
    ]
    assert rows[0] == CheckedLine(1, True, None, None, None)  # the row itself, not its defaults
    [advised] = validate_lines([ADVISED], "createCustomer", strict=True)
    assert not advised.valid


@pytest.mark.parametrize(
    ("line", "rule", "message"),
    [
        ("", "unreadable", "is not JSON: the text is empty"),
        (b"", "unreadable", "is not JSON: the text is empty"),
        (" ", "unreadable", "is not JSON: the text is empty"),
        ("\u2003\n", "unreadable", VALUE),
        (None, "unreadable", "is not JSON: the text is empty"),
        ("\udcff", "unreadable", "is not UTF-8 (byte 0); save it as UTF-8"),
        (b"\xff\xfe{\x00", "unreadable", "is UTF-16, not UTF-8; save it as UTF-8"),
        (math.nan, "unreadable", "the payload is not a JSON number; leave it out, or give null or a number"),
        (7, "wrong-type", "must be an object, not a whole number"),
        ("null", "null-not-allowed", "must be an object, not null"),
    ],
)
def test_a_line_that_is_no_payload_is_a_row_and_those_after_it_are_read(line: Any, rule: str, message: str) -> None:
    rows = list(validate_lines([line, GOOD], "createCustomer"))
    assert rows == [CheckedLine(1, valid=False, rule=rule, pointer="", message=message), CheckedLine(2, valid=True)]


def test_a_blank_line_is_counted_and_has_no_row() -> None:
    text = GOOD.decode()
    for lines in (["\n", "\r\n", " \n", text], [b"\n", b"\r\n", b"\t\n", GOOD], f"\n\r\n \n{text}", b"\n\n\n" + GOOD):
        assert list(validate_lines(lines, "createCustomer")) == [CheckedLine(4, valid=True)]


def test_a_text_is_split_only_where_a_file_is() -> None:
    payload = '{"OrgNumber": "914012708",\r"Info": {"Name": "a\u2028b\u0085c"}}'
    assert list(validate_lines(f"{payload}\n{payload}", "createCustomer")) == [
        CheckedLine(1, valid=True),
        CheckedLine(2, valid=True),
    ]


def test_lines_are_read_only_as_rows_are_asked_for() -> None:
    read = io.BytesIO(b"\n".join([GOOD] * 3))
    rows = validate_lines(read, "createCustomer")
    assert read.tell() == 0
    next(rows)
    assert read.tell() == len(GOOD) + 1


def test_rows_can_be_pickled() -> None:
    rows = list(validate_lines([GOOD, WRONG, BROKEN, None], "createCustomer"))
    assert pickle.loads(pickle.dumps(rows)) == rows  # noqa: S301  # written here
    assert {type(value) for row in rows for value in row} == {int, bool, str, type(None)}


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (("createCustomers",), {}),
        (("createCustomer", 299), {}),
        (("getCustomer",), {}),
        (("createCustomer",), {"read_back": True}),
        (("updateCustomer", 200), {"read_back": True}),
    ],
)
def test_a_wrong_operation_is_told_at_once_as_validate_tells_it(
    arguments: tuple[Any, ...], options: dict[str, Any]
) -> None:
    with pytest.raises((UnknownNameError, ValueError)) as told:
        validate(GOOD, *arguments, **options)
    with pytest.raises(type(told.value)) as early:
        validate_lines([], *arguments, **options)
    assert str(early.value) == str(told.value)
