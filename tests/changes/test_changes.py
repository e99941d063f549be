"""What `unimicro-schema diff` says of a change, in both directions, and that schemas bear it out."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from helpers.changes_cases import CASES, GONE, Case, edited
from unimicro_schema import FORMATS
from unimicro_schema.build import schemas
from unimicro_schema.build.contract import Contract, SourceOperation, references
from unimicro_schema.changes import Diff, compare
from unimicro_schema.changes.rules import RULES
from unimicro_schema.derived.published import DIALECT
from unimicro_schema.pointers import walk

SMALL: Any = yaml.safe_load((Path(__file__).parents[1] / "data/small-contract.yaml").read_text(encoding="utf-8"))
BUNDLE: Any = json.loads(
    (Path(__file__).parents[2] / "tools/unimicro_schema/generated/openapi.json").read_text(encoding="utf-8")
)

# Rules that no edit of one value can show, shown by tests of their own below.
OF_THEIR_OWN = {"operation-added", "operation-removed", "component-renamed"}

THING = {"Name": "abcde", "Size": 1}
BODIES: list[Any] = [
    {},
    THING,
    {"Size": 1},
    {"Name": "", "Size": 1},
    {"Name": "abcdef", "Size": 1},
    {"Name": "a"},
    {"Name": "", "Code": "x", "Size": 1},
    {"Code": "x", "Size": 0},
    {"Code": None, "Name": "a", "Size": 0, "Weight": 1.5},
    *({**THING, **more} for more in (
        {"Weight": None},
        {"Weight": 1.5},
        {"Weight": 2},
        {"Made": "2026-01-15T08:30:00Z"},
        {"Made": "2026-01-15"},
        {"Made": "yesterday"},
        {"Old": True},
        {"Old": "yes"},
        {"Kind": 1},
        {"Kind": 2},
        {"Kind": 7},
        {"Kind": "1"},
        {"Mood": "good"},
        {"Mood": "bad"},
        {"Parts": ["text"]},
        {"Parts": [{"Number": "1"}]},
        {"Parts": [{"Number": "12"}]},
        {"Parts": [{"Number": "ab"}]},
        {"Parts": [{"Thing": None}]},
        {"Parts": [{"Other": 1}]},
        {"Parts": [{"Weight": 1}]},
        {"Seen": True},
        {"Text": None},
        {"Text": "text"},
        {"Else": 1},
    )),
]  # fmt: skip
"""Bodies of every kind that an edit of the small contract can accept or refuse."""

# Breaks that no schema can show: schemas of responses do not refuse what they do not know, and none says what the API ignores.
UNSEEN = {
    ("read", "property-removed"),
    ("read", "recognition-changed"),
    ("read", "became-write-only"),
    ("send", "became-read-only"),
}

# Properties with a mark that contracts had until 2.0.0: the comparison reads it, and the build no longer makes schemas of it.
FORMER = {"Thing.Seen"}


def said(diff: Diff) -> set[tuple[str, str, str]]:
    """Each change as rule, place and broken audiences."""
    return {(change.rule, change.place, " ".join(change.breaks)) for change in diff.changes}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_is_exactly_one_change_and_so_is_its_reverse(case: Case) -> None:
    new = edited(SMALL, case.pointer, case.value)
    place = "createThing" if case.rule == "operation-renamed" else case.place
    assert (case.rule, case.place, case.breaks) in said(compare(SMALL, new))
    assert (case.back, place, case.breaks_back) in said(compare(new, SMALL))
    programs = [
        [change for change in compare(*two).changes if change.rule not in WORDS] for two in ((SMALL, new), (new, SMALL))
    ]
    assert [len(changes) for changes in programs] == [case.rule not in WORDS] * 2, programs


WORDS = {"docs-changed", "examples-changed", "provenance-changed", "note-changed"}


def test_every_rule_has_a_case() -> None:
    shown = {case.rule for case in CASES} | {case.back for case in CASES} | OF_THEIR_OWN
    assert sorted(RULES.keys() - shown) == []
    assert sorted(shown - RULES.keys()) == []


@pytest.mark.parametrize("case", [case for case in CASES if case.pointer.startswith("/components/schemas/")], ids=str)
@pytest.mark.parametrize("back", [False, True], ids=["edit", "reverse"])
@pytest.mark.parametrize("body", ["request", "201"])
def test_the_schemas_bear_out_what_a_change_is_said_to_break(case: Case, body: str, *, back: bool) -> None:
    """Sent: a break is a body that is refused now. Read: a break is a body that can come only now."""
    new = edited(SMALL, case.pointer, case.value)
    old, new = (new, SMALL) if back else (SMALL, new)
    breaks, rule = (case.breaks_back, case.back) if back else (case.breaks, case.rule)
    audience, first, second = ("send", old, new) if body == "request" else ("read", new, old)
    lost = accepted(first, body) - accepted(second, body)
    if (
        (audience, rule) not in UNSEEN
        and case.place not in FORMER
        and case.place.partition(".")[0] not in {"Refusal", "Words", "Unused"}
    ):
        assert bool(lost) == (audience in breaks), lost


def accepted(bundle: Any, body: str, path: str = "/things", bodies: Iterable[Any] = BODIES) -> set[str]:
    """Those of the bodies that fit a body of the POST operation of a path, by the schemas that the build derives."""
    node = bundle["paths"][path]["post"]
    operation = SourceOperation(node["operationId"], "POST", path, None, node, "", "")
    holder = node["requestBody"] if body == "request" else node["responses"][body]
    contract = Contract(bundle, (operation,), None)  # type: ignore[arg-type]  # forms do not look at the files
    root, way = holder["content"]["application/json"]["schema"], schemas.direction(body)
    definitions = schemas.definitions(contract, references(root), way)
    schema = {"$schema": DIALECT, **schemas.form(root, way), "$defs": definitions}
    formats = {"date": lambda text: len(text) == 10, **FORMATS}
    validator = jsonschema_rs.validator_for(
        schema, formats=formats, validate_formats=True, ignore_unknown_formats=False
    )
    return {json.dumps(item) for item in bodies if validator.is_valid(item)}


def test_the_reference_has_every_rule_with_its_verdicts() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/changes.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    assert rows.keys() == RULES.keys()
    for rule in RULES.values():
        named = [word in rows[rule.id].split("|")[2] for word in ("senders", "readers", "generated code")]
        assert named == [verdict == "breaking" for verdict in (rule.send, rule.read, rule.generate)], rule.id
        assert rule.what in rows[rule.id]


def test_an_operation_that_is_gone_breaks_all_and_a_new_one_nobody() -> None:
    new = edited(SMALL, "/paths/~1things/put/x-actions/1", GONE)
    gone = "PUT /things?action=resume"
    assert [(c.rule, c.place, c.old, c.breaks) for c in compare(SMALL, new).changes] == [
        ("operation-removed", "resumeThing", gone, ("send", "read", "generate"))
    ]
    assert [(c.rule, c.place, c.new, c.breaks) for c in compare(new, SMALL).changes] == [
        ("operation-added", "resumeThing", gone, ())
    ]


def test_a_schema_with_another_name_is_the_same_on_the_wire() -> None:
    new = json.loads(json.dumps(SMALL).replace("Mood", "Temper"))
    new["components"]["schemas"]["Thing"]["properties"]["Mood"] = new["components"]["schemas"]["Thing"][
        "properties"
    ].pop("Temper")
    assert said(compare(SMALL, new)) == {("component-renamed", "Temper", "generate")}


def test_a_change_of_a_component_says_in_which_bodies_it_is() -> None:
    new = edited(SMALL, "/components/schemas/Part/x-open", True)
    [change] = compare(SMALL, new).changes[:1]
    assert (change.rule, change.bodies) == ("keys-opened", ("createThing/request", "pauseThing/request"))


def test_what_is_only_read_breaks_no_sender() -> None:
    new = edited(SMALL, "/components/schemas/Numbers/properties/Number/type", "string")
    [change] = compare(SMALL, new).changes
    assert (change.breaks, change.bodies) == (("read", "generate"), ("createThing/400",))


@pytest.mark.parametrize("contract", [SMALL, BUNDLE], ids=["small", "bundle"])
def test_a_contract_has_no_changes_against_itself_whatever_the_order_of_its_keys(contract: Any) -> None:
    assert compare(contract, copy.deepcopy(contract)).changes == ()
    assert compare(contract, reversed_keys(contract)).changes == ()


def reversed_keys(node: Any) -> Any:
    """The same value with the keys of every object in the opposite order."""
    if isinstance(node, list):
        return [reversed_keys(item) for item in node]
    return {key: reversed_keys(node[key]) for key in reversed(node)} if isinstance(node, dict) else node


LEAVES = [
    (pointer, value)
    for pointer, value in walk(BUNDLE)
    if not isinstance(value, dict | list)
    and pointer != "/info/version"
    and (not pointer.endswith("/$ref") or value.startswith("#/components/schemas/"))
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(leaf=st.sampled_from(LEAVES))
@pytest.mark.slow
def test_no_edit_of_the_contract_goes_unseen(leaf: tuple[str, Any]) -> None:
    pointer, value = leaf
    other = not value if isinstance(value, bool) else value + 1 if isinstance(value, int | float) else f"{value}x"
    if pointer.endswith("/$ref"):
        other = "#/components/schemas/Phone" if value != "#/components/schemas/Phone" else "#/components/schemas/Email"
    new = edited(BUNDLE, pointer, other)
    assume(not is_derived(pointer))
    assert compare(BUNDLE, new).changes, pointer
    assert compare(new, BUNDLE).changes, pointer


def is_derived(pointer: str) -> bool:
    """Whether a place is the union of what is under `x-actions`, or derived from an extension beside it."""
    union = "x-actions" not in pointer and any(
        f"/{method}/" in pointer for path, method in UNIONS if pointer.startswith(f"/paths/{path}/")
    )
    return union or "/CustomerCreate/anyOf/" in pointer or pointer in OPENED


UNIONS = [
    (path.replace("/", "~1"), method)
    for path, item in BUNDLE["paths"].items()
    for method, node in item.items()
    if "x-actions" in node
]


OPENED = {
    f"/components/schemas/{name}/additionalProperties"
    for name, node in BUNDLE["components"]["schemas"].items()
    if "x-open" in node
}


LIMITS = [
    pointer for pointer, _ in LEAVES if pointer.rpartition("/")[2] in {"maxLength", "minimum", "maximum", "format"}
]
LIMITS = [pointer for pointer in LIMITS if pointer.startswith("/components/schemas/") and not is_derived(pointer)]
CORPUS = [
    json.loads(path.read_bytes())
    for path in sorted((Path(__file__).parents[1] / "corpus/valid/createCustomer/request").glob("*.json"))
]


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pointer=st.sampled_from(LIMITS), value=st.sampled_from([GONE, 0, 1_000_000, "uuid"]))
def test_no_body_of_the_corpus_is_refused_after_a_change_that_breaks_no_sender(pointer: str, value: Any) -> None:
    assume((value == "uuid") == pointer.endswith("/format") or value is GONE)
    new = edited(BUNDLE, pointer, value)
    if not any("send" in change.breaks for change in compare(BUNDLE, new).changes):
        path = "/api/biz/customers"
        assert accepted(BUNDLE, "request", path, CORPUS) <= accepted(new, "request", path, CORPUS), pointer


def test_a_body_of_the_corpus_is_refused_after_a_change_that_breaks_senders() -> None:
    new = edited(BUNDLE, "/components/schemas/BusinessRelation/properties/Name/maxLength", 254)
    assert [change.breaks for change in compare(BUNDLE, new).changes] == [("send",)]
    path = "/api/biz/customers"
    assert accepted(BUNDLE, "request", path, CORPUS) - accepted(new, "request", path, CORPUS)


@pytest.mark.parametrize("value", ["text", ["guide", "observed"], {"exists": "guide"}, 7])
@pytest.mark.parametrize("key", ["x-provenance", "x-enum-provenance", "x-enum-descriptions", "examples", "description"])
def test_a_note_of_any_kind_may_be_new_or_gone(key: str, value: Any) -> None:
    without = edited(SMALL, "/components/schemas/Thing/properties/Kind", {"type": "integer"})
    having = edited(without, f"/components/schemas/Thing/properties/Kind/{key}", value)
    there, back = compare(without, having), compare(having, without)
    assert len(there.changes) == len(back.changes) == 1
    assert there.passes
    assert back.passes


def test_an_enum_may_be_new_with_how_its_codes_are_known() -> None:
    plain = edited(SMALL, "/components/schemas/Thing/properties/Kind", {"type": "integer"})
    listed = {"type": "integer", "enum": [1, 2], "x-enum-provenance": ["guide", "observed"]}
    rules = {
        change.rule
        for change in compare(plain, edited(plain, "/components/schemas/Thing/properties/Kind", listed)).changes
    }
    assert rules == {"enum-introduced", "provenance-changed"}
