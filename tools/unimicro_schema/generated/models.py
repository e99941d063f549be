"""The models of the Unimicro Customer API, in one file that needs nothing but pydantic 2.14 or later.

Generated; do not edit. `unimicro-schema models --output FILE` writes it, and with `--check` checks whether it is up to date.
"""

# isort: skip_file
# fmt: off
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    LiteralString,
    Self,
    TypeGuard,
    TypeVar,
    cast,
    get_args,
)
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    RootModel,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"  # all but 0000
_LEAP_YEAR = (
    "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
)
_MONTH_AND_DAY = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
_HOUR = "(?:[01][0-9]|2[0-3])"

_DATE = f"(?:{_YEAR}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_OFFSET = f"(?:[Zz]|[+-]{_HOUR}:[0-5][0-9])"

PATTERNS: MappingProxyType[str, str] = MappingProxyType(
    {
        "uuid": "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
        "date-time": rf"{_DATE}[Tt]{_HOUR}:(?:[0-5][0-9]:[0-5][0-9]|59:60)(?:\.[0-9]+)?{_OFFSET}",
    }
)
"""What a text of each format looks like as a whole, in regular expressions that all engines understand alike.

A GUID has 8-4-4-4-12 hexadecimal digits, in either case. A date and time is that of RFC 3339, with an offset; a leap second may
only end a minute `:59`.
"""

MOMENT = rf"{_DATE}(?:[Tt ]{_HOUR}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?{_OFFSET}?)?"
"""What a date in a query looks like as a whole: alone, or with a time, which may lack its seconds and its offset."""


def anchored(pattern: str) -> str:
    """A pattern for engines that look for one anywhere in a text."""
    return f"^(?:{pattern})$"


def _fits(pattern: str) -> Callable[[str], bool]:
    # The pattern is compiled, and kept, when a text is first held against it: to check a payload, the engine needs none.
    return lambda text: re.fullmatch(pattern, text) is not None


FORMATS: MappingProxyType[str, Callable[[str], bool]] = MappingProxyType(
    {name: _fits(pattern) for name, pattern in PATTERNS.items()}
)
"""The functions by the value of `format`. Each takes text and returns whether it has the format."""


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
    if isinstance(value, datetime) or (
        isinstance(value, str) and not FORMATS[name](value)
    ):
        raise PydanticCustomError(
            "bad_format", "Input should be a {wanted}", {"wanted": wanted}
        )
    return value


def _text_of(name: str) -> dict[str, Any]:
    return {"type": "string", "format": name, "pattern": anchored(PATTERNS[name])}


Int32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1), BeforeValidator(_integer)]
"""A 32-bit integer; 14.0 is one."""

Number = Annotated[
    int | Annotated[float, Field(allow_inf_nan=False)],
    WithJsonSchema({"type": "number"}),
]
"""A number; an integer stays an integer."""

Uuid = Annotated[
    str, BeforeValidator(_guid), WithJsonSchema({**_text_of("uuid"), "maxLength": 36})
]
"""A GUID, kept as text as it was written. A `UUID` is taken too."""

DateTime = Annotated[
    str, BeforeValidator(_moment), WithJsonSchema(_text_of("date-time"))
]
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
        in_quotes = (
            self.digits
            and isinstance(value, str)
            and _are_digits(value)
            and not _is_sent.get()
        )
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
        extra = (
            field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        )
        enums = [
            kind
            for kind in (field.annotation, *get_args(field.annotation))
            if _is_enum(kind)
        ]
        result[name] = _Facts(
            wire=field.serialization_alias or name,
            null=str(extra.get("x-null", "anywhere")),
            codes=enums[0] if enums else None,
            digits="x-digits-in" in extra,
            note=TypeAdapter(get_args(field.annotation)[0])
            if "x-note" in extra
            else None,
        )
    return result


def _is_enum(kind: object) -> TypeGuard[type[IntEnum]]:
    return isinstance(kind, type) and issubclass(kind, IntEnum)


def _extra(model: type[BaseModel]) -> dict[str, Any]:
    """What the contract says of a class beyond its fields; for a JSON value that is not an object, at its one field."""
    root = (
        model.model_fields["root"].json_schema_extra
        if issubclass(model, RootModel)
        else None
    )
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
    marked = isinstance(extra, dict) and not extra.keys().isdisjoint(
        {"x-personal", "x-note"}
    )
    return marked or bool(kinds & {Any, dict[str, Any]})


def _is_object(value: object) -> TypeGuard[BaseModel]:
    """Whether a value is a model of a JSON object."""
    return isinstance(value, BaseModel) and not isinstance(value, RootModel)


def _given(values: Iterable[object]) -> list[BaseModel]:
    """The models among what was given to a constructor: each was checked when it was made."""
    items = (
        item
        for value in values
        for item in (value if isinstance(value, list) else [value])
    )
    return [item for item in items if _is_object(item)]


def _refuse(model: type[BaseModel], faults: Iterable[InitErrorDetails]) -> None:
    found = list(faults)
    if found:
        raise ValidationError.from_exception_data(model.__name__, found)


_Place = tuple[str | int, ...]


