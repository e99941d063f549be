"""The command finds the body of an error however a program shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import transcripts
from helpers.error_bodies import EXAMPLES
from unimicro_schema import explain_error
from unimicro_schema.cli import main
from unimicro_schema.explanation.transcript import read

BODIES = sorted(EXAMPLES.glob("error-*.json"))


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("program", transcripts.shown(""))
def test_the_body_is_found_however_a_program_shows_it(program: str, path: Path) -> None:
    body = path.read_text(encoding="utf-8")
    found = read(transcripts.shown(body.strip())[program].removeprefix("\ufeff"))
    assert (found.status, found.body.strip()) == ("400", body.strip())


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("program", transcripts.shown_without_status(""))
def test_the_body_is_found_where_no_status_is_shown(program: str, path: Path) -> None:
    body = path.read_text(encoding="utf-8").strip()
    found = read(transcripts.shown_without_status(body)[program])
    assert (found.status, found.body.strip()) == (None, body)


def test_a_body_that_a_program_cut_off_is_called_so() -> None:
    text = transcripts.shown('{"Message": "Something lo (truncated...)')["Guzzle"]
    status, body = read(text)
    assert (status, explain_error(body, status).title) == ("400", "Cut off by the program")


def test_a_body_that_looks_like_headers_begins_behind_the_empty_line() -> None:
    assert read("HTTP/1.1 400 Bad Request\nDate: now\n\nError: not found\n") == ("400", "Error: not found\n")


@pytest.mark.parametrize("program", transcripts.EMPTY)
def test_an_empty_body_is_found_too(program: str) -> None:
    assert read(transcripts.EMPTY[program]) == ("401", "")


@pytest.mark.parametrize("program", transcripts.WITHOUT_BODY)
def test_a_message_without_the_body_is_not_taken_for_an_answer(program: str) -> None:
    text = transcripts.WITHOUT_BODY[program]
    status, body = read(text)
    assert (status, body) == ("401", text)
    assert explain_error(body, status).title == "Message of a program"


@pytest.mark.parametrize("kind", transcripts.ALONE)
def test_a_body_alone_stays_as_it_is(kind: str) -> None:
    assert read(transcripts.ALONE[kind]) == (None, transcripts.ALONE[kind])


def test_the_command_explains_what_curl_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = next(path.read_text(encoding="utf-8") for path in BODIES if explain_error(path.read_bytes(), 400).recognised)
    file = tmp_path / "answer.txt"
    file.write_text(transcripts.shown(body)["curl -i"], encoding="utf-8", newline="")
    assert main(["explain", str(file)]) == 0
    said = capsys.readouterr().out
    assert f"{explain_error(body, 400).title} (400)" in said


def test_a_status_that_is_given_is_that_of_the_response(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "answer.txt"
    file.write_text(transcripts.EMPTY["curl -i"], encoding="utf-8")
    assert main(["explain", "--response", "500", str(file)]) == 1
    assert "(500)" in capsys.readouterr().out
