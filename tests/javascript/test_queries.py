"""JavaScript gives every query the report that Python gives it, byte for byte."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from helpers.node import Node, as_json, executable
from helpers.queries import CASES, unmarked
from helpers.texts import ASSIGNED
from unimicro_schema import check_query
from unimicro_schema.entities import entities
from unimicro_schema.query.language import ARITHMETIC, DIRECTIONS, FUNCTIONS, MEANT, OPERATORS
from unimicro_schema.registry import UnknownNameError, operations

Case = tuple[str, str]
"""A query and an operation."""

QUERIES = [(unmarked(case["text"])[0], case["as"]) for kind in CASES for case in CASES[kind]]
IDS = [entry.id for entry in operations()]
NAMES = sorted({name for entity in entities().values() for name in entity.properties})
PIECES = [
    *OPERATORS, *FUNCTIONS.values(), *DIRECTIONS, *ARITHMETIC, *MEANT["operators"], *MEANT["joints"], *MEANT["options"],
    *("and", "or", "not", "NOT", "null", "true", "in", "any", "all", "(", ")", "((", "))", ",", ",,", "'", "''", "' ", '"', "“x”"),
    *("=", "&", "?", "#", "/", "//", ".", "..", "+", " + ", "%", "%2", "%27", "%20", "%C3%B8", "%F0%9D%94%98", "%FF", "%EF%BB%BF"),
    *("ø", "\U0001d518", "\U0001d7cf,5", "e\u0301", "\u00a0", "\ufeff", "\u2028", "\x85", "\x1c", "\n", "ß", "\u017f", "\u212a", "İ", "٣"),
    *("0", "1", "-1", "14.0", "14.5", "2147483648", "007", "2026-01-15", "'2026-01-15'", "'x@y.no'", "'+4790000000'", "[1,2]"),
    *("_x", "constructor", "__proto__", "curl ", "$ curl ", "GET ", "https://a/api", " HTTP/1.1", "$filter=", "&top=10", "&select=", "&expand=", "&orderby=", "&action=next", "/{id}", "<id>"),
]  # fmt: skip


def differences(node: Node, cases: Iterable[Case], *, strict: bool = False) -> list[str]:
    """What both say of each query that they do not say the same of."""
    known = list(cases)
    answers = node.answers([("checkQuery", *case, {"strict": strict}) for case in known])
    wanted = [as_json(check_query(*case, strict=strict)) for case in known]
    return [
        f"{case}\nPython: {one}\nJavaScript: {other}"
        for case, one, other in zip(known, wanted, answers, strict=True)
        if one != other
    ]


@pytest.mark.parametrize("strict", [False, True])
def test_every_query_of_the_tests_has_the_same_report(node: Node, *, strict: bool) -> None:
    assert len(QUERIES) > 250
    assert differences(node, QUERIES, strict=strict) == []


def test_every_query_has_the_same_report_encoded_and_for_other_operations(node: Node) -> None:
    encoded = [(quote(text, safe="=&?/:"), operation) for text, operation in QUERIES]
    others = [(text, IDS[index % len(IDS)]) for index, (text, _) in enumerate(QUERIES)]
    assert differences(node, encoded + others) == []


def mutated(text: str, chance: random.Random) -> str:
    """A query with a part of it left out, doubled, swapped, in another case, or with something put in."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice([1, 1, 2, 5]))
    part, other = text[start:end], chance.choice(QUERIES)[0]
    middle = {
        "drop": "",
        "double": part * 2,
        "swap": part[::-1],
        "case": part.swapcase(),
        "piece": chance.choice(PIECES),
        "spaced": f" {chance.choice(PIECES)} ",
        "after": part + chance.choice(PIECES),
        "name": chance.choice(NAMES),
        "other": other[: chance.randrange(len(other) + 1)],
    }[chance.choice(["drop", "double", "swap", "case", "piece", "spaced", "after", "name", "other"])]
    return text[:start] + middle + text[end:]


@pytest.mark.parametrize("seed", range(6))
def test_mutations_of_the_queries_have_the_same_reports(node: Node, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same every time
    cases = []
    for _ in range(600):
        text, operation = chance.choice(QUERIES)
        for _ in range(chance.choice([1, 1, 2, 4])):
            text = mutated(text, chance)
        cases.append((text, operation if chance.random() < 0.9 else chance.choice(IDS)))
    assert differences(node, cases) == []


@pytest.mark.parametrize("option", ["filter", "orderby", "expand", "select"])
@pytest.mark.parametrize("seed", range(2))
def test_words_in_any_order_have_the_same_reports(node: Node, option: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same every time
    words = [
        *PIECES,
        "CustomerNumber",
        "StatusCode",
        "Info.Name",
        "Info.Addresses",
        "Deleted",
        "CustomValues.x",
        "contains(",
    ]
    cases = [
        (f"{option}={chance.choice(['', ' ']).join(chance.choices(words, k=chance.randrange(1, 9)))}", "listCustomers")
        for _ in range(500)
    ]
    assert differences(node, cases) == []


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(PIECES) | st.sampled_from(NAMES) | st.text(ASSIGNED, max_size=3), max_size=10).map(
        "".join
    ),
    st.sampled_from(IDS),
)
@example("filter=" + "(" * 3000 + "ID eq 1", IDS[0])
@example("filter=" + "contains(" * 3000, "listCustomers")
@example("filter=Info.Name eq 'a'''b'", "listCustomers")
def test_whatever_is_typed_has_the_same_report(node: Node, text: str, operation: str) -> None:
    assert differences(node, [(text, operation)]) == []


@pytest.mark.parametrize("name", ["listCustomer", "POST /api/biz/customers", "PUT /api/biz/customers/", "/", ""])
def test_an_unknown_operation_is_told_in_the_same_words(node: Node, name: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        check_query("top=1", name)
    assert node.answers([("checkQuery", "top=1", name)]) == [f"UnknownNameError: {error.value}"]


PROGRAM = """
const { checkQuery } = await import(process.argv[1]);
const url = new URL("https://test.unimicro.no/api/biz/customers?tpo=10");
const answers = [url, url.searchParams].map((query) => checkQuery(query).findings.map(({ suggestion }) => suggestion));
for (const wrong of [null, 7, { top: 10 }]) {
  try { checkQuery(wrong); } catch (error) { answers.push(`${error.name}: ${error.message}`); }
}
console.log(JSON.stringify(answers));
"""


def test_a_url_object_and_its_parameters_are_queries_and_nothing_else_is(package: Path) -> None:
    command = [executable(), "--input-type=module", "--eval", PROGRAM, (package / "index.js").as_uri()]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    refusal = "TypeError: a query is text, a URL or URLSearchParams, not of type "
    assert json.loads(answer.stdout) == [["top"], ["top"], *(refusal + kind for kind in ("null", "number", "object"))]
