"""Takes a reading as it is given: parsed JSON, a text, or a model."""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.updates.rows import Object, UpdateError
from unimicro_schema.validation.check import decoded


def object_of(reading: Any, name: str) -> Object:
    """The JSON object that a reading is. `name` is what messages call it. Raises `ValueError` for anything else."""
    if hasattr(reading, "model_dump_json"):  # a Pydantic model, asked in a way that needs no Pydantic
        reading = reading.model_dump_json()
    if isinstance(reading, bytes | bytearray | str):
        try:
            reading = orjson.loads(decoded(bytes(reading) if isinstance(reading, bytearray) else reading))
        except ValueError as error:
            raise UpdateError((), f"{name} cannot be read as JSON: {error}") from None
    if not isinstance(reading, dict):
        raise UpdateError((), f"{name} must be one object")
    return reading
