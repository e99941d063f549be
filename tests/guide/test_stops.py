"""The programs of the guide stop where something is missing or wrong, before they write, with words that the pages explain."""

import re
import subprocess
from pathlib import Path
from typing import Any

import orjson
import pytest

from helpers import guide, identity
from helpers.jobs import VARIABLES, at, program, ran
from helpers.programs import LANGUAGES, command
from helpers.scripted import Answer, Script, answering
from unimicro_schema import example
from unimicro_schema.mock import serve

pytestmark = pytest.mark.slow

PAGES = pytest.mark.parametrize("page", VARIABLES)
START = "getting-started"
PATIENCE = re.compile(r"--max-time 30|timeout=30|FromSeconds\(30\)|CURLOPT_TIMEOUT => 30|timeout\(30_000\)")
"""How long a program waits for a response, in every language."""


def explained(words: str, page: str = "errors") -> list[str]:
    """The words in the first cell of the row that begins with some of them."""
    lines = guide.written(guide.FOLDER / f"{page}.md").splitlines()
    [row] = [line for line in lines if line.startswith(f"| `{words}`")]
    return re.findall(r"`([^`]+)`", row.split(" | ")[0])


def stopped(made: subprocess.CompletedProcess[str], words: str, page: str = "errors") -> None:
    """Fails unless a program ended with an error, and with words of a row on a page."""
    assert made.returncode != 0
    assert any(word in made.stderr for word in explained(words, page)), made.stderr


@LANGUAGES
@PAGES
def test_nothing_is_sent_where_a_variable_is_missing_or_empty(page: str, tab: str, tmp_path: Path) -> None:
    identity.client(tmp_path)
    with serve() as server:
        run = command(tab, at(server.url, program(page, tab)), tmp_path)
        for name in VARIABLES[page]:
            rest = {other: value for other, value in VARIABLES[page].items() if other != name}
            for variables in (rest, {**rest, name: ""}):
                made = ran(run, tmp_path, variables)
                stopped(made, "is not set", START if page == START else "errors")
                assert name in made.stderr
        assert server.received == []


# Something else answers.

HTML = (("Content-Type", "text/html"),)
SIGN_IN = Answer(200, b"<!DOCTYPE html><html><body>Sign in</body></html>", HTML)
ANSWERS: dict[str, tuple[str, Script]] = {
    "a page of a proxy": ("502", (Answer(502, b"<html>Bad gateway</html>", HTML),)),
    "a page for signing in": ("jq: error", (SIGN_IN,)),
    "a redirect to such a page": ("jq: error", (Answer(302, b"", (("Location", "/login"),)), SIGN_IN)),
    "no body": ("jq: error", (Answer(200),)),
    "no response": ("curl: (28)", (None,)),
}
"""What a server answers, by what it is: the words of the row that explains it, and the script of the server."""


@LANGUAGES
@PAGES
def test_nothing_is_written_where_something_else_answers(page: str, tab: str, tmp_path: Path) -> None:
    identity.client(tmp_path)
    with answering() as server:
        text = at(server.url, program(page, tab))
        hasty = PATIENCE.sub(lambda found: found[0].replace("30", "3"), text)
        patient, impatient = command(tab, text, tmp_path), command(tab, hasty, tmp_path)
        for words, script in ANSWERS.values():
            server.gives(script)
            stopped(ran(impatient if None in script else patient, tmp_path, VARIABLES[page]), words)
            first, *others = server.asked
            assert first.startswith("POST /connect/token" if page == START else "GET "), script
            assert [asked for asked in others if asked != "GET /login"] == [], script


CONNECTIONS = {"curl: (6)": "http://nowhere.invalid", "curl: (7)": "http://127.0.0.1:19999", "curl: (60)": ""}
"""The URL of a server that cannot be reached, by the words of the row that explains it. The last has a certificate of its own.

No system gives the port of the second to whoever asks for any, as other tests do at the same time.
"""
HASTY_NAMES = {"RES_OPTIONS": "timeout:1 attempts:1"}
"""Makes the search for a host give up early where no network answers."""


@LANGUAGES
def test_a_connection_that_fails_is_explained(tab: str, tmp_path: Path) -> None:
    with answering(Answer(200), certificate=identity.server(tmp_path)) as server:
        for words, url in CONNECTIONS.items():
            run = command(tab, at(url or server.url, program("close-a-customer", tab)), tmp_path)
            stopped(ran(run, tmp_path, {**VARIABLES["close-a-customer"], **HASTY_NAMES}), words)
        assert server.asked == []


# A token that is refused in the middle.


def answer(body: Any) -> Answer:
    return Answer(200, orjson.dumps(body))


REFUSED = Answer(401)
CREATED = answer({"ID": 1042})
CUSTOMER = answer(example("getCustomer", "customer", 200))
PAGE = answer(example("listCustomers", "customers", 200))
TWICE = answer({"ID": 1042, "Info": {"ID": 2087, "Addresses": [{"ID": 1}, {"ID": 2}]}})
COMPANIES = answer([{"Key": identity.COMPANY, "Name": "Testfirma AS"}])
MIDDLES: dict[str, Script] = {
    START: (answer({"access_token": "a.b.c"}), COMPANIES, CREATED),
    "find-or-create": (answer([]),),
    "nightly-sync": (PAGE, answer([]), PAGE),
    "close-a-customer": (CUSTOMER, Answer(200)),
    "duplicate-addresses": (TWICE, TWICE),
    "list-and-query": (PAGE,),
    "read-and-change": (CUSTOMER,),
}
"""What a server answers until it refuses the token, by the page of the program. The token may be refused earlier too."""


@LANGUAGES
@PAGES
def test_a_program_whose_token_is_refused_in_the_middle_says_so_and_does_not_go_on(
    page: str, tab: str, tmp_path: Path
) -> None:
    identity.client(tmp_path)
    before = {"customers.ndjson": '{"ID":7,"Deleted":false,"StatusCode":30001}\n', "since.txt": "2026-01-15\n"}
    for name, text in before.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with answering() as server:
        run = command(tab, at(server.url, program(page, tab)), tmp_path)
        for step in range(1, len(MIDDLES[page]) + 1):
            server.gives((*MIDDLES[page][:step], REFUSED))
            made = ran(run, tmp_path, VARIABLES[page])
            assert made.returncode != 0
            assert "401" in made.stderr
            assert len(server.asked) == step + 1
            if page != START:
                assert made.stdout.strip() == ""
            if page == "nightly-sync":
                assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in before} == before


# The certificate of a client.


@pytest.mark.parametrize("words", ["client.p12", "Mac verify error"])
@LANGUAGES
def test_a_certificate_that_cannot_be_opened_is_explained(words: str, tab: str, tmp_path: Path) -> None:
    identity.client(tmp_path)
    variables = {**identity.CLIENT, "P12_PASSWORD": "that of another file"}
    if words == "client.p12":
        (tmp_path / "client.p12").unlink()
    with answering(Answer(200)) as server:
        made = ran(command(tab, at(server.url, program(START, tab)), tmp_path), tmp_path, variables)
        stopped(made, words, START)
        assert server.asked == []
