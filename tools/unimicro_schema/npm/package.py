"""The files of the npm package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from unimicro_schema.derived.published import dumped
from unimicro_schema.distribution import NAME, link, version
from unimicro_schema.npm import codes, data, declarations
from unimicro_schema.registry import published

_MODULES = Path(__file__).parents[1] / "javascript"


def files(docs: str | None = None) -> dict[str, bytes]:
    """All files by their paths in the package. The same contract and the same version give the same bytes.

    `docs` is the URL of the documentation, which findings lead to; without it, it is that of the Python package.
    """
    modules = {
        path.relative_to(_MODULES).as_posix(): path.read_bytes()
        for ending in ("js", "d.ts")
        for path in sorted(_MODULES.rglob(f"*.{ending}"))
    }
    types = modules.pop("index.d.ts") + declarations.text().encode()
    made = {"package.json": dumped(_description()), "index.d.ts": types, "codes.js": codes.module().encode()}
    return made | modules | data.modules(link("") if docs is None else _folder(docs))


def _folder(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""


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
        "types": "./index.d.ts",
        "bin": {NAME: "./bin.js"},
        "exports": {
            ".": {"types": "./index.d.ts", "default": "./index.js"},
            "./load": {"types": "./load.d.ts", "default": "./load.js"},
            "./package.json": "./package.json",
        },
    }