def _models(
    value: object, place: _Place, left_out: list[BaseModel]
) -> Iterator[tuple[BaseModel, _Place]]:
    """Every model inside `value`, outermost first, with its place."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _models(item, (*place, index), left_out)
    elif _is_object(value) and not any(value is item for item in left_out):
        yield value, place
        for name, facts in _facts(type(value)).items():
            if name in value.model_fields_set and not facts.note:
                yield from _models(value.__dict__[name], (*place, facts.wire), left_out)


def _unknown(model: BaseModel, left_out: list[BaseModel]) -> Iterator[InitErrorDetails]:
    """The properties that the contract does not know, at any depth but inside the models that are left out.

    A name that begins with an underscore is a client's own affair.
    """
    for inner, place in _models(model, (), left_out):
        if not _extra(type(inner)).get("x-open"):
            for key in inner.model_extra or {}:
                if not key.startswith("_"):
                    yield _fault(
                        "extra_forbidden",
                        "Extra inputs are not permitted",
                        (*place, key),
                    )


def _unfit(model: BaseModel) -> Iterator[InitErrorDetails]:
    """What a request may not hold although a response may, at any depth."""
    for inner, place in _models(model, (), []):
        for name, facts in _facts(type(inner)).items():
            if name in inner.model_fields_set:
                yield from _field_faults(
                    facts, inner.__dict__[name], (*place, facts.wire)
                )


def _field_faults(
    facts: _Facts, value: object, place: _Place
) -> Iterator[InitErrorDetails]:
    if value is None and facts.null == "received" and not facts.note:
        yield _fault("null_not_allowed", "Input should not be null", place)
    elif _is_unknown_code(facts, value):
        yield _unknown_code(facts, place)


def _is_unknown_code(facts: _Facts, value: object) -> bool:
    return (
        facts.codes is not None
        and isinstance(value, int)
        and not isinstance(value, facts.codes)
    )


def _unknown_code(facts: _Facts, place: _Place) -> InitErrorDetails:
    return _fault(
        "not_in_enum",
        f"Input should be a code of {facts.codes.__name__ if facts.codes else ''}",
        place,
    )


def _fault(kind: LiteralString, message: str, place: _Place) -> InitErrorDetails:
    return InitErrorDetails(
        type=PydanticCustomError(kind, "{message}", {"message": message}),
        loc=place,
        input=None,
    )


def _is_text(value: object, path: list[str]) -> bool:
    """Whether a path of names on the wire leads to a text that is not empty."""
    for wire in path:
        names = (
            [name for name, facts in _facts(type(value)).items() if facts.wire == wire]
            if _is_object(value)
            else []
        )
        value = getattr(value, names[0]) if names else None
    return isinstance(value, str) and value != ""


def _recognises(by: dict[str, Any], data: object) -> bool:
    if "keys" in by:
        return isinstance(data, dict) and all(key in data for key in by["keys"])
    if "any-key" in by:
        return isinstance(data, dict) and any(key in data for key in by["any-key"])
    kind: type = {"string": str, "object": dict, "array": list}[by["kind"]]
    return isinstance(data, kind) and (
        "anywhere" not in by or _holds(data, by["anywhere"])
    )


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


_SENT = "part of a request"
_NULL = {"type": "null"}
_DIGITS = {"type": "string", "pattern": "^[0-9]{1,9}$", "maxLength": 9}
_BOOKKEEPING: dict[str, Any] = {"^_": {}}


def _described(
    model: type[BaseModel],
    schema: JsonSchemaValue,
    handler: GetJsonSchemaHandler,
    *,
    sent: bool,
) -> JsonSchemaValue:
    """The schema of a model with what its fields and its bodies have to keep, as a part of a request or of a response."""
    result = {
        key: value
        for key, value in handler.resolve_ref_schema(schema).items()
        if not key.startswith("x-")
    }
    properties = result["properties"] = dict(result.get("properties", {}))
    for name, facts in _facts(model).items():
        key = facts.wire if facts.wire in properties else name
        field = model.model_fields[name]
        kept = {"title": field.title} if field.title else {}
        kept |= (
            {"description": text} if (text := _description(model, name, facts)) else {}
        )
        properties[key] = _of_field(properties[key], facts, sent=sent) | kept
    extra = _extra(model)
    if sent and not extra.get("x-open"):
        result |= {"additionalProperties": False, "patternProperties": _BOOKKEEPING}
    paths = [path.split(".") for path in extra.get("x-identity", [])]
    if paths and all(path[0] in properties for path in paths):
        result["anyOf"] = [_path_is_text(path) for path in paths]
    return result


def _description(model: type[BaseModel], name: str, facts: _Facts) -> str:
    """What the contract says of a field, and of each code that it knows for it."""
    text = model.model_fields[name].description or _text(model, name) or ""
    codes = [
        f"- `{code.value}` ({code.name}): {_text(facts.codes, code.name)}"
        for code in facts.codes or ()
    ]
    return "\n".join([text, "", *codes]) if text and codes else text


def _of_field(schema: JsonSchemaValue, facts: _Facts, *, sent: bool) -> JsonSchemaValue:
    """The schema of a field: null, codes and notes as a request or a response may have them."""
    if sent and facts.note:
        return {}
    kept = {
        key: value
        for key, value in schema.items()
        if key != "title" and not key.startswith("x-")
    }
    if kept.get("default", ...) is None:
        del kept["default"]
    members = kept.pop("anyOf", None) or [kept]
    dropped = (
        []
        if facts.null == "anywhere" or (facts.null == "received" and not sent)
        else [_NULL]
    )
    dropped += [{}] if facts.note else []
    members = [member for member in members if member not in dropped]
    if facts.codes and sent:
        members = [member for member in members if member.get("type") != "integer"]
    elif facts.digits:
        members = [*members, _DIGITS]
    return members[0] if len(members) == 1 else {**kept, "anyOf": members}


def _path_is_text(path: list[str]) -> JsonSchemaValue:
    name, *rest = path
    inner = (
        {"type": "object", **_path_is_text(rest)}
        if rest
        else {"type": "string", "minLength": 1}
    )
    return {"properties": {name: inner}, "required": [name]}


def _of_request(
    model: type[BaseModel], handler: GetJsonSchemaHandler
) -> JsonSchemaValue:
    """The schema of a model with all its parts as a request may hold them."""
    model.model_rebuild()
    whole = cast("dict[str, Any]", model.__pydantic_core_schema__)
    parts = whole["definitions"] if whole["type"] == "definitions" else []
    models = {part["ref"]: part for part in parts if _is_of_model(part)}
    own = whole["schema"] if parts else whole
    own = models[own["schema_ref"]] if own["type"] == "definition-ref" else own
    plain = _without_serializer(
        {key: value for key, value in own.items() if key not in {"ref", "metadata"}}
    )
    definitions = [_renamed(part, models.keys()) for part in parts]
    return handler(
        core_schema.definitions_schema(_renamed(plain, models.keys()), definitions)
    )


def _renamed(node: Any, names: AbstractSet[str]) -> Any:
    """A core schema whose models, those of `names` among them, have the names and the mark of parts of a request."""
    if isinstance(node, list | tuple):
        return type(node)(_renamed(item, names) for item in node)
    if not isinstance(node, dict):
        return node
    result = {key: _renamed(value, names) for key, value in node.items()}
    if node.get("schema_ref") in names:
        result["schema_ref"] = _name_in_request(node["schema_ref"])
    if isinstance(node.get("ref"), str) and _is_of_model(node):
        result |= {
            "ref": _name_in_request(node["ref"]),
            "metadata": {**node.get("metadata", {}), _SENT: True},
        }
    return result


def _name_in_request(ref: str) -> str:
    name, _, number = ref.rpartition(":")
    return f"{name}InRequest:{number}"


def _is_part_of_request(core: CoreSchema) -> bool:
    return _SENT in core.get("metadata", {})


def _is_of_model(core: Any) -> bool:
    while core["type"].startswith("function-") and "schema" in core:
        core = core["schema"]
    return bool(core["type"] == "model")


def _without_serializer(core: Any) -> Any:
    """A core schema whose model is written by its fields. The serialiser only leaves out what is absent."""
    if core["type"].startswith("function-"):
        return {**core, "schema": _without_serializer(core["schema"])}
    return {key: value for key, value in core.items() if key != "serialization"}


def _of_root(model: type[BaseModel], schema: JsonSchemaValue) -> JsonSchemaValue:
    text = _text(model, "root")
    kept = {key: value for key, value in schema.items() if not key.startswith("x-")}
    return kept | ({"description": text} if text and "$ref" not in schema else {})


def _of_shapes(
    schema: JsonSchemaValue,
    recognised: list[dict[str, Any]],
    handler: GetJsonSchemaHandler,
) -> JsonSchemaValue:
    """The schema of a body of several shapes: the first that is recognised decides, and one of them must be."""
    chain: Any = False
    for shape, by in reversed(list(zip(schema["anyOf"], recognised, strict=True))):
        chain = {"if": _recognisable(by, handler), "then": shape, "else": chain}
    return {**schema, **chain}


def _recognisable(by: dict[str, Any], handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    if "keys" in by:
        return {"type": "object", "required": list(by["keys"])}
    if "any-key" in by:
        return {
            "type": "object",
            "anyOf": [{"required": [key]} for key in by["any-key"]],
        }
    if "anywhere" not in by:
        return {"type": by["kind"]}
    inner = cast("Any", TypeAdapter(cast("Any", _holding(by["anywhere"]))).core_schema)
    reference = core_schema.definition_reference_schema(inner["ref"])
    return {
        "type": by["kind"],
        "allOf": [handler(core_schema.definitions_schema(reference, [inner]))],
    }


@cache
def _holding(key: str) -> type:
    """A type for objects and arrays that have a key at any depth."""

    class Holding:
        @classmethod
        def __get_pydantic_core_schema__(
            cls, _source: Any, _handler: Any
        ) -> CoreSchema:
            return cast("CoreSchema", {"type": "any", "ref": f"Holding{key}:0"})

        @classmethod
        def __get_pydantic_json_schema__(
            cls, core: Any, handler: GetJsonSchemaHandler
        ) -> JsonSchemaValue:
            again = handler(core_schema.definition_reference_schema(core["ref"]))
            return {
                "anyOf": [
                    {"type": "object", "required": [key]},
                    {"type": "object", "not": {"additionalProperties": {"not": again}}},
                    {"type": "array", "contains": again},
                ]
            }

    return Holding


@cache
def _texts(module: str) -> dict[tuple[str, str], str]:
    """The text below each attribute of each class of a module, as its source has it; none where there is no source."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (KeyError, OSError, TypeError):
        return {}
    return {
        (found.name, target.id): inspect.cleandoc(text.value.value)
        for found in tree.body
        if isinstance(found, ast.ClassDef)
        for attribute, text in zip(found.body, found.body[1:], strict=False)
        if isinstance(attribute, ast.AnnAssign | ast.Assign)
        for target in (
            [attribute.target]
            if isinstance(attribute, ast.AnnAssign)
            else attribute.targets
        )
        if isinstance(target, ast.Name)
        if isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _text(model: type | None, attribute: str) -> str | None:
    """What the contract says of a field or of a code."""
    if model is None:
        return None
    found = (
        _texts(base.__module__).get((base.__name__, attribute))
        for base in model.__mro__
    )
    return next((text for text in found if text), None)


T = TypeVar("T")


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
        model_config["validate_by_name"] = (
            False  # bodies have the names on the wire only
        )

        def __init__(self, /, **data: Any) -> None:
            __tracebackhide__ = True
            self.__pydantic_validator__.validate_python(
                data, self_instance=self, by_name=True
            )
            _refuse(type(self), _unknown(self, _given(data.values())))

        # Tells pydantic that reading a body need not go through this constructor.
        __init__.__pydantic_base_init__ = True

        def __setattr__(self, name: str, value: Any) -> None:
            if not name.startswith("_") and name not in type(self).model_fields:
                raise AttributeError(f"{type(self).__name__} has no field {name}")
            __tracebackhide__ = True
            super().__setattr__(
                name,
                value if name.startswith("_") else _assignable(type(self), name, value),
            )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Lets programs that read bodies by types of their own, such as FastAPI, make ready at once what they use."""
        if cls.model_fields:
            cls.model_config["defer_build"] = False

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Only what is set: most fields of a body are absent. Personal data and what the contract does not know is hidden."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            if name in self.model_fields_set:
                shown = value is None or (
                    name in fields and not _is_hidden(fields[name or ""])
                )
                yield name, value if shown else _HIDDEN

    @field_validator("*", mode="before")
    @classmethod
    def _as_the_contract_has_it(cls, value: object, info: ValidationInfo) -> object:
        facts = _facts(cls)[info.field_name or ""]
        if facts.note and _is_sent.get():
            return value
        if value is None and facts.null == "never":
            raise PydanticCustomError("null_not_allowed", "Input should not be null")
        return (
            facts.note.validate_python(value, strict=True)
            if facts.note and value is not None
            else facts.code(value)
        )

    @model_validator(mode="wrap")
    @classmethod
    def _names_on_the_wire(
        cls, data: object, handler: ModelWrapValidatorHandler[Self]
    ) -> Self:
        """Tells a field from an unknown property of the same name, such as `message` beside `Message`."""
        model = handler(data)
        if model.model_extra:
            _finite(model.model_extra)
        if isinstance(data, dict) and model.model_extra:
            for name in model.model_extra.keys() & cls.model_fields.keys():
                if _facts(cls)[name].wire not in data:
                    model.model_fields_set.discard(name)
        return model

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        return _described(
            cls,
            handler(_without_serializer(core_schema)),
            handler,
            sent=_is_part_of_request(core_schema),
        )

    @model_serializer(mode="wrap")
    def _absent_stays_absent(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name, field in type(self).model_fields.items():
            if name not in self.model_fields_set:
                data.pop(
                    name
                    if info.by_alias is False
                    else field.serialization_alias or name,
                    None,
                )
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
        paths: list[str] = (
            _extra(type(self)).get("x-identity", [])
            if info.context is not _ALONE
            else []
        )
        if paths and not any(_is_text(self, path.split(".")) for path in paths):
            faults.append(
                _fault("missing_identity", f"One of {', '.join(paths)} is needed", ())
            )
        _refuse(type(self), faults)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        return _described(cls, _of_request(cls, handler), handler, sent=True)


class Root(RootModel[T], Generic[T]):
    """A JSON value of the API that is not an object."""

    model_config = ConfigDict(
        strict=True, hide_input_in_errors=True, validate_assignment=True
    )

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """The value, unless the contract does not say what it is."""
        shown = not _is_hidden(type(self).model_fields["root"])
        return (
            (name, value if shown else _HIDDEN)
            for name, value in super().__repr_args__()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        return _of_root(cls, handler(core_schema))


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
        raise PydanticCustomError(
            "unknown_shape", "Input is not one of the documented bodies"
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        models = get_args(cls.model_fields["root"].annotation)
        recognised = [_extra(model)["x-recognised-by"] for model in models]
        return _of_shapes(
            super().__get_pydantic_json_schema__(core_schema, handler),
            recognised,
            handler,
        )


_ALONE = "a field alone"
"""The context in which one field is checked without the body that it belongs to."""


def _assignable(model: type[Model], name: str, value: object) -> object:
    """What a field holds once `value` is assigned to it. It is checked on its own, which takes the same time in a body of any size.

    A code must be known, as in a request: what is assigned to a part of a body is not looked at again. Raises
    `ValidationError`.
    """
    alone = model.model_construct()
    model.__pydantic_validator__.validate_assignment(
        alone, name, value, context=_ALONE, by_name=True
    )
    facts, result = _facts(model)[name], alone.__dict__[name]
    unknown = (
        [_unknown_code(facts, (facts.wire,))] if _is_unknown_code(facts, result) else []
    )
    _refuse(model, [*_unknown(alone, _given([value])), *unknown])
    return result


class Account(Model):
    """An account in the ledger: one in the chart of accounts, or the account of one customer, supplier or employee."""

    account_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AccountNumber",
        serialization_alias="AccountNumber",
    )
    """The account number that users see."""
    account_name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="AccountName",
        serialization_alias="AccountName",
    )
    """The name of the account."""
    description: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Description",
        serialization_alias="Description",
    )
    """What the account is used for."""
    keywords: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Keywords",
        serialization_alias="Keywords",
    )
    """Words for finding the account."""
    active: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Active",
        serialization_alias="Active",
    )
    """Whether the account is in use."""
    visible: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Visible",
        serialization_alias="Visible",
    )
    """Whether the account is shown in lists."""
    locked: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Locked",
        serialization_alias="Locked",
    )
    """Whether the account is locked against postings."""
    lock_manual_posts: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="LockManualPosts",
        serialization_alias="LockManualPosts",
    )
    """Whether the account is locked against postings made by hand."""
    system_account: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="SystemAccount",
        serialization_alias="SystemAccount",
    )
    """Whether the platform itself needs the account."""
    use_post_post: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="UsePostPost",
        serialization_alias="UsePostPost",
    )
    """Whether open items on the account are matched."""
    do_synchronize: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="DoSynchronize",
        serialization_alias="DoSynchronize",
    )
    """Whether the account is synchronised with the standard chart of accounts."""
    account_id: Int32 | None = Field(
        default=None, validation_alias="AccountID", serialization_alias="AccountID"
    )
    """The id of the balance account that this account, such as a customer's own, belongs to."""
    main_account: Account | None = Field(
        default=None, validation_alias="MainAccount", serialization_alias="MainAccount"
    )
    """The balance account that this account belongs to."""
    sub_accounts: list[Account] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="SubAccounts",
        serialization_alias="SubAccounts",
    )
    """The accounts that belong to this one, such as those of customers."""
    account_group_id: Int32 | None = Field(
        default=None,
        validation_alias="AccountGroupID",
        serialization_alias="AccountGroupID",
    )
    """The id of the group that the account belongs to."""
    account_group: OpenEntity | None = Field(
        default=None,
        validation_alias="AccountGroup",
        serialization_alias="AccountGroup",
    )
    """The group that the account belongs to."""
    compatible_account_groups: list[OpenEntity] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CompatibleAccountGroups",
        serialization_alias="CompatibleAccountGroups",
    )
    """Other groups that the account can belong to."""
    top_level_account_group_id: Int32 | None = Field(
        default=None,
        validation_alias="TopLevelAccountGroupID",
        serialization_alias="TopLevelAccountGroupID",
    )
    """The id of the top-level group that the account belongs to."""
    top_level_account_group: OpenEntity | None = Field(
        default=None,
        validation_alias="TopLevelAccountGroup",
        serialization_alias="TopLevelAccountGroup",
    )
    """The top-level group that the account belongs to."""
    account_setup_id: Int32 | None = Field(
        default=None,
        validation_alias="AccountSetupID",
        serialization_alias="AccountSetupID",
    )
    """The id of the account in the standard chart of accounts."""
    saft_mapping_account_id: Int32 | None = Field(
        default=None,
        validation_alias="SaftMappingAccountID",
        serialization_alias="SaftMappingAccountID",
    )
    """The id of the standard account that SAF-T, the Norwegian file for the tax authorities, reports it as."""
    saft_mapping_account: OpenEntity | None = Field(
        default=None,
        validation_alias="SaftMappingAccount",
        serialization_alias="SaftMappingAccount",
    )
    """The standard account that SAF-T reports it as."""
    vat_type_id: Int32 | None = Field(
        default=None, validation_alias="VatTypeID", serialization_alias="VatTypeID"
    )
    """The id of the default VAT type for postings on the account."""
    vat_type: VatType | None = Field(
        default=None, validation_alias="VatType", serialization_alias="VatType"
    )
    """The default VAT type for postings on the account."""
    use_vat_deduction_group_id: Int32 | None = Field(
        default=None,
        validation_alias="UseVatDeductionGroupID",
        serialization_alias="UseVatDeductionGroupID",
    )
    """The id of the group that says which share of the VAT may be deducted."""
    use_vat_deduction_group: OpenEntity | None = Field(
        default=None,
        validation_alias="UseVatDeductionGroup",
        serialization_alias="UseVatDeductionGroup",
    )
    """The group that says which share of the VAT may be deducted. The newest description of the platform does not list it as expandable (platform)."""
    currency_code_id: Int32 | None = Field(
        default=None,
        validation_alias="CurrencyCodeID",
        serialization_alias="CurrencyCodeID",
    )
    """The id of the currency of the account."""
    currency_code: CurrencyCode | None = Field(
        default=None,
        validation_alias="CurrencyCode",
        serialization_alias="CurrencyCode",
    )
    """The currency of the account. The newest description of the platform does not list it as expandable (platform)."""
    dimensions_id: Int32 | None = Field(
        default=None,
        validation_alias="DimensionsID",
        serialization_alias="DimensionsID",
    )
    """The id of the set of dimensions that postings on the account must have."""
    dimensions: Dimensions | None = Field(
        default=None, validation_alias="Dimensions", serialization_alias="Dimensions"
    )
    """The set of dimensions that postings on the account must have."""
    mandatory_dimensions: list[OpenEntity] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="MandatoryDimensions",
        serialization_alias="MandatoryDimensions",
    )
    """The kinds of dimensions that postings on the account must have."""
    cost_allocation_id: Int32 | None = Field(
        default=None,
        validation_alias="CostAllocationID",
        serialization_alias="CostAllocationID",
    )
    """The id of the rule that spreads costs on the account."""
    cost_allocation: OpenEntity | None = Field(
        default=None,
        validation_alias="CostAllocation",
        serialization_alias="CostAllocation",
    )
    """The rule that spreads costs on the account."""
    customer_id: Int32 | None = Field(
        default=None, validation_alias="CustomerID", serialization_alias="CustomerID"
    )
    """The id of the customer, when this is a customer's own account."""
    customer: Customer | None = Field(
        default=None, validation_alias="Customer", serialization_alias="Customer"
    )
    """The customer, when this is a customer's own account."""
    supplier_id: Int32 | None = Field(
        default=None, validation_alias="SupplierID", serialization_alias="SupplierID"
    )
    """The id of the supplier, when this is a supplier's own account."""
    supplier: OpenEntity | None = Field(
        default=None, validation_alias="Supplier", serialization_alias="Supplier"
    )
    """The supplier, when this is a supplier's own account."""
    employee_id: Int32 | None = Field(
        default=None, validation_alias="EmployeeID", serialization_alias="EmployeeID"
    )
    """The id of the employee, when this is an employee's own account."""
    employee: OpenEntity | None = Field(
        default=None, validation_alias="Employee", serialization_alias="Employee"
    )
    """The employee, when this is an employee's own account."""
    alias: list[OpenEntity] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Alias",
        serialization_alias="Alias",
    )
    """Other names of the account."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Address(Model):
    """A postal address of a business relation. It has no endpoint of its own: read and save it inside `Info`."""

    address_line1: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="AddressLine1",
        serialization_alias="AddressLine1",
    )
    """The first line of the address, usually street and house number."""
    address_line2: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="AddressLine2",
        serialization_alias="AddressLine2",
    )
    """The second line of the address."""
    address_line3: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="AddressLine3",
        serialization_alias="AddressLine3",
    )
    """The third line of the address."""
    postal_code: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="PostalCode",
        serialization_alias="PostalCode",
    )
    """The postal code. Text, because Norwegian codes may begin with zero."""
    city: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="City",
        serialization_alias="City",
    )
    """The town that belongs to the postal code."""
    country: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="Country",
        serialization_alias="Country",
    )
    """The name of the country, as printed on documents."""
    country_code: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="CountryCode",
        serialization_alias="CountryCode",
    )
    """The country's two-letter code."""
    region: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="Region",
        serialization_alias="Region",
    )
    """The region, county or state, if the address needs one."""
    business_relation_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The business relation that owns the address. An address nested in `Info` may show `0`."""
    business_relation: BusinessRelation | None = Field(
        default=None,
        validation_alias="BusinessRelation",
        serialization_alias="BusinessRelation",
    )
    """The business relation that owns the address."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Bank(Model):
    """A bank. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Name",
        serialization_alias="Name",
    )
    """The bank's name."""
    bic: str | None = Field(
        default=None, max_length=255, validation_alias="BIC", serialization_alias="BIC"
    )
    """The bank's BIC, also called its SWIFT code."""
    initial_bic: str | None = Field(
        default=None,
        max_length=11,
        validation_alias="InitialBIC",
        serialization_alias="InitialBIC",
    )
    """Another BIC of the bank. How it differs from `BIC` is not documented."""
    bank_code: str | None = Field(
        default=None,
        max_length=20,
        validation_alias="BankCode",
        serialization_alias="BankCode",
    )
    """The bank's national code."""
    web: str | None = Field(
        default=None, max_length=255, validation_alias="Web", serialization_alias="Web"
    )
    """The bank's web site."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class BankAccount(Model):
    """A bank account of a business relation or of the company itself."""

    account_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="AccountNumber",
        serialization_alias="AccountNumber",
    )
    """The account number. A Norwegian account has eleven digits, without spaces or full stops."""
    iban: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="IBAN",
        serialization_alias="IBAN",
    )
    """The account number in international form, without spaces."""
    label: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Label",
        serialization_alias="Label",
    )
    """The user's own name for the account."""
    bank_account_type: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="BankAccountType",
        serialization_alias="BankAccountType",
    )
    """What the account is used for, as a word. The allowed words are not documented."""
    locked: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Locked",
        serialization_alias="Locked",
    )
    """Whether the account is locked against changes."""
    bank_id: Int32 | None = Field(
        default=None, validation_alias="BankID", serialization_alias="BankID"
    )
    """The id of the bank."""
    bank: Bank | None = Field(
        default=None, validation_alias="Bank", serialization_alias="Bank"
    )
    """The bank that holds the account."""
    account_id: Int32 | None = Field(
        default=None, validation_alias="AccountID", serialization_alias="AccountID"
    )
    """The id of the ledger account that the bank account is booked on."""
    account: Account | None = Field(
        default=None, validation_alias="Account", serialization_alias="Account"
    )
    """The ledger account that the bank account is booked on."""
    business_relation_id: Int32 | None = Field(
        default=None,
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The business relation that owns the account."""
    business_relation: BusinessRelation | None = Field(
        default=None,
        validation_alias="BusinessRelation",
        serialization_alias="BusinessRelation",
    )
    """The business relation that owns the account."""
    company_settings_id: Int32 | None = Field(
        default=None,
        validation_alias="CompanySettingsID",
        serialization_alias="CompanySettingsID",
    )
    """The id of the company settings that the account belongs to, when it is the company's own."""
    company_settings: OpenEntity | None = Field(
        default=None,
        validation_alias="CompanySettings",
        serialization_alias="CompanySettings",
    )
    """The company settings that the account belongs to, when it is the company's own."""
    bank_account_settings_id: Int32 | None = Field(
        default=None,
        validation_alias="BankAccountSettingsID",
        serialization_alias="BankAccountSettingsID",
    )
    """The id of the account's own settings."""
    bank_account_settings: OpenEntity | None = Field(
        default=None,
        validation_alias="BankAccountSettings",
        serialization_alias="BankAccountSettings",
    )
    """The account's own settings."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class BusinessRelation(Model):
    """The name and the contact details behind a customer. It is the value of `Info`: put addresses, phones and e-mail addresses here, never at the top level of the customer."""

    name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Name",
        serialization_alias="Name",
    )
    """The name of the company or person. Either this or `OrgNumber` is required for a new customer. Always set it: the vendor's own screens require it (observed)."""
    invoice_address_id: Int32 | None = Field(
        default=None,
        validation_alias="InvoiceAddressID",
        serialization_alias="InvoiceAddressID",
    )
    """The id of the invoice address. If there is none, send null, not `0` (observed)."""
    invoice_address: Address | None = Field(
        default=None,
        validation_alias="InvoiceAddress",
        serialization_alias="InvoiceAddress",
    )
    """The invoice address."""
    shipping_address_id: Int32 | None = Field(
        default=None,
        validation_alias="ShippingAddressID",
        serialization_alias="ShippingAddressID",
    )
    """The id of the delivery address. If there is none, send null, not `0` (observed)."""
    shipping_address: Address | None = Field(
        default=None,
        validation_alias="ShippingAddress",
        serialization_alias="ShippingAddress",
    )
    """The delivery address. To use one new address for both invoices and goods, send it in both slots with the same `_createguid` (platform)."""
    addresses: list[Address] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Addresses",
        serialization_alias="Addresses",
    )
    """The addresses. In a response, they include the addresses in the two slots (observed). Do not repeat a new address here if it is in a slot: the server does not remove duplicates."""
    default_phone_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultPhoneID",
        serialization_alias="DefaultPhoneID",
    )
    """The id of the main phone number. If there is none, send null, not `0` (observed)."""
    default_phone: Phone | None = Field(
        default=None,
        validation_alias="DefaultPhone",
        serialization_alias="DefaultPhone",
    )
    """The main phone number."""
    phones: list[Phone] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Phones",
        serialization_alias="Phones",
    )
    """The phone numbers. In a response, they include the default phone number (observed). Do not repeat a new default phone number here."""
    default_email_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultEmailID",
        serialization_alias="DefaultEmailID",
    )
    """The id of the main e-mail address. If there is none, send null, not `0` (observed)."""
    default_email: Email | None = Field(
        default=None,
        validation_alias="DefaultEmail",
        serialization_alias="DefaultEmail",
    )
    """The main e-mail address."""
    emails: list[Email] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Emails",
        serialization_alias="Emails",
    )
    """The e-mail addresses. In a response, they include the default one (observed). Do not repeat a new default one here."""
    default_bank_account_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultBankAccountID",
        serialization_alias="DefaultBankAccountID",
    )
    """The id of the main bank account. If there is none, send null, not `0` (observed)."""
    default_bank_account: BankAccount | None = Field(
        default=None,
        validation_alias="DefaultBankAccount",
        serialization_alias="DefaultBankAccount",
    )
    """The main bank account."""
    bank_accounts: list[BankAccount] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="BankAccounts",
        serialization_alias="BankAccounts",
    )
    """The bank accounts of the company or person."""
    default_contact_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultContactID",
        serialization_alias="DefaultContactID",
    )
    """The id of the main contact person. If there is none, send null, not `0` (observed)."""
    default_contact: Contact | None = Field(
        default=None,
        validation_alias="DefaultContact",
        serialization_alias="DefaultContact",
    )
    """The main contact person."""
    contacts: list[Contact] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Contacts",
        serialization_alias="Contacts",
    )
    """The contact persons. Leave out contacts whose own `Info.Name` is empty (observed)."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CompanyRelation(IntEnum):
    """A company's relation to the company that has it as a customer. The names are the platform's, including the spelling."""

    CHILD_OF_BEUREA = 1
    """A client of an accounting firm."""
    SUBSIDIARY = 2
    """A subsidiary."""


class ComplexValidationRule(Model):
    """A validation rule that is written in code, as returned with a message."""

    entity_type: str | None = Field(
        default=None, validation_alias="EntityType", serialization_alias="EntityType"
    )
    """The entity that the rule checks. It may differ from the one in the message."""
    validation_code: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ValidationCode",
        serialization_alias="ValidationCode",
    )
    """The number of the rule. 115001 means that something refers to the customer, so it cannot be deleted."""
    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """The message when the rule is broken."""
    level: ValidationLevel | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Level",
        serialization_alias="Level",
    )
    """How serious it is to break the rule."""
    operation: OperationType | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Operation",
        serialization_alias="Operation",
    )
    """When the rule is checked. Do not rely on it: the guide's example has 30, create and update, on a rule about deleting."""
    system: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="System",
        serialization_alias="System",
    )
    """Whether the rule is part of the platform and cannot be switched off."""
    sync_key: str | None = Field(
        default=None, validation_alias="SyncKey", serialization_alias="SyncKey"
    )
    """A key for synchronising rules between companies (assumed)."""
    changed_by_company: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ChangedByCompany",
        serialization_alias="ChangedByCompany",
    )
    """Whether the company has changed the rule."""
    on_conflict: OnConflict | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="OnConflict",
        serialization_alias="OnConflict",
    )
    """What happens to the company's change when the platform changes the rule."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Contact(Model):
    """A contact person of a business relation. The person's name, phone number and e-mail address are in the contact's own `Info`."""

    role: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="Role",
        serialization_alias="Role",
    )
    """What the person does in the company."""
    comment: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=500,
        validation_alias="Comment",
        serialization_alias="Comment",
    )
    """A free note about the person."""
    info_id: Int32 | None = Field(
        default=None, validation_alias="InfoID", serialization_alias="InfoID"
    )
    """The id of the business relation that holds the person's own name and contact details."""
    info: BusinessRelation | None = Field(
        default=None, validation_alias="Info", serialization_alias="Info"
    )
    """The name and the contact details of the person. If its `Name` is empty, leave the contact out (observed)."""
    parent_business_relation_id: Int32 | None = Field(
        default=None,
        validation_alias="ParentBusinessRelationID",
        serialization_alias="ParentBusinessRelationID",
    )
    """The id of the business relation that the contact belongs to."""
    parent_business_relation: BusinessRelation | None = Field(
        default=None,
        validation_alias="ParentBusinessRelation",
        serialization_alias="ParentBusinessRelation",
    )
    """The business relation that the contact belongs to."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CurrencyCode(Model):
    """A currency. It has no status."""

    code: str | None = Field(
        default=None, validation_alias="Code", serialization_alias="Code"
    )
    """The three-letter code of the currency."""
    short_code: str | None = Field(
        default=None, validation_alias="ShortCode", serialization_alias="ShortCode"
    )
    """The currency symbol or abbreviation."""
    name: str | None = Field(
        default=None, validation_alias="Name", serialization_alias="Name"
    )
    """The name of the currency."""
    description: str | None = Field(
        default=None, validation_alias="Description", serialization_alias="Description"
    )
    """A longer text about the currency."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomValues(Model):
    """The values of the company's own fields. Each key is the name of a field, with the prefix `Custom`. Each value is the value of that field."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )


class Customer(Model):
    """A company or person you sell to. The customer itself has the number, the terms and how invoices are sent. The name and all contact details are in `Info`. Related objects are included only if the request expands them."""

    customer_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CustomerNumber",
        serialization_alias="CustomerNumber",
    )
    """The customer number that users see. Leave it out or send `0`, and the server takes the next number of the series (observed). The customer's account in the ledger has the same number (observed)."""
    customer_number_kid_alias: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="CustomerNumberKidAlias",
        serialization_alias="CustomerNumberKidAlias",
    )
    """A number to use instead of the customer number in KIDs, the payment references on invoices. It has digits only, and is outside the customer number series (observed). Changing it changes the KIDs of later invoices (observed). Check it first with `validateCustomerKidAlias`."""
    business_relation_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The id of the business relation in `Info`; `0` for a new customer."""
    org_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="OrgNumber",
        serialization_alias="OrgNumber",
    )
    """The organisation number (organisasjonsnummer). A Norwegian company has nine digits, without spaces. Either this or `Info.Name` is required for a new customer. The vendor's own screens only warn when the check digit is wrong (observed). Private persons and leads can have null here (observed)."""
    social_security_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=20,
        validation_alias="SocialSecurityNumber",
        serialization_alias="SocialSecurityNumber",
    )
    """The national identity number of a private person. This is sensitive personal data: send it only if the law allows it."""
    is_private: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="IsPrivate",
        serialization_alias="IsPrivate",
    )
    """Whether the customer is a private person rather than a company."""
    info: BusinessRelation | None = Field(
        default=None, validation_alias="Info", serialization_alias="Info"
    )
    """The name and the contact details of the customer."""
    credit_days: Int32 | None = Field(
        default=None, validation_alias="CreditDays", serialization_alias="CreditDays"
    )
    """Days of credit, until an invoice is due, if different from the payment terms."""
    payment_terms_id: Int32 | None = Field(
        default=None,
        validation_alias="PaymentTermsID",
        serialization_alias="PaymentTermsID",
    )
    """The id of the payment terms."""
    payment_terms: Terms | None = Field(
        default=None,
        validation_alias="PaymentTerms",
        serialization_alias="PaymentTerms",
    )
    """When invoices must be paid."""
    delivery_terms_id: Int32 | None = Field(
        default=None,
        validation_alias="DeliveryTermsID",
        serialization_alias="DeliveryTermsID",
    )
    """The id of the delivery terms."""
    delivery_terms: Terms | None = Field(
        default=None,
        validation_alias="DeliveryTerms",
        serialization_alias="DeliveryTerms",
    )
    """How goods are delivered."""
    default_distributions_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultDistributionsID",
        serialization_alias="DefaultDistributionsID",
    )
    """The id of the set of distribution plans."""
    distributions: Distributions | None = Field(
        default=None,
        validation_alias="Distributions",
        serialization_alias="Distributions",
    )
    """How each kind of document reaches the customer (EHF, e-mail, print and so on)."""
    web_url: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="WebUrl",
        serialization_alias="WebUrl",
    )
    """The customer's web site."""
    dimensions_id: Int32 | None = Field(
        default=None,
        validation_alias="DimensionsID",
        serialization_alias="DimensionsID",
    )
    """The id of a set of dimensions, not of a project or department. If the id does not exist, the response is 500, not 400. To use an existing set, send its id here and null in `Dimensions` (platform)."""
    dimensions: Dimensions | None = Field(
        default=None, validation_alias="Dimensions", serialization_alias="Dimensions"
    )
    """The default project, department and other dimensions of the customer's documents. A new set has `ID` 0 and a `_createguid`."""
    gln: str | None = Field(
        default=None, max_length=13, validation_alias="GLN", serialization_alias="GLN"
    )
    """The Global Location Number of the customer, 13 digits, used in electronic trade."""
    peppol_address: str | None = Field(
        default=None,
        max_length=50,
        validation_alias="PeppolAddress",
        serialization_alias="PeppolAddress",
    )
    """The customer's identifier in the Peppol network, for electronic invoices (EHF)."""
    efaktura_identifier: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="EfakturaIdentifier",
        serialization_alias="EfakturaIdentifier",
    )
    """The customer's identifier in the bank's eFaktura service."""
    e_invoice_agreement_reference: str | None = Field(
        default=None,
        max_length=50,
        validation_alias="EInvoiceAgreementReference",
        serialization_alias="EInvoiceAgreementReference",
    )
    """The reference of the agreement on electronic invoices."""
    avtale_giro: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AvtaleGiro",
        serialization_alias="AvtaleGiro",
    )
    """Whether the customer pays by AvtaleGiro, the Norwegian direct debit."""
    avtale_giro_notification: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AvtaleGiroNotification",
        serialization_alias="AvtaleGiroNotification",
    )
    """Whether the bank notifies the customer before each AvtaleGiro payment."""
    dont_send_reminders: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="DontSendReminders",
        serialization_alias="DontSendReminders",
    )
    """Whether reminders to the customer are switched off."""
    reminder_email_address: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=255,
        validation_alias="ReminderEmailAddress",
        serialization_alias="ReminderEmailAddress",
    )
    """The e-mail address for reminders."""
    calculate_interest_on_reminders: bool | None = Field(
        default=None,
        validation_alias="CalculateInterestOnReminders",
        serialization_alias="CalculateInterestOnReminders",
    )
    """Whether interest is added to reminders."""
    customer_invoice_reminder_settings_id: Int32 | None = Field(
        default=None,
        deprecated=True,
        validation_alias="CustomerInvoiceReminderSettingsID",
        serialization_alias="CustomerInvoiceReminderSettingsID",
    )
    """The id of the reminder settings. The guide's sample still has it, but the platform has kept these settings on the company, not on the customer, since 2021 (platform)."""
    customer_invoice_reminder_settings: CustomerInvoiceReminderSettings | None = Field(
        default=None,
        deprecated=True,
        validation_alias="CustomerInvoiceReminderSettings",
        serialization_alias="CustomerInvoiceReminderSettings",
    )
    """The reminder settings. The guide's sample still has them, but the platform has kept them on the company, not on the customer, since 2021 (platform)."""
    factoring_number: Int32 | None = Field(
        default=None,
        validation_alias="FactoringNumber",
        serialization_alias="FactoringNumber",
    )
    """The customer's number at the factoring company."""
    dont_use_factoring: bool | None = Field(
        default=None,
        validation_alias="DontUseFactoring",
        serialization_alias="DontUseFactoring",
    )
    """Whether the customer's invoices are excluded from factoring."""
    currency_code_id: Int32 | None = Field(
        default=None,
        validation_alias="CurrencyCodeID",
        serialization_alias="CurrencyCodeID",
    )
    """The id of the currency that the customer is invoiced in."""
    currency_code: CurrencyCode | None = Field(
        default=None,
        validation_alias="CurrencyCode",
        serialization_alias="CurrencyCode",
    )
    """The currency that the customer is invoiced in. The platform's newest description does not list it as expandable (platform)."""
    acceptable_delta4_customer_payment_account_id: Int32 | None = Field(
        default=None,
        validation_alias="AcceptableDelta4CustomerPaymentAccountID",
        serialization_alias="AcceptableDelta4CustomerPaymentAccountID",
    )
    """The id of the account for small payment differences."""
    acceptable_delta4_customer_payment_account: Account | None = Field(
        default=None,
        validation_alias="AcceptableDelta4CustomerPaymentAccount",
        serialization_alias="AcceptableDelta4CustomerPaymentAccount",
    )
    """The account for small payment differences. The platform's newest description does not list it as expandable (platform)."""
    acceptable_delta4_customer_payment: Number | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AcceptableDelta4CustomerPayment",
        serialization_alias="AcceptableDelta4CustomerPayment",
    )
    """The largest accepted difference between an invoice and its payment."""
    sub_account_number_series_id: Int32 | None = Field(
        default=None,
        validation_alias="SubAccountNumberSeriesID",
        serialization_alias="SubAccountNumberSeriesID",
    )
    """The id of the number series that the customer number is taken from."""
    sub_account_number_series: NumberSeries | None = Field(
        default=None,
        validation_alias="SubAccountNumberSeries",
        serialization_alias="SubAccountNumberSeries",
    )
    """The number series that the customer number is taken from. The platform's newest description does not list it as expandable (platform)."""
    account: Account | None = Field(
        default=None, validation_alias="Account", serialization_alias="Account"
    )
    """The customer's own account in the ledger."""
    default_seller_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultSellerID",
        serialization_alias="DefaultSellerID",
    )
    """The id of the main seller. Send `0` to clear it (observed)."""
    default_seller: Seller | None = Field(
        default=None,
        validation_alias="DefaultSeller",
        serialization_alias="DefaultSeller",
    )
    """The main seller. If you send it, its `ID` must be the same as `DefaultSellerID`. Sending only the id is simpler (observed)."""
    sellers: list[SellerLink] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Sellers",
        serialization_alias="Sellers",
    )
    """The sellers of the customer, each with a share."""
    default_customer_invoice_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerInvoiceReportID",
        serialization_alias="DefaultCustomerInvoiceReportID",
    )
    """The id of the customer's default report for invoices, from `listReportsByType`. Without one the company's setting is used, and otherwise the first report of that type (observed)."""
    default_customer_order_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerOrderReportID",
        serialization_alias="DefaultCustomerOrderReportID",
    )
    """The id of the customer's default report for order confirmations, from `listReportsByType`."""
    default_customer_quote_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerQuoteReportID",
        serialization_alias="DefaultCustomerQuoteReportID",
    )
    """The id of the customer's default report for quotes, from `listReportsByType`."""
    localization: str | None = Field(
        default=None,
        max_length=10,
        validation_alias="Localization",
        serialization_alias="Localization",
    )
    """The language of the customer's documents. The vendor's own screens offer `no` and `en` (observed)."""
    customer_group_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerGroupID",
        serialization_alias="CustomerGroupID",
    )
    """The id of the customer group."""
    customer_group: CustomerGroup | None = Field(
        default=None,
        validation_alias="CustomerGroup",
        serialization_alias="CustomerGroup",
    )
    """The customer group."""
    invoice_charge_id: Int32 | None = Field(
        default=None,
        validation_alias="InvoiceChargeID",
        serialization_alias="InvoiceChargeID",
    )
    """The id of the charge added to the customer's invoices."""
    invoice_charge: InvoiceCharge | None = Field(
        default=None,
        validation_alias="InvoiceCharge",
        serialization_alias="InvoiceCharge",
    )
    """The charge added to the customer's invoices."""
    vat_type_id: Int32 | None = Field(
        default=None, validation_alias="VatTypeID", serialization_alias="VatTypeID"
    )
    """The id of the default VAT type of the customer's invoices."""
    vat_type: VatType | None = Field(
        default=None, validation_alias="VatType", serialization_alias="VatType"
    )
    """The default VAT type of the customer's invoices."""
    customer_quotes: list[CustomerQuote] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CustomerQuotes",
        serialization_alias="CustomerQuotes",
    )
    """The quotes made to the customer."""
    customer_orders: list[CustomerOrder] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CustomerOrders",
        serialization_alias="CustomerOrders",
    )
    """The customer's orders."""
    customer_invoices: list[CustomerInvoice] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CustomerInvoices",
        serialization_alias="CustomerInvoices",
    )
    """The customer's invoices."""
    companies: list[SubCompany] | None = Field(
        default=None, validation_alias="Companies", serialization_alias="Companies"
    )
    """The companies on the platform that this customer represents, as in an accounting firm. The vendor's own screens send null for none (observed)."""
    status_code: CustomerStatus | Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the customer. Null on create means Active. Send 20001 to create a lead (observed). Later the actions `activate`, `deactivate` and `block` change it. A customer can have null here, and a filter on Active then misses it (observed)."""
    id: Int32 = Field(
        ...,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerCreate(Request):
    """The body of a request that creates a customer. Only `OrgNumber` or `Info.Name` is required. Contact details, terms and reports are optional, and make later orders and invoices easier."""

    model_config = ConfigDict(
        json_schema_extra={"x-identity": ["OrgNumber", "Info.Name"]},
    )
    customer_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerNumber",
        serialization_alias="CustomerNumber",
    )
    """The customer number that users see. Leave it out or send `0`, and the server takes the next number of the series (observed). The customer's account in the ledger has the same number (observed)."""
    customer_number_kid_alias: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="CustomerNumberKidAlias",
        serialization_alias="CustomerNumberKidAlias",
    )
    """A number to use instead of the customer number in KIDs, the payment references on invoices. It has digits only, and is outside the customer number series (observed). Changing it changes the KIDs of later invoices (observed). Check it first with `validateCustomerKidAlias`."""
    business_relation_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The id of the business relation in `Info`; `0` for a new customer."""
    org_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="OrgNumber",
        serialization_alias="OrgNumber",
    )
    """The organisation number (organisasjonsnummer). A Norwegian company has nine digits, without spaces. Either this or `Info.Name` is required for a new customer. The vendor's own screens only warn when the check digit is wrong (observed). Private persons and leads can have null here (observed)."""
    social_security_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=20,
        validation_alias="SocialSecurityNumber",
        serialization_alias="SocialSecurityNumber",
    )
    """The national identity number of a private person. This is sensitive personal data: send it only if the law allows it."""
    is_private: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="IsPrivate",
        serialization_alias="IsPrivate",
    )
    """Whether the customer is a private person rather than a company."""
    info: BusinessRelation | None = Field(
        default=None, validation_alias="Info", serialization_alias="Info"
    )
    """The name and the contact details of the customer."""
    credit_days: Int32 | None = Field(
        default=None, validation_alias="CreditDays", serialization_alias="CreditDays"
    )
    """Days of credit, until an invoice is due, if different from the payment terms."""
    payment_terms_id: Int32 | None = Field(
        default=None,
        validation_alias="PaymentTermsID",
        serialization_alias="PaymentTermsID",
    )
    """The id of the payment terms."""
    payment_terms: Terms | None = Field(
        default=None,
        validation_alias="PaymentTerms",
        serialization_alias="PaymentTerms",
    )
    """When invoices must be paid."""
    delivery_terms_id: Int32 | None = Field(
        default=None,
        validation_alias="DeliveryTermsID",
        serialization_alias="DeliveryTermsID",
    )
    """The id of the delivery terms."""
    delivery_terms: Terms | None = Field(
        default=None,
        validation_alias="DeliveryTerms",
        serialization_alias="DeliveryTerms",
    )
    """How goods are delivered."""
    default_distributions_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultDistributionsID",
        serialization_alias="DefaultDistributionsID",
    )
    """The id of the set of distribution plans."""
    distributions: Distributions | None = Field(
        default=None,
        validation_alias="Distributions",
        serialization_alias="Distributions",
    )
    """How each kind of document reaches the customer (EHF, e-mail, print and so on)."""
    web_url: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="WebUrl",
        serialization_alias="WebUrl",
    )
    """The customer's web site."""
    dimensions_id: Int32 | None = Field(
        default=None,
        validation_alias="DimensionsID",
        serialization_alias="DimensionsID",
    )
    """The id of a set of dimensions, not of a project or department. If the id does not exist, the response is 500, not 400. To use an existing set, send its id here and null in `Dimensions` (platform)."""
    dimensions: Dimensions | None = Field(
        default=None, validation_alias="Dimensions", serialization_alias="Dimensions"
    )
    """The default project, department and other dimensions of the customer's documents. A new set has `ID` 0 and a `_createguid`."""
    gln: str | None = Field(
        default=None, max_length=13, validation_alias="GLN", serialization_alias="GLN"
    )
    """The Global Location Number of the customer, 13 digits, used in electronic trade."""
    peppol_address: str | None = Field(
        default=None,
        max_length=50,
        validation_alias="PeppolAddress",
        serialization_alias="PeppolAddress",
    )
    """The customer's identifier in the Peppol network, for electronic invoices (EHF)."""
    efaktura_identifier: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="EfakturaIdentifier",
        serialization_alias="EfakturaIdentifier",
    )
    """The customer's identifier in the bank's eFaktura service."""
    e_invoice_agreement_reference: str | None = Field(
        default=None,
        max_length=50,
        validation_alias="EInvoiceAgreementReference",
        serialization_alias="EInvoiceAgreementReference",
    )
    """The reference of the agreement on electronic invoices."""
    avtale_giro: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="AvtaleGiro",
        serialization_alias="AvtaleGiro",
    )
    """Whether the customer pays by AvtaleGiro, the Norwegian direct debit."""
    avtale_giro_notification: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="AvtaleGiroNotification",
        serialization_alias="AvtaleGiroNotification",
    )
    """Whether the bank notifies the customer before each AvtaleGiro payment."""
    dont_send_reminders: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="DontSendReminders",
        serialization_alias="DontSendReminders",
    )
    """Whether reminders to the customer are switched off."""
    reminder_email_address: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=255,
        validation_alias="ReminderEmailAddress",
        serialization_alias="ReminderEmailAddress",
    )
    """The e-mail address for reminders."""
    calculate_interest_on_reminders: bool | None = Field(
        default=None,
        validation_alias="CalculateInterestOnReminders",
        serialization_alias="CalculateInterestOnReminders",
    )
    """Whether interest is added to reminders."""
    customer_invoice_reminder_settings_id: Int32 | None = Field(
        default=None,
        deprecated=True,
        validation_alias="CustomerInvoiceReminderSettingsID",
        serialization_alias="CustomerInvoiceReminderSettingsID",
    )
    """The id of the reminder settings. The guide's sample still has it, but the platform has kept these settings on the company, not on the customer, since 2021 (platform)."""
    customer_invoice_reminder_settings: CustomerInvoiceReminderSettings | None = Field(
        default=None,
        deprecated=True,
        validation_alias="CustomerInvoiceReminderSettings",
        serialization_alias="CustomerInvoiceReminderSettings",
    )
    """The reminder settings. The guide's sample still has them, but the platform has kept them on the company, not on the customer, since 2021 (platform)."""
    factoring_number: Int32 | None = Field(
        default=None,
        validation_alias="FactoringNumber",
        serialization_alias="FactoringNumber",
    )
    """The customer's number at the factoring company."""
    dont_use_factoring: bool | None = Field(
        default=None,
        validation_alias="DontUseFactoring",
        serialization_alias="DontUseFactoring",
    )
    """Whether the customer's invoices are excluded from factoring."""
    currency_code_id: Int32 | None = Field(
        default=None,
        validation_alias="CurrencyCodeID",
        serialization_alias="CurrencyCodeID",
    )
    """The id of the currency that the customer is invoiced in."""
    currency_code: CurrencyCode | None = Field(
        default=None,
        validation_alias="CurrencyCode",
        serialization_alias="CurrencyCode",
    )
    """The currency that the customer is invoiced in. The platform's newest description does not list it as expandable (platform)."""
    acceptable_delta4_customer_payment_account_id: Int32 | None = Field(
        default=None,
        validation_alias="AcceptableDelta4CustomerPaymentAccountID",
        serialization_alias="AcceptableDelta4CustomerPaymentAccountID",
    )
    """The id of the account for small payment differences."""
    acceptable_delta4_customer_payment_account: Account | None = Field(
        default=None,
        validation_alias="AcceptableDelta4CustomerPaymentAccount",
        serialization_alias="AcceptableDelta4CustomerPaymentAccount",
    )
    """The account for small payment differences. The platform's newest description does not list it as expandable (platform)."""
    acceptable_delta4_customer_payment: Number | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="AcceptableDelta4CustomerPayment",
        serialization_alias="AcceptableDelta4CustomerPayment",
    )
    """The largest accepted difference between an invoice and its payment."""
    sub_account_number_series_id: Int32 | None = Field(
        default=None,
        validation_alias="SubAccountNumberSeriesID",
        serialization_alias="SubAccountNumberSeriesID",
    )
    """The id of the number series that the customer number is taken from."""
    sub_account_number_series: NumberSeries | None = Field(
        default=None,
        validation_alias="SubAccountNumberSeries",
        serialization_alias="SubAccountNumberSeries",
    )
    """The number series that the customer number is taken from. The platform's newest description does not list it as expandable (platform)."""
    account: Account | None = Field(
        default=None, validation_alias="Account", serialization_alias="Account"
    )
    """The customer's own account in the ledger."""
    default_seller_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultSellerID",
        serialization_alias="DefaultSellerID",
    )
    """The id of the main seller. Send `0` to clear it (observed)."""
    default_seller: Seller | None = Field(
        default=None,
        validation_alias="DefaultSeller",
        serialization_alias="DefaultSeller",
    )
    """The main seller. If you send it, its `ID` must be the same as `DefaultSellerID`. Sending only the id is simpler (observed)."""
    sellers: list[SellerLink] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Sellers",
        serialization_alias="Sellers",
    )
    """The sellers of the customer, each with a share."""
    default_customer_invoice_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerInvoiceReportID",
        serialization_alias="DefaultCustomerInvoiceReportID",
    )
    """The id of the customer's default report for invoices, from `listReportsByType`. Without one the company's setting is used, and otherwise the first report of that type (observed)."""
    default_customer_order_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerOrderReportID",
        serialization_alias="DefaultCustomerOrderReportID",
    )
    """The id of the customer's default report for order confirmations, from `listReportsByType`."""
    default_customer_quote_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerQuoteReportID",
        serialization_alias="DefaultCustomerQuoteReportID",
    )
    """The id of the customer's default report for quotes, from `listReportsByType`."""
    localization: str | None = Field(
        default=None,
        max_length=10,
        validation_alias="Localization",
        serialization_alias="Localization",
    )
    """The language of the customer's documents. The vendor's own screens offer `no` and `en` (observed)."""
    customer_group_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerGroupID",
        serialization_alias="CustomerGroupID",
    )
    """The id of the customer group."""
    customer_group: CustomerGroup | None = Field(
        default=None,
        validation_alias="CustomerGroup",
        serialization_alias="CustomerGroup",
    )
    """The customer group."""
    invoice_charge_id: Int32 | None = Field(
        default=None,
        validation_alias="InvoiceChargeID",
        serialization_alias="InvoiceChargeID",
    )
    """The id of the charge added to the customer's invoices."""
    invoice_charge: InvoiceCharge | None = Field(
        default=None,
        validation_alias="InvoiceCharge",
        serialization_alias="InvoiceCharge",
    )
    """The charge added to the customer's invoices."""
    vat_type_id: Int32 | None = Field(
        default=None, validation_alias="VatTypeID", serialization_alias="VatTypeID"
    )
    """The id of the default VAT type of the customer's invoices."""
    vat_type: VatType | None = Field(
        default=None, validation_alias="VatType", serialization_alias="VatType"
    )
    """The default VAT type of the customer's invoices."""
    customer_quotes: list[CustomerQuote] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerQuotes",
        serialization_alias="CustomerQuotes",
    )
    """The quotes made to the customer."""
    customer_orders: list[CustomerOrder] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerOrders",
        serialization_alias="CustomerOrders",
    )
    """The customer's orders."""
    customer_invoices: list[CustomerInvoice] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerInvoices",
        serialization_alias="CustomerInvoices",
    )
    """The customer's invoices."""
    companies: list[SubCompany] | None = Field(
        default=None, validation_alias="Companies", serialization_alias="Companies"
    )
    """The companies on the platform that this customer represents, as in an accounting firm. The vendor's own screens send null for none (observed)."""
    status_code: CustomerStatus | Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the customer. Null on create means Active. Send 20001 to create a lead (observed). Later the actions `activate`, `deactivate` and `block` change it. A customer can have null here, and a filter on Active then misses it (observed)."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerGroup(Model):
    """A group of customers. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerInvoice(Model):
    """An invoice sent to a customer, or a draft of one. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    invoice_number: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="InvoiceNumber",
        serialization_alias="InvoiceNumber",
    )
    """The number of the invoice, as text."""
    email_address: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=255,
        validation_alias="EmailAddress",
        serialization_alias="EmailAddress",
    )
    """The e-mail address for the invoice."""
    customer_id: Int32 | None = Field(
        default=None, validation_alias="CustomerID", serialization_alias="CustomerID"
    )
    """The id of the customer."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status. The known codes are from 42001 to 42007."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerInvoiceReminderSettings(Model):
    """When and how reminders are sent. The platform now keeps these settings on the company only, not on the customer."""

    minimum_amount_to_remind: Number | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="MinimumAmountToRemind",
        serialization_alias="MinimumAmountToRemind",
    )
    """The smallest amount for which a reminder is sent."""
    reminders_before_debt_collection: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="RemindersBeforeDebtCollection",
        serialization_alias="RemindersBeforeDebtCollection",
    )
    """How many reminders are sent before debt collection."""
    accept_payment_without_reminder_fee: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AcceptPaymentWithoutReminderFee",
        serialization_alias="AcceptPaymentWithoutReminderFee",
    )
    """Whether a payment without the reminder fee counts as full payment."""
    use_reminder_rule_texts_in_emails: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="UseReminderRuleTextsInEmails",
        serialization_alias="UseReminderRuleTextsInEmails",
    )
    """Whether the texts of the reminder rules are used in e-mails."""
    rule_set_type: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="RuleSetType",
        serialization_alias="RuleSetType",
    )
    """Which set of rules is used. The meaning of the numbers is not documented."""
    customer_invoice_reminder_rules: list[OpenEntity] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CustomerInvoiceReminderRules",
        serialization_alias="CustomerInvoiceReminderRules",
    )
    """The rules, one for each reminder."""
    default_reminder_fee_account_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultReminderFeeAccountID",
        serialization_alias="DefaultReminderFeeAccountID",
    )
    """The id of the account that reminder fees are booked on."""
    default_reminder_fee_account: Account | None = Field(
        default=None,
        validation_alias="DefaultReminderFeeAccount",
        serialization_alias="DefaultReminderFeeAccount",
    )
    """The account that reminder fees are booked on."""
    debt_collection_settings_id: Int32 | None = Field(
        default=None,
        validation_alias="DebtCollectionSettingsID",
        serialization_alias="DebtCollectionSettingsID",
    )
    """The id of the settings for debt collection."""
    debt_collection_settings: OpenEntity | None = Field(
        default=None,
        validation_alias="DebtCollectionSettings",
        serialization_alias="DebtCollectionSettings",
    )
    """The settings for debt collection."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerOrder(Model):
    """A customer's order. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    customer_id: Int32 | None = Field(
        default=None, validation_alias="CustomerID", serialization_alias="CustomerID"
    )
    """The id of the customer."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status. The known codes are from 41001 to 41005."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerQuote(Model):
    """A quote made to a customer. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    customer_id: Int32 | None = Field(
        default=None, validation_alias="CustomerID", serialization_alias="CustomerID"
    )
    """The id of the customer."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status. The known codes are from 40101 to 40107."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class CustomerStatus(IntEnum):
    """The status of a customer."""

    PENDING = 20001
    """A potential customer (a lead). Lists filtered on Active do not show it (observed)."""
    ACTIVE = 30001
    """An ordinary customer. A new customer gets this status unless the request says otherwise."""
    IN_ACTIVE = 50001
    """Not in use, but kept. The action `deactivate` sets it."""
    DELETED = 90001
    """Marked as deleted, but not removed (assumed). The action `block` sets it."""


