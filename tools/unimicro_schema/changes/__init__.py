"""Compares two versions of the contract: every change, and what it breaks."""

from __future__ import annotations

from unimicro_schema.changes.change import Change, Diff
from unimicro_schema.changes.compare import compare

__all__ = ["Change", "Diff", "compare"]
