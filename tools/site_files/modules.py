"""What the tools in the pages load: the modules of the package, and the examples of each operation."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

import orjson

from unimicro_schema.registry import published

FOLDER = "assets/unimicro-schema/"
_ENDING = ".js"


def files(package: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by their paths in the site. `package` are those of the npm package whose links count from the top of the site."""
    modules = {name: content for name, content in package.items() if posixpath.splitext(name)[1] == _ENDING}
    return {FOLDER + name: content for name, content in {**modules, **_examples()}.items()}


def _examples() -> dict[str, bytes]:
    """The examples of each operation as one file: a tool that has loaded it works without a network."""
    found: dict[str, list[dict[str, str]]] = {}
    for path, content in published.examples().items():
        operation, body, name = path.removesuffix(".json").split("/")
        found.setdefault(operation, []).append({"body": body, "name": name, "text": content.decode()})
    return {f"examples/{operation}.json": orjson.dumps(examples) for operation, examples in found.items()}
