"""What is said of an error body: every documented one is recognised, and no answer makes it fail."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unimicro_schema.explanation.explain as explanation
from helpers.error_bodies import (
    BODIES,
    ERRORS,
    EXAMPLES,
    EXPECTED,
    FOREIGN,
    FOREIGN_KEYS,
    ROOT,
    UNKNOWN,
    body_of,
    name_of,
    printed,
    refused,
)
from unimicro_schema import cli, operations, validate
from unimicro_schema.explanation.explain import Explanation, explain_error
from unimicro_schema.explanation.sentences import RETRY
from unimicro_schema.pointers import at
from unimicro_schema.registry import published
from unimicro_schema.rules import RULES

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*/*/400/*"))

PUBLISHED = sorted(
    f"{operation.id}/{status}/{name}"
    for operation in operations()
    for status, response in operation.responses.items()
    if response.body and status >= "400"
    for name in response.body.examples
)

# An example, its messages with their places, and what these are about.
MESSAGES = [
    ("validation-message", [("Customer have references to ", "/Message", None)]),
    (
        "validation-result",
        [
            ("The GLN must have 13 digits.", "/Messages/0/Message", None),
            ("The organisation number ", "/Messages/1/Message", None),
        ],
    ),
    (
        "echoed-entity",
        [
            ("The GLN must have 13 digits.", "/_validationResults/GLN/0/Message", ""),
            (
                "The e-mail address is not valid.",
                "/Info/DefaultEmail/_validationResults/EmailAddress/0/Message",
                "/Info/DefaultEmail",
            ),
        ],
    ),
    ("message-object", [("The request is invalid.", "/Message", None)]),
    ("message-text", [("The body of the request could not be read.", "", None)]),
    ("server-error", [("MURA28RA: The UPDATE statement conflicted with ", "/Message", None)]),
]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["Message", "message", "Messages", "_validationResults", "Level", "EntityType", "Source", "a/~b"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
STATUS = st.none() | st.sampled_from(["200", "400", "401", "403", "404", "409", "500", "502"])


def assert_sound(found: Explanation, value: Any) -> None:
    """Every message is where its pointer says, beside the object that it is about."""
    assert found.retry_sentence
    assert found.cause
    assert found.action
    for message in found.messages:
        assert message.pointer is not None
        assert at(value, message.pointer) == message.text
        assert message.about is None or message.pointer.startswith(message.about)
        assert message.about is None or isinstance(at(value, message.about), dict)


@pytest.mark.parametrize("name", EXPECTED.lines)
def test_a_body_has_its_lines_printed_and_no_others(name: str) -> None:
    assert printed(*BODIES[name]) == EXPECTED.lines[name], "if that is meant, run pytest --write-expected"


def test_every_body_has_its_lines_written_down() -> None:
    assert list(BODIES) == list(EXPECTED.lines), "run pytest --write-expected"


@pytest.mark.parametrize("path", PUBLISHED)
def test_every_example_of_an_error_is_recognised_by_its_status(path: str) -> None:
    operation, status, name = path.split("/")
    body = published.example(operation, status, name)
    found = explain_error(body, status)
    known = next(entry for entry in ERRORS if entry["name"] == name_of(name))
    assert (found.name, found.title, found.status) == (known["name"], known["title"], status)
    assert (found.action, found.retry) == (known["action"], known["retry"])
    assert found.cause == known["cause"] or found.foreign_key
    assert found.messages
    assert_sound(found, json.loads(body))


@pytest.mark.parametrize(("name", "messages"), MESSAGES, ids=[name for name, _ in MESSAGES])
def test_an_error_is_recognised_by_its_shape_alone(name: str, messages: list[tuple[str, str, str | None]]) -> None:
    found = explain_error(body_of(name))
    assert found.name == name_of(name)
    places = [(message.pointer, message.about) for message in found.messages]
    assert places == [(pointer, about) for _, pointer, about in messages]
    assert all(message.text.startswith(text) for message, (text, _, _) in zip(found.messages, messages, strict=True))


@pytest.mark.parametrize("name", ["unauthorized", "forbidden", "not-found"])
def test_a_body_that_only_the_status_tells_from_others_says_so(name: str) -> None:
    found = explain_error(body_of(name))
    assert found.name == "MessageObject"
    assert found.cause.endswith("The same form comes with 401, 403, 404; only the status tells which it is.")
    assert "only the status" not in explain_error(body_of(name), 400).cause


def test_the_status_goes_before_the_shape() -> None:
    assert explain_error(body_of("validation-message"), 500).name == "ServerError"
    assert explain_error(body_of("server-error"), 400).name == "MessageObject"


def test_messages_are_found_by_the_shape_where_the_status_knows_no_place_for_them() -> None:
    found = explain_error({"message": "no"}, 500)
    assert (found.name, [message.text for message in found.messages]) == ("ServerError", ["no"])


def test_messages_stand_in_the_order_of_the_body_with_an_object_before_its_parts() -> None:
    def results(text: str) -> dict[str, Any]:
        return {"x": [{"Message": text}], "y": []}

    body = {
        "Info": {"Phones": [{}, {"_validationResults": results("2")}], "_validationResults": results("1")},
        "a/~b": [[{"_validationResults": results("3")}]],
        "_validationResults": results("0"),
    }
    found = explain_error(body)
    assert [message.text for message in found.messages] == ["0", "1", "2", "3"]
    assert [message.about for message in found.messages] == ["", "/Info", "/Info/Phones/1", "/a~1~0b/0/0"]
    assert_sound(found, body)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_body_is_recognised_exactly_if_its_schema_knows_the_shape(path: Path) -> None:
    report = validate(path.read_bytes(), path.parts[-3], 400)
    assert explain_error(path.read_bytes(), 400).recognised == (
        not any(finding.rule == "unknown-shape" for finding in report.findings)
    )


@given(JSON)
def test_schema_and_explanation_agree_on_what_a_400_is(value: Any) -> None:
    rules = {finding.rule for finding in validate(json.dumps(value), "deleteCustomer", 400).findings}
    assert explain_error(json.dumps(value), 400).recognised == ("unknown-shape" not in rules)


@given(JSON, STATUS)
def test_any_json_is_explained(value: Any, status: str | None) -> None:
    found = explain_error(json.dumps(value), status)
    assert_sound(found, value)
    if not isinstance(value, str):
        assert explain_error(value, status) == found


@given(st.binary() | st.text(), STATUS)
def test_anything_that_comes_back_is_explained(body: bytes | str, status: str | None) -> None:
    found = explain_error(body, status)
    assert found.retry_sentence
    assert all(len(message.text) <= len(body) for message in found.messages)


@pytest.mark.parametrize(("message", "key"), FOREIGN_KEYS, ids=[message[-30:] for message, _ in FOREIGN_KEYS])
def test_a_foreign_key_is_named_if_it_can_be_read_off_the_message(message: str, key: str | None) -> None:
    found = explain_error(refused(message), 500)
    assert found.foreign_key is None if key is None else str(found.foreign_key).casefold() == key.casefold()
    assert ("The id in " in found.cause) == (key is not None)


@pytest.mark.parametrize(("body", "title", "said"), FOREIGN, ids=[repr(body[:20]) for body, _, _ in FOREIGN])
def test_a_body_that_is_not_json_came_from_elsewhere(body: bytes, title: str, said: str | None) -> None:
    found = explain_error(body)
    assert (found.recognised, found.title, found.retry) == (False, title, "after-check")
    assert [message.text for message in found.messages] == ([said] if said else [])
    assert "a proxy or gateway in front of the API probably answered" in found.cause


def test_a_body_that_is_not_json_still_has_what_its_status_says() -> None:
    found = explain_error(b"", 401)
    assert found.retry == "after-new-token"
    assert "If it was the API itself: The token is missing" in found.cause
    assert explain_error(b"<html>", 400).retry == "after-change"
    assert explain_error(b"<html>", 503).retry == "after-check"


@pytest.mark.parametrize(("body", "status", "title", "messages", "retry"), UNKNOWN)
def test_json_that_is_no_documented_error_is_not_recognised(
    body: Any, status: int | str | None, title: str, messages: list[str], retry: str
) -> None:
    found = explain_error(body, status)
    assert (found.name, found.title, found.retry) == (None, title, retry)
    assert [message.text for message in found.messages] == messages
    assert found.docs == "reference/errors/"


@pytest.mark.parametrize("status", ["", "abc", "4xx", "99", "600", 0, -400, "٤٠٠"])
def test_a_status_that_is_none_of_http_is_refused(status: str | int) -> None:
    with pytest.raises(LookupError, match="is not an HTTP status; give three digits, such as 400"):
        explain_error("{}", status)


def test_a_deep_body_is_explained() -> None:
    body: Any = {"_validationResults": {"x": [{"Message": "deep"}]}}
    for _ in range(20_000):
        body = {"a": [body]}
    found = explain_error(body)
    assert [(message.text, str(message.about)[:8]) for message in found.messages] == [("deep", "/a/0/a/0")]


def test_every_kind_of_error_of_the_contract_is_known() -> None:
    assert {entry["retry"] for entry in ERRORS} == set(RETRY)
    kinds = {key for entry in ERRORS for key in entry["recognised_by"] or ()}
    assert kinds == {"keys", "any-key", "anywhere", "kind"}
    types = {entry["recognised_by"]["kind"] for entry in ERRORS if "kind" in (entry["recognised_by"] or ())}
    assert types <= set(explanation._KINDS)


@pytest.mark.parametrize("name", [*(entry["name"] for entry in ERRORS), None])
def test_every_link_leads_to_a_page_of_the_site(name: str | None) -> None:
    found = Explanation(name, "", None, (), "", "", "never")
    assert (ROOT / "docs" / found.docs).with_suffix(".md").is_file()


Explain = Callable[..., tuple[int, str, str]]


@pytest.fixture
def explain(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Explain:
    """Runs the command with arguments and standard input; gives the exit code and what it printed."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.main(["explain", *arguments])
        return code, *capsys.readouterr()

    return run