class CustomerUpdate(Request):
    """The body of a request that changes a customer, and one item of a bulk save. The server merges it: what you leave out stays as it is. A child with its `ID` is changed. With `Deleted: true` as well it is deleted. Without an `ID` it is new, and needs a `_createguid`."""

    customer_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerNumber",
        serialization_alias="CustomerNumber",
    )
    """The customer number that users see. Leave it out or send `0`, and the server takes the next number of the series (observed). The customer's account in the ledger has the same number (observed)."""
    customer_number_kid_alias: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="CustomerNumberKidAlias",
        serialization_alias="CustomerNumberKidAlias",
    )
    """A number to use instead of the customer number in KIDs, the payment references on invoices. It has digits only, and is outside the customer number series (observed). Changing it changes the KIDs of later invoices (observed). Check it first with `validateCustomerKidAlias`."""
    business_relation_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The id of the business relation in `Info`; `0` for a new customer."""
    org_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="OrgNumber",
        serialization_alias="OrgNumber",
    )
    """The organisation number (organisasjonsnummer). A Norwegian company has nine digits, without spaces. Either this or `Info.Name` is required for a new customer. The vendor's own screens only warn when the check digit is wrong (observed). Private persons and leads can have null here (observed)."""
    social_security_number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=20,
        validation_alias="SocialSecurityNumber",
        serialization_alias="SocialSecurityNumber",
    )
    """The national identity number of a private person. This is sensitive personal data: send it only if the law allows it."""
    is_private: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="IsPrivate",
        serialization_alias="IsPrivate",
    )
    """Whether the customer is a private person rather than a company."""
    info: BusinessRelation | None = Field(
        default=None, validation_alias="Info", serialization_alias="Info"
    )
    """The name and the contact details of the customer."""
    credit_days: Int32 | None = Field(
        default=None, validation_alias="CreditDays", serialization_alias="CreditDays"
    )
    """Days of credit, until an invoice is due, if different from the payment terms."""
    payment_terms_id: Int32 | None = Field(
        default=None,
        validation_alias="PaymentTermsID",
        serialization_alias="PaymentTermsID",
    )
    """The id of the payment terms."""
    payment_terms: Terms | None = Field(
        default=None,
        validation_alias="PaymentTerms",
        serialization_alias="PaymentTerms",
    )
    """When invoices must be paid."""
    delivery_terms_id: Int32 | None = Field(
        default=None,
        validation_alias="DeliveryTermsID",
        serialization_alias="DeliveryTermsID",
    )
    """The id of the delivery terms."""
    delivery_terms: Terms | None = Field(
        default=None,
        validation_alias="DeliveryTerms",
        serialization_alias="DeliveryTerms",
    )
    """How goods are delivered."""
    default_distributions_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultDistributionsID",
        serialization_alias="DefaultDistributionsID",
    )
    """The id of the set of distribution plans."""
    distributions: Distributions | None = Field(
        default=None,
        validation_alias="Distributions",
        serialization_alias="Distributions",
    )
    """How each kind of document reaches the customer (EHF, e-mail, print and so on)."""
    web_url: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="WebUrl",
        serialization_alias="WebUrl",
    )
    """The customer's web site."""
    dimensions_id: Int32 | None = Field(
        default=None,
        validation_alias="DimensionsID",
        serialization_alias="DimensionsID",
    )
    """The id of a set of dimensions, not of a project or department. If the id does not exist, the response is 500, not 400. To use an existing set, send its id here and null in `Dimensions` (platform)."""
    dimensions: Dimensions | None = Field(
        default=None, validation_alias="Dimensions", serialization_alias="Dimensions"
    )
    """The default project, department and other dimensions of the customer's documents. A new set has `ID` 0 and a `_createguid`."""
    gln: str | None = Field(
        default=None, max_length=13, validation_alias="GLN", serialization_alias="GLN"
    )
    """The Global Location Number of the customer, 13 digits, used in electronic trade."""
    peppol_address: str | None = Field(
        default=None,
        max_length=50,
        validation_alias="PeppolAddress",
        serialization_alias="PeppolAddress",
    )
    """The customer's identifier in the Peppol network, for electronic invoices (EHF)."""
    efaktura_identifier: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=100,
        validation_alias="EfakturaIdentifier",
        serialization_alias="EfakturaIdentifier",
    )
    """The customer's identifier in the bank's eFaktura service."""
    e_invoice_agreement_reference: str | None = Field(
        default=None,
        max_length=50,
        validation_alias="EInvoiceAgreementReference",
        serialization_alias="EInvoiceAgreementReference",
    )
    """The reference of the agreement on electronic invoices."""
    avtale_giro: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="AvtaleGiro",
        serialization_alias="AvtaleGiro",
    )
    """Whether the customer pays by AvtaleGiro, the Norwegian direct debit."""
    avtale_giro_notification: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="AvtaleGiroNotification",
        serialization_alias="AvtaleGiroNotification",
    )
    """Whether the bank notifies the customer before each AvtaleGiro payment."""
    dont_send_reminders: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="DontSendReminders",
        serialization_alias="DontSendReminders",
    )
    """Whether reminders to the customer are switched off."""
    reminder_email_address: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        max_length=255,
        validation_alias="ReminderEmailAddress",
        serialization_alias="ReminderEmailAddress",
    )
    """The e-mail address for reminders."""
    calculate_interest_on_reminders: bool | None = Field(
        default=None,
        validation_alias="CalculateInterestOnReminders",
        serialization_alias="CalculateInterestOnReminders",
    )
    """Whether interest is added to reminders."""
    customer_invoice_reminder_settings_id: Int32 | None = Field(
        default=None,
        deprecated=True,
        validation_alias="CustomerInvoiceReminderSettingsID",
        serialization_alias="CustomerInvoiceReminderSettingsID",
    )
    """The id of the reminder settings. The guide's sample still has it, but the platform has kept these settings on the company, not on the customer, since 2021 (platform)."""
    customer_invoice_reminder_settings: CustomerInvoiceReminderSettings | None = Field(
        default=None,
        deprecated=True,
        validation_alias="CustomerInvoiceReminderSettings",
        serialization_alias="CustomerInvoiceReminderSettings",
    )
    """The reminder settings. The guide's sample still has them, but the platform has kept them on the company, not on the customer, since 2021 (platform)."""
    factoring_number: Int32 | None = Field(
        default=None,
        validation_alias="FactoringNumber",
        serialization_alias="FactoringNumber",
    )
    """The customer's number at the factoring company."""
    dont_use_factoring: bool | None = Field(
        default=None,
        validation_alias="DontUseFactoring",
        serialization_alias="DontUseFactoring",
    )
    """Whether the customer's invoices are excluded from factoring."""
    currency_code_id: Int32 | None = Field(
        default=None,
        validation_alias="CurrencyCodeID",
        serialization_alias="CurrencyCodeID",
    )
    """The id of the currency that the customer is invoiced in."""
    currency_code: CurrencyCode | None = Field(
        default=None,
        validation_alias="CurrencyCode",
        serialization_alias="CurrencyCode",
    )
    """The currency that the customer is invoiced in. The platform's newest description does not list it as expandable (platform)."""
    acceptable_delta4_customer_payment_account_id: Int32 | None = Field(
        default=None,
        validation_alias="AcceptableDelta4CustomerPaymentAccountID",
        serialization_alias="AcceptableDelta4CustomerPaymentAccountID",
    )
    """The id of the account for small payment differences."""
    acceptable_delta4_customer_payment_account: Account | None = Field(
        default=None,
        validation_alias="AcceptableDelta4CustomerPaymentAccount",
        serialization_alias="AcceptableDelta4CustomerPaymentAccount",
    )
    """The account for small payment differences. The platform's newest description does not list it as expandable (platform)."""
    acceptable_delta4_customer_payment: Number | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="AcceptableDelta4CustomerPayment",
        serialization_alias="AcceptableDelta4CustomerPayment",
    )
    """The largest accepted difference between an invoice and its payment."""
    sub_account_number_series_id: Int32 | None = Field(
        default=None,
        validation_alias="SubAccountNumberSeriesID",
        serialization_alias="SubAccountNumberSeriesID",
    )
    """The id of the number series that the customer number is taken from."""
    sub_account_number_series: NumberSeries | None = Field(
        default=None,
        validation_alias="SubAccountNumberSeries",
        serialization_alias="SubAccountNumberSeries",
    )
    """The number series that the customer number is taken from. The platform's newest description does not list it as expandable (platform)."""
    account: Account | None = Field(
        default=None, validation_alias="Account", serialization_alias="Account"
    )
    """The customer's own account in the ledger."""
    default_seller_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultSellerID",
        serialization_alias="DefaultSellerID",
    )
    """The id of the main seller. Send `0` to clear it (observed)."""
    default_seller: Seller | None = Field(
        default=None,
        validation_alias="DefaultSeller",
        serialization_alias="DefaultSeller",
    )
    """The main seller. If you send it, its `ID` must be the same as `DefaultSellerID`. Sending only the id is simpler (observed)."""
    sellers: list[SellerLink] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Sellers",
        serialization_alias="Sellers",
    )
    """The sellers of the customer, each with a share."""
    default_customer_invoice_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerInvoiceReportID",
        serialization_alias="DefaultCustomerInvoiceReportID",
    )
    """The id of the customer's default report for invoices, from `listReportsByType`. Without one the company's setting is used, and otherwise the first report of that type (observed)."""
    default_customer_order_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerOrderReportID",
        serialization_alias="DefaultCustomerOrderReportID",
    )
    """The id of the customer's default report for order confirmations, from `listReportsByType`."""
    default_customer_quote_report_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultCustomerQuoteReportID",
        serialization_alias="DefaultCustomerQuoteReportID",
    )
    """The id of the customer's default report for quotes, from `listReportsByType`."""
    localization: str | None = Field(
        default=None,
        max_length=10,
        validation_alias="Localization",
        serialization_alias="Localization",
    )
    """The language of the customer's documents. The vendor's own screens offer `no` and `en` (observed)."""
    customer_group_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerGroupID",
        serialization_alias="CustomerGroupID",
    )
    """The id of the customer group."""
    customer_group: CustomerGroup | None = Field(
        default=None,
        validation_alias="CustomerGroup",
        serialization_alias="CustomerGroup",
    )
    """The customer group."""
    invoice_charge_id: Int32 | None = Field(
        default=None,
        validation_alias="InvoiceChargeID",
        serialization_alias="InvoiceChargeID",
    )
    """The id of the charge added to the customer's invoices."""
    invoice_charge: InvoiceCharge | None = Field(
        default=None,
        validation_alias="InvoiceCharge",
        serialization_alias="InvoiceCharge",
    )
    """The charge added to the customer's invoices."""
    vat_type_id: Int32 | None = Field(
        default=None, validation_alias="VatTypeID", serialization_alias="VatTypeID"
    )
    """The id of the default VAT type of the customer's invoices."""
    vat_type: VatType | None = Field(
        default=None, validation_alias="VatType", serialization_alias="VatType"
    )
    """The default VAT type of the customer's invoices."""
    customer_quotes: list[CustomerQuote] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerQuotes",
        serialization_alias="CustomerQuotes",
    )
    """The quotes made to the customer."""
    customer_orders: list[CustomerOrder] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerOrders",
        serialization_alias="CustomerOrders",
    )
    """The customer's orders."""
    customer_invoices: list[CustomerInvoice] | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="CustomerInvoices",
        serialization_alias="CustomerInvoices",
    )
    """The customer's invoices."""
    companies: list[SubCompany] | None = Field(
        default=None, validation_alias="Companies", serialization_alias="Companies"
    )
    """The companies on the platform that this customer represents, as in an accounting firm. The vendor's own screens send null for none (observed)."""
    status_code: CustomerStatus | Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the customer. Null on create means Active. Send 20001 to create a lead (observed). Later the actions `activate`, `deactivate` and `block` change it. A customer can have null here, and a filter on Active then misses it (observed)."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Department(Model):
    """A department for bookkeeping. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    department_number: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="DepartmentNumber",
        serialization_alias="DepartmentNumber",
    )
    """The department number that users see."""
    name: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="Name",
        serialization_alias="Name",
    )
    """The name of the department."""
    description: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="Description",
        serialization_alias="Description",
    )
    """What the department does."""
    department_manager_name: str | None = Field(
        default=None,
        max_length=100,
        validation_alias="DepartmentManagerName",
        serialization_alias="DepartmentManagerName",
    )
    """The name of the head of the department."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Dimensions(Model):
    """A set of dimensions: the project, department and so on for bookkeeping. A new set has `ID` 0 and a `_createguid`. To use an existing set, send its id in the foreign key and null here."""

    project_id: Int32 | None = Field(
        default=None, validation_alias="ProjectID", serialization_alias="ProjectID"
    )
    """The id of the project."""
    project: Project | None = Field(
        default=None, validation_alias="Project", serialization_alias="Project"
    )
    """The project."""
    department_id: Int32 | None = Field(
        default=None,
        validation_alias="DepartmentID",
        serialization_alias="DepartmentID",
    )
    """The id of the department."""
    department: Department | None = Field(
        default=None, validation_alias="Department", serialization_alias="Department"
    )
    """The department."""
    project_task_id: Int32 | None = Field(
        default=None,
        validation_alias="ProjectTaskID",
        serialization_alias="ProjectTaskID",
    )
    """The id of the task within the project."""
    project_task: OpenEntity | None = Field(
        default=None, validation_alias="ProjectTask", serialization_alias="ProjectTask"
    )
    """The task within the project."""
    responsible_id: Int32 | None = Field(
        default=None,
        validation_alias="ResponsibleID",
        serialization_alias="ResponsibleID",
    )
    """The id of the responsible person."""
    responsible: OpenEntity | None = Field(
        default=None, validation_alias="Responsible", serialization_alias="Responsible"
    )
    """The responsible person."""
    region_id: Int32 | None = Field(
        default=None, validation_alias="RegionID", serialization_alias="RegionID"
    )
    """The id of the region."""
    region: OpenEntity | None = Field(
        default=None, validation_alias="Region", serialization_alias="Region"
    )
    """The region."""
    dimension5_id: Int32 | None = Field(
        default=None,
        validation_alias="Dimension5ID",
        serialization_alias="Dimension5ID",
    )
    """The id of the value of dimension 5, one of those that the company defines."""
    dimension5: OpenEntity | None = Field(
        default=None, validation_alias="Dimension5", serialization_alias="Dimension5"
    )
    """The value of dimension 5, one of those that the company defines."""
    dimension6_id: Int32 | None = Field(
        default=None,
        validation_alias="Dimension6ID",
        serialization_alias="Dimension6ID",
    )
    """The id of the value of dimension 6, one of those that the company defines."""
    dimension6: OpenEntity | None = Field(
        default=None, validation_alias="Dimension6", serialization_alias="Dimension6"
    )
    """The value of dimension 6, one of those that the company defines."""
    dimension7_id: Int32 | None = Field(
        default=None,
        validation_alias="Dimension7ID",
        serialization_alias="Dimension7ID",
    )
    """The id of the value of dimension 7, one of those that the company defines."""
    dimension7: OpenEntity | None = Field(
        default=None, validation_alias="Dimension7", serialization_alias="Dimension7"
    )
    """The value of dimension 7, one of those that the company defines."""
    dimension8_id: Int32 | None = Field(
        default=None,
        validation_alias="Dimension8ID",
        serialization_alias="Dimension8ID",
    )
    """The id of the value of dimension 8, one of those that the company defines."""
    dimension8: OpenEntity | None = Field(
        default=None, validation_alias="Dimension8", serialization_alias="Dimension8"
    )
    """The value of dimension 8, one of those that the company defines."""
    dimension9_id: Int32 | None = Field(
        default=None,
        validation_alias="Dimension9ID",
        serialization_alias="Dimension9ID",
    )
    """The id of the value of dimension 9, one of those that the company defines."""
    dimension9: OpenEntity | None = Field(
        default=None, validation_alias="Dimension9", serialization_alias="Dimension9"
    )
    """The value of dimension 9, one of those that the company defines."""
    dimension10_id: Int32 | None = Field(
        default=None,
        validation_alias="Dimension10ID",
        serialization_alias="Dimension10ID",
    )
    """The id of the value of dimension 10, one of those that the company defines."""
    dimension10: OpenEntity | None = Field(
        default=None, validation_alias="Dimension10", serialization_alias="Dimension10"
    )
    """The value of dimension 10, one of those that the company defines."""
    asset_id: Int32 | None = Field(
        default=None, validation_alias="AssetID", serialization_alias="AssetID"
    )
    """The id of the fixed asset."""
    info: list[DimensionsInfo] | None = Field(
        default=None, validation_alias="Info", serialization_alias="Info"
    )
    """The names and numbers of the dimensions in the set, for showing. The server fills it in; null when you send a set."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class DimensionsInfo(Model):
    """The names and numbers of the dimensions in a set, in one row for display. The server creates it: do not send it. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The id of the row."""
    dimensions_id: Int32 | None = Field(
        default=None,
        validation_alias="DimensionsID",
        serialization_alias="DimensionsID",
    )
    """The id of the set of dimensions."""
    project_number: str | None = Field(
        default=None,
        validation_alias="ProjectNumber",
        serialization_alias="ProjectNumber",
    )
    """The number of the project."""
    project_name: str | None = Field(
        default=None, validation_alias="ProjectName", serialization_alias="ProjectName"
    )
    """The name of the project."""
    department_number: str | None = Field(
        default=None,
        validation_alias="DepartmentNumber",
        serialization_alias="DepartmentNumber",
    )
    """The number of the department."""
    department_name: str | None = Field(
        default=None,
        validation_alias="DepartmentName",
        serialization_alias="DepartmentName",
    )
    """The name of the department."""
    project_task_number: str | None = Field(
        default=None,
        validation_alias="ProjectTaskNumber",
        serialization_alias="ProjectTaskNumber",
    )
    """The number of the task within the project."""
    project_task_name: str | None = Field(
        default=None,
        validation_alias="ProjectTaskName",
        serialization_alias="ProjectTaskName",
    )
    """The name of the task within the project."""
    responsible_name: str | None = Field(
        default=None,
        validation_alias="ResponsibleName",
        serialization_alias="ResponsibleName",
    )
    """The name of the responsible person."""
    region_code: str | None = Field(
        default=None, validation_alias="RegionCode", serialization_alias="RegionCode"
    )
    """The code of the region."""
    region_name: str | None = Field(
        default=None, validation_alias="RegionName", serialization_alias="RegionName"
    )
    """The name of the region."""
    dimension5_number: str | None = Field(
        default=None,
        validation_alias="Dimension5Number",
        serialization_alias="Dimension5Number",
    )
    """The number of the value of dimension 5."""
    dimension5_name: str | None = Field(
        default=None,
        validation_alias="Dimension5Name",
        serialization_alias="Dimension5Name",
    )
    """The name of the value of dimension 5."""
    dimension6_number: str | None = Field(
        default=None,
        validation_alias="Dimension6Number",
        serialization_alias="Dimension6Number",
    )
    """The number of the value of dimension 6."""
    dimension6_name: str | None = Field(
        default=None,
        validation_alias="Dimension6Name",
        serialization_alias="Dimension6Name",
    )
    """The name of the value of dimension 6."""
    dimension7_number: str | None = Field(
        default=None,
        validation_alias="Dimension7Number",
        serialization_alias="Dimension7Number",
    )
    """The number of the value of dimension 7."""
    dimension7_name: str | None = Field(
        default=None,
        validation_alias="Dimension7Name",
        serialization_alias="Dimension7Name",
    )
    """The name of the value of dimension 7."""
    dimension8_number: str | None = Field(
        default=None,
        validation_alias="Dimension8Number",
        serialization_alias="Dimension8Number",
    )
    """The number of the value of dimension 8."""
    dimension8_name: str | None = Field(
        default=None,
        validation_alias="Dimension8Name",
        serialization_alias="Dimension8Name",
    )
    """The name of the value of dimension 8."""
    dimension9_number: str | None = Field(
        default=None,
        validation_alias="Dimension9Number",
        serialization_alias="Dimension9Number",
    )
    """The number of the value of dimension 9."""
    dimension9_name: str | None = Field(
        default=None,
        validation_alias="Dimension9Name",
        serialization_alias="Dimension9Name",
    )
    """The name of the value of dimension 9."""
    dimension10_number: str | None = Field(
        default=None,
        validation_alias="Dimension10Number",
        serialization_alias="Dimension10Number",
    )
    """The number of the value of dimension 10."""
    dimension10_name: str | None = Field(
        default=None,
        validation_alias="Dimension10Name",
        serialization_alias="Dimension10Name",
    )
    """The name of the value of dimension 10."""


class DistributionPlan(Model):
    """A plan for delivering one kind of document: the channels to try, in order."""

    name: str | None = Field(
        default=None, validation_alias="Name", serialization_alias="Name"
    )
    """The name of the plan."""
    entity_type: str | None = Field(
        default=None, validation_alias="EntityType", serialization_alias="EntityType"
    )
    """The kind of document, as the name of its class on the platform."""
    elements: list[DistributionPlanElement] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Elements",
        serialization_alias="Elements",
    )
    """The channels. The one with the lowest `Priority` is first. The vendor's own screens offer only e-mail and print for reminders, and only e-mail for orders (observed)."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class DistributionPlanElement(Model):
    """One channel in a distribution plan."""

    distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="DistributionPlanID",
        serialization_alias="DistributionPlanID",
    )
    """The id of the plan that the element belongs to."""
    distribution_plan_element_type_id: DistributionPlanElementType | Int32 | None = (
        Field(
            default=None,
            validation_alias="DistributionPlanElementTypeID",
            serialization_alias="DistributionPlanElementTypeID",
        )
    )
    """The channel. The id is the number in the platform's own list (assumed)."""
    element_type: OpenEntity | None = Field(
        default=None, validation_alias="ElementType", serialization_alias="ElementType"
    )
    """The channel as an object with a name."""
    priority: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Priority",
        serialization_alias="Priority",
    )
    """The order in which to try the channels. The lowest number is first."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class DistributionPlanElementType(IntEnum):
    """How a document is delivered to its recipient."""

    UNKNOWN = 0
    """Not known."""
    EHF = 1
    """EHF, the Norwegian electronic invoice that is sent through Peppol."""
    EMAIL = 2
    """E-mail."""
    PRINT = 3
    """On paper."""
    EFAKTURA = 4
    """eFaktura, the electronic invoice in the recipient's online bank."""
    FACTORING = 5
    """Through a factoring company."""
    VIPPS_INVOICE = 6
    """An invoice in Vipps, the Norwegian payment app."""
    AVTALEGIRO = 7
    """AvtaleGiro, the Norwegian direct debit."""
    AVTALEGIRO_EFAKTURA = 8
    """AvtaleGiro together with eFaktura."""


