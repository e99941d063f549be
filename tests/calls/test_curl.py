"""Commands of curl are judged as the calls that curl would make of them. Nothing is run."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.recordings import as_line
from unimicro_schema import example, operations
from unimicro_schema.calls.call import UNRECORDED, Call
from unimicro_schema.calls.check import judge
from unimicro_schema.calls.curl import calls_of
from unimicro_schema.calls.recordings import RecordingError
from unimicro_schema.calls.shell import commands

Run = Callable[..., tuple[int, str, str]]

URL = "https://test.unimicro.no/api/biz/customers"
HEADERS = "-H 'Authorization: Bearer secret' -H 'CompanyKey: 6588024e-24aa-4ee9-8bf5-bc28778f2e91'"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def only(text: str) -> Call:
    """The call of the one command in a text."""
    [(_, call)] = calls_of(text)
    assert isinstance(call, Call), call
    return call


CALLS: dict[str, tuple[str, str, str, Any]] = {
    "a URL alone": (f"curl {URL}", "GET", URL, None),
    "a method": (f"curl -X DELETE {URL}/7", "DELETE", f"{URL}/7", None),
    "a method in the same word": (f"curl -sSXDELETE {URL}/7", "DELETE", f"{URL}/7", None),
    "the URL as an option": (f"curl --url {URL}", "GET", URL, None),
    "options with values that are not the URL": (f"curl -o a.json -m 30 --retry 3 {URL}", "GET", URL, None),
    "a body": (f"curl {URL} -d '{{}}'", "POST", URL, "{}"),
    "a body in the same word": (f"curl {URL} -d'{{}}'", "POST", URL, "{}"),
    "parts of a body": (f"curl {URL} -d a=1 -d b=2", "POST", URL, "a=1&b=2"),
    "a body with another method": (f"curl --request PUT {URL}/7 --data-raw '{{}}'", "PUT", f"{URL}/7", "{}"),
    "a body from a file": (f"curl {URL} -d @a.json", "POST", URL, UNRECORDED),
    "a body that begins with an at sign": (f"curl {URL} --data-raw @a", "POST", URL, "@a"),
    "a body from a variable": (f'curl {URL} -d "$BODY"', "POST", URL, UNRECORDED),
    "a dollar sign that is one": (f"curl {URL} -d '$BODY'", "POST", URL, "$BODY"),
    "a here-document": (f"curl {URL} -d @- <<'JSON'\n{{\n'$A'}}\nJSON\n", "POST", URL, "{\n'$A'}\n"),
    "a here-document with a variable": (f"curl {URL} -d @- <<JSON\n$A\nJSON", "POST", URL, UNRECORDED),
    "standard input": (f"curl {URL} -d @-", "POST", URL, UNRECORDED),
    "a form": (f"curl {URL} -F a=1", "POST", URL, "a form"),
    "a query of its own": (
        f"curl -G {URL} -d top=1 --data-urlencode 'filter=a b'",
        "GET",
        f"{URL}?top=1&filter=a%20b",
        None,
    ),
    "more of a query": (f"curl -G '{URL}?skip=1' -d top=1", "GET", f"{URL}?skip=1&top=1", None),
    "a head alone": (f"curl -I {URL}", "HEAD", URL, None),
    "a host without a scheme": ("curl test.unimicro.no/api", "GET", "http://test.unimicro.no/api", None),
    "a host in a variable": ('curl "$HOST/api/biz/customers"', "GET", "$HOST/api/biz/customers", None),
    "quotes of both kinds": (f"""curl {URL} -d "{{\\"a\\": 'b'}}" """, "POST", URL, """{"a": 'b'}"""),
    "a quote inside": (f"curl {URL} -d 'it'\\''s'", "POST", URL, "it's"),
    "escapes, as Chrome writes them": (f"curl {URL} --data-raw $'it\\'s \\u0021\\n'", "POST", URL, "it's !\n"),
    "a character of two halves": (f"curl {URL} -d $'\\ud83d\\ude00'", "POST", URL, "\U0001f600"),
    "lines that go on": (f"curl \\\n  -X PUT \\\n  {URL}", "PUT", URL, None),
    "lines that end as on Windows": (f"curl \\\r\n  {URL}\r\n", "GET", URL, None),
    "a pipe behind it": (f"curl {URL} | jq '.[]'", "GET", URL, None),
    "a prompt in front": (f"$ curl {URL}", "GET", URL, None),
    "the program of Windows": (f"curl.exe {URL}", "GET", URL, None),
}


@pytest.mark.parametrize("case", CALLS)
def test_a_command_is_the_call_that_curl_makes_of_it(case: str) -> None:
    text, method, url, body = CALLS[case]
    call = only(text)
    assert (call.method, call.url, call.body) == (method, url, body)


TYPES = {
    f"curl {URL} -d a": FORM,
    f"curl {URL} -F a=1": "multipart/form-data",
    f"curl {URL} --json a": JSON,
    f"curl {URL} -d a -H 'Content-Type: {JSON}'": JSON,
    f"curl {URL}": None,
    f"curl -G {URL} -d top=1": None,
}


@pytest.mark.parametrize("text", TYPES)
def test_the_type_of_the_body_is_the_one_that_curl_adds(text: str) -> None:
    assert (only(text).headers or {}).get("content-type") == TYPES[text]


FAULTS = {
    f"curl {URL}/$ID": "variable of the shell in its path or query",
    f"curl -G {URL} --data-urlencode \"filter=OrgNumber eq '$NUMBER'\"": "variable of the shell in its path or query",
    f"curl -G {URL} --data-urlencode filter@a.txt": "from a file",
    f"curl {URL} -H": "ends after --header",
    f"curl {URL} -d '{{": "a quote that is not closed",
    "curl -s": "has no URL",
    'curl ^"https://a/api^" ^\r\n  -H ^"a: b^"\r\n': "command prompt of Windows",
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_cannot_be_known_of_a_command_is_said(text: str) -> None:
    [(line, error)] = calls_of(text)
    assert line == 1
    assert isinstance(error, RecordingError)
    assert FAULTS[text] in str(error)


def test_a_script_is_judged_command_by_command_at_its_line(run: Run, tmp_path: Path) -> None:
    body = json.dumps(example("createCustomer"))
    script = (
        "#!/bin/bash\nset -e\n\n"
        f'curl {URL} -H "Authorization: Bearer $TOKEN" -H "CompanyKey: $KEY" --json \\\n  \'{body}\'\n'
        f"echo done\ncurl '{URL}?tpo=1' {HEADERS} > page.json\n"
        "curl https://example.com/image.png\n"
    )
    file = tmp_path / "calls.sh"
    file.write_text(script, encoding="utf-8")
    code, out, _ = run("calls", str(file))
    assert code == 1
    assert out.splitlines()[0].startswith(f"{file}:7:1: error unknown-option (query) /tpo: ")
    assert out.splitlines()[-1] == "2 checked: 1 valid, 1 invalid; calls of other APIs: 1"
    assert "secret" not in out


def test_a_command_and_a_line_of_the_same_call_have_the_same_verdict(run: Run, tmp_path: Path) -> None:
    call = {"method": "POST", "url": f"{URL}?a=1", "headers": {"Content-Type": JSON}, "body": {"Nme": "x"}}
    (tmp_path / "call.ndjson").write_text(as_line(call), encoding="utf-8")
    (tmp_path / "call.txt").write_text(f"curl '{URL}?a=1' --json '{{\"Nme\": \"x\"}}'", encoding="utf-8")
    line, command = (
        json.loads(run("calls", "--format", "json", str(tmp_path / name))[1])["results"][0]["findings"]
        for name in ("call.ndjson", "call.txt")
    )
    assert command == line
    assert len(line) > 3


SNIPPETS = Path(__file__).parents[2] / "docs" / "reference" / "snippets"


@pytest.mark.parametrize("name", [item.id for item in operations()])
def test_the_curl_programs_of_the_site_are_right_and_a_slip_in_their_body_is_found(name: str) -> None:
    text = (SNIPPETS / f"{name}.md").read_text(encoding="utf-8")
    script = textwrap.dedent(text[text.index("```bash") :].partition("\n")[2].partition("```")[0])
    call = only(script)
    report = judge(call)
    assert (report.operation, [finding.rule for finding in report.findings if finding.severity == "error"]) == (
        name,
        [],
    )
    if call.body is not None:
        wrong = judge(only(script.replace('"Info"', '"Inf"').replace('"ID"', '"IDD"')))
        assert "unknown-key" in {finding.rule for finding in wrong.findings}


def test_no_text_ends_in_a_traceback() -> None:
    chance = random.Random(7)  # noqa: S311  # the same every time
    pieces = [
        "curl ",
        "<<'A'\n",
        "\nA\n",
        "-H ",
        "-d",
        "'",
        '"',
        "$'",
        "\\u",
        "\\",
        "\n",
        "$X",
        "`",
        "^",
        "@",
        "=",
        URL,
        " ",
        "-",
        "--",
        "\ud83d",
        "&",
        "(",
    ]
    for _ in range(3000):
        text = "curl " + "".join(chance.choice(pieces) for _ in range(12))
        for _, found in calls_of(text):
            assert isinstance(found, Call | RecordingError)


def test_bash_splits_the_words_in_the_same_way(tmp_path: Path) -> None:
    known = {
        "a body from a variable",
        "a host in a variable",
        "a character of two halves",
        "lines that end as on Windows",
    }  # not so in bash
    texts = [text.removeprefix("$ ") for case, (text, *_) in CALLS.items() if case not in known]
    for text in texts:
        shown = subprocess.run(
            [
                shutil.which("bash") or "bash",
                "-c",
                f"curl() {{ printf '%s\\0' \"$@\"; }}; jq() {{ cat; }}; {text.replace('curl.exe', 'curl')}",
            ],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        ).stdout
        words = shown.decode("utf-8", "surrogatepass").split("\0")[:-1]
        [command] = commands(text, "curl")
        assert command.words is not None
        assert [word.text for word in command.words] == words