def test_the_command_prints_the_messages_and_no_other_value(explain: Explain) -> None:
    path = EXAMPLES / "error-echoed-entity.json"
    code, out, err = explain("--response", "400", str(path))
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:3] == [
        f"{path}: Echoed object (400)",
        "  message about the whole object, property GLN: The GLN must have 13 digits.",
        "  message about /Info/DefaultEmail, property EmailAddress: The e-mail address is not valid.",
    ]
    assert [line.split(":")[0].split("?")[0].strip() for line in lines[3:]] == [
        *("likely cause", "what to do", "send it again", "see reference/errors/EchoedEntity/")
    ]
    assert not any(value in out for value in ("312408171", "Nordlys", "70800000000051", "Felles"))


def test_the_command_says_which_id_is_wrong(explain: Explain) -> None:
    code, out, _ = explain(stdin=body_of("server-error"))
    assert code == 0
    assert out.startswith("<stdin>: Server error\n  message at /Message: MURA28RA: ")
    assert "  likely cause: The id in Customer.DimensionsID probably does not exist" in out


def test_the_command_prints_one_json_object(explain: Explain) -> None:
    code, out, _ = explain("--format", "json", "--response", "500", "-", stdin=body_of("server-error"))
    row = json.loads(out)
    assert (code, row["version"], row["file"], row["recognised"]) == (0, 1, "<stdin>", True)
    assert (row["name"], row["status"], row["foreign_key"]) == ("ServerError", "500", "Customer.DimensionsID")
    assert row["messages"][0]["pointer"] == "/Message"
    assert row["retry"] == {"id": "after-check", "sentence": RETRY["after-check"]}
    assert row["docs"] == "reference/errors/ServerError/"


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize(("body", "title"), [(body, title) for body, title, _ in FOREIGN])
def test_the_command_ends_with_1_for_what_is_not_recognised(
    explain: Explain, body: bytes, title: str, style: str
) -> None:
    code, out, err = explain("--format", style, stdin=body)
    assert (code, err) == (1, "")
    assert title in out


