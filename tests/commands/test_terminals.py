"""What the command does on a terminal and nowhere else: colours, frames, progress, and the width of the help."""

import io
import os
import re
import subprocess
from pathlib import Path

import pytest

from helpers.shell import COMMAND, NEEDS_TERMINALS, called, called_on_a_terminal, environment, terminal
from unimicro_schema.commands.progress import Progress
from unimicro_schema.commands.streams import takes_escapes
from unimicro_schema.reports import REPORTERS

pytestmark = NEEDS_TERMINALS

CREATE = ("validate", "--as", "createCustomer")
QUERY = ("query", "--as", "listCustomers", "top=x", "select=Info.Name")
COLOUR = re.compile(r"\x1b\[[\d;]*m")

COLOURED = """\
\x1b[1mbad.json:3:3:\x1b[0m \x1b[1;31merror\x1b[0m unknown-key /CreditDay: not a field of CustomerCreate; did you mean CreditDays?
\x1b[2m    3 |   "CreditDay": **\x1b[0m
\x1b[1;31m      |   ^\x1b[0m
\x1b[1madvised.json:2:16:\x1b[0m \x1b[1;36madvice\x1b[0m org-number-checksum /OrgNumber: is not a Norwegian organisation number: its check digit is wrong
\x1b[2m    2 |   "OrgNumber": "*********"\x1b[0m
\x1b[1;36m      |                ^\x1b[0m
good.json: \x1b[32mvalid\x1b[0m createCustomer
advised.json: \x1b[32mvalid\x1b[0m createCustomer
"""


@pytest.fixture(autouse=True)
def place(folder: Path) -> Path:
    """The working directory, with a good payload, a bad one, and one that draws advice."""
    (folder / "advised.json").write_bytes(b'{\n  "OrgNumber": "914012709"\n}')
    return folder


def plain(text: str) -> str:
    """A text without its colours."""
    return COLOUR.sub("", text)


def without_frames(text: str) -> str:
    """What is printed, without the lines of the payload and the marks below them."""
    return "".join(line for line in plain(text).splitlines(keepends=True) if not re.match(r" +\d* \| ", line))


def test_a_terminal_shows_colours_and_below_each_finding_the_line_with_its_values_masked() -> None:
    shown = called_on_a_terminal(*CREATE, "good.json", "bad.json", "advised.json")
    assert (shown.code, shown.out) == (1, COLOURED)


def test_a_terminal_shows_the_values_only_when_asked() -> None:
    asked = called_on_a_terminal(*CREATE, "--show-values", "good.json", "bad.json", "advised.json")
    unmasked = COLOURED.replace("**\x1b", "14\x1b").replace("*********", "914012709")
    said = unmasked.replace("CustomerCreate;", "CustomerCreate (the value is 14);")
    assert asked.out == said.replace("digit is wrong", 'digit is wrong (the value is "914012709")')


def test_a_pipe_gets_the_same_lines_without_colours_and_frames() -> None:
    piped = called(*CREATE, "good.json", "bad.json", "advised.json")
    assert (piped.code, piped.out, piped.err) == (1, without_frames(COLOURED), "")


@pytest.mark.parametrize("value", ["1", "0", "false"])
def test_no_color_leaves_a_terminal_its_frames_and_takes_its_colours(value: str) -> None:
    shown = called_on_a_terminal(*CREATE, "good.json", "bad.json", "advised.json", NO_COLOR=value)
    assert (shown.code, shown.out) == (1, plain(COLOURED))


def test_no_color_counts_only_when_it_is_not_empty() -> None:
    shown = called_on_a_terminal(*CREATE, "good.json", "bad.json", "advised.json", NO_COLOR="")
    assert (shown.code, shown.out) == (1, COLOURED)


def test_a_terminal_that_would_show_escape_sequences_gets_none() -> None:
    shown = called_on_a_terminal(*CREATE, "good.json", "bad.json", "advised.json", TERM="dumb")
    assert (shown.code, shown.out) == (1, plain(COLOURED))


