"""The files of the npm package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from unimicro_schema.derived.published import dumped
from unimicro_schema.distribution import NAME, link, version
from unimicro_schema.npm import codes, comments, data, declarations
from unimicro_schema.registry import published

_ENDINGS = (".js", ".d.ts")


def files(docs: str | None = None) -> dict[str, bytes]:
    """All files by their paths in the package. The same contract and the same version give the same bytes.

    `docs` is the URL of the documentation, which findings lead to; without it, it is that of the Python package.
    """
    modules = dict(_modules(resources.files("unimicro_schema") / "javascript"))  # in a zip file too
    types = modules.pop("index.d.ts") + declarations.text()
    made = {"package.json": dumped(_description()), "index.d.ts": types.encode(), "codes.js": codes.module().encode()}
    code = {
        path: (comments.shortened(text) if path.endswith(".js") else text).encode() for path, text in modules.items()
    }
    return made | code | data.modules(link("") if docs is None else _folder(docs))


def _modules(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    """The modules below a folder, each by its path."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _modules(item, f"{path}{item.name}/")
        elif item.name.endswith(_ENDINGS):
            yield path + item.name, item.read_text("utf-8")


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
