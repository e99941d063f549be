"""Measures one library in process: `python calls.py LIBRARY SCHEMA OPENAPI FILE`.

Prints the seconds that one check of the file takes, from its bytes to the verdict, after the schema was compiled. Exits
with 0 if the library calls the file valid, with 1 if not. A library is imported only in the run that measures it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from timeit import Timer
from typing import Any

OPERATION = "createCustomer"
Check = Callable[[bytes], bool]
Text = bytes


def ours(_: Text, __: Text) -> Check:
    """This package: every defect with its place, and advice."""
    unimicro_schema = import_module("unimicro_schema")
    return lambda data: bool(unimicro_schema.validate(data, OPERATION).valid)


def models(_: Text, __: Text) -> Check:
    """The Pydantic models of this package."""
    validation_error = import_module("pydantic").ValidationError
    name = import_module("unimicro_schema.registry").operation(OPERATION).request.model
    read = getattr(import_module("unimicro_schema.models"), name).model_validate_json

    def check(data: bytes) -> bool:
        try:
            read(data)
        except validation_error:
            return False
        return True

    return check


def engine(schema: Text, _: Text) -> Check:
    """The verdict alone: what no Python around it can be faster than."""
    is_valid = import_module("jsonschema_rs").Draft202012Validator(json.loads(schema), validate_formats=True).is_valid
    loads = import_module("orjson").loads
    return lambda data: bool(is_valid(loads(data)))


def engine_errors(schema: Text, _: Text) -> Check:
    """The same with the errors that it finds, which have no lines and columns."""
    errors = import_module("jsonschema_rs").Draft202012Validator(json.loads(schema), validate_formats=True).iter_errors
    loads = import_module("orjson").loads
    return lambda data: not list(errors(loads(data)))


def jsonschema(schema: Text, _: Text) -> Check:
    """Every error, without lines and columns."""
    kind: Any = import_module("jsonschema").Draft202012Validator
    errors = kind(json.loads(schema), format_checker=kind.FORMAT_CHECKER).iter_errors
    return lambda data: not list(errors(json.loads(data)))


def fastjsonschema(schema: Text, _: Text) -> Check:
    """The first error only."""
    module = import_module("fastjsonschema")
    compiled = module.compile(json.loads(schema))

    def check(data: bytes) -> bool:
        try:
            compiled(json.loads(data))
        except module.JsonSchemaValueException:
            return False
        return True

    return check


def openapi_core(_: Text, openapi: Text) -> Check:
    """A whole request, its body held against the description."""
    description = import_module("openapi_core").OpenAPI.from_dict(json.loads(openapi))
    request = import_module("openapi_core.testing").MockRequest
    error = import_module("openapi_core.exceptions").OpenAPIError

    def check(data: bytes) -> bool:
        try:
            description.validate_request(request("http://localhost", "post", "/", data=data))
        except error:
            return False
        return True

    return check


LIBRARIES: dict[str, Callable[[Text, Text], Check]] = {
    function.__name__: function
    for function in (ours, models, engine, engine_errors, jsonschema, fastjsonschema, openapi_core)
}


def main() -> int:
    """Measures the library that the arguments name."""
    library, *paths = sys.argv[1:]
    schema, openapi, data = (Path(path).read_bytes() for path in paths)
    check = LIBRARIES[library](schema, openapi)
    valid = check(data)
    times, seconds = Timer(lambda: check(data)).autorange()
    print(seconds / times)
    return 0 if valid else 1


if __name__ == "__main__":
    sys.exit(main())
