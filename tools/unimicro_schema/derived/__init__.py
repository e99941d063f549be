"""The files that the build derived, and others beside modules, wherever the package is: in a folder or in a zip file."""

import os
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / "generated"
_LOADER: Any = __spec__.loader  # reads files beside modules from wherever it found these


def read(name: str) -> bytes:
    """The bytes of a derived file, by its path below `generated/`, such as `openapi.json`. Raises `OSError` if there is none."""
    return beside(str(_FOLDER), f"generated/{name}")


def beside(module: str, name: str) -> bytes:
    """The bytes of a file beside a module, which gives its `__file__`. Raises `OSError` if there is none."""
    data: bytes = _LOADER.get_data(os.path.normpath(Path(module).parent / name))  # a zip file has no ..
    return data
