"""The files of the npm package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from unimicro_schema.derived.published import dumped
from unimicro_schema.distribution import NAME, version
from unimicro_schema.npm import data
from unimicro_schema.registry import published

_MODULES = Path(__file__).parents[1] / "javascript"


def files() -> dict[str, bytes]:
    """All files by their paths in the package. The same contract and the same version give the same bytes."""
    modules = {path.relative_to(_MODULES).as_posix(): path.read_bytes() for path in sorted(_MODULES.rglob("*.js"))}
    return {"package.json": dumped(_description()), **modules, **data.modules()}


def _description() -> dict[str, Any]:
    """What npm reads of the package."""
    return {
        "name": NAME,
        "version": version() or "0.0.0",
        "description": f"{published.index['title']}: verdicts on payloads, queries and error bodies, and the types of all bodies.",
        "license": "MIT",
        "type": "module",
        "sideEffects": False,
        "engines": {"node": ">=20"},
        "exports": {".": "./index.js", "./load": "./load.js", "./package.json": "./package.json"},
    }
