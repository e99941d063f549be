"""What `query` and `explain` print about the texts that they are given, to the letter."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from unimicro_schema.distribution import link

Run = Callable[..., tuple[int, str, str]]

# The queries, standard input, the exit code, and what is printed.
QUERIES: list[tuple[list[str], bytes, int, str]] = [
    (["top=1"], b"", 0, "<query>: valid listCustomers\n"),
    (
        ["top=x"],
        b"",
        1,
        "<query>:1:5: error bad-number /top: top must be a whole number from 0 to 2147483647\n",
    ),
    (["top=1", "skip=1"], b"", 0, "<query 1>: valid listCustomers\n<query 2>: valid listCustomers\n"),
    (
        ["top=1", "skip=x"],
        b"",
        1,
        (
            "<query 2>:1:6: error bad-number /skip: skip must be a whole number from 0 to 2147483647\n"
            "<query 1>: valid listCustomers\n"
        ),
    ),
    (["-"], b"top=1\n\n  \nskip=1\n", 0, "<stdin>: valid listCustomers\n"),
    (
        ["-"],
        b"top=1\n\nskip=x\n",
        1,
        "<stdin>:3:6: error bad-number /skip: skip must be a whole number from 0 to 2147483647\n",
    ),
    (["-"], b"\xff", 2, "<stdin>: error unreadable: is not UTF-8 (byte 0); save it as UTF-8\n"),
]

BODY = {"Message": "No.", "Level": 30, "EntityType": "Customer", "PropertyName": "GLN"}
ECHO = {
    "_validationResults": {"GLN": [{"Message": "Too short.", "PropertyName": "GLN"}]},
    "Info": {"_validationResults": {"Name": [{"Message": "No.", "PropertyName": "Name"}]}},
}


@pytest.mark.parametrize(("texts", "stdin", "code", "printed"), QUERIES)
def test_each_query_has_its_name_and_each_line_of_standard_input_its_number(
    run: Run, texts: list[str], stdin: bytes, code: int, printed: str
) -> None:
    assert run("query", "--as", "listCustomers", *texts, stdin=stdin) == (code, printed, "")


@pytest.mark.parametrize(("stdin", "code"), [(b"expand=Info&select=Info.Name", 0), (b"select=Info.Name", 1)])
def test_a_strict_query_of_standard_input_fails_with_its_advice(run: Run, stdin: bytes, code: int) -> None:
    assert run("query", "--as", "listCustomers", "--strict", "-", stdin=stdin)[0] == code
    assert run("query", "--as", "listCustomers", "-", stdin=stdin)[0] == 0


def test_an_explanation_names_the_file_the_place_and_the_property_of_each_message(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_text(json.dumps(BODY), encoding="utf-8")
    code, out, err = run("explain", "--response", "400", str(tmp_path / "answer.json"))
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[:2] == [
        f"{tmp_path}/answer.json: Validation message (400)",
        "  message at /Message, property GLN: No.",
    ]
    assert [line.partition(":")[0].partition("?")[0] for line in lines[2:5]] == [
        "  likely cause",
        "  what to do",
        "  send it again",
    ]
    assert lines[5:] == [f"  see {link('reference/errors/ValidationMessage/')}"]


def test_an_explanation_says_which_part_of_what_was_sent_a_message_is_about(run: Run) -> None:
    code, out, _ = run("explain", stdin=json.dumps(ECHO).encode())
    assert code == 0
    assert out.splitlines()[:3] == [
        "<stdin>: Echoed object",
        "  message about the whole object, property GLN: Too short.",
        "  message about /Info, property Name: No.",
    ]


def test_an_explanation_for_programs_has_every_part_by_its_name(run: Run) -> None:
    code, out, _ = run("explain", "--format", "json", "-", stdin=json.dumps(ECHO).encode())
    found = json.loads(out)
    assert code == 0
    assert out == json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    assert {key: value for key, value in found.items() if key not in {"cause", "action", "messages", "retry"}} == {
        "version": 1,
        "file": "<stdin>",
        "recognised": True,
        "name": "EchoedEntity",
        "title": "Echoed object",
        "status": None,
        "foreign_key": None,
        "docs": link("reference/errors/EchoedEntity/"),
    }
    assert found["messages"][0] == {
        "text": "Too short.",
        "pointer": "/_validationResults/GLN/0/Message",
        "about": "",
        "property": "GLN",
    }
    assert found["retry"].keys() == {"id", "sentence"}
    assert found["cause"] != found["action"]


def test_what_is_not_an_error_of_the_api_is_explained_with_exit_code_1(run: Run) -> None:
    code, out, _ = run("explain", stdin=b"<html></html>")
    assert code == 1
    assert out.startswith("<stdin>: HTML page\n")
    assert run("explain", "--response", "200", stdin=b"{}")[0] == 0
    code, out, err = run("explain", "nowhere.json")
    assert (code, out) == (2, "")
    assert err == "unimicro-schema: nowhere.json cannot be read: No such file or directory\n"


def test_a_recorded_call_that_cannot_be_read_is_an_error_at_its_line_and_the_others_are_judged(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "calls.ndjson").write_bytes(b'{"method":"GET","url":"https://a.no/api/biz/customers/1"}\n{"method":\n')
    code, out, _ = run("calls", str(tmp_path / "calls.ndjson"))
    assert code == 2
    assert out.splitlines()[0] == f"{tmp_path}/calls.ndjson:2:1: error unreadable: is not JSON"
    assert out.splitlines()[-1] == "2 checked: 1 valid, 1 unreadable; calls of other APIs: 0"