@pytest.mark.parametrize(
    ("platform", "settings", "takes"),
    [
        ("linux", {}, True),
        ("linux", {"TERM": "xterm"}, True),
        ("linux", {"TERM": "dumb"}, False),
        ("win32", {}, False),
        ("win32", {"WT_SESSION": "1"}, True),
        ("win32", {"TERM": "xterm"}, True),
        ("win32", {"TERM": "dumb", "WT_SESSION": "1"}, False),
    ],
)
def test_an_old_console_of_windows_gets_no_escape_sequences(
    monkeypatch: pytest.MonkeyPatch, platform: str, settings: dict[str, str], *, takes: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in ("TERM", "WT_SESSION", "ANSICON", "ConEmuANSI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert takes_escapes(Screen(terminal=True)) is takes
    assert not takes_escapes(Screen(terminal=False))


def test_queries_have_colours_on_a_terminal_unless_no_color_is_set() -> None:
    shown, piped = called_on_a_terminal(*QUERY), called(*QUERY)
    uncoloured = called_on_a_terminal(*QUERY, NO_COLOR="1")
    assert {"\x1b[1;31merror\x1b[0m", "\x1b[1;36madvice\x1b[0m"} <= set(shown.out.split(" "))
    assert plain(shown.out) == uncoloured.out == piped.out
    assert shown.code == uncoloured.code == piped.code == 1


@pytest.mark.parametrize("layout", [name for name in REPORTERS if name != "text"])
def test_formats_for_machines_are_the_same_on_a_terminal(layout: str) -> None:
    call = (*CREATE, "--format", layout, "bad.json")
    shown, piped = (re.sub(r'time="[\d.]+"', "", done.out) for done in (called_on_a_terminal(*call), called(*call)))
    assert shown == piped


@pytest.mark.parametrize(
    ("columns", "settings", "width"), [(60, {}, 60), (200, {}, 200), (60, {"COLUMNS": "100"}, 100)]
)
def test_help_is_as_wide_as_the_terminal_or_as_columns_says(columns: int, settings: dict[str, str], width: int) -> None:
    shown = called_on_a_terminal("schema", "--help", columns=columns, **settings)
    assert shown.out == called("schema", "--help", COLUMNS=str(width)).out
    assert min(width, 100) // 2 < max(map(len, shown.out.splitlines())) < width


def test_help_in_a_pipe_is_80_columns_wide() -> None:
    assert called("schema", "--help").out == called("schema", "--help", COLUMNS="80").out


def test_a_long_run_tells_on_a_terminal_how_far_it_is_and_clears_that_line() -> None:
    block, shown, sent = b'{"OrgNumber": "914012708"}\n' * 20_000, b"", 0
    with (
        terminal() as (screen, read),
        subprocess.Popen(
            [COMMAND, *CREATE, "--ndjson"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=screen,
            env=environment(),
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        os.close(screen)
        for _ in range(60):
            process.stdin.write(block)
            sent += 20_000
            shown += b"".join(read(0))
            if b"checked" in shown:
                break
        process.stdin.close()
        shown += b"".join(read())
        assert process.stdout.read() == f"{sent:,} checked: {sent:,} valid\n".encode()
    assert process.returncode == 0
    assert re.fullmatch(r"(?:\r<stdin>: [\d,]+ checked)+\r\x1b\[K", shown.decode())


class Screen(io.StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal like most, wherever the tests run."""
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.usefixtures("usual_terminal")
def test_progress_is_told_twice_a_second_and_only_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    screen, now = Screen(terminal=terminal), 7.0
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("unimicro_schema.commands.progress.monotonic", lambda: now)
    told = []
    progress = Progress("a\x1bb.jsonl")
    for now in (7.25, 7.5, 7.51, 7.75, 8.0, 8.02):  # noqa: B007  # the clock reads it
        progress.add(600)
        told.append(screen.getvalue())
    progress.end()
    first, second = (f"\ra\\u001bb.jsonl: {count} checked" for count in ("1,800", "3,600"))
    expected = ["", "", first, first, first, first + second] if terminal else [""] * 6
    assert [*told, screen.getvalue()] == [*expected, f"{expected[-1]}\r\x1b[K" if terminal else ""]


def test_a_short_run_tells_nothing_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", screen := Screen(terminal=True))
    progress = Progress("a.jsonl")
    progress.end()
    assert screen.getvalue() == ""
