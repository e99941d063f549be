"""What the command says beside its output: sentences on standard error."""

from __future__ import annotations

import sys

from unimicro_schema.reports import printable


def say(*lines: str) -> None:
    """Says a sentence, and the lines that belong to it, none of which can act on a terminal."""
    sys.stderr.write("\n".join(map(printable, (f"unimicro-schema: {lines[0]}", *lines[1:]))) + "\n")