class Distributions(Model):
    """A set of distribution plans, one for each kind of document. The path `distributions` lists the plans, not these sets (platform)."""

    customer_invoice_distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerInvoiceDistributionPlanID",
        serialization_alias="CustomerInvoiceDistributionPlanID",
    )
    """The id of the plan for invoices."""
    customer_invoice_distribution_plan: DistributionPlan | None = Field(
        default=None,
        validation_alias="CustomerInvoiceDistributionPlan",
        serialization_alias="CustomerInvoiceDistributionPlan",
    )
    """How invoices are delivered."""
    customer_order_distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerOrderDistributionPlanID",
        serialization_alias="CustomerOrderDistributionPlanID",
    )
    """The id of the plan for order confirmations."""
    customer_order_distribution_plan: DistributionPlan | None = Field(
        default=None,
        validation_alias="CustomerOrderDistributionPlan",
        serialization_alias="CustomerOrderDistributionPlan",
    )
    """How order confirmations are delivered."""
    customer_quote_distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerQuoteDistributionPlanID",
        serialization_alias="CustomerQuoteDistributionPlanID",
    )
    """The id of the plan for quotes."""
    customer_quote_distribution_plan: DistributionPlan | None = Field(
        default=None,
        validation_alias="CustomerQuoteDistributionPlan",
        serialization_alias="CustomerQuoteDistributionPlan",
    )
    """How quotes are delivered."""
    customer_invoice_reminder_distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerInvoiceReminderDistributionPlanID",
        serialization_alias="CustomerInvoiceReminderDistributionPlanID",
    )
    """The id of the plan for reminders."""
    customer_invoice_reminder_distribution_plan: DistributionPlan | None = Field(
        default=None,
        validation_alias="CustomerInvoiceReminderDistributionPlan",
        serialization_alias="CustomerInvoiceReminderDistributionPlan",
    )
    """How reminders are delivered."""
    pay_check_distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="PayCheckDistributionPlanID",
        serialization_alias="PayCheckDistributionPlanID",
    )
    """The id of the plan for pay slips."""
    pay_check_distribution_plan: DistributionPlan | None = Field(
        default=None,
        validation_alias="PayCheckDistributionPlan",
        serialization_alias="PayCheckDistributionPlan",
    )
    """How pay slips are delivered."""
    annual_statement_distribution_plan_id: Int32 | None = Field(
        default=None,
        validation_alias="AnnualStatementDistributionPlanID",
        serialization_alias="AnnualStatementDistributionPlanID",
    )
    """The id of the plan for annual statements of pay."""
    annual_statement_distribution_plan: DistributionPlan | None = Field(
        default=None,
        validation_alias="AnnualStatementDistributionPlan",
        serialization_alias="AnnualStatementDistributionPlan",
    )
    """How annual statements of pay are delivered."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class EchoedEntity(Model):
    """The object that you sent, returned to you. The object itself, or an object nested in it, has `_validationResults` with messages about that object."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={
            "x-open": True,
            "x-recognised-by": {"kind": "object", "anywhere": "_validationResults"},
        },
    )
    validation_results: ValidationResults | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The messages about the object itself."""


class EchoedEntities(Root[list[EchoedEntity]]):
    """The list that you sent, returned to you. At least one of its objects, or an object nested in one, has `_validationResults` with messages about that object."""

    root: list[EchoedEntity] = Field(
        ...,
        json_schema_extra={
            "x-recognised-by": {"kind": "array", "anywhere": "_validationResults"}
        },
    )
    """The list that you sent, returned to you. At least one of its objects, or an object nested in one, has `_validationResults` with messages about that object."""


class Email(Model):
    """An e-mail address of a business relation. It has no endpoint of its own: read and save it inside `Info`. The path `emails` is a log of sent messages, not this (platform)."""

    email_address: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        validation_alias="EmailAddress",
        serialization_alias="EmailAddress",
    )
    """The e-mail address. No limit is documented."""
    description: str | None = Field(
        default=None, validation_alias="Description", serialization_alias="Description"
    )
    """What the e-mail address is for, in the user's words."""
    type: str | None = Field(
        default=None, validation_alias="Type", serialization_alias="Type"
    )
    """The kind of e-mail address. The allowed words are not documented."""
    business_relation_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The business relation that owns the address."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class EntityValidationRule(Model):
    """A validation rule about the value of one property, as returned with a message."""

    entity_type: str | None = Field(
        default=None, validation_alias="EntityType", serialization_alias="EntityType"
    )
    """The entity that the rule checks."""
    property_name: str | None = Field(
        default=None,
        validation_alias="PropertyName",
        serialization_alias="PropertyName",
    )
    """The property that the rule checks."""
    operator: ValidationOperator | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Operator",
        serialization_alias="Operator",
    )
    """How the property is compared with `Value`."""
    value: str | None = Field(
        default=None, validation_alias="Value", serialization_alias="Value"
    )
    """The value to compare the property with, as text."""
    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """The message when the rule is broken."""
    level: ValidationLevel | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Level",
        serialization_alias="Level",
    )
    """How serious it is to break the rule."""
    operation: OperationType | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Operation",
        serialization_alias="Operation",
    )
    """When the rule is checked. Do not rely on it: the guide's example has a value that does not match its rule."""
    system: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="System",
        serialization_alias="System",
    )
    """Whether the rule is part of the platform and cannot be switched off."""
    sync_key: str | None = Field(
        default=None, validation_alias="SyncKey", serialization_alias="SyncKey"
    )
    """A key for synchronising rules between companies (assumed)."""
    changed_by_company: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ChangedByCompany",
        serialization_alias="ChangedByCompany",
    )
    """Whether the company has changed the rule."""
    on_conflict: OnConflict | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="OnConflict",
        serialization_alias="OnConflict",
    )
    """What happens to the company's change when the platform changes the rule."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "never"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Forbidden(Model):
    """The body of a 403 response. The user is signed in, but may not do this in this company. No real body has been seen."""

    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """Why access was refused, if the body says so."""


class InvoiceCharge(Model):
    """A charge that is added to invoices. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class KidAliasUsable(Root[bool]):
    root: bool
    """Whether a KID alias can be used."""


