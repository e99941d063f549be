"""Verdicts on payloads: one finding for each defect, with its place and what was probably meant."""

from unimicro_schema.validation.check import validate
from unimicro_schema.validation.lines import CheckedLine, validate_lines

__all__ = ["CheckedLine", "validate", "validate_lines"]
