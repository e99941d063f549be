"""JavaScript makes the smallest update that Python makes, or refuses it in the same words."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from helpers.mutations import VALUES, mutated, places
from helpers.node import Node, written
from helpers.pairs import Pair, pairs
from helpers.readings import CASES
from unimicro_schema import example, minimal_update
from unimicro_schema.entities import entities
from unimicro_schema.updates.rows import UpdateError

Case = tuple[Any, Any]
"""Two readings."""

READINGS = [example("getCustomer", "customer", 200), example("updateCustomer", None, 200)]
NAMES = sorted({name for entity in entities().values() for name in entity.properties})
_MARK = re.compile(r'("_createguid":)"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"')


def _number(text: str) -> float:
    return float(text) + 0.0  # JavaScript writes -0 as 0


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JavaScript has keys of digits in front."""
    is_index = re.compile("0|[1-9][0-9]*").fullmatch
    return dict(sorted(members, key=lambda member: (0, int(member[0])) if is_index(member[0]) else (1, 0)))


def compared(answer: str) -> str:
    """What is compared of an answer: every number as the double that JavaScript has, every fresh mark as the same one."""
    if not answer.startswith("{"):
        return answer
    value = json.loads(answer, parse_int=_number, parse_float=_number, object_pairs_hook=_object)
    return _MARK.sub(r'\1 "fresh"', written(value))


def made(before: Any, after: Any) -> str:
    """What Python makes of two readings, as JSON."""
    try:
        return written(minimal_update(before, after))
    except UpdateError as error:
        return f"UpdateError: {error}"


def differences(node: Node, cases: Iterable[Case]) -> list[str]:
    """What the two make of readings that they do not make the same of. A fresh mark is another one each time."""
    known = list(cases)
    answers = node.answers([("minimalUpdate", *case) for case in known])
    pairs_of = zip(known, [made(*case) for case in known], answers, strict=True)
    return [
        f"{case}\nPython: {one}\nJavaScript: {other}"
        for case, one, other in pairs_of
        if compared(one) != compared(other)
    ]


def test_readings_that_show_an_object_in_two_places_or_little_give_the_same_update(node: Node) -> None:
    assert differences(node, [(case.before, case.after) for case in CASES.values()]) == []


def test_objects_of_two_tables_that_have_the_same_id_are_two(node: Node) -> None:
    before = {
        "ID": 1,
        "DefaultSeller": {"ID": 2, "Team": {"ID": 9, "StatusCode": 1}, "User": {"ID": 9, "StatusCode": 1}},
    }
    after = copy.deepcopy(before) | {
        "DefaultSeller": {"ID": 2, "Team": {"ID": 9, "StatusCode": 2}, "User": {"ID": 9, "StatusCode": 3}}
    }
    assert differences(node, [(before, after)]) == []
    assert "UpdateError" not in made(before, after)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs())
def test_the_update_of_a_pair_is_the_same(node: Node, pair: Pair) -> None:
    readings = (pair.before, pair.edited, pair.after)
    assert differences(node, [(one, other) for one in readings for other in readings]) == []


def edited(reading: Any, chance: random.Random) -> Any:
    """A reading with a change somewhere: a value, a row that goes, comes or is repeated, or whatever a program may do to it."""
    holder = [copy.deepcopy(reading)]
    inside = [(where, key) for where, key in places(holder) if where is not holder]
    where, key = chance.choice(inside)
    other, name = chance.choice(inside)
    match chance.choice(["drop", "drop", "copy", "new", "value", "id", "deleted", "name", "any"]):
        case "drop":
            del where[key]
        case "copy":
            where[key] = copy.deepcopy(other[name])
        case "new" if isinstance(where[key], dict):
            where[key].pop("ID", None)
        case "value":
            where[key] = chance.choice(VALUES)
        case "id" if isinstance(where[key], dict):
            where[key]["ID"] = chance.choice([1, 2, 14.0, 0, None, "1", True])
        case "deleted" if isinstance(where[key], dict):
            where[key]["Deleted"] = chance.choice([True, False])
        case "name" if isinstance(where, dict):
            where[chance.choice(NAMES)] = copy.deepcopy(other[name])
        case _:
            return mutated(holder[0], chance)
    return holder[0]


@pytest.mark.parametrize("seed", range(4))
def test_the_update_of_edited_readings_is_the_same(node: Node, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same every time
    cases: list[Case] = []
    for _ in range(300):
        before = after = chance.choice(READINGS)
        for _ in range(chance.choice([0, 0, 1, 2])):
            before = edited(before, chance) if isinstance(before, dict) and before else before
        for _ in range(chance.choice([1, 1, 2, 4])):
            after = edited(after, chance) if isinstance(after, dict) and after else after
        cases.append((before, after))
    texts: list[Case] = [(json.dumps(before), json.dumps(after).encode()) for before, after in cases[:50]]
    assert differences(node, [*cases, *texts]) == []
    assert 20 < sum("UpdateError" in made(*case) for case in cases) < 280


@pytest.mark.parametrize(
    "given_second", ["[]", "{", b'{"a": \xff}', b"\xff\xfe", 5, None, [], "", '{"ID": 1, "ID": 2}']
)
def test_what_is_not_a_reading_is_refused_in_the_same_words(node: Node, given_second: Any) -> None:
    assert differences(node, [('{"ID": 2}', given_second), (given_second, '{"ID": 2}')]) == []
