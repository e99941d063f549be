"""Judges what is sent back as it was read: by what answers may hold.

A defect of a request is not an error here if a response may have it in the same place: a key or a code that the contract
does not know becomes advice, and null and digits in quotes are right. A key that is nearly a known one is a typing error.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import orjson

from unimicro_schema.entities import entities
from unimicro_schema.registry import Body, Operation, operation, operations, published
from unimicro_schema.rules import LOOKUPS
from unimicro_schema.suggestions import is_nearly
from unimicro_schema.validation.defects import Defect
from unimicro_schema.validation.nodes import Nodes
from unimicro_schema.validation.walk import defects_of

_SOFTENED = {"unknown-key": "new", "not-in-enum": "new"}
"""The rules whose findings become advice, and the sentences that say so."""


def changes_what_exists(entry: Operation) -> bool:
    """Whether what an operation is sent can have been read before."""
    return entry.request is not None and not entities()[entry.request.model].identity


def refuse(name: str, status: str | int | None) -> None:
    """Raises `ValueError` unless what an operation is sent can be judged as read back."""
    if status is not None or not changes_what_exists(operation(name)):
        taken = " and ".join(entry.id for entry in operations() if changes_what_exists(entry))
        raise ValueError(LOOKUPS["read-back"].format_map({"operations": taken}))


def softened(defects: list[Defect], value: Any, operation: str) -> list[Defect]:
    """What is left of the defects of a request when it is judged as read back."""
    wrong = {defect.path for defect in defects_of(_answer(operation), value)}
    return list(_softened(defects, wrong))


def _softened(defects: list[Defect], wrong: set[tuple[str | int, ...]]) -> Iterator[Defect]:
    for defect in defects:
        is_slip = defect.is_key and is_nearly(str(defect.path[-1]), entities()[str(defect.values["entity"])].properties)
        if defect.path in wrong or is_slip:
            yield defect
        elif defect.rule in _SOFTENED:
            yield defect._replace(severity="advice", sentence=_SOFTENED[defect.rule], suggestion=None)


@cache
def _answer(name: str) -> Nodes:
    """What an answer may hold where the request of an operation has the same entity."""
    request = operation(name).request
    assert request  # noqa: S101  # `refuse` has seen to it
    source, status = next(_answers(request))
    schema = orjson.loads(published.for_engine(source.id, status))
    if request.is_list:
        schema = {"type": "array", "items": {**schema, "$defs": {}}, "$defs": schema["$defs"]}
    return Nodes(schema)


def _answers(request: Body) -> Iterator[tuple[Operation, str]]:
    """The operations that answer with one of what a request sends, each with the status."""
    for entry in operations():
        if entry.request and entry.request.model == request.model:
            for status, response in entry.responses.items():
                body = response.body
                if status.startswith("2") and body and body.model in entities() and not body.is_list:
                    yield entry, status
