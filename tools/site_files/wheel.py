"""The wheel of the package, made of the checkout for the site to carry."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

LEFT_OUT = "The wheel is left out: hatchling, which makes it, is not installed."


@cache
def made(root: Path, site: str) -> bytes | None:
    """The wheel of the checkout at `root`, the same bytes for the same files; None without hatchling.

    `site` is the URL that the package gives for its documentation. Raises `ValueError` if the wheel cannot be made.
    """
    if find_spec("hatchling") is None:
        return None
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        environment = {**os.environ, "SITE_URL": site}
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ValueError(f"the wheel cannot be made: {(done.stderr or done.stdout).strip().splitlines()[-1]}")
        [wheel] = Path(folder).glob("*.whl")
        return wheel.read_bytes()
