"""What a runner of CI does with the files of this project, done here: scripts, and the steps of the action."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TYPO = "tests/corpus/invalid/createCustomer/request/typo-in-a-nested-object.json"
_BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]


def project(root: Path, folder: Path) -> Path:
    """Makes a folder another project: a payload, and the models."""
    payloads = folder / "tests/payloads/create"
    payloads.mkdir(parents=True)
    shutil.copy(root / "openapi/examples/create-appendix-a.json", payloads)
    command = [sys.executable, "-m", "unimicro_schema", "models", "--output", "src/contract_models.py"]
    (folder / "src").mkdir()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def break_a_payload(root: Path, folder: Path) -> None:
    """Puts a payload with a typing error into the project."""
    shutil.copy(root / TYPO, folder / "tests/payloads/create")


def make_the_models_stale(folder: Path) -> None:
    """Changes the models of the project by hand."""
    with (folder / "src/contract_models.py").open("a", encoding="utf-8") as file:
        file.write("# by hand\n")


def script(text: str, folder: Path, programs: Path, **environment: str) -> tuple[int, str]:
    """Runs a script as the runners do, with the programs of a folder first; returns the exit code and what it printed."""
    surroundings = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **environment}
    done = subprocess.run([*_BASH, text], cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@dataclass(frozen=True)
class Action:
    """A composite action for GitHub, by what its file says, with a folder for what it installs."""

    node: dict[str, Any]
    temporary: Path

    def step(self, name: str, folder: Path, **context: str) -> tuple[int, str, str]:
        """Runs a step; returns the exit code, what it printed, and what it gave to the steps after it."""
        [found] = [item for item in self.node["runs"]["steps"] if item.get("name") == name]
        assert found["shell"] == "bash"
        output = folder / "output"
        output.write_text("", encoding="utf-8")
        given = {key: _filled(text, context) for key, text in found["env"].items()}
        given |= {"RUNNER_TEMP": str(self.temporary), "RUNNER_OS": "Linux", "GITHUB_OUTPUT": str(output)}
        code, out = script(found["run"], folder, Path(sys.executable).parent, **given)
        return code, out, output.read_text(encoding="utf-8")

    def run(self, folder: Path, arguments: str) -> tuple[int, str, str]:
        """Runs the command of the action with its arguments."""
        return self.step("unimicro-schema", folder, **{"inputs.arguments": arguments})


def _filled(text: str, context: dict[str, str]) -> str:
    for name, value in context.items():
        text = text.replace(f"${{{{ {name} }}}}", value)
    assert "${{" not in text, f"the action needs {text}"
    return text