class Link(Model):
    """One thing that can be done with an object, or one related object. Recorded responses have `label`, `description` and `readonly`. The vendor's own example has `responsetype` and `title` instead."""

    href: str | None = None
    """The path to call. In recorded responses it begins with `/api/`. In the vendor's own example it does not, so handle both."""
    method: str | None = None
    """The HTTP method of the call."""
    label: str | None = None
    """A short name for people to read."""
    description: str | None = None
    """What the call does, for people to read."""
    readonly: bool | None = None
    """Whether the related object can be read but not changed. Only relations have it."""
    responsetype: str | None = None
    """What kind of object the call returns."""
    title: str | None = None
    """A short name for people to read."""


class Links(Model):
    """What can be done with an object, and where its related objects are. `hateoas=true` adds it to every object."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    actions: dict[str, Link] | None = Field(
        default=None, json_schema_extra={"x-null": "never"}
    )
    """The operations that can be called on the object, by name. A recorded customer has `next` and `previous` here."""
    transitions: dict[str, Link] | None = Field(
        default=None, json_schema_extra={"x-null": "never"}
    )
    """The changes of status that the object allows now, by name. A recorded customer has none, not even those of `activateCustomer`, `deactivateCustomer` and `blockCustomer`."""
    relations: dict[str, Link] | None = Field(
        default=None, json_schema_extra={"x-null": "never"}
    )
    """Where related objects are, by property name. `Self` is the object itself."""


class MessageObject(Model):
    """A message and nothing else that identifies the body. Some parts of the platform write the property as `message`, in lowercase (observed)."""

    model_config = ConfigDict(
        json_schema_extra={"x-recognised-by": {"any-key": ["Message", "message"]}},
    )
    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """What is wrong."""


class MessageText(Root[str]):
    root: str = Field(..., json_schema_extra={"x-recognised-by": {"kind": "string"}})
    """A bare JSON string that is the message."""


class NotFound(Model):
    """The body of a 404 response. There is no such customer, or no such endpoint. No real body has been seen."""

    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """What was not found, if the body says so."""


class NumberSeries(Model):
    """A range of numbers for customers, orders, invoices and so on."""

    name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Name",
        serialization_alias="Name",
    )
    """The name of the series on the platform. For customers the vendor's own screens preselect the one in this example (observed)."""
    display_name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="DisplayName",
        serialization_alias="DisplayName",
    )
    """The name of the series as users see it."""
    comment: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Comment",
        serialization_alias="Comment",
    )
    """A free note about the series."""
    from_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="FromNumber",
        serialization_alias="FromNumber",
    )
    """The first number of the series."""
    to_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="ToNumber",
        serialization_alias="ToNumber",
    )
    """The last number of the series."""
    next_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="NextNumber",
        serialization_alias="NextNumber",
    )
    """The next number to use."""
    account_year: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AccountYear",
        serialization_alias="AccountYear",
    )
    """The accounting year that the series is for. `0` means every year (assumed)."""
    disabled: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Disabled",
        serialization_alias="Disabled",
    )
    """Whether the series is disabled."""
    empty: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Empty",
        serialization_alias="Empty",
    )
    """Whether all numbers of the series are used up."""
    number_lock: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="NumberLock",
        serialization_alias="NumberLock",
    )
    """Whether the numbers of the series are locked."""
    is_default_for_task: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="IsDefaultForTask",
        serialization_alias="IsDefaultForTask",
    )
    """Whether the series is the default for its task."""
    system: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="System",
        serialization_alias="System",
    )
    """Whether the series is part of the platform."""
    main_account_id: Int32 | None = Field(
        default=None,
        validation_alias="MainAccountID",
        serialization_alias="MainAccountID",
    )
    """The id of the ledger account that accounts with numbers of this series belong to."""
    main_account: Account | None = Field(
        default=None, validation_alias="MainAccount", serialization_alias="MainAccount"
    )
    """The ledger account that accounts with numbers of this series belong to."""
    number_series_type_id: Int32 | None = Field(
        default=None,
        validation_alias="NumberSeriesTypeID",
        serialization_alias="NumberSeriesTypeID",
    )
    """The id of the type of the series, which says what is numbered."""
    number_series_type: OpenEntity | None = Field(
        default=None,
        validation_alias="NumberSeriesType",
        serialization_alias="NumberSeriesType",
    )
    """The type of the series, which says what is numbered. Its `Name` for customers is "Customer Account number series"."""
    number_series_task_id: Int32 | None = Field(
        default=None,
        validation_alias="NumberSeriesTaskID",
        serialization_alias="NumberSeriesTaskID",
    )
    """The id of the task that uses the series."""
    number_series_task: OpenEntity | None = Field(
        default=None,
        validation_alias="NumberSeriesTask",
        serialization_alias="NumberSeriesTask",
    )
    """The task that uses the series."""
    use_numbers_from_number_series_id: Int32 | None = Field(
        default=None,
        validation_alias="UseNumbersFromNumberSeriesID",
        serialization_alias="UseNumbersFromNumberSeriesID",
    )
    """The id of another series whose numbers are used instead."""
    use_numbers_from_number_series: NumberSeries | None = Field(
        default=None,
        validation_alias="UseNumbersFromNumberSeries",
        serialization_alias="UseNumbersFromNumberSeries",
    )
    """Another series whose numbers are used instead."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class OnConflict(IntEnum):
    """What happens to a company's change of a validation rule when the platform changes the same rule."""

    REPLACE = 0
    """The platform's rule replaces the company's (assumed)."""
    IGNORE = 1
    """The platform's change is ignored (assumed)."""
    MANUAL_RESOLVE = 2
    """Someone must decide (assumed)."""


