"""What the command is given to read: files, standard input, and bytes that are not JSON."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unimicro_schema import operations

CREATE = ("validate", "--as", "createCustomer")
MEGABYTE = 1 << 20
GOOD = b'{"OrgNumber": "914012708"}'
BAD = b'{"OrgNumber": "914012708", "CreditDay": 14}'
ANSWERED = [(found.id, status) for found in operations() for status, node in found.responses.items() if node.body]

# What cannot be read, and a part of the message.
UNREADABLE = [
    ("nothing", b"", "is not JSON"),
    ("spaces", b" \n", "is not JSON"),
    ("cut off", GOOD[:-3], "is not JSON"),
    ("UTF-16", GOOD.decode().encode("utf-16"), "is UTF-16, not UTF-8"),
    ("UTF-16 the other way round", b"\xfe\xff" + GOOD.decode().encode("utf-16-be"), "is UTF-16, not UTF-8"),
    ("UTF-16 without a mark", GOOD.decode().encode("utf-16-le"), "is not JSON"),
    ("Latin-1", '{"Info": {"Name": "Tromsø"}}'.encode("latin-1"), "is not UTF-8 (byte 24)"),
    ("half a letter", "ø".encode()[:1], "is not UTF-8 (byte 0)"),
    ("NUL", b"\x00", "is not JSON"),
    ("NUL behind", GOOD + b"\x00", "is not JSON"),
    ("not a number", b'{"OrgNumber": "1", "CreditDays": NaN}', "is not JSON"),
    ("nested lists", b"[" * 100_000 + b"]" * 100_000, "is not JSON"),
    ("open lists", b"[" * 100_000, "is not JSON"),
    ("nested objects", b'{"Info":' * 100_000, "is not JSON"),
]


@pytest.mark.parametrize("arguments", [CREATE, (*CREATE, "-")])
@pytest.mark.parametrize(("data", "code"), [(GOOD, 0), (b"\xef\xbb\xbf" + GOOD, 0), (BAD, 1), (b"{", 2)])
def test_standard_input_is_read(
    run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], data: bytes, code: int
) -> None:
    found, out, _ = run(*arguments, stdin=data)
    assert found == code
    assert "<stdin>" in out


def test_one_file_that_cannot_be_read_does_not_stop_the_others(
    run: Callable[..., tuple[int, str, str]], folder: Path
) -> None:
    (folder / "cut.json").write_bytes(b"{")
    code, out, _ = run(*CREATE, "cut.json", "missing.json", ".", "bad.json", "good.json")
    assert code == 2
    assert "cut.json:1:2: error unreadable: " in out
    assert "missing.json: error unreadable: cannot be read: " in out
    assert "bad.json:3:3: error unknown-key /CreditDay: " in out
    assert "good.json" in out


@pytest.mark.parametrize(("data", "text"), [case[1:] for case in UNREADABLE], ids=[case[0] for case in UNREADABLE])
def test_what_cannot_be_read_is_said_in_one_sentence(
    run: Callable[..., tuple[int, str, str]], folder: Path, data: bytes, text: str
) -> None:
    (folder / "payload.json").write_bytes(data)
    code, out, err = run(*CREATE, "payload.json")
    lines = [line for line in out.splitlines() if " error " in line]
    assert (code, len(lines), err) == (2, 1, ""), out[:500] + err[:500]
    assert "payload.json" in lines[0]
    assert text in lines[0]
    assert len(lines[0]) < 200


@pytest.mark.parametrize("depth", [100, 250, 256, 300, 1000])
def test_deep_values_are_read_or_refused_but_never_raise(run: Callable[..., tuple[int, str, str]], depth: int) -> None:
    nested = b'{"OrgNumber": "1", "CustomValues": {"a": ' + b"[" * depth + b"]" * depth + b"}}"
    assert run(*CREATE, stdin=nested)[0] in {0, 2}


# What is wrong is at the bottom, or everywhere on the way down, or under a key that is empty.
DEEP = {
    "objects": (b'{"OrgNumber": "1", "Info": ', b'{"Contacts": [{"Info": ', b'{"Name": 5}', b"}]}", b"}"),
    "unknown keys": (b"", b'{"CreditDay": ', b"1", b"}", b""),
    "empty keys": (b"", b'{"": ', b"1", b"}", b""),
}


@pytest.mark.parametrize("depth", [10, 63, 64, 65, 150, 250])
@pytest.mark.parametrize("parts", DEEP.values(), ids=DEEP)
def test_deep_values_that_are_invalid_are_placed_or_refused_but_never_raise(
    run: Callable[..., tuple[int, str, str]], parts: tuple[bytes, ...], depth: int
) -> None:
    start, opened, inside, closed, end = parts
    code, out, err = run(*CREATE, stdin=start + opened * depth + inside + closed * depth + end)
    assert (code, err) == (2 if "error unreadable: is invalid, but nested too deep" in out else 1, "")
    assert " error " in out
    assert depth > 60 or code == 1


def test_a_number_of_40_digits_is_out_of_range(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run(*CREATE, stdin=b'{"OrgNumber": "1", "CreditDays": %s}' % (b"9" * 40))
    assert code == 1
    assert "error out-of-range /CreditDays: " in out


@pytest.mark.parametrize("layout", ["text", "json"])
def test_control_characters_never_reach_the_terminal(
    run: Callable[..., tuple[int, str, str]], folder: Path, layout: str
) -> None:
    name = "a\x1b[31m\u202e\nb\x07.json"
    (folder / name).write_bytes(b'{"OrgNumber": "1", "\\u001b[2J\\u009b\\u2028": 1}')
    code, out, err = run(*CREATE, "--format", layout, name, "\x1b.json")
    assert code == 2
    assert all(char.isprintable() or char == "\n" for char in out + err), repr(out)
    if layout == "text":
        assert len([line for line in out.splitlines() if " error " in line]) == 2


def bordering(shift: int) -> bytes:
    """A stream whose only bad payload begins so many bytes after a megabyte."""
    before = b" " * (MEGABYTE + shift - len(GOOD) * 2 - 2)
    return GOOD + b"\n" + before + GOOD + b"\n" + BAD + b"\n" + GOOD + b"\n"


LINES = {
    "a payload that begins a byte before a megabyte": bordering(-1),
    "a payload that begins at a megabyte": bordering(0),
    "a payload that begins a byte after a megabyte": bordering(1),
    "many lines": (GOOD + b"\n") * 30_000 + BAD + b"\n" + (GOOD + b"\n") * 5_000 + b"{\n",
    "no line end at the end": (GOOD + b"\n") * 12_000 + BAD,
    "empty lines and carriage returns": (GOOD + b"\r\n\r\n\n") * 12_000 + BAD + b"\r\n\n",
    "lines longer than what is read at once": (GOOD + b" " * 600_000 + b"\n" + BAD + b"\n") * 3,
}
"""Streams that are read in several pieces, each with something wrong in it."""


@pytest.mark.slow
@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_a_stream_is_judged_alike_wherever_it_is_and_by_however_many_processes(text: bytes, folder: Path) -> None:
    (folder / "stream.jsonl").write_bytes(text)
    (folder / "stream.jsonl.gz").write_bytes(gzip.compress(text, 1))
    expected = [number for number, line in enumerate(text.split(b"\n"), 1) if line and line.strip() not in (GOOD, b"")]
    printed = set()
    for arguments in (
        ["stream.jsonl"],
        ["--jobs", "3", "stream.jsonl"],
        ["--jobs", "2", "stream.jsonl.gz"],
        ["--jobs", "2", "-"],
    ):
        command = [sys.executable, "-m", "unimicro_schema", *CREATE, "--ndjson", *arguments]
        found = subprocess.run(command, input=text, capture_output=True, check=False)
        assert found.stderr == b""
        out = found.stdout.decode().replace("stream.jsonl.gz", "stream.jsonl").replace("<stdin>", "stream.jsonl")
        printed.add((found.returncode, out))
    [(code, out)] = printed
    assert code == (2 if b"{\n" in text else 1)
    assert [int(line.split(":")[1]) for line in out.splitlines()[:-1]] == expected


def test_a_line_in_another_encoding_is_named_by_its_line_and_the_lines_after_it_are_checked(
    run: Callable[..., tuple[int, str, str]], folder: Path
) -> None:
    (folder / "stream.jsonl").write_bytes(GOOD + b'\n{"OrgNumber": "\xf8"}\n' + BAD + b"\n")
    code, out, err = run(*CREATE, "stream.jsonl")
    assert (code, err) == (2, "")
    assert [line.split(" error ")[0] for line in out.splitlines() if " error " in line] == [
        "stream.jsonl:2:1:",
        "stream.jsonl:3:28:",
    ]


def test_a_packed_stream_that_is_cut_off_is_said_in_one_sentence(
    run: Callable[..., tuple[int, str, str]], folder: Path
) -> None:
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(GOOD)[:-4])
    (folder / "broken.jsonl.gz").write_bytes(gzip.compress(GOOD)[:12] + b"\xff" * 20)
    code, out, err = run(*CREATE, "cut.jsonl.gz", "broken.jsonl.gz")
    assert (code, err) == (2, "")
    assert "cut.jsonl.gz: error unreadable: cannot be read: " in out
    assert "broken.jsonl.gz: error unreadable: cannot be read: " in out


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=200), st.sampled_from(["text", "json"]))
def test_whatever_the_bytes_there_is_a_verdict(
    run: Callable[..., tuple[int, str, str]], data: bytes, layout: str
) -> None:
    code, out, err = run(*CREATE, "--format", layout, stdin=data)
    assert code in {0, 1, 2}
    assert err == ""
    assert all(char.isprintable() or char == "\n" for char in out)


KEYS = st.sampled_from(["OrgNumber", "Info", "Name", "Phones", "Type", "Level", "EntityType", "Messages", "_links", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(VALUES, st.sampled_from([("createCustomer", ""), ("updateCustomer", ""), *ANSWERED]), st.booleans())
def test_whatever_the_json_there_is_a_verdict(
    run: Callable[..., tuple[int, str, str]], value: object, body: tuple[str, str], ascii_only: bool
) -> None:
    name, status = body
    arguments = ["validate", "--as", name, *(["--response", status] if status else [])]
    code, out, err = run(*arguments, stdin=json.dumps(value, ensure_ascii=ascii_only).encode(errors="surrogatepass"))
    assert code in {0, 1, 2}
    assert err == ""
    assert all(char.isprintable() or char == "\n" for char in out)
