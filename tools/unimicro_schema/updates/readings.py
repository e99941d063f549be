"""Takes a reading as it is given: parsed JSON, a text, or a model."""

from __future__ import annotations

import copy
import re
from typing import Any

import orjson

from unimicro_schema.updates.rows import Kind, Object, kind_of, objects, refused
from unimicro_schema.validation.check import decoded, refusal_of
from unimicro_schema.validation.plain import plain

_DIGITS = re.compile("[0-9]{1,9}")


def object_of(reading: Any, name: str, entity: str) -> Object:
    """The JSON object of an entity that a reading is. `name` is what messages call it. Raises `ValueError` for anything else.

    A code that is in it as digits in quotes is the number, as in the models.
    """
    if hasattr(reading, "model_dump_json"):  # a Pydantic model, asked in a way that needs no Pydantic
        reading = reading.model_dump_json()
    if isinstance(reading, bytes | bytearray | str):
        reading = _parsed(bytes(reading) if isinstance(reading, bytearray) else reading, name)
    else:
        reading = plain(reading)
    if not isinstance(reading, dict):
        raise refused((), "one-object", name=name)
    if not any(_numbers(kind, item) for kind, item, _ in objects(kind_of(entity), reading)):
        return reading
    numbered: Object = copy.deepcopy(reading)
    for kind, item, _ in objects(kind_of(entity), numbered):
        item.update(_numbers(kind, item))
    return numbered


def _numbers(kind: Kind, item: Object) -> Object:
    """The numbers of the codes that an object has as digits in quotes."""
    texts = {key: item[key] for key in kind.digits if isinstance(item.get(key), str)}
    return {key: int(text) for key, text in texts.items() if _DIGITS.fullmatch(text)}


def _parsed(text: bytes | str, name: str) -> Any:
    try:
        data = decoded(text)
    except ValueError as error:
        raise refused((), "unreadable", name=name, message=str(error)) from None
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        found = refusal_of(data.decode())
        raise refused(
            (), "unreadable-at", name=name, message=found.message, line=found.line, column=found.column
        ) from None
