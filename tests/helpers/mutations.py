"""Thousands of small changes to the examples, the same every time."""

import random
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import orjson

from unimicro_schema import operations
from unimicro_schema.registry import bodies, example_content

GUID = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"
VALUES: list[Any] = [
    *(None, True, False, "", "x", [], {}, [None], {"ID": 1}, 0, 1, -1, 14.0, 14.5, -0.0, 1e2, 1e300),
    *(2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2.0**31, 2**31 - 1.0, 2**53 + 1, 2**63, 2**64 - 1),
    *(20001, 30001.0, 30002, 150101, 150104, "30001", "150101", "0", "Active"),
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
        "_createGuid",
        "_create_guid",
        "_creategroupid",
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
    (found.id, body, example_content(found.id, name, None if body == "request" else body))
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