class OpenEntity(Model):
    """A related object that this contract does not describe. It has the common properties and others."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class OperationType(IntEnum):
    """When a validation rule is checked."""

    CREATE = 10
    """When an object is created."""
    UPDATE = 20
    """When an object is changed."""
    CREATE_AND_UPDATE = 30
    """When an object is created or changed."""
    DELETE = 40
    """When an object is deleted."""


class Phone(Model):
    """A phone number of a business relation. It has no endpoint of its own: read and save it inside `Info`."""

    type: PhoneType | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-digits-in": "response", "x-null": "received"},
        validation_alias="Type",
        serialization_alias="Type",
    )
    """The kind of phone number. The guide asks you to always set it. A phone without a type is accepted and gets `0` (observed). Send an integer. In a response it may also be digits in quotes (`"150101"`) (observed)."""
    number: str | None = Field(
        default=None,
        json_schema_extra={"x-personal": True},
        validation_alias="Number",
        serialization_alias="Number",
    )
    """The number, without the calling code. No limit is documented."""
    country_code: str | None = Field(
        default=None, validation_alias="CountryCode", serialization_alias="CountryCode"
    )
    """The country's calling code. The guide's sample has no plus sign; other guides have one (platform)."""
    description: str | None = Field(
        default=None, validation_alias="Description", serialization_alias="Description"
    )
    """What the number is for, in the user's words."""
    business_relation_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="BusinessRelationID",
        serialization_alias="BusinessRelationID",
    )
    """The business relation that owns the number."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class PhoneType(IntEnum):
    """The kind of a phone number."""

    PHONE = 150101
    """A fixed phone."""
    MOBILE = 150102
    """A mobile phone."""
    FAX = 150103
    """A fax machine."""
    NOT_SET = 0
    """The phone was created without a type. Use one of the others in a request."""


class Project(Model):
    """A project for bookkeeping. This contract does not describe it in full."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    project_number: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="ProjectNumber",
        serialization_alias="ProjectNumber",
    )
    """The project number that users see."""
    name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Name",
        serialization_alias="Name",
    )
    """The name of the project."""
    description: str | None = Field(
        default=None,
        max_length=500,
        validation_alias="Description",
        serialization_alias="Description",
    )
    """What the project is about."""
    project_lead_name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="ProjectLeadName",
        serialization_alias="ProjectLeadName",
    )
    """The name of the project leader."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class ReportDefinition(Model):
    """A report: the layout of an invoice, order confirmation, quote or other document. It has no status."""

    name: str | None = Field(
        default=None, validation_alias="Name", serialization_alias="Name"
    )
    """The name of the report."""
    description: str | None = Field(
        default=None, validation_alias="Description", serialization_alias="Description"
    )
    """The label that users see when they choose a report."""
    category: str | None = Field(
        default=None, validation_alias="Category", serialization_alias="Category"
    )
    """The part of the platform that the report belongs to."""
    category_label: str | None = Field(
        default=None,
        validation_alias="CategoryLabel",
        serialization_alias="CategoryLabel",
    )
    """The name of the category as users see it."""
    report_type: ReportType | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="ReportType",
        serialization_alias="ReportType",
    )
    """The kind of document that the report is for."""
    is_standard: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="IsStandard",
        serialization_alias="IsStandard",
    )
    """Whether the report is part of the platform, and not made for one company."""
    visible: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Visible",
        serialization_alias="Visible",
    )
    """Whether the report is shown in lists."""
    version: str | None = Field(
        default=None, validation_alias="Version", serialization_alias="Version"
    )
    """The version of the report."""
    md5: str | None = Field(
        default=None, validation_alias="Md5", serialization_alias="Md5"
    )
    """A checksum of the report, which shows whether it has changed."""
    report_source: str | None = Field(
        default=None,
        validation_alias="ReportSource",
        serialization_alias="ReportSource",
    )
    """Where the layout of the report comes from. The values are not documented."""
    template_link_id: str | None = Field(
        default=None,
        validation_alias="TemplateLinkId",
        serialization_alias="TemplateLinkId",
    )
    """The id of the template that the report is made from, as text."""
    unique_report_id: str | None = Field(
        default=None,
        validation_alias="UniqueReportID",
        serialization_alias="UniqueReportID",
    )
    """A second id of the report, as text. It is the same in every company (assumed)."""
    id: Int32 = Field(
        ...,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class ReportType(IntEnum):
    """The kind of document that a report is for."""

    INVOICE = 1
    """Invoices."""
    ORDER = 2
    """Order confirmations."""
    QUOTE = 3
    """Quotes."""
    REMINDER = 4
    """Reminders."""
    PURCHASE_ORDER = 5
    """Purchase orders."""


class Seller(Model):
    """A person who sells on behalf of the company."""

    name: str | None = Field(
        default=None, max_length=30, validation_alias="Name", serialization_alias="Name"
    )
    """The seller's name. The limit is short: 30 characters."""
    default_dimensions_id: Int32 | None = Field(
        default=None,
        validation_alias="DefaultDimensionsID",
        serialization_alias="DefaultDimensionsID",
    )
    """The id of the default set of dimensions of the seller's documents."""
    default_dimensions: Dimensions | None = Field(
        default=None,
        validation_alias="DefaultDimensions",
        serialization_alias="DefaultDimensions",
    )
    """The default dimensions of the seller's documents."""
    default_our_reference: bool | None = Field(
        default=None,
        validation_alias="DefaultOurReference",
        serialization_alias="DefaultOurReference",
    )
    """Whether the seller is the default "our reference" on new documents."""
    user_id: Int32 | None = Field(
        default=None, validation_alias="UserID", serialization_alias="UserID"
    )
    """The id of the seller's user account."""
    user: OpenEntity | None = Field(
        default=None, validation_alias="User", serialization_alias="User"
    )
    """The seller's user account."""
    employee_id: Int32 | None = Field(
        default=None, validation_alias="EmployeeID", serialization_alias="EmployeeID"
    )
    """The id of the seller as an employee."""
    employee: OpenEntity | None = Field(
        default=None, validation_alias="Employee", serialization_alias="Employee"
    )
    """The seller as an employee."""
    team_id: Int32 | None = Field(
        default=None, validation_alias="TeamID", serialization_alias="TeamID"
    )
    """The id of the team that the seller belongs to."""
    team: OpenEntity | None = Field(
        default=None, validation_alias="Team", serialization_alias="Team"
    )
    """The team that the seller belongs to."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class SellerLink(Model):
    """One seller's share of a customer, quote, order or invoice."""

    seller_id: Int32 | None = Field(
        default=None, validation_alias="SellerID", serialization_alias="SellerID"
    )
    """The id of the seller."""
    seller: Seller | None = Field(
        default=None, validation_alias="Seller", serialization_alias="Seller"
    )
    """The seller."""
    percent: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Percent",
        serialization_alias="Percent",
    )
    """The seller's share in per cent."""
    amount: Number | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Amount",
        serialization_alias="Amount",
    )
    """The seller's share as an amount."""
    customer_id: Int32 | None = Field(
        default=None, validation_alias="CustomerID", serialization_alias="CustomerID"
    )
    """The id of the customer, if the share is of a customer."""
    customer_quote_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerQuoteID",
        serialization_alias="CustomerQuoteID",
    )
    """The id of the quote, if the share is of a quote."""
    customer_order_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerOrderID",
        serialization_alias="CustomerOrderID",
    )
    """The id of the order, if the share is of an order."""
    customer_invoice_id: Int32 | None = Field(
        default=None,
        validation_alias="CustomerInvoiceID",
        serialization_alias="CustomerInvoiceID",
    )
    """The id of the invoice, if the share is of an invoice."""
    recurring_invoice_id: Int32 | None = Field(
        default=None,
        validation_alias="RecurringInvoiceID",
        serialization_alias="RecurringInvoiceID",
    )
    """The id of the recurring invoice, if the share is of one."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class ServerError(Model):
    """The body of a 500 response. The server met an unexpected error, such as a wrong foreign key."""

    message: str | None = Field(
        ..., validation_alias="Message", serialization_alias="Message"
    )
    """What happened. It begins with the error reference and may be cut off."""
    stack_trace: str | None = Field(
        default=None, validation_alias="StackTrace", serialization_alias="StackTrace"
    )
    """Empty in the guide's example."""
    source: str | None = Field(
        default=None, validation_alias="Source", serialization_alias="Source"
    )
    """Empty in the guide's example."""
    inner_exception: JsonObject | None = Field(
        default=None,
        validation_alias="InnerException",
        serialization_alias="InnerException",
    )
    """Null in the guide's example. Nothing else is known."""
    error_reference: str | None = Field(
        default=None,
        validation_alias="ErrorReference",
        serialization_alias="ErrorReference",
    )
    """The number to give to the vendor's support."""


