"""The programs that are measured, installed side by side below one folder."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

_NAMES = ("unimicro-schema", "jsonschema-rs", "orjson", "pydantic")
_PEERS = ("check-jsonschema", "jsonschema", "fastjsonschema", "openapi-core", "sourcemeta-jsonschema")


@dataclass(frozen=True, slots=True)
class Programs:
    """Where each program is. `python` has this package alone, as users install it; `peers_python` has the peers.

    `package` is the folder of our modules of JavaScript, `node_modules` that of the peers.
    """

    python: Path
    ours: Path
    peers_python: Path
    check_jsonschema: Path
    sourcemeta: Path
    ajv: Path
    node_modules: Path
    package: Path
    versions: dict[str, str]


def install(root: Path, cache: Path) -> Programs:
    """Installs the checkout at `root` and its peers below `cache`. Raises `SystemExit` where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not there, and ajv-cli is an npm package; install Node.js")
    here = root / "benchmarks"
    ours, peers = (_environment(cache / f"{name}-{platform.python_version()}") for name in ("ours", "peers"))
    _pip(ours, "-c", root / "requirements" / "constraints.txt", f"{root}[models]")
    _pip(ours, "--force-reinstall", "--no-deps", root)  # the version stays the same while the code changes
    _pip(peers, "-r", here / "requirements-peers.txt")
    node = cache / "npm"
    node.mkdir(exist_ok=True)
    shutil.copy(here / "package.json", node)
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run([npm, "install", *options], cwd=node, check=True)
    package = cache / "javascript"
    subprocess.run([ours / "unimicro-schema", "javascript", "--output", package], check=True, capture_output=True)
    return Programs(
        python=ours / "python",
        ours=ours / "unimicro-schema",
        peers_python=peers / "python",
        check_jsonschema=peers / "check-jsonschema",
        sourcemeta=_sourcemeta(peers),
        ajv=node / "node_modules" / ".bin" / "ajv",
        node_modules=node / "node_modules",
        package=package,
        versions=_versions(ours, peers, node),
    )


def _environment(place: Path) -> Path:
    if not (place / "pyvenv.cfg").exists():
        venv.create(place, with_pip=True)
    return place / "bin"


def _pip(environment: Path, *arguments: str | Path) -> None:
    words = [environment / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    subprocess.run(words, check=True)


def _sourcemeta(environment: Path) -> Path:
    """The native program itself, without the Python that the wheel starts it with."""
    find = "import importlib.util as u; print(u.find_spec('sourcemeta_jsonschema').submodule_search_locations[0])"
    folder = _said(environment / "python", "-c", find)
    machine = platform.machine().lower().replace("amd64", "x86_64").replace("aarch64", "arm64")
    return Path(folder.strip()) / f"jsonschema-{sys.platform}-{machine}"


def _versions(ours: Path, peers: Path, node: Path) -> dict[str, str]:
    """Versions by the name of the package, of what decides on speed."""
    found: dict[str, str] = {}
    for environment, names in ((ours, _NAMES), (peers, _PEERS)):
        ask = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
        found |= zip(names, _said(environment / "python", "-c", ask, *names).split(), strict=True)
    for name in ("ajv-cli", "ajv"):
        found[name] = json.loads((node / "node_modules" / name / "package.json").read_text())["version"]
    return found | {"Node.js": _said("node", "--version").strip().removeprefix("v")}


def _said(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
