"""The contract of the Unimicro Customer API: verdicts on payloads, JSON Schemas, examples and models.

    from unimicro_schema import example, operations, schema, validate

    report = validate(data, "createCustomer")              # what you send
    report = validate(data, "createCustomer", status=400)  # what came back

The models are in `unimicro_schema.models`; they are imported only when you do.
"""

from unimicro_schema.findings import Finding, Report
from unimicro_schema.formats import FORMATS
from unimicro_schema.registry import Operation, example, operations, schema
from unimicro_schema.validation import validate

__all__ = ["FORMATS", "Finding", "Operation", "Report", "example", "operations", "schema", "validate"]