def test_the_command_escapes_what_a_terminal_would_act_on(explain: Explain) -> None:
    body = {"Info": {"\x1b[2J": {"_validationResults": {"x": [{"Message": "red\x1b[31m\u202e\nline"}]}}}}
    _, out, _ = explain(stdin=json.dumps(body).encode())
    assert "  message about /Info/\\u001b[2J: red\\u001b[31m\\u202e\\u000aline\n" in out


@pytest.mark.parametrize("path", ["missing.json", ".", "null\0byte", "line\nbreak\x1b.json"])
def test_the_command_ends_with_2_for_a_file_that_cannot_be_read(explain: Explain, path: str) -> None:
    code, out, err = explain(path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("unimicro-schema: ")
    assert err[:-1].isprintable()


def test_the_command_ends_with_2_for_a_status_that_is_none(explain: Explain) -> None:
    code, out, err = explain("--response", "teapot", stdin=b"{}")
    assert (code, out) == (2, "")
    assert err == "unimicro-schema: teapot is not an HTTP status; give three digits, such as 400\n"


# A body, its status, and its texts in order, each with the property that it is about.
TEXTS = [
    (
        {"Message": "Invalid.", "MessageDetail": "Null.", "ExceptionMessage": "Oh.", "StackTrace": "at X"},
        500,
        [("Invalid.", None), ("Null.", None), ("Oh.", None)],
    ),
    (
        {"Message": "Invalid.", "ModelState": {"customer.Info.Name": ["Long."], "OrgNumber": ["Odd.", "Short."]}},
        400,
        [("Invalid.", None), ("Long.", "Info.Name"), ("Odd.", "OrgNumber"), ("Short.", "OrgNumber")],
    ),
    ({"title": "Bad", "status": 400, "errors": {"$.Info": ["No."]}}, 400, [("Bad", None), ("No.", "Info")]),
    ({"errors": ["One.", {"message": "Two."}]}, 422, [("Two.", None), ("One.", None)]),
]


@pytest.mark.parametrize(("body", "status", "texts"), TEXTS)
def test_texts_of_the_web_framework_are_collected_with_the_property_that_they_are_about(
    body: Any, status: int, texts: list[tuple[str, str | None]]
) -> None:
    assert [(message.text, message.property) for message in explain_error(body, status).messages] == texts


@pytest.mark.parametrize("body", [b"", "", b" \n", bytearray(b"")])
@pytest.mark.parametrize("status", [200, 201, 204])
def test_an_empty_body_with_a_status_of_success_is_a_success(body: Any, status: int) -> None:
    found = explain_error(body, status)
    assert (found.title, found.retry, found.succeeded) == ("No error", "never", True)


def test_a_body_that_is_bytes_of_another_kind_is_read() -> None:
    assert explain_error(bytearray(b'{"Message":"x"}'), 400) == explain_error(b'{"Message":"x"}', 400)


def test_the_refusal_of_a_new_child_without_its_mark_is_known() -> None:
    text = "Creating new entities in a PUT is not allowed unless the _createguid property is specified"
    for body in ({"Message": text}, json.dumps(text), {"Messages": [{"Message": text}]}):
        found = explain_error(body, 400)
        assert found.recognised
        assert (found.cause, found.action) == (
            RULES["create-guid-missing"].summary,
            RULES["create-guid-missing"].remedy,
        )
