"""What calls say about the contract: each thing that they can show is counted at its fact, and no value is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helpers.recordings import as_browser, as_line, har
from unimicro_schema import example, operations
from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages.facts import facts as all_facts
from unimicro_schema.calls.assumptions import EFFECTS, EVIDENCE, assumptions
from unimicro_schema.entities import entities
from unimicro_schema.explanation.explain import explain_error
from unimicro_schema.registry import published

URL = "https://test.unimicro.no/api/biz/customers"
SCHEMA: dict[str, Any] = json.loads(files("unimicro_schema").joinpath("calls/facts.schema.json").read_bytes())
Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    Draft202012Validator.check_schema(SCHEMA)
    return Draft202012Validator(SCHEMA)


def told(run: Run, *calls: dict[str, Any]) -> dict[str, Any]:
    """What calls say, as JSON."""
    Path("a.ndjson").write_text("".join(map(as_line, calls)), encoding="utf-8")
    code, out, err = run("calls", "--facts", "--format", "json", "a.ndjson")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def evidence(report: dict[str, Any]) -> dict[str, dict[str, int]]:
    return {fact["id"]: fact["evidence"] for fact in report["facts"]}


def fact_of(kind: str, model: str) -> Any:
    """An assumed fact of a kind about a plain property of a body."""
    for fact in assumptions():
        if fact.kind == kind and any(place.startswith(f"{model}.") for place in fact.places):
            return fact
    raise AssertionError(kind)


def named(fact: Any) -> str:
    """The name of the property that a fact is about."""
    return str(fact.places[0].partition(".")[2])


def update(body: Any, status: int, answer: Any = None) -> dict[str, Any]:
    answered = {} if answer is None else {"answer": answer}
    return {"method": "PUT", "url": f"{URL}/7", "body": body, "status": status, **answered}


def listed(*rows: Any, **more: Any) -> dict[str, Any]:
    return {"method": "GET", "url": URL, "status": 200, "answer": list(rows), **more}


MAY, MAY_NOT = fact_of("null", "CustomerUpdate"), fact_of("not-null", "CustomerUpdate")
REFUSAL = example("updateCustomer", "validation-result", status=400)


def refused(name: str) -> Any:
    """The body of a 400 that names a property."""
    named_now = next(message.property for message in explain_error(REFUSAL, "400").messages if message.property)
    return json.loads(json.dumps(REFUSAL).replace(json.dumps(named_now), json.dumps(name)))


CASES: dict[str, tuple[dict[str, Any], str, dict[str, int], tuple[int, int]]] = {
    "null that may be sent is accepted": (
        update({"ID": 7, named(MAY): None}, 200), MAY.id, {"null-accepted": 1}, (1, 0)),
    "null that may not be sent is accepted": (
        update({"ID": 7, named(MAY_NOT): None}, 200), MAY_NOT.id, {"null-accepted": 1}, (0, 1)),
    "null that may be sent is refused by name": (
        update({"ID": 7, named(MAY): None}, 400, refused(named(MAY))), MAY.id, {"null-refused": 1}, (0, 1)),
    "null that may not be sent is refused, with nothing else wrong": (
        update({"ID": 7, named(MAY_NOT): None}, 400), MAY_NOT.id, {"null-refused": 1}, (1, 0)),
    "null in answers, however often in one": (
        listed({"ID": 7, named(MAY_NOT): None}, {"ID": 8, named(MAY_NOT): None}), MAY_NOT.id, {"null-answered": 1}, (0, 1)),
    "an unknown property is accepted": (
        update({"ID": 7, "Zq7": 1}, 200), "CustomerUpdate: closed", {"key-accepted": 1}, (0, 1)),
    "an unknown property further in is refused": (
        update({"ID": 7, "Info": {"ID": 8, "Zq7": 1}}, 400), "BusinessRelation: closed", {"key-refused": 1}, (1, 0)),
    "a body of 403 as described": (
        listed(status=403, answer=example("listCustomers", status=403)), "Forbidden: error", {"answered": 1}, (1, 0)),
    "another body of 403": (listed(status=403, answer=[1]), "Forbidden: error", {"answered-otherwise": 1}, (0, 1)),
    "a property that is assumed": (
        listed(status=403, answer=example("listCustomers", status=403)), "Forbidden.Message: property", {"answered": 1}, (1, 0)),
    "a code whose meaning is assumed": (
        listed({"ID": 7, "StatusCode": 90001}), "CustomerStatus 90001, Deleted: meaning", {"answered": 1}, (0, 0)),
    "a header that fits": (
        listed({"ID": 7}, answer_headers={"Count": "137"}), "count of an answer: header", {"header-fits": 1}, (1, 0)),
    "a header that is smaller than the list": (
        listed({"ID": 7}, answer_headers={"count": "0"}), "count of an answer: header", {"header-differs": 1}, (0, 1)),
    "a header that is not a number": (
        listed({"ID": 7}, answer_headers={"count": "all"}), "count of an answer: header", {"header-differs": 1}, (0, 1)),
    "a header that is not there": (
        listed({"ID": 7}, answer_headers={}), "count of an answer: header", {"header-absent": 1}, (0, 0)),
}  # fmt: skip
"""A call, the fact that it is about, what it shows, and how often it confirms and contradicts the fact."""


@pytest.mark.parametrize("case", CASES)
def test_a_call_counts_at_the_fact_that_it_is_about(run: Run, schema: Draft202012Validator, case: str) -> None:
    call, name, seen, verdict = CASES[case]
    report = told(run, call)
    schema.validate(report)
    [fact] = [entry for entry in report["facts"] if entry["id"] == name]
    assert fact["evidence"] == seen
    assert (fact["confirmed"], fact["contradicted"]) == verdict
    twice = told(run, call, call)
    assert evidence(twice)[name] == dict.fromkeys(seen, 2)


UNTOLD: dict[str, dict[str, Any]] = {
    "null that may be sent is refused for something else": update({"ID": 7, named(MAY): None}, 400, refused("Zq7")),
    "null beside another error": update({"ID": 7, named(MAY_NOT): None, "Info": 1}, 400),
    "an unknown property beside another error": update({"ID": 7, "Zq7": 1, "Info": 1}, 400),
    "a request whose answer is not known": {"method": "PUT", "url": f"{URL}/7", "body": {"ID": 7, named(MAY): None}},
    "a server that failed": update({"ID": 7, named(MAY): None}, 500),
    "headers that nobody wrote down": listed({"ID": 7}),
    "a call of none of the operations": {"method": "PUT", "url": f"{URL}/activate", "status": 200},
}


@pytest.mark.parametrize("case", UNTOLD)
def test_what_shows_nothing_is_not_counted(run: Run, case: str) -> None:
    report = told(run, UNTOLD[case])
    found = evidence(report)
    assert not found.keys() & {MAY.id, MAY_NOT.id, "CustomerUpdate: closed"}
    assert not {"null-refused", "key-refused"} & {word for words in found.values() for word in words}
    assert report["untouched"] == sum(fact.known == "assumed" for fact in assumptions()) - len(found)


MISFITS: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "a new property": (listed({"ID": 7, "AddedNextYear": 1}), [("unknown-key", "Customer.AddedNextYear")]),
    "a new property further in": (
        listed({"ID": 7, "Info": {"ID": 8, "Phones": [{"ID": 9, "New": 1}]}}), [("unknown-key", "Phone.New")]),
    "a property whose name may be a value": (listed({"ID": 7, "Ola Nordmann": 1}), [("unknown-key", "Customer.…")]),
    "bookkeeping": (listed({"ID": 7, "_new": 1}), []),
    "fields of the company": (listed({"ID": 7, "CustomValues": {"CustomZq7": 1}}), []),
    "a new code": (listed({"ID": 7, "StatusCode": 30009}), [("not-in-enum", "Customer.StatusCode")]),
    "a longer text": (listed({"ID": 7, "GLN": "x" * 99}), [("too-long", "Customer.GLN")]),
    "another type": (listed({"ID": 7, "Info": {"ID": 8, "Name": 9}}), [("wrong-type", "BusinessRelation.Name")]),
    "another body": (listed(answer="nope"), [("unreadable", "listCustomers 200")]),
    "an error that is none of the documented": (listed(status=400, answer=[]), [("unknown-shape", "listCustomers 400")]),
}  # fmt: skip


@pytest.mark.parametrize("case", MISFITS)
def test_what_answers_hold_beyond_the_contract_is_counted(run: Run, schema: Draft202012Validator, case: str) -> None:
    call, found = MISFITS[case]
    report = told(run, call)
    schema.validate(report)
    assert [(entry["rule"], entry["place"]) for entry in report["misfits"]] == found


CUSTOMER = example("getCustomer", status=200)
BODIES: dict[str, tuple[Any, str]] = {
    "nothing": ("", "no body"),
    "a list of customers": ([CUSTOMER], "a list (Customer)"),
    "a customer": (json.dumps(CUSTOMER), "an object (Customer)"),
    "an object of something else": ({"Zq7": 1}, "an object"),
    "an empty list": ([], "a list"),
    "a truth": (True, "true or false"),
    "a number": ("12", "a number"),
    "text": ('"ok"', "text"),
    "no JSON": ("<html>", "not JSON"),
}


@pytest.mark.parametrize("case", BODIES)
@pytest.mark.parametrize("action", ["bulk-save", "activate&id=7"])
def test_bodies_that_nobody_documents_are_counted_by_what_they_are(run: Run, case: str, action: str) -> None:
    answer, kind = BODIES[case]
    sent = {"body": [{"ID": 7}]} if action == "bulk-save" else {}
    call = {"method": "PUT", "url": f"{URL}?action={action}", "status": 200, "answer": answer, **sent}
    [entry] = told(run, call)["undocumented_bodies"]
    assert (entry["body"], entry["calls"]) == (kind, 1)


def test_statuses_are_counted_and_those_that_are_not_documented_are_marked(run: Run) -> None:
    report = told(run, listed(), listed(), listed(status=418))
    assert [(row["status"], row["documented"], row["calls"]) for row in report["statuses"]] == [
        ("200", True, 2),
        ("418", False, 1),
    ]


def test_the_facts_are_those_that_the_contract_assumes(contract: Contract) -> None:
    assumed = [(fact.label, fact.text) for fact in all_facts(contract) if fact.provenance == "assumed"]
    assert [(fact.about, fact.says) for fact in assumptions() if fact.known == "assumed"] == assumed
    assert len({fact.id for fact in assumptions()}) == len(assumptions())
    assert {fact.kind for fact in assumptions()} <= {*EFFECTS, "said"}


def test_each_place_of_a_fact_is_one_of_the_contract() -> None:
    statuses = {f"{entry.id} {status}" for entry in operations() for status in entry.responses}
    for fact in assumptions():
        assert not fact.places or fact.kind != "said"
        for place in fact.places:
            owner, _, rest = place.partition(".")
            if fact.kind == "header":
                assert place.rpartition(" ")[0] in statuses
            elif fact.kind != "error":
                assert not rest or rest.partition(" ")[0] in entities()[owner].properties


def test_the_schema_names_every_evidence() -> None:
    names = SCHEMA["$defs"]["Fact"]["properties"]["evidence"]["propertyNames"]["enum"]
    assert names == list(EVIDENCE)


VALUE = "Zq7value"


@pytest.mark.parametrize("layout", ["text", "json"])
def test_no_value_of_a_call_is_told(run: Run, layout: str) -> None:
    headers = {"Authorization": f"Bearer {VALUE}", "CompanyKey": VALUE}
    calls = [
        {**listed({"ID": VALUE, "OrgNumber": VALUE, f"{VALUE} {VALUE}": 1}), "headers": headers},
        {**listed(), "url": f"{URL}/{VALUE}?filter={VALUE}"},
        update({"ID": 7, "Info": {"Name": VALUE, f"+{VALUE}": VALUE}}, 400, f'"{VALUE}"'),
        {"method": "PUT", "url": f"{URL}?action=bulk-save", "body": [], "status": 200, "answer": {f"+{VALUE}": VALUE}},
        {"method": VALUE, "url": URL},
    ]
    Path("a.ndjson").write_text("".join(map(as_line, calls)) + VALUE + "\n", encoding="utf-8")
    code, out, err = run("calls", "--facts", "--format", layout, "a.ndjson")
    assert code == 2
    assert err == "unimicro-schema: a.ndjson:6:1: is not JSON\n"
    assert VALUE not in out


def test_what_cannot_be_read_is_said_and_counted_and_the_rest_is_told(run: Run) -> None:
    Path("a.ndjson").write_text("".join(map(as_line, [listed(), listed()])), encoding="utf-8")
    code, out, err = run("calls", "--facts", "--format", "json", "missing.har", "a.ndjson", "missing.ndjson")
    assert code == 2
    assert [line.split(": ")[1:3] for line in err.splitlines()] == [
        [name, "cannot be read"] for name in ("missing.har", "missing.ndjson")
    ]
    assert json.loads(out)["calls"] == {"counted": 2, "unreadable": 2, "others": 0}


def test_text_has_what_is_contradicted_first_and_counts_what_is_untouched(run: Run) -> None:
    Path("a.har").write_text(
        har(map(as_browser, [CASES["null in answers, however often in one"][0]])), encoding="utf-8"
    )
    code, out, _ = run("calls", "--facts", "a.har")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith(f"Contract {published.index['version']}, 1 calls (0 unreadable, 0 of other APIs).")
    assert lines[2:5] == [
        "Contradicted",
        f"  {MAY_NOT.about}: {MAY_NOT.says} (assumed)",
        "    null was in an answer: 1",
    ]
    assert lines[-1].endswith(" assumed facts are not touched by these calls.")


def test_names_that_come_from_calls_do_not_fill_the_memory(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from unimicro_schema.calls import facts

    monkeypatch.setattr(facts, "_MOST", 20)
    report = told(run, *(listed({"ID": 7, f"Key{number}": 1}) for number in range(40)))
    assert len(report["misfits"]) < 20
    assert report["statuses"][0]["calls"] == 40


@pytest.mark.parametrize("switch", ["--format=sarif", "--strict", "--show-values", "--read-back"])
def test_a_switch_that_facts_have_no_use_for_is_refused(run: Run, switch: str) -> None:
    Path("a.ndjson").write_text(as_line(listed()), encoding="utf-8")
    code, out, err = run("calls", "--facts", switch, "a.ndjson")
    assert (code, out) == (2, "")
    assert switch.replace("=", " ") in err
