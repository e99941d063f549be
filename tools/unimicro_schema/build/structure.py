"""Whether the files of the contract are of the shape that OpenAPI asks for, so that everything after can rely on it."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from unimicro_schema.build.source import Problem, Source
from unimicro_schema.pointers import encode, walk

_SCHEMA: dict[str, Any] = {"$ref": "https://json-schema.org/draft/2020-12/schema"}
_OBJECT: dict[str, Any] = {"type": "object"}
_OBJECTS: dict[str, Any] = {"type": "object", "additionalProperties": _OBJECT}
_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_MEDIA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["schema"],
        "properties": {
            "schema": _SCHEMA,
            "examples": {"type": "object", "additionalProperties": {"type": "object", "required": ["summary"]}},
        },
    },
}
_BODY: dict[str, Any] = {
    "type": "object",
    "properties": {"content": _MEDIA, "headers": _OBJECTS, "description": {"type": "string"}},
    "if": {"not": {"required": ["$ref"]}},
    "then": {"required": ["description"]},
}
_PARAMETER: dict[str, Any] = {
    "type": "object",
    "if": {"not": {"required": ["$ref"]}},
    "then": {"required": ["name", "in", "schema", "description", "example"]},
}
_REQUEST: dict[str, Any] = {"type": "object", "required": ["summary", "query"], "properties": {"query": _OBJECT}}
_OPERATION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "parameters": {"type": "array", "items": _PARAMETER},
        "requestBody": _BODY | {"required": ["content"]},
        "responses": {"type": "object", "propertyNames": {"pattern": "^[1-5][0-9]{2}$"}, "additionalProperties": _BODY},
        "operationId": {"type": "string"},
        "summary": {"type": "string"},
        "tags": _TEXTS,
        "action": {"type": "string"},
        "x-guide": {"type": "object", "additionalProperties": {"type": "string"}},
        "x-notes": {"type": "array", "items": _OBJECT},
        "x-repeat": _OBJECT,
        "x-requests": {"type": "object", "additionalProperties": _REQUEST},
        "x-unused-in": _TEXTS,
    },
    "required": ["operationId"],
}
_SHARED: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "object", "required": ["schema"]}}
_SHARED_SCHEMAS = {"type": "object", "additionalProperties": {"properties": {"schema": _SCHEMA}}}

# A secret travels in a header: a token by a scheme of HTTP, or a key in a header of its own.
_SECURITY: dict[str, Any] = {
    "type": "object",
    "required": ["type", "description"],
    "properties": {"type": {"enum": ["http", "apiKey"]}, "in": {"const": "header"}},
    "if": {"properties": {"type": {"const": "http"}}},
    "then": {"required": ["scheme"]},
    "else": {"required": ["name", "in"]},
}

SHAPES: dict[str, dict[str, Any]] = {
    "openapi.yaml": {
        "type": "object",
        "required": ["openapi", "info", "servers", "paths", "components"],
        "properties": {
            "info": {"type": "object", "required": ["title", "version", "description"]},
            "servers": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "required": ["url", "description"],
                    "properties": {"variables": {"additionalProperties": {"required": ["default", "description"]}}},
                },
            },
            "paths": {"type": "object", "additionalProperties": {"type": "object", "required": ["$ref"]}},
            "components": {
                "type": "object",
                "required": ["securitySchemes"],
                "properties": {"securitySchemes": {"additionalProperties": _SECURITY}},
                "additionalProperties": _OBJECTS,
            },
        },
    },
    "schemas/": {
        "type": "object",
        "allOf": [_SCHEMA],
        "properties": {
            "properties": _OBJECTS,
            "allOf": {"type": "array", "items": _OBJECT},
            "anyOf": {"type": "array", "items": _OBJECT},
            "x-error": {
                "type": "object",
                "properties": {"message": {"type": "array", "items": {"type": "string", "pattern": "^(/|$)"}}},
            },
            "x-recognised-by": _OBJECT,
            "x-identity": _TEXTS,
            "x-enum-varnames": _TEXTS,
            "x-enum-descriptions": _TEXTS,
            "x-enum-provenance": _TEXTS,
            "x-enum-screen-labels": _TEXTS,
        },
    },
    "paths/": {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {
            **_OPERATION,
            "properties": {**_OPERATION["properties"], "x-actions": {"type": "array", "items": _OPERATION}},
        },
    },
    "parameters.yaml": {"allOf": [_SHARED, _SHARED_SCHEMAS]},
    "headers.yaml": {"allOf": [_SHARED, _SHARED_SCHEMAS]},
    "responses.yaml": {"type": "object", "additionalProperties": _BODY},
}
"""The shape of a file by its name, or by its folder."""


def problems(source: Source) -> list[Problem]:
    """Every place where a file is not of its shape."""
    found = set()
    for key, shape in SHAPES.items():
        validator = jsonschema_rs.Draft202012Validator(shape)
        for file in [file for file in source.files if file == key or (key.endswith("/") and file.startswith(key))]:
            for error in validator.iter_errors(source.files[file]):
                pointer = encode(error.instance_path)
                found.add(Problem(file, pointer, f"is not as OpenAPI has it: {short(error.message)}"))
    found |= {
        Problem(file, f"{pointer}/$ref", "must be text that names a file or a pointer")
        for file, value in source.files.items()
        for pointer, node in walk(value)
        if isinstance(node, dict) and "$ref" in node and not isinstance(node["$ref"], str)
    }
    return sorted(found)


def short(message: str) -> str:
    """A message of the validator without the middle of a long one: it quotes the whole value."""
    return message if len(message) <= 160 else f"{message[:120]} … {message[-39:]}"
