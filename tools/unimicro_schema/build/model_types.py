"""The types of the models: what each takes, in JSON and in Python, and what a JSON Schema says of it."""

from __future__ import annotations

from datetime import datetime
from math import isfinite
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from unimicro_schema.formats import FORMATS, PATTERNS, anchored


def _integer(value: object) -> object:
    """JSON Schema counts 14.0 as an integer."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _guid(value: object) -> object:
    """The text of a `UUID`, or a text that is a GUID, as it was written."""
    return _of_format("uuid", str(value) if isinstance(value, UUID) else value, "GUID")


def _moment(value: object) -> object:
    """The text of a `datetime` with an offset, or a text that is a date and time with one, as it was written."""
    if isinstance(value, datetime) and value.utcoffset() is not None:
        value = value.isoformat()
    return _of_format("date-time", value, "date-time with an offset")


def _of_format(name: str, value: object, wanted: str) -> object:
    if isinstance(value, datetime) or (isinstance(value, str) and not FORMATS[name](value)):
        raise PydanticCustomError("bad_format", "Input should be a {wanted}", {"wanted": wanted})
    return value


def _text_of(name: str) -> dict[str, Any]:
    return {"type": "string", "format": name, "pattern": anchored(PATTERNS[name])}


Int32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1), BeforeValidator(_integer)]
"""A 32-bit integer; 14.0 is one."""

Number = Annotated[int | Annotated[float, Field(allow_inf_nan=False)], WithJsonSchema({"type": "number"})]
"""A number; an integer stays an integer."""

Uuid = Annotated[str, BeforeValidator(_guid), WithJsonSchema({**_text_of("uuid"), "maxLength": 36})]
"""A GUID, kept as text as it was written. A `UUID` is taken too."""

DateTime = Annotated[str, BeforeValidator(_moment), WithJsonSchema(_text_of("date-time"))]
"""A date and time with an offset (RFC 3339), kept as text: the server's fractions can be finer than `datetime` holds.

A `datetime` that has an offset is taken too.
"""


def _finite(value: Any) -> Any:
    """The same value, unless it holds what Python reads from JSON texts and JSON does not have."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, float) and not isfinite(item):
            raise PydanticCustomError("no_json", "NaN and infinity are not JSON")
        if isinstance(item, dict | list):
            waiting += item.values() if isinstance(item, dict) else item
    return value


JsonValue = Annotated[Any, AfterValidator(_finite)]
"""Any JSON value."""

JsonObject = Annotated[dict[str, Any], AfterValidator(_finite)]
"""Any JSON object."""
