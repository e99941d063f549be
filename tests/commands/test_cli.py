"""The command: its exit codes and what it prints, whatever it is given."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from unimicro_schema import operations
from unimicro_schema.registry import published

DATA = Path(__file__).parents[1] / "data"
COMMAND = [sys.executable, "-m", "unimicro_schema"]
CREATE = ("validate", "--as", "createCustomer")
SENT = [found.id for found in operations() if found.request]
ANSWERED = [(found.id, status) for found in operations() for status, node in found.responses.items() if node.body]

# What is called, the exit code, and a part of what it says: on standard output if it could do its work, else on standard error
# alone.
CALLS = [
    (("validate", "--as", "createCustomer", "good.json"), 0, "good.json"),
    (("validate", "--as", "createCustomer", "bad.json"), 1, "bad.json:3:3: error unknown-key /CreditDay: "),
    (("validate", "--as", "deleteCustomer", "--response", "400", str(DATA / "error-400.json")), 0, "error-400.json"),
    (("validate", "--as", "createCustomer", "--response", "500", "good.json"), 1, "error missing-key: "),
    (("validate", "--as", "createCustomer", "missing.json"), 2, "missing.json: error unreadable"),
    (("validate", "good.json"), 2, "--as"),
    (("validate", "--as", "creatCustomer", "good.json"), 2, "did you mean createCustomer"),
    (("validate", "--as", "createcustomer", "good.json"), 2, "did you mean createCustomer"),
    (("validate", "--as", "POST /api/biz/customers", "good.json"), 2, "; did you mean createCustomer?"),
    (("validate", "--as", "PUT /api/biz/customers/{id}", "good.json"), 2, "; did you mean updateCustomer?"),
    (
        ("validate", "--as", "nonsense", "good.json"),
        2,
        "there is no operation named nonsense; there are createCustomer, ",
    ),
    (
        ("validate", "--as", "createCustomer", "--response", "418", "good.json"),
        2,
        "it documents 201, 400, 401, 403, 500",
    ),
    (("validate", "--as", "listCustomers", "good.json"), 2, "listCustomers takes no request body; name the status"),
    (("validate", "--as", "blockCustomer", "--response", "204", "good.json"), 0, "valid blockCustomer"),
    (("validate", "--as", "createCustomer", "--format", "xml", "good.json"), 2, "xml"),
    (("--version",), 0, "unimicro-schema 0."),
    (("operations",), 0, "activateCustomer          PUT     /api/biz/customers?action=activate\n"),
    (("schema", "createCustomer"), 0, '"urn:unimicro-schema:createCustomer:request"'),
    (("schema", "listCustomers"), 2, "listCustomers takes no request body"),
    (("schema", "listCustomers", "--response", "200"), 0, '"urn:unimicro-schema:listCustomers:200"'),
    (("schema", "getCustomers"), 2, "did you mean "),
    (("schema",), 2, "OPERATION"),
    (("example", "createCustomer"), 0, '"Info"'),
    (("example", "createCustomer", "private-person"), 0, '"IsPrivate": true'),
    (("example", "getCustomer"), 0, '"ID"'),
    (
        ("example", "deleteCustomer", "message-text", "--response", "400"),
        0,
        '"The body of the request could not be read."',
    ),
    (("example", "createCustomer", "--list"), 0, "request  appendix-a\n"),
    (("example", "createCustomer", "appendix"), 2, "did you mean appendix-a"),
    (("example", "createCustomer", "lead", "--response", "201"), 2, "there is no example of createCustomer named lead"),
    (("build", "--check"), 2, "there is no openapi/openapi.yaml"),
    ((), 2, "usage: unimicro-schema"),
    (("nonsense",), 2, "nonsense"),
    (("--help",), 0, "usage: unimicro-schema"),
    (("validate", "--help"), 0, "usage: unimicro-schema validate"),
    (("mock", "--port", "65535", "--help"), 0, "usage: unimicro-schema mock"),
    (("mock", "--port", "65536", "--help"), 2, "must be a number from 0 to 65535"),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("arguments", "code", "text"), CALLS, ids=[" ".join(call[0]) or "(nothing)" for call in CALLS])
def test_a_call_ends_with_its_exit_code_and_says_what_it_should(
    run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], code: int, text: str
) -> None:
    found, out, err = run(*arguments)
    assert found == code, out + err
    refused = code == 2 and "error unreadable" not in text
    assert text in (err if refused else out)
    assert (out if refused else err) == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--root", "a\x1b[2J"),
        ("diff", "a\x1b[2J"),
        ("explain", "a\x1b[2J"),
        ("example", "a\x1b[2J"),
        ("openapi", "--output", "a\x1b[2J"),
    ],
)
def test_a_name_in_an_error_cannot_act_on_the_terminal(
    run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...]
) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert err.startswith("unimicro-schema: ")
    assert "a\\u001b[2J" in err
    assert "\x1b" not in err


def test_the_operations_are_listed_one_a_line_each_with_its_request_line(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    _, out, _ = run("operations")
    targets = {found.id: found.path + (f"?action={found.action}" if found.action else "") for found in operations()}
    assert [line.split() for line in out.splitlines()] == [
        [found.id, found.method, targets[found.id]] for found in operations()
    ]


@pytest.mark.usefixtures("folder")
def test_results_can_be_printed_as_json(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run(*CREATE, "--format", "json", "good.json", "bad.json")
    report = json.loads(out)
    assert code == 1
    assert report["version"] == 1
    assert [(row["file"], row["operation"], row["valid"]) for row in report["results"]] == [
        ("good.json", "createCustomer", True),
        ("bad.json", "createCustomer", False),
    ]
    places = [(f["rule"], f["pointer"], f["line"], f["column"]) for f in report["results"][1]["findings"]]
    assert places == [("unknown-key", "/CreditDay", 3, 3)]


@pytest.mark.parametrize("name", SENT)
def test_schema_and_example_print_the_published_files(run: Callable[..., tuple[int, str, str]], name: str) -> None:
    assert run("schema", name)[1].encode() == published.schema(f"{name}/request")
    for path, content in published.examples().items():
        if path.startswith(f"{name}/request/"):
            assert run("example", name, PurePosixPath(path).stem)[1].encode() == content


@pytest.mark.parametrize(("name", "status"), ANSWERED)
def test_the_schema_of_a_response_is_the_published_file(
    run: Callable[..., tuple[int, str, str]], name: str, status: str
) -> None:
    expected = published.schema(f"{name}/{status}")
    assert run("schema", name, "--response", status)[1].encode() == expected


def test_python_runs_the_package_as_the_command(run: Callable[..., tuple[int, str, str]]) -> None:
    found = subprocess.run([*COMMAND, "operations"], capture_output=True, text=True, check=True)
    assert found.stdout == run("operations")[1]


@pytest.mark.parametrize("arguments", ["schema createCustomer", "example createCustomer composed-full", "operations"])
def test_a_reader_that_goes_away_is_no_error_to_talk_about(arguments: str) -> None:
    pipe = f'"{sys.executable}" -m unimicro_schema {arguments} | head -c 10'
    found = subprocess.run(["/bin/sh", "-c", pipe], capture_output=True, text=True, check=False)
    assert (len(found.stdout), found.stderr) == (10, "")


@pytest.mark.parametrize(
    "arguments",
    ["operations", "openapi --output -", "validate --as createCustomer -", "query --as listCustomers top=1"],
)
def test_what_nobody_read_was_not_checked(arguments: str) -> None:
    ours, theirs = os.pipe()
    with subprocess.Popen(
        [*COMMAND, *arguments.split()], stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE
    ) as process:
        os.close(theirs)
        os.close(ours)
        assert process.stderr
        assert process.stderr.read() == b""
    assert process.returncode == 2
