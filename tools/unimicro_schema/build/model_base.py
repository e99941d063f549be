"""What the generated models share: types that agree with JSON Schema, and how bodies are read and written.

The build puts this module and the formats into the one file of the models, which needs nothing but pydantic.

A class is open when it reads a response: an unknown property is kept. It is closed where a person writes: the constructor and
every body of a request refuse what the contract does not know, at any depth. What was absent stays absent when a model is
written, and null stays null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, Generic, LiteralString, Self, TypeGuard, TypeVar, get_args
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    RootModel,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

from unimicro_schema.formats import FORMATS

T = TypeVar("T")

_is_sent: ContextVar[bool] = ContextVar("_is_sent", default=False)
"""Whether the body that is being read is that of a request."""


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


Int32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1), BeforeValidator(_integer)]
"""A 32-bit integer; 14.0 is one."""

Number = int | Annotated[float, Field(allow_inf_nan=False)]
"""A number; an integer stays an integer."""

Uuid = Annotated[str, BeforeValidator(_guid)]
"""A GUID, kept as text as it was written. A `UUID` is taken too."""

DateTime = Annotated[str, BeforeValidator(_moment)]
"""A date and time with an offset (RFC 3339), kept as text: the server's fractions can be finer than `datetime` holds.

A `datetime` that has an offset is taken too.
"""


def _finite(value: Any) -> Any:
    """The same value, unless it holds what Python reads from JSON texts and JSON does not have."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, float) and not isfinite(item):
            raise PydanticCustomError("no_json", "NaN and infinity are no JSON")
        if isinstance(item, dict | list):
            waiting += item.values() if isinstance(item, dict) else item
    return value


JsonValue = Annotated[Any, AfterValidator(_finite)]
"""Any JSON value."""

JsonObject = Annotated[dict[str, Any], AfterValidator(_finite)]
"""Any JSON object."""


