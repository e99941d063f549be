"""The JSON Schemas of the models: what `model_json_schema()` gives, and what FastAPI documents.

A model of a request is closed at every depth and a model of a response open, though both have the same classes inside. So the
parts of a request have names of their own, with `InRequest` at the end.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, cast

from pydantic import BaseModel, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from unimicro_schema.build.model_facts import _extra, _Facts, _facts

_SENT = "part of a request"
_NULL = {"type": "null"}
_DIGITS = {"type": "string", "pattern": "^[0-9]{1,9}$", "maxLength": 9}
_BOOKKEEPING: dict[str, Any] = {"^_": {}}


def _described(
    model: type[BaseModel], schema: JsonSchemaValue, handler: GetJsonSchemaHandler, *, sent: bool
) -> JsonSchemaValue:
    """The schema of a model with what its fields and its bodies have to keep, as a part of a request or of a response."""
    result = {key: value for key, value in handler.resolve_ref_schema(schema).items() if not key.startswith("x-")}
    properties = result["properties"] = dict(result.get("properties", {}))
    for name, facts in _facts(model).items():
        key = facts.wire if facts.wire in properties else name
        field = model.model_fields[name]
        kept = {"title": field.title} if field.title else {}
        kept |= {"description": text} if (text := _description(model, name, facts)) else {}
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
    codes = [f"- `{code.value}` ({code.name}): {_text(facts.codes, code.name)}" for code in facts.codes or ()]
    return "\n".join([text, "", *codes]) if text and codes else text


def _of_field(schema: JsonSchemaValue, facts: _Facts, *, sent: bool) -> JsonSchemaValue:
    """The schema of a field: null, codes and notes as a request or a response may have them."""
    if sent and facts.note:
        return {}
    kept = {key: value for key, value in schema.items() if key != "title" and not key.startswith("x-")}
    if kept.get("default", ...) is None:
        del kept["default"]
    members = kept.pop("anyOf", None) or [kept]
    dropped = [] if facts.null == "anywhere" or (facts.null == "received" and not sent) else [_NULL]
    dropped += [{}] if facts.note else []
    members = [member for member in members if member not in dropped]
    if facts.codes and sent:
        members = [member for member in members if member.get("type") != "integer"]
    elif facts.digits:
        members = [*members, _DIGITS]
    return members[0] if len(members) == 1 else {**kept, "anyOf": members}


def _path_is_text(path: list[str]) -> JsonSchemaValue:
    name, *rest = path
    inner = {"type": "object", **_path_is_text(rest)} if rest else {"type": "string", "minLength": 1}
    return {"properties": {name: inner}, "required": [name]}


def _of_request(model: type[BaseModel], handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """The schema of a model with all its parts as a request may hold them."""
    model.model_rebuild()
    whole = cast("dict[str, Any]", model.__pydantic_core_schema__)
    parts = whole["definitions"] if whole["type"] == "definitions" else []
    models = {part["ref"]: part for part in parts if _is_of_model(part)}
    own = whole["schema"] if parts else whole
    own = models[own["schema_ref"]] if own["type"] == "definition-ref" else own
    plain = _without_serializer({key: value for key, value in own.items() if key not in {"ref", "metadata"}})
    definitions = [_renamed(part, models.keys()) for part in parts]
    return handler(core_schema.definitions_schema(_renamed(plain, models.keys()), definitions))


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
        result |= {"ref": _name_in_request(node["ref"]), "metadata": {**node.get("metadata", {}), _SENT: True}}
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
    schema: JsonSchemaValue, recognised: list[dict[str, Any]], handler: GetJsonSchemaHandler
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
        return {"type": "object", "anyOf": [{"required": [key]} for key in by["any-key"]]}
    if "anywhere" not in by:
        return {"type": by["kind"]}
    inner = cast("Any", TypeAdapter(cast("Any", _holding(by["anywhere"]))).core_schema)
    reference = core_schema.definition_reference_schema(inner["ref"])
    return {"type": by["kind"], "allOf": [handler(core_schema.definitions_schema(reference, [inner]))]}


@cache
def _holding(key: str) -> type:
    """A type for objects and arrays that have a key at any depth."""

    class Holding:
        @classmethod
        def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
            return cast("CoreSchema", {"type": "any", "ref": f"Holding{key}:0"})

        @classmethod
        def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
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
        for target in ([attribute.target] if isinstance(attribute, ast.AnnAssign) else attribute.targets)
        if isinstance(target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


def _text(model: type | None, attribute: str) -> str | None:
    """What the contract says of a field or of a code."""
    if model is None:
        return None
    found = (_texts(base.__module__).get((base.__name__, attribute)) for base in model.__mro__)
    return next((text for text in found if text), None)
