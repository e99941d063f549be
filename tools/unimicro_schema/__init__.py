"""The contract of the Unimicro Customer API: verdicts on payloads, JSON Schemas, examples and models.

    from unimicro_schema import check_query, example, explain_error, minimal_update, operations, schema
    from unimicro_schema import validate, validate_lines

    report = validate(data, "createCustomer")              # what you send
    report = validate(data, "createCustomer", status=400)  # what was returned
    rows = validate_lines(file, "createCustomer")          # one payload per line
    report = check_query("filter=StatusCode eq 30001")     # what you ask for
    body = minimal_update(before, after)                   # what to send of a customer that you read and changed

The models are in `unimicro_schema.models`; they are imported only when you do.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unimicro_schema.calls.check import check_call
    from unimicro_schema.explanation.explain import Explanation, explain_error
    from unimicro_schema.findings import Finding, Report
    from unimicro_schema.formats import FORMATS
    from unimicro_schema.query import check_query
    from unimicro_schema.registry import (
        Operation,
        UnknownNameError,
        example,
        headers,
        operation,
        operations,
        schema,
        servers,
    )
    from unimicro_schema.updates import minimal_update
    from unimicro_schema.validation.check import validate
    from unimicro_schema.validation.lines import CheckedLine, validate_lines

# Each name by the module that has it; the module is imported when the name is first used.
_HOMES = {
    "FORMATS": "formats",
    "CheckedLine": "validation",
    "Explanation": "explanation",
    "Finding": "findings",
    "Operation": "registry",
    "Report": "findings",
    "UnknownNameError": "registry",
    "check_call": "calls",
    "check_query": "query",
    "example": "registry",
    "explain_error": "explanation",
    "headers": "registry",
    "minimal_update": "updates",
    "operation": "registry",
    "operations": "registry",
    "schema": "registry",
    "servers": "registry",
    "validate": "validation",
    "validate_lines": "validation",
}

__all__ = [
    "FORMATS",
    "CheckedLine",
    "Explanation",
    "Finding",
    "Operation",
    "Report",
    "UnknownNameError",
    "check_call",
    "check_query",
    "example",
    "explain_error",
    "headers",
    "minimal_update",
    "operation",
    "operations",
    "schema",
    "servers",
    "validate",
    "validate_lines",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return [*globals(), *_HOMES]
