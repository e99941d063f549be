"""`unimicro-schema build`."""

from __future__ import annotations

import sys
from pathlib import Path

from unimicro_schema.build import artefacts
from unimicro_schema.build.source import ContractError


def run(root: Path, *, check: bool) -> int:
    """Derives everything below `root`, or with `check` only says what is stale. Returns the exit code."""
    if not (root / "openapi" / "openapi.yaml").is_file():
        print(
            f"unimicro-schema: there is no openapi/openapi.yaml in {root.resolve()}; run this in a checkout",
            file=sys.stderr,
        )
        return 2
    try:
        derived = artefacts.derive(root)
    except ContractError as error:
        print(error, file=sys.stderr)
        return 1
    changes = artefacts.compare(root, derived)
    if check:
        if changes:
            print(changes.diff)
            print(f"stale: {changes}\nrun `unimicro-schema build` and commit what it writes", file=sys.stderr)
            return 1
        print(f"fresh: {changes}")
        return 0
    artefacts.write(root, derived, changes)
    print(changes)
    return 0
