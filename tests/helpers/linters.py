"""Linters of OpenAPI that others keep, and what they say of a document."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

PLACE = Path(__file__).parents[1] / "lint"
"""The folder with their configuration. `npm.install(PLACE)` puts the linters in it."""

BUNDLE = "../../tools/unimicro_schema/generated/openapi.json"
LINTERS = {
    "redocly": ["redocly", "lint", BUNDLE, "--config", "redocly.yaml", "--format", "json", "--max-problems", "1000"],
    "spectral": ["spectral", "lint", BUNDLE, "--ruleset", "spectral.yaml", "--format", "json"],
}
PACKAGES = {"redocly": "@redocly/cli", "spectral": "@stoplight/spectral-cli"}


def problems(name: str, file: str = BUNDLE) -> list[dict[str, Any]]:
    """What a linter minds in a file, the published bundle if none is named. What its configuration excuses is left out."""
    program, *arguments = [file if part == BUNDLE else part for part in LINTERS[name]]
    command = [str(PLACE / "node_modules" / ".bin" / program), *arguments]
    run = subprocess.run(command, cwd=PLACE, capture_output=True, text=True, check=False)
    try:
        found = json.JSONDecoder().raw_decode(run.stdout)[0]
    except ValueError:
        raise AssertionError(run.stdout + run.stderr) from None
    minded = found["problems"] if isinstance(found, dict) else found
    assert minded or run.returncode == 0, run.stdout + run.stderr
    return [problem for problem in minded if not problem.get("ignored")]
