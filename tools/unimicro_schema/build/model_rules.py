"""The rules about whole bodies: what a request may not hold, and which shape a body of several has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, LiteralString, TypeGuard

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from unimicro_schema.build.model_facts import _extra, _Facts, _facts


def _is_object(value: object) -> TypeGuard[BaseModel]:
    """Whether a value is a model of a JSON object."""
    return isinstance(value, BaseModel) and not isinstance(value, RootModel)


def _given(values: Iterable[object]) -> list[BaseModel]:
    """The models among what was given to a constructor: each was checked when it was made."""
    items = (item for value in values for item in (value if isinstance(value, list) else [value]))
    return [item for item in items if _is_object(item)]


def _refuse(model: type[BaseModel], faults: Iterable[InitErrorDetails]) -> None:
    found = list(faults)
    if found:
        raise ValidationError.from_exception_data(model.__name__, found)


_Place = tuple[str | int, ...]


def _models(value: object, place: _Place, left_out: list[BaseModel]) -> Iterator[tuple[BaseModel, _Place]]:
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
                    yield _fault("extra_forbidden", "Extra inputs are not permitted", (*place, key))


def _unfit(model: BaseModel) -> Iterator[InitErrorDetails]:
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
        names = [name for name, facts in _facts(type(value)).items() if facts.wire == wire] if _is_object(value) else []
        value = getattr(value, names[0]) if names else None
    return isinstance(value, str) and value != ""


def _recognises(by: dict[str, Any], data: object) -> bool:
    if "keys" in by:
        return isinstance(data, dict) and all(key in data for key in by["keys"])
    if "any-key" in by:
        return isinstance(data, dict) and any(key in data for key in by["any-key"])
    kind: type = {"string": str, "object": dict, "array": list}[by["kind"]]
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
