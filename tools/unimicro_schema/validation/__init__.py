"""Verdicts on payloads: one finding for each defect, with its place and what was probably meant."""

from unimicro_schema.validation.check import validate

__all__ = ["validate"]
