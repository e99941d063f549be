"""Thousands of small changes to the examples: the three engines must agree on every one of them."""

import json
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from unimicro_schema import operations, validate
from unimicro_schema.registry import bodies, example_text

GUID = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"
VALUES: list[Any] = [
    *(None, True, False, "", "x", [], {}, [None], {"ID": 1}, 0, 1, -1, 14.0, 14.5, -0.0, 1e2, 1e300),
    *(2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2.0**31, 2**31 - 1.0, 2**53 + 1, 2**63, 2**64 - 1),
    *(20001, 30001.0, 30002, 150101, 150104, "30001", "Active"),
    *("x" * length for length in (10, 11, 12, 13, 14, 20, 21, 30, 31, 50, 51, 100, 101, 255, 256, 500, 501)),
    *("ø" * 255, "ø" * 256, "\U0001d518" * 255, "\U0001d518" * 256, "e\u0301" * 128, "\u0000", "\ufeff", " "),
    *(
        GUID,
        GUID.upper(),
        GUID.replace("-", ""),
        f"{{{GUID}}}",
        f"urn:uuid:{GUID}",
        f"{GUID} ",
        f"{GUID[:-1]}g",
        f"{GUID}\n",
    ),
    *("2026-01-15T08:30:00Z", "2026-01-15t08:30:00z", "2026-01-15 08:30:00Z", "2026-01-15T08:30:00", "2026-01-15"),
    *("2026-01-15T08:30:00.1234567+01:00", "2026-01-15T08:30:00.Z", "2026-01-15T08:30Z", "2026-01-15T08:30:00+0100"),
    *(
        "2026-02-29T08:30:00Z",
        "2024-02-29T08:30:00Z",
        "2026-01-15T24:00:00Z",
        "2026-01-15T23:59:60Z",
        "2026-01-15T08:30:60Z",
    ),
    *("0000-01-01T00:00:00Z", "2026-01-15T08:30:00+24:00", "2026-01-15T08:30:00-00:00", "٢٠٢٦-01-15T08:30:00Z"),
]
KEYS = [
    *(
        "PostalCodee",
        "Delete",
        "_links",
        "_validationResults",
        "_initValue",
        "org_number",
        "orgnumber",
        "ID",
        "Info",
        "Name",
    ),
    *(
        "Message",
        "message",
        "Messages",
        "Level",
        "EntityType",
        "StatusCode",
        "",
        "a/b~c",
        "model_config",
        "root",
        "self",
    ),
    *("__class__", "__init__", "__dict__", "copy", "json", "InvoiceAddress", "Type", "CustomValues", "_createguid"),
]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every object or list inside `value` with every key or index of it."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


def mutated(value: Any, chance: random.Random) -> Any:
    """A copy of a payload with one change somewhere."""
    holder = [deepcopy(value)]
    where, key = chance.choice(list(places(holder)))
    change = chance.choice(["value", "value", "drop", "key", "rename", "wrap", "example"])
    if change == "key" and isinstance(where[key], dict):
        where[key][chance.choice(KEYS)] = deepcopy(chance.choice(VALUES))
    elif change == "rename" and isinstance(where, dict):
        where[chance.choice([key.lower(), key.upper(), f"{key}s", key[:-1], chance.choice(KEYS)])] = where.pop(key)
    elif change == "drop" and where is not holder:
        del where[key]
    elif change == "wrap":
        where[key] = [where[key]]
    elif change == "example":
        where[key] = deepcopy(chance.choice(list(places(holder)))[0])
    else:
        where[key] = deepcopy(chance.choice(VALUES))
    return holder[0]


EXAMPLES = [
    (found.id, body, example_text(found.id, name, None if body == "request" else body))
    for found in operations()
    for body, node in bodies(found.id).items()
    for name in node.examples
]
"""Operation, body and text of every example."""


@cache
def mutations(seed: int) -> list[tuple[str, str, bytes]]:
    """Operation, body and text of 700 payloads that are examples but for a change or a few."""
    chance = random.Random(seed)  # noqa: S311  # the same mutations every time
    result = []
    for _ in range(700):
        operation, body, text = chance.choice(EXAMPLES)
        payload = orjson.loads(text)
        for _ in range(chance.choice([1, 1, 2, 3])):
            payload = mutated(payload, chance)
        result.append((operation, body, orjson.dumps(payload)))
    return result


@pytest.mark.parametrize("seed", range(8))
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


@pytest.mark.parametrize("seed", range(8))
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
        if orjson.loads(adapter.dump_json(model)) != orjson.loads(text):
            changed.append(f"{operation} {body}: {text.decode()}")
    assert changed == []
    assert survived


@pytest.mark.parametrize("seed", range(8))
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
