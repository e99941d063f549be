"""What the contract says of the fields of a model beyond their types."""

from __future__ import annotations

from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, TypeGuard, get_args

from pydantic import BaseModel, RootModel, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from unimicro_schema.build.model_types import _integer

_is_sent: ContextVar[bool] = ContextVar("_is_sent", default=False)
"""Whether the body that is being read is that of a request."""


@dataclass(frozen=True)
class _Facts:
    """What the contract says of a field beyond its type.

    `null` says where it may be null: `anywhere`, `received` or `never`; `codes` are the codes that it holds, and `digits` whether
    a response may have one in quotes; `note` reads what a client noted for itself, as a response has it.
    """

    wire: str
    null: str
    codes: type[IntEnum] | None
    digits: bool
    note: TypeAdapter[Any] | None

    def code(self, value: object) -> object:
        """The enum's member for a code that it knows, else the value as it is.

        Raises an error for true and false, which Python takes for 1 and 0.
        """
        if self.codes is None:
            return value
        if isinstance(value, bool):
            raise PydanticCustomError("int_type", "Input should be a valid integer")
        in_quotes = self.digits and isinstance(value, str) and _are_digits(value) and not _is_sent.get()
        number = int(str(value)) if in_quotes else _integer(value)
        if isinstance(number, int):
            with suppress(ValueError):
                return self.codes(number)
        return number


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


@cache
def _facts(model: type[BaseModel]) -> dict[str, _Facts]:
    result = {}
    model.model_rebuild()  # a class that was only used inside others does not know its types yet
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        enums = [kind for kind in (field.annotation, *get_args(field.annotation)) if _is_enum(kind)]
        result[name] = _Facts(
            wire=field.serialization_alias or name,
            null=str(extra.get("x-null", "anywhere")),
            codes=enums[0] if enums else None,
            digits="x-digits-in" in extra,
            note=TypeAdapter(get_args(field.annotation)[0]) if "x-note" in extra else None,
        )
    return result


def _is_enum(kind: object) -> TypeGuard[type[IntEnum]]:
    return isinstance(kind, type) and issubclass(kind, IntEnum)


def _extra(model: type[BaseModel]) -> dict[str, Any]:
    """What the contract says of a class beyond its fields; for a JSON value that is not an object, at its one field."""
    root = model.model_fields["root"].json_schema_extra if issubclass(model, RootModel) else None
    extra = root or model.model_config.get("json_schema_extra")
    return extra if isinstance(extra, dict) else {}


class _Hidden:
    """What is shown of a value that may be personal data."""

    def __repr__(self) -> str:
        return "***"


_HIDDEN = _Hidden()


def _is_hidden(field: FieldInfo) -> bool:
    """Whether a field holds personal data, or any JSON, which may be such data."""
    extra = field.json_schema_extra
    kinds = {field.annotation, *get_args(field.annotation)}
    marked = isinstance(extra, dict) and not extra.keys().isdisjoint({"x-personal", "x-note"})
    return marked or bool(kinds & {Any, dict[str, Any]})
