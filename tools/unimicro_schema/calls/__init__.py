"""Whole HTTP calls: which operation one is, and what is wrong with its URL, headers, body and answer."""

from unimicro_schema.calls.check import check_call

__all__ = ["check_call"]
