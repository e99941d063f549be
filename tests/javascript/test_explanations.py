"""JavaScript explains every error body as Python does, byte for byte."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import corpus
from helpers.error_bodies import BODIES, ERRORS, EXAMPLES, UNKNOWN
from helpers.mutations import mutated, places
from helpers.node import Node, written
from helpers.texts import ASSIGNED
from unimicro_schema import explain_error
from unimicro_schema.commands.explain import explanation_as_json
from unimicro_schema.explanation.sentences import TABLE
from unimicro_schema.registry import UnknownNameError

Case = tuple[Any, str | int | None]
"""A body and a status."""

STATUSES = [None, "200", 204, 400, "401", "403", "404", "409", 500, 502]
PARSED = [orjson.loads(path.read_bytes()) for path in sorted(EXAMPLES.glob("error-*.json"))]
PARSED += [body for body, *_ in UNKNOWN]
KEYS = sorted(
    {key for error in ERRORS for template in error["message"] for key in template.split("/")}
    | {key for template in TABLE["texts"] for key in template.split("/")}
    | {key for kind in TABLE["others"] for key in kind.get("keys", [])}
    | {
        "Level",
        "EntityType",
        "PropertyName",
        "customer.Info.Name",
        "Info.Name",
        "$.Info",
        "constructor",
        "__proto__",
        "a/~b",
        "7",
    }
)


def differences(node: Node, cases: Iterable[Case]) -> list[str]:
    """What both say of each body that they do not say the same of."""
    known = list(cases)
    answers = node.answers([("explainError", *case) for case in known])
    wanted = [written(explanation_as_json(explain_error(*case))) for case in known]
    return [
        f"{case}\nPython: {one}\nJavaScript: {other}"
        for case, one, other in zip(known, wanted, answers, strict=True)
        if one != other
    ]


def test_every_error_body_has_the_same_explanation(node: Node) -> None:
    cases = [case for body, status in BODIES.values() for case in ((body, status), (body, None), (body, 400))]
    assert len(cases) > 200
    assert differences(node, cases) == []


def test_the_answers_of_the_corpus_have_the_same_explanations(node: Node) -> None:
    cases = [(text, status) for path in corpus.files() for text in [corpus.case(path)[2]] for status in STATUSES]
    assert differences(node, cases) == []


@pytest.mark.parametrize("seed", range(4))
def test_mutations_of_error_bodies_have_the_same_explanations(node: Node, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same every time
    cases: list[Case] = []
    for _ in range(500):
        value = mutated(chance.choice(PARSED), chance)
        holder, key = chance.choice(list(places([value])))
        if isinstance(holder, dict):
            holder[chance.choice(KEYS)] = holder.pop(key)
        text = orjson.dumps(value)
        if chance.random() < 0.2:
            text = text[: chance.randrange(len(text) + 1)]
        cases.append((text, chance.choice(STATUSES)))
    assert differences(node, cases) == []


TEXT = st.text(ASSIGNED, max_size=8) | st.sampled_from(
    [
        "_createguid",
        'FOREIGN KEY x "FK_Customer_DimensionsID',
        "fk_constructor_ID_",
        "\x85",
        "\ufeff",
        "invalid_scope",
        "\u2028\n",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | TEXT, inner, max_size=4),
    max_leaves=12,
)
PAGES = st.lists(
    st.sampled_from(["<", ">", "html", "!DOCTYPE html", "<title>", "</title", "<!--", "{", "[", '"', "x", "\x00", "\n", "\r"])
    | st.characters(categories=["Zs", "Cc", "Zl", "Zp", "Ll", "Cf"]),
    max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=1200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    JSON.map(lambda value: json.dumps(value, ensure_ascii=False)) | PAGES | st.binary(max_size=8),
    st.sampled_from(STATUSES),
)
def test_whatever_comes_back_has_the_same_explanation(node: Node, body: str | bytes, status: str | int | None) -> None:
    assert differences(node, [(body, status)]) == []


@pytest.mark.parametrize("status", ["99", 1000, "", "4OO", "٤٠٠"])
def test_what_is_not_a_status_is_told_in_the_same_words(node: Node, status: str | int) -> None:
    with pytest.raises(UnknownNameError) as error:
        explain_error("{}", status)
    assert node.answers([("explainError", "{}", status)]) == [f"UnknownNameError: {error.value}"]
