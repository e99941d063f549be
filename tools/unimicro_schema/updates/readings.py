"""Takes a reading as it is given: parsed JSON, a text, or a model."""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.updates.rows import Object, refused
from unimicro_schema.validation.check import decoded, refusal_of
from unimicro_schema.validation.plain import plain


def object_of(reading: Any, name: str) -> Object:
    """The JSON object that a reading is. `name` is what messages call it. Raises `ValueError` for anything else."""
    if hasattr(reading, "model_dump_json"):  # a Pydantic model, asked in a way that needs no Pydantic
        reading = reading.model_dump_json()
    if isinstance(reading, bytes | bytearray | str):
        reading = _parsed(bytes(reading) if isinstance(reading, bytearray) else reading, name)
    else:
        reading = plain(reading)
    if not isinstance(reading, dict):
        raise refused((), "one-object", name=name)
    return reading


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
