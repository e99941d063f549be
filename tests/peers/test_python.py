"""The models that are written for other projects run on the newest Python, whatever Python is installed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.models_file import USE
from peers.generators import HERE
from peers.installation import Installed
from unimicro_schema import cli

VERSION = "3.14"
PLATFORM = "pyemscripten_2026_0_wasm32"
"""What wheels of this Python are for in Pyodide."""


@pytest.fixture(scope="module")
def wheels(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pydantic and what it needs, for Pyodide."""
    folder = tmp_path_factory.mktemp("wheels")
    command = ["pip", "download", "-qq", "--disable-pip-version-check", "--only-binary=:all:", "--dest", str(folder)]
    command += ["--platform", PLATFORM, "--python-version", VERSION, "--constraint", str(HERE / "requirements.txt")]
    run = installed.run(installed.python, "-m", *command, "pydantic", cwd=installed.place)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.mark.shows("Pyodide", "runs the models of `models --output` with nothing but pydantic")
def test_the_models_run_on_the_newest_python_with_nothing_but_pydantic(
    installed: Installed, wheels: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    assert cli.main(["models", "--output", str(tmp_path / "contract_models.py")]) == 0
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    run = installed.run(
        "node", HERE / "python.mjs", installed.place / "node_modules", wheels, tmp_path, cwd=installed.place
    )
    assert run.returncode == 0, run.stderr[-2000:]
    printed, version = run.stdout.splitlines()
    record_property("seen", f"on Python {version}")
    assert json.loads(printed) == {"OrgNumber": "914012708", "StatusCode": 30001, "Info": {"Name": "John Doe"}}
    assert version == VERSION