class SubCompany(Model):
    """A company on the platform that a customer represents. An accounting firm, for example, has its clients as customers."""

    company_id: Int32 | None = Field(
        default=None, validation_alias="CompanyID", serialization_alias="CompanyID"
    )
    """The id of the company."""
    company_key: str | None = Field(
        default=None, validation_alias="CompanyKey", serialization_alias="CompanyKey"
    )
    """The key of the company, a GUID: the value of the header `CompanyKey` in calls for it."""
    company_name: str | None = Field(
        default=None, validation_alias="CompanyName", serialization_alias="CompanyName"
    )
    """The name of the company."""
    company_type: CompanyRelation | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CompanyType",
        serialization_alias="CompanyType",
    )
    """The company's relation to the company that has it as a customer."""
    customer_id: Int32 | None = Field(
        default=None, validation_alias="CustomerID", serialization_alias="CustomerID"
    )
    """The id of the customer that represents the company."""
    customer: Customer | None = Field(
        default=None, validation_alias="Customer", serialization_alias="Customer"
    )
    """The customer that represents the company."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class Terms(Model):
    """Terms of payment or of delivery."""

    name: str | None = Field(
        default=None, max_length=30, validation_alias="Name", serialization_alias="Name"
    )
    """The name of the terms. The limit is short: 30 characters."""
    description: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Description",
        serialization_alias="Description",
    )
    """The full text of the terms, as printed on documents."""
    credit_days: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="CreditDays",
        serialization_alias="CreditDays",
    )
    """Days from the invoice date to the due date."""
    terms_type: TermsType | Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="TermsType",
        serialization_alias="TermsType",
    )
    """Whether these are terms of payment or of delivery."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