class Model(BaseModel):
    """A JSON object of the API. Constructors take the Python names or the names on the wire; JSON takes the latter only."""

    model_config = ConfigDict(
        defer_build=True,  # a class is made ready when it is first used; most programs use few of them
        extra="allow",
        strict=True,
        validate_by_name=True,  # as constructors do: pydantic's plugin for mypy reads it here
        validate_by_alias=True,
        serialize_by_alias=True,
        hide_input_in_errors=True,  # payloads are personal data
    )

    if not TYPE_CHECKING:  # type checkers read the signature off the fields
        model_config["validate_by_name"] = False  # bodies have the names on the wire only

        def __init__(self, /, **data: Any) -> None:
            __tracebackhide__ = True
            self.__pydantic_validator__.validate_python(data, self_instance=self, by_name=True)
            _refuse(type(self), _unknown(self, _given(data.values())))

        # Tells pydantic that reading a body need not go through this constructor.
        __init__.__pydantic_base_init__ = True

        def __setattr__(self, name: str, value: Any) -> None:
            if not name.startswith("_") and name not in type(self).model_fields:
                raise AttributeError(f"{type(self).__name__} has no field {name}")
            __tracebackhide__ = True
            super().__setattr__(name, value if name.startswith("_") else _assignable(type(self), name, value))

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Only what is set: most fields of a body are absent. Personal data and what the contract does not know is hidden."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            if name in self.model_fields_set:
                shown = value is None or (name in fields and not _is_hidden(fields[name or ""]))
                yield name, value if shown else _HIDDEN

    @field_validator("*", mode="before")
    @classmethod
    def _as_the_contract_has_it(cls, value: object, info: ValidationInfo) -> object:
        facts = _facts(cls)[info.field_name or ""]
        if facts.note and _is_sent.get():
            return value
        if value is None and facts.null == "never":
            raise PydanticCustomError("null_not_allowed", "Input should not be null")
        return facts.note.validate_python(value, strict=True) if facts.note and value is not None else facts.code(value)

    @model_validator(mode="wrap")
    @classmethod
    def _names_on_the_wire(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Tells a field from an unknown property of the same name, such as `message` beside `Message`."""
        model = handler(data)
        if model.model_extra:
            _finite(model.model_extra)
        if isinstance(data, dict) and model.model_extra:
            for name in model.model_extra.keys() & cls.model_fields.keys():
                if _facts(cls)[name].wire not in data:
                    model.model_fields_set.discard(name)
        return model

    @model_serializer(mode="wrap")
    def _absent_stays_absent(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name, field in type(self).model_fields.items():
            if name not in self.model_fields_set:
                data.pop(name if info.by_alias is False else field.serialization_alias or name, None)
        return data


class Request(Model):
    """The body of a request, held to more than a response: closed at every depth, known codes only."""

    @model_validator(mode="wrap")
    @classmethod
    def _sent(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        mark = _is_sent.set(True)
        try:
            return handler(data)
        finally:
            _is_sent.reset(mark)

    @model_validator(mode="after")
    def _as_the_contract_wants_it(self, info: ValidationInfo) -> Request:
        faults = [*_unknown(self, []), *_unfit(self)]
        paths: list[str] = _extra(type(self)).get("x-identity", []) if info.context is not _ALONE else []
        if paths and not any(_is_text(self, path.split(".")) for path in paths):
            faults.append(_fault("missing_identity", f"One of {', '.join(paths)} is needed", ()))
        _refuse(type(self), faults)
        return self


class Root(RootModel[T], Generic[T]):
    """A JSON value of the API that is no object."""

    model_config = ConfigDict(strict=True, hide_input_in_errors=True, validate_assignment=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """The value, unless the contract does not say what it is."""
        shown = not _is_hidden(type(self).model_fields["root"])
        return ((name, value if shown else _HIDDEN) for name, value in super().__repr_args__())


class Shapes(Root[T], Generic[T]):
    """A body that comes in several shapes: the first that is recognised decides how the body is read."""

    @model_validator(mode="before")
    @classmethod
    def _recognise(cls, data: object) -> object:
        models = get_args(cls.model_fields["root"].annotation)
        if isinstance(data, models):
            return data
        for model in models:
            if _recognises(_extra(model)["x-recognised-by"], data):
                return model.model_validate(data)
        raise PydanticCustomError("unknown_shape", "Input is none of the documented bodies")


def _recognises(by: dict[str, Any], data: object) -> bool:
    if "keys" in by:
        return isinstance(data, dict) and all(key in data for key in by["keys"])
    if "any-key" in by:
        return isinstance(data, dict) and any(key in data for key in by["any-key"])
    kind: type = {"string": str, "object": dict, "array": list}[by["type"]]
    return isinstance(data, kind) and ("anywhere" not in by or _holds(data, by["anywhere"]))


def _holds(data: object, key: str) -> bool:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if key in value:
                return True
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return False


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
def _facts(model: type[Model]) -> dict[str, _Facts]:
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
    """What the contract says of a class beyond its fields; of a JSON value that is no object it says so at its one field."""
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


_ALONE = "a field alone"
"""The context in which one field is checked without the body that it belongs to."""


def _assignable(model: type[Model], name: str, value: object) -> object:
    """What a field holds once `value` is assigned to it. It is checked on its own, which takes the same time in a body of any size.

    A code must be known, as in a request: what is assigned to a part of a body is not looked at again. Raises
    `ValidationError`.
    """
    alone = model.model_construct()
    model.__pydantic_validator__.validate_assignment(alone, name, value, context=_ALONE, by_name=True)
    facts, result = _facts(model)[name], alone.__dict__[name]
    unknown = [_unknown_code(facts, (facts.wire,))] if _is_unknown_code(facts, result) else []
    _refuse(model, [*_unknown(alone, _given([value])), *unknown])
    return result


def _given(values: Iterable[object]) -> list[Model]:
    """The models among what was given to a constructor: each was checked when it was made."""
    items = (item for value in values for item in (value if isinstance(value, list) else [value]))
    return [item for item in items if isinstance(item, Model)]


def _refuse(model: type[Model], faults: Iterable[InitErrorDetails]) -> None:
    found = list(faults)
    if found:
        raise ValidationError.from_exception_data(model.__name__, found)


_Place = tuple[str | int, ...]


def _models(value: object, place: _Place, left_out: list[Model]) -> Iterator[tuple[Model, _Place]]:
    """Every model inside `value`, outermost first, with its place."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _models(item, (*place, index), left_out)
    elif isinstance(value, Model) and not any(value is item for item in left_out):
        yield value, place
        for name, facts in _facts(type(value)).items():
            if name in value.model_fields_set and not facts.note:
                yield from _models(value.__dict__[name], (*place, facts.wire), left_out)


def _unknown(model: Model, left_out: list[Model]) -> Iterator[InitErrorDetails]:
    """The properties that the contract does not know, at any depth but inside the models that are left out.

    A name that begins with an underscore is a client's own affair.
    """
    for inner, place in _models(model, (), left_out):
        if not _extra(type(inner)).get("x-open"):
            for key in inner.model_extra or {}:
                if not key.startswith("_"):
                    yield _fault("extra_forbidden", "Extra inputs are not permitted", (*place, key))


def _unfit(model: Model) -> Iterator[InitErrorDetails]:
    """What a request may not hold although a response may, at any depth."""
    for inner, place in _models(model, (), []):
        for name, facts in _facts(type(inner)).items():
            if name in inner.model_fields_set:
                yield from _field_faults(facts, inner.__dict__[name], (*place, facts.wire))


def _field_faults(facts: _Facts, value: object, place: _Place) -> Iterator[InitErrorDetails]:
    if value is None and facts.null == "received" and not facts.note:
        yield _fault("null_not_allowed", "Input should not be null", place)
    elif _is_unknown_code(facts, value):
        yield _unknown_code(facts, place)


def _is_unknown_code(facts: _Facts, value: object) -> bool:
    return facts.codes is not None and isinstance(value, int) and not isinstance(value, facts.codes)


def _unknown_code(facts: _Facts, place: _Place) -> InitErrorDetails:
    return _fault("not_in_enum", f"Input should be a code of {facts.codes.__name__ if facts.codes else ''}", place)


def _fault(kind: LiteralString, message: str, place: _Place) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError(kind, "{message}", {"message": message}), loc=place, input=None)


def _is_text(value: object, path: list[str]) -> bool:
    """Whether a path of names on the wire leads to a text that is not empty."""
    for wire in path:
        names = (
            [name for name, facts in _facts(type(value)).items() if facts.wire == wire]
            if isinstance(value, Model)
            else []
        )
        value = getattr(value, names[0]) if names else None
    return isinstance(value, str) and value != ""
