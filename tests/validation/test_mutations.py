"""Thousands of small changes to the examples: the three engines must agree on every one of them."""

import json
import random
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from helpers.codes import as_numbers
from helpers.mutations import EXAMPLES, KEYS, mutations, places
from unimicro_schema import validate

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 8))]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_engines_agree_on_every_mutation_of_the_examples(
    verdicts: Callable[[str, str, bytes], dict[str, bool]], seed: int
) -> None:
    found = [(*case, verdicts(*case)) for case in mutations(seed)]
    assert [
        f"{operation} {body} {verdict}: {text.decode()}"
        for operation, body, text, verdict in found
        if len(set(verdict.values())) > 1
    ] == []
    assert {verdict["validate"] for *_, verdict in found} == {True, False}


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(EXAMPLES), st.randoms(), ANY_JSON)
def test_the_engines_agree_whatever_stands_somewhere_in_an_example(
    verdicts: Callable[[str, str, bytes], dict[str, bool]],
    example: tuple[str, str, bytes],
    chance: random.Random,
    value: Any,
) -> None:
    operation, body, text = example
    holder = [orjson.loads(text)]
    where, key = chance.choice(list(places(holder)))
    where[key] = value
    found = verdicts(operation, body, json.dumps(holder[0]).encode())
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mutation_that_is_valid_survives_the_models_unchanged(
    reader: Callable[[str, str], TypeAdapter[Any]], seed: int
) -> None:
    survived = 0
    changed = []
    for operation, body, text in mutations(seed):
        adapter = reader(operation, body)
        try:
            model = adapter.validate_json(text)
        except ValidationError:
            continue
        survived += 1
        written = orjson.loads(adapter.dump_json(model))
        if written != as_numbers(written, orjson.loads(text)):
            changed.append(f"{operation} {body}: {text.decode()}")
    assert changed == []
    assert survived


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mutation_is_invalid_exactly_if_it_has_an_error_with_a_place(seed: int) -> None:
    for operation, body, text in mutations(seed):
        report = validate(text, operation, None if body == "request" else body)
        errors = [finding for finding in report.findings if finding.severity == "error"]
        assert report.valid == (not errors)
        assert all(finding.line and finding.column for finding in report.findings), text
        whole = [
            finding.pointer for finding in errors if finding.rule in {"wrong-type", "null-not-allowed", "unknown-key"}
        ]
        inside = [f for f in errors if any(f.pointer.startswith(f"{pointer}/") for pointer in whole)]
        assert inside == [], f"a parent beside its child: {text.decode()}"
        assert len({(finding.rule, finding.pointer, finding.message) for finding in errors}) == len(errors), text
