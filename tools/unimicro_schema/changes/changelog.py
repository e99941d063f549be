"""The contract part of a changelog, compared with the changes."""

from __future__ import annotations

import re

from unimicro_schema.changes.change import Diff
from unimicro_schema.changes.printing import markdown

_VERSION = re.compile(r"^## .*$", re.MULTILINE)
_CONTRACT = re.compile(r"^### Contract[ \t]*$(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)


def missing(changelog: str, diff: Diff) -> list[str]:
    """The lines of `--format markdown` that the contract part of the newest version lacks; nothing if it has them all."""
    versions = _VERSION.split(changelog.replace("\r\n", "\n"))
    part = _CONTRACT.search(versions[1]) if len(versions) > 1 else None
    lines = set(part[1].splitlines()) if part else set()
    return [line for line in markdown(diff).splitlines() if line.startswith("- ") and line not in lines]
