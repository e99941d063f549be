"""Code frames: the mark is where the finding is, and no value of a payload is shown unless asked for."""

from itertools import pairwise
from pathlib import Path

import orjson
import pytest

from unimicro_schema import Finding
from unimicro_schema.reports.frame import WIDTH, Payload
from unimicro_schema.validation.locate import lines, places

CORPUS = Path(__file__).parents[1] / "corpus"


def is_json(path: Path) -> bool:
    """Whether a file can be read at all."""
    try:
        orjson.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return True


FRAMES = {
    "a value": ('{"Name": "John Doe"}', "wrong-type", 10, '{"Name": "**** ***"}'),
    "an escaped quote in a value": (r'{"Name": "Jo \"x\": Doe\\", "b": "c"}', "too-long", 10, r'{"Name": "** \"*\": ***\\", "b": "*"}'),
    "numbers and literals": ('{"a": -12.5e3, "b": [true, null, 1]}', "wrong-type", 7, '{"a": -**.***, "b": [true, null, *]}'),
    "a key with spaces around its colon": ('{"a" : "x",  "b"\t: "y"}', "unknown-key", 2, '{"a" : "*",  "b" : "*"}'),
    "a key at the beginning of a line": ('  "Key": "Value",', "unknown-key", 3, '  "Key": "*****",'),
    "a value that looks like a key": ('{"a": ["Secret", "b"]}', "wrong-type", 8, '{"a": ["******", "*"]}'),
    "letters of other scripts": ('{"a": "Ærlig 日本\u0301 👩‍👧"}', "too-long", 7, '{"a": "***** *** ***"}'),
    "a key that a terminal would act on": ('{"a\u202e": 1, "b": 2}', "unknown-key", 10, '{"a\\u202e": *, "b": *}'),
    "a carriage return": ('{"a": 1,\r', "unknown-key", 2, '{"a": *,'),
    "a byte order mark": ('\ufeff{"a": 1}', "unknown-key", 2, '{"a": *}'),
    "no JSON, keys after the place": ('{"a": "x" "Doe": "y", "Ola": 1}', "unreadable", 11, '{"a": "*" "***": "*", "***": *}'),
    "no JSON, a quote too few": ('{"a": "Secret, "Name": "John Doe"}', "unreadable", 17, '{"a": "******, "****": "**** ***"}'),
    "no JSON, a colon too many": ('{"a": "Ola": "Kari": 1}', "unreadable", 12, '{"a": "***": "****": *}'),
    "no JSON, an open text": ('{"a": "Secret\\', "unreadable", 15, '{"a": "******\\'),
    "no JSON at all": ("John Doe, Main Street 1", "unreadable", 1, "**** ***, **** ****** *"),
}  # fmt: skip
"""A line, the rule, the column, and the line as it is shown."""


def framed(text: str, rule: str, line: int | None, column: int | None, *, show_values: bool = False) -> list[str]:
    """The frame of a finding."""
    return Payload(text, show_values=show_values).frame(Finding(rule, "error", "", "x", None, line, column))


@pytest.mark.parametrize(("text", "rule", "column", "shown"), FRAMES.values(), ids=FRAMES)
def test_a_frame_shows_keys_and_masks_values(text: str, rule: str, column: int, shown: str) -> None:
    line, mark = framed(text, rule, 1, column)
    assert line == f"    1 | {shown}"
    assert mark.strip(" |") == "^"


@pytest.mark.parametrize(
    ("text", "column", "spaces"),
    [
        ('{"a": 1, "b": 2}', 10, 9),
        ('\t\t"b": 2', 3, 2),
        ('{"e\u0301": 1, "b": 2}', 11, 9),  # a mark above the letter before it
        ('{"日本": 1, "b": 2}', 11, 12),  # two letters that take two columns each
        ('{"\u202e": 1, "b": 2}', 10, 14),  # a character that is spelled out
        ('{"a": 1', 8, 7),
        ('{"a": 1', 99, 7),
    ],
)
def test_the_mark_of_a_frame_is_below_the_column(text: str, column: int, spaces: int) -> None:
    _, mark = framed(text, "unknown-key", 1, column)
    assert mark == f"      | {' ' * spaces}^"


def test_a_frame_shows_values_when_asked() -> None:
    assert framed('{"a": "John\u202e"}', "too-long", 1, 7, show_values=True)[0] == '    1 | {"a": "John\\u202e"}'


def test_a_frame_shows_a_part_of_a_long_line() -> None:
    text = "{" + ", ".join(f'"key{number:04}": "value"' for number in range(1_000)) + "}"
    for number in (0, 1, 5, 500, 999):
        column = text.index(f'"key{number:04}"') + 1
        line, mark = framed(text, "unknown-key", 1, column)
        assert line[mark.index("^") :].startswith(f'"key{number:04}"')
        assert "value" not in line
        assert len(line) <= WIDTH + len("    1 | ......")


@pytest.mark.parametrize(("line", "column"), [(None, None), (0, 0), (9, 1)])
def test_a_place_that_is_not_in_the_payload_has_no_frame(line: int | None, column: int | None) -> None:
    assert framed("{}", "unreadable", line, column) == []


@pytest.mark.parametrize(
    "path", [path for path in sorted(CORPUS.glob("*/*/*/*")) if is_json(path)], ids=lambda path: path.stem
)
def test_a_frame_never_shows_a_value_of_the_corpus(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    payload, place = Payload(text, show_values=False), lines(text)
    for (_, is_key, offset), (_, _, following) in pairwise([*places(text), ((), False, len(text))]):
        line, column = place(offset)
        row, mark = payload.frame(Finding("wrong-type", "error", "", "x", None, line, column))
        shown = row[mark.index("^") :]
        token = text[offset:following].split("\n")[0]
        if is_key:
            assert shown.startswith(token.partition(":")[0].rstrip()[:20]), f"{path}:{line}:{column}"
        elif token[0] not in "{[tfn":
            assert not any(char.isalnum() for char in shown[: len(token)]), f"{path}:{line}:{column}"