class TermsType(IntEnum):
    """The kind of terms."""

    PAYMENT_TERMS = 1
    """Terms of payment."""
    DELIVERY_TERMS = 2
    """Terms of delivery."""


class Unauthorized(Model):
    """The body of a 401 response. The token is missing, expired or not valid in this environment."""

    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """Says that authorization was denied. The wording comes from the web framework and does not change."""


class ValidationLevel(IntEnum):
    """How serious a validation message is."""

    INFO = 1
    """For your information."""
    WARNING = 20
    """A warning. The request goes through (assumed)."""
    ERROR = 30
    """An error. The request is refused (guide)."""


class ValidationMessage(Model):
    """One broken rule, with a message for the user."""

    model_config = ConfigDict(
        json_schema_extra={"x-recognised-by": {"keys": ["EntityType", "Level"]}},
    )
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The id of the rule."""
    entity_id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="EntityID",
        serialization_alias="EntityID",
    )
    """The id of the object that breaks the rule. In the guide's example it is `0`, although the customer exists."""
    property_name: str | None = Field(
        default=None,
        validation_alias="PropertyName",
        serialization_alias="PropertyName",
    )
    """The property that breaks the rule. It is empty if the rule is about the whole object."""
    entity_type: str | None = Field(
        ..., validation_alias="EntityType", serialization_alias="EntityType"
    )
    """The entity that the message is about."""
    message: str | None = Field(
        default=None, validation_alias="Message", serialization_alias="Message"
    )
    """What is wrong, written for the user."""
    level: ValidationLevel | Int32 = Field(
        ...,
        json_schema_extra={"x-null": "never"},
        validation_alias="Level",
        serialization_alias="Level",
    )
    """How serious it is. Only errors stop a save (assumed)."""
    entity_validation_rule: EntityValidationRule | None = Field(
        default=None,
        validation_alias="EntityValidationRule",
        serialization_alias="EntityValidationRule",
    )
    """The rule, if it is about one property."""
    complex_validation_rule: ComplexValidationRule | None = Field(
        default=None,
        validation_alias="ComplexValidationRule",
        serialization_alias="ComplexValidationRule",
    )
    """The rule, if it is written in code."""


class ValidationOperator(IntEnum):
    """How a validation rule compares a property with its `Value`."""

    MIN = 0
    """Greater than the value (assumed)."""
    MAX = 1
    """Less than the value (assumed)."""
    MIN_INCL = 2
    """Greater than the value or equal to it (assumed)."""
    MAX_INCL = 3
    """Less than the value or equal to it (assumed)."""
    MIN_LENGTH = 4
    """At least this many characters (assumed)."""
    MAX_LENGTH = 5
    """At most this many characters (assumed)."""
    EQUALS_LENGTH = 6
    """Exactly this many characters (assumed)."""
    REQUIRED = 7
    """Must be filled in (assumed)."""
    EQUALS = 8
    """Equal to the value (assumed)."""
    NOT_EQUALS = 9
    """Not equal to the value (assumed)."""
    REG_EXP = 10
    """Matches the regular expression in the value (assumed)."""


class ValidationResult(Model):
    """Several broken rules at once."""

    model_config = ConfigDict(
        json_schema_extra={"x-recognised-by": {"keys": ["Messages"]}},
    )
    messages: list[ValidationMessage] = Field(
        ...,
        json_schema_extra={"x-null": "never"},
        validation_alias="Messages",
        serialization_alias="Messages",
    )
    """The broken rules. The list may be empty."""


class BadRequest(
    Shapes[
        ValidationMessage
        | ValidationResult
        | EchoedEntity
        | EchoedEntities
        | MessageObject
        | MessageText
    ]
):
    root: (
        ValidationMessage
        | ValidationResult
        | EchoedEntity
        | EchoedEntities
        | MessageObject
        | MessageText
    )
    """The body of a 400 response. It has one of several shapes, each recognised by a key that it must have. Use the first shape that fits. The guide shows the first one. The vendor's own error handling reads the others."""


class ValidationResults(Root[dict[str, list[ValidationMessage]]]):
    """The rules that one object breaks, as lists of messages. The names of the lists are not documented, so read them all."""

    root: dict[str, list[ValidationMessage]]


class VatType(Model):
    """A VAT type: the code and rate of value added tax. Old descriptions of the platform have more properties."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={"x-open": True},
    )
    vat_code: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="VatCode",
        serialization_alias="VatCode",
    )
    """The VAT code that users see."""
    name: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Name",
        serialization_alias="Name",
    )
    """The name of the VAT type."""
    alias: str | None = Field(
        default=None,
        max_length=255,
        validation_alias="Alias",
        serialization_alias="Alias",
    )
    """Another name of the VAT type."""
    vat_percent: Number | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="VatPercent",
        serialization_alias="VatPercent",
    )
    """The rate in per cent. It was in responses in 2016 (observed). The newest description of the platform has the rates in `VatTypePercentages` instead (platform)."""
    vat_type_percentages: list[OpenEntity] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="VatTypePercentages",
        serialization_alias="VatTypePercentages",
    )
    """The rates, each with its period of validity."""
    output_vat: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="OutputVat",
        serialization_alias="OutputVat",
    )
    """Whether the VAT is on sales, and not on purchases."""
    reversed_tax_duty_vat: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="ReversedTaxDutyVat",
        serialization_alias="ReversedTaxDutyVat",
    )
    """Whether the buyer rather than the seller owes the VAT (reverse charge)."""
    direct_journal_entry_only: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="DirectJournalEntryOnly",
        serialization_alias="DirectJournalEntryOnly",
    )
    """Whether the VAT type can only be used in direct postings on its own account."""
    available_in_modules: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="AvailableInModules",
        serialization_alias="AvailableInModules",
    )
    """Whether the VAT type can be chosen outside accounting, such as on invoices (assumed)."""
    in_use: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="InUse",
        serialization_alias="InUse",
    )
    """Whether the company uses the VAT type."""
    locked: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Locked",
        serialization_alias="Locked",
    )
    """Whether the VAT type is locked."""
    visible: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Visible",
        serialization_alias="Visible",
    )
    """Whether the VAT type is shown in lists."""
    journal_account_number: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="JournalAccountNumber",
        serialization_alias="JournalAccountNumber",
    )
    """The number of an account that belongs to the VAT type. What it is used for is not documented."""
    incoming_account_id: Int32 | None = Field(
        default=None,
        validation_alias="IncomingAccountID",
        serialization_alias="IncomingAccountID",
    )
    """The id of the account that VAT on purchases is posted to."""
    incoming_account: Account | None = Field(
        default=None,
        validation_alias="IncomingAccount",
        serialization_alias="IncomingAccount",
    )
    """The account that VAT on purchases is posted to."""
    outgoing_account_id: Int32 | None = Field(
        default=None,
        validation_alias="OutgoingAccountID",
        serialization_alias="OutgoingAccountID",
    )
    """The id of the account that VAT on sales is posted to."""
    outgoing_account: Account | None = Field(
        default=None,
        validation_alias="OutgoingAccount",
        serialization_alias="OutgoingAccount",
    )
    """The account that VAT on sales is posted to."""
    vat_code_group_id: Int32 | None = Field(
        default=None,
        validation_alias="VatCodeGroupID",
        serialization_alias="VatCodeGroupID",
    )
    """The id of the group of VAT codes."""
    vat_code_group: OpenEntity | None = Field(
        default=None,
        validation_alias="VatCodeGroup",
        serialization_alias="VatCodeGroup",
    )
    """The group of VAT codes."""
    vat_code_grouping_value: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="VatCodeGroupingValue",
        serialization_alias="VatCodeGroupingValue",
    )
    """The kind of VAT. Known values are 1 (costs), 2 (invoice), 3 (calculation), 4 (income), 5 (no tax) and 6 (special). There are more."""
    vat_type_setup_id: Int32 | None = Field(
        default=None,
        validation_alias="VatTypeSetupID",
        serialization_alias="VatTypeSetupID",
    )
    """The id of the platform's template for the VAT type."""
    vat_report_references: list[OpenEntity] | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="VatReportReferences",
        serialization_alias="VatReportReferences",
    )
    """Where the VAT type appears in reports to the tax authorities."""
    status_code: Int32 | None = Field(
        default=None, validation_alias="StatusCode", serialization_alias="StatusCode"
    )
    """The status of the object. The codes differ between entities."""
    id: Int32 | None = Field(
        default=None,
        json_schema_extra={"x-null": "never"},
        validation_alias="ID",
        serialization_alias="ID",
    )
    """The internal id of the object. The server assigns it. For a new object send `0` or leave it out; for an existing object send its id. It is not a number that users see."""
    deleted: bool | None = Field(
        default=None,
        json_schema_extra={"x-null": "received"},
        validation_alias="Deleted",
        serialization_alias="Deleted",
    )
    """Whether the object is deleted. In an update, `true` on a child deletes that child (platform). A child that is left out of its list stays as it is (platform)."""
    created_at: DateTime | None = Field(
        default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt"
    )
    """When the object was created. The number of digits after the seconds varies."""
    created_by: str | None = Field(
        default=None, validation_alias="CreatedBy", serialization_alias="CreatedBy"
    )
    """The user who created the object, as a GUID in text form."""
    updated_at: DateTime | None = Field(
        default=None, validation_alias="UpdatedAt", serialization_alias="UpdatedAt"
    )
    """When the object was last changed; null until the first change."""
    updated_by: str | None = Field(
        default=None, validation_alias="UpdatedBy", serialization_alias="UpdatedBy"
    )
    """The user who last changed the object, as a GUID in text form."""
    custom_values: CustomValues | None = Field(
        default=None,
        validation_alias="CustomValues",
        serialization_alias="CustomValues",
    )
    """The values of the company's own fields; null or empty where there are none."""
    create_guid: Uuid | None = Field(
        default=None, validation_alias="_createguid", serialization_alias="_createguid"
    )
    """A GUID that the client generates for one new object, so that a repeated request does not create it twice. Every new child in an update needs one (platform). The same GUID in two slots of one request means one object used in both (platform)."""
    guid: str | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True},
        validation_alias="_guid",
        serialization_alias="_guid",
    )
    """A client's own bookkeeping, as sent by the vendor's forms. The server tolerates it. You do not need to send it."""
    is_dirty: bool | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_isDirty",
        serialization_alias="_isDirty",
    )
    """A client's own mark for a changed object. The server tolerates it. You do not need to send it."""
    links: Links | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_links",
        serialization_alias="_links",
    )
    """What can be done with the object, included if the request has `hateoas=true`. You may send it back with the object (observed): the server ignores it."""
    validation_results: ValidationResults | JsonValue | None = Field(
        default=None,
        json_schema_extra={"x-note": True, "x-null": "received"},
        validation_alias="_validationResults",
        serialization_alias="_validationResults",
    )
    """The rules that this object breaks, in a 400 response that returns the object."""


__all__ = [
    "Account",
    "Address",
    "BadRequest",
    "Bank",
    "BankAccount",
    "BusinessRelation",
    "CompanyRelation",
    "ComplexValidationRule",
    "Contact",
    "CurrencyCode",
    "CustomValues",
    "Customer",
    "CustomerCreate",
    "CustomerGroup",
    "CustomerInvoice",
    "CustomerInvoiceReminderSettings",
    "CustomerOrder",
    "CustomerQuote",
    "CustomerStatus",
    "CustomerUpdate",
    "Department",
    "Dimensions",
    "DimensionsInfo",
    "DistributionPlan",
    "DistributionPlanElement",
    "DistributionPlanElementType",
    "Distributions",
    "EchoedEntities",
    "EchoedEntity",
    "Email",
    "EntityValidationRule",
    "Forbidden",
    "InvoiceCharge",
    "KidAliasUsable",
    "Link",
    "Links",
    "MessageObject",
    "MessageText",
    "NotFound",
    "NumberSeries",
    "OnConflict",
    "OpenEntity",
    "OperationType",
    "Phone",
    "PhoneType",
    "Project",
    "ReportDefinition",
    "ReportType",
    "Seller",
    "SellerLink",
    "ServerError",
    "SubCompany",
    "Terms",
    "TermsType",
    "Unauthorized",
    "ValidationLevel",
    "ValidationMessage",
    "ValidationOperator",
    "ValidationResult",
    "ValidationResults",
    "VatType",
]
