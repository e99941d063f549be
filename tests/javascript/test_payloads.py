"""JavaScript gives every payload the report that Python gives it, byte for byte."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from helpers import corpus
from helpers.mutations import EXAMPLES, KEYS, mutations, places
from helpers.node import Node, as_json
from helpers.texts import JSON, NEARLY_JSON
from unimicro_schema import validate
from unimicro_schema.registry import UnknownNameError, bodies, operations

Case = tuple[str, str, bytes | str]
"""An operation, a body and a payload."""

ACCEPTED = [entry.id for entry in operations() if entry.request]
settings.register_profile("parity", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


NAMES = {"read_back": "readBack"}
"""The options that are called otherwise in JavaScript."""


def options(body: str, **more: Any) -> dict[str, Any]:
    status = None if body == "request" else body
    return {"status": status, **{NAMES.get(name, name): value for name, value in more.items()}}


def differences(node: Node, cases: Iterable[Case], **more: Any) -> list[str]:
    """What both say of each payload that they do not say the same of."""
    known = list(cases)
    answers = node.answers([("validate", text, operation, options(body, **more)) for operation, body, text in known])
    wanted = [
        as_json(validate(text, operation, None if body == "request" else body, **more))
        for operation, body, text in known
    ]
    return [
        f"{case}\nPython: {one}\nJavaScript: {other}"
        for case, one, other in zip(known, wanted, answers, strict=True)
        if one != other
    ]


@pytest.mark.parametrize("strict", [False, True])
def test_the_corpus_has_the_same_reports(node: Node, *, strict: bool) -> None:
    cases = [corpus.case(path) for path in corpus.files()]
    assert len(cases) > 250
    assert differences(node, cases, strict=strict) == []


@pytest.mark.parametrize("seed", range(8))
def test_the_mutations_of_the_examples_have_the_same_reports(node: Node, seed: int) -> None:
    assert differences(node, mutations(seed)) == []


@pytest.mark.parametrize("seed", range(8))
def test_what_is_sent_back_as_it_was_read_has_the_same_reports(node: Node, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same every time
    cases = [
        (name, "request", text if name == "updateCustomer" else b"[" + text + b"]")
        for operation, body, text in mutations(seed)
        if operation in {"updateCustomer", "getCustomer"} and body in {"request", "200"}
        for name in [chance.choice(["updateCustomer", "bulkSaveCustomers"])]
    ]
    assert len(cases) > 50
    assert differences(node, cases, read_back=True) == []


def test_the_corpus_has_the_same_reports_as_it_was_read(node: Node) -> None:
    cases = [corpus.case(path) for path in corpus.files()]
    taken = [case for case in cases if case[0] in {"updateCustomer", "bulkSaveCustomers"} and case[1] == "request"]
    assert len(taken) > 30
    assert differences(node, taken, read_back=True) == []


@pytest.mark.parametrize(("operation", "status"), [("createCustomer", None), ("updateCustomer", 200)])
def test_what_cannot_be_judged_as_read_back_is_told_in_the_same_words(
    node: Node, operation: str, status: int | None
) -> None:
    with pytest.raises(ValueError, match="read back") as error:
        validate("{}", operation, status, read_back=True)
    answer = node.answers([("validate", "{}", operation, {"status": status, "readBack": True})])
    assert answer == [f"RangeError: {error.value}"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("validate", "{}", "updateCustomer", {"readback": True}), "validate has no option named readback; did you mean readBack?"),
        (("validate", "{}", "updateCustomer", {"read_back": True}), "validate has no option named read_back; did you mean readBack?"),
        (("validate", "{}", "updateCustomer", {"x": 1}), "validate has no option named x; it has status, strict, readBack"),
        (("checkQuery", "top=1", "listCustomers", {"Strict": True}), "checkQuery has no option named Strict; did you mean strict?"),
    ],
)  # fmt: skip
def test_an_option_that_does_not_exist_is_refused_by_its_name(node: Node, call: tuple[Any, ...], said: str) -> None:
    assert node.answers([call]) == [f"TypeError: {said}"]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_indented_or_has_keys_twice_has_the_same_reports(node: Node, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same every time
    cases = []
    for operation, body, text in mutations(seed):
        shown = json.dumps(json.loads(text), indent=chance.choice([1, 4]), ensure_ascii=chance.random() < 0.5)
        old, new = chance.choice(KEYS), chance.choice(KEYS)
        cases.append((operation, body, shown.replace(f'"{old}":', f'"{new}":')))
    assert differences(node, cases) == []


@settings(settings.get_profile("parity"), max_examples=800)
@given(st.sampled_from(EXAMPLES), st.randoms(), JSON)
def test_whatever_stands_somewhere_in_an_example_has_the_same_report(
    node: Node, payload: Case, chance: random.Random, value: Any
) -> None:
    operation, body, text = payload
    holder = [json.loads(text)]
    where, key = chance.choice(list(places(holder)))
    where[key] = value
    assert differences(node, [(operation, body, json.dumps(holder[0], ensure_ascii=False))]) == []


@settings(settings.get_profile("parity"), max_examples=1500)
@given(st.sampled_from(ACCEPTED), NEARLY_JSON)
@example(ACCEPTED[0], "[" * 1024 + "]" * 1024)
@example(ACCEPTED[0], "[" * 1025)
@example(ACCEPTED[0], '{"OrgNumber": "914012708", "ID": 14.0}')
@example(ACCEPTED[0], '{"OrgNumber": "914012708", "ID": true}')
@example(ACCEPTED[0], "\ufeff\ufeff{}")
@example(ACCEPTED[0], '{"ID": 9007199254740993, "OrgNumber": 18446744073709551616}')
@example(ACCEPTED[0], '{"\U0001d518\n')
def test_a_text_that_is_nearly_json_has_the_same_report(node: Node, operation: str, text: str) -> None:
    assert differences(node, [(operation, "request", text)]) == []


@settings(settings.get_profile("parity"), max_examples=500)
@given(st.sampled_from(ACCEPTED), st.binary(max_size=12) | NEARLY_JSON.map(lambda text: text.encode("utf-16")))
@example(ACCEPTED[0], b'"\xed\xa0\x80"')
@example(ACCEPTED[0], b'{"a": "\xf4\x90\x80\x80"}')
@example(ACCEPTED[0], b'\xef\xbb\xbf{"a": "\xe2\x82"}')
@example(ACCEPTED[0], b'"\xc3\xb8\xc0\x80"')
def test_bytes_that_may_not_be_utf_8_have_the_same_report(node: Node, operation: str, data: bytes) -> None:
    assert differences(node, [(operation, "request", data)]) == []


def test_what_is_not_a_payload_but_calls_has_the_same_reports(node: Node) -> None:
    texts = ["curl https://a.no", "\ufeff# x\r\n \t$ curl.exe\\", "curling", "{\ncurl x", "\r curl\rx", "x\u2028curl x"]
    texts += ['{"log": {"entries": []}}', '{"log": {"entries": {}}}', '{"log": [], "log": {"entries": []}}', "[]"]
    cases = [("updateCustomer", "request", text) for text in texts]
    assert differences(node, cases) == []
    assert differences(node, cases, read_back=True) == []


def test_slips_have_the_same_reports(node: Node) -> None:
    texts = [
        (
            "createCustomer",
            "request",
            '{"Info": {"Name": "Ida Berg", "Phones": [{"Number": "40000119", "type": 150102}]}}',
        ),
        ("createCustomer", "request", '{"OrgNumber": "914012708", "GNL": "7080000000005"}'),
        (
            "updateCustomer",
            "request",
            '{"ID": 1042, "Info": {"ID": 2042, "Emails": [{"EmailAddress": "post@example.com", "_createguid": ""}]}}',
        ),
        (
            "updateCustomer",
            "request",
            '{"ID": 1042, "Info": {"ID": 2042, "Emails": [{"EmailAddress": "post@example.com", "createguid": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}]}}',
        ),
    ]
    assert differences(node, texts) == []


@pytest.mark.parametrize("depth", [100, 250])
def test_deep_payloads_have_the_same_reports(node: Node, depth: int) -> None:
    request = '{"Info":{"Contacts":[' * depth + '{"Nme":1}' + "]}}" * depth
    answer = '{"Message":' * (4 * depth - 1) + '{"_validationResults": 1}' + "}" * (4 * depth - 1)
    cases = [("updateCustomer", "request", request), ("updateCustomer", "400", answer)]
    assert differences(node, cases) == []


def test_a_parsed_payload_has_the_findings_that_python_gives(node: Node) -> None:
    cases = [corpus.case(path) for path in corpus.files() if not {"duplicate-key", "unreadable"} & corpus.rules(path)]
    values = [(operation, body, json.loads(text)) for operation, body, text in cases if body in bodies(operation)]
    values = [case for case in values if not isinstance(case[2], str)]
    answers = node.answers([("validate", value, operation, options(body)) for operation, body, value in values])
    for (operation, body, value), answer in zip(values, answers, strict=True):
        wanted = as_json(validate(value, operation, None if body == "request" else body))
        # An object of JavaScript has keys of digits in front.
        assert sorted(map(str, json.loads(answer)["findings"])) == sorted(map(str, json.loads(wanted)["findings"]))


@pytest.mark.parametrize(
    ("operation", "status"),
    [("createCustomr", None), ("", None), ("x" * 50, 400), ("deleteCustomer", None), ("createCustomer", 204)],
)
def test_what_the_contract_does_not_have_is_told_in_the_same_words(
    node: Node, operation: str, status: str | int | None
) -> None:
    with pytest.raises(UnknownNameError) as error:
        validate("{}", operation, status)
    assert node.answers([("validate", "{}", operation, {"status": status})]) == [f"UnknownNameError: {error.value}"]
