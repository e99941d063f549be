"""What the generated models share: types that agree with JSON Schema, and how bodies are read and written.

The build puts this module and the formats into the one file of the models, which needs nothing but pydantic.

A class is open when it reads a response: an unknown property is kept. It is closed where a person writes: the constructor and
every body of a request refuse what the contract does not know, at any depth. What was absent stays absent when a model is
written, and null stays null.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    RootModel,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from unimicro_schema.build.model_facts import _HIDDEN, _extra, _facts, _is_hidden, _is_sent
from unimicro_schema.build.model_rules import (
    _fault,
    _given,
    _is_text,
    _is_unknown_code,
    _recognises,
    _refuse,
    _unfit,
    _unknown,
    _unknown_code,
)
from unimicro_schema.build.model_schema import (
    _described,
    _is_part_of_request,
    _of_request,
    _of_root,
    _of_shapes,
    _without_serializer,
)
from unimicro_schema.build.model_types import _finite

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

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /) -> JsonSchemaValue:
        return _described(
            cls, handler(_without_serializer(core_schema)), handler, sent=_is_part_of_request(core_schema)
        )

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

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: CoreSchema, handler: GetJsonSchemaHandler, /) -> JsonSchemaValue:
        return _described(cls, _of_request(cls, handler), handler, sent=True)


class Root(RootModel[T], Generic[T]):
    """A JSON value of the API that is not an object."""

    model_config = ConfigDict(strict=True, hide_input_in_errors=True, validate_assignment=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """The value, unless the contract does not say what it is."""
        shown = not _is_hidden(type(self).model_fields["root"])
        return ((name, value if shown else _HIDDEN) for name, value in super().__repr_args__())

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /) -> JsonSchemaValue:
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
        raise PydanticCustomError("unknown_shape", "Input is not one of the documented bodies")

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /) -> JsonSchemaValue:
        models = get_args(cls.model_fields["root"].annotation)
        recognised = [_extra(model)["x-recognised-by"] for model in models]
        return _of_shapes(super().__get_pydantic_json_schema__(core_schema, handler), recognised, handler)


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
