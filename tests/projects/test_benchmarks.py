"""The benchmark works: a quick run installs, measures and prints everything, and writes nothing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.node, pytest.mark.xdist_group("npm")]


def test_a_quick_run_prints_every_measure_and_leaves_the_results_alone(root: Path) -> None:
    before = (root / "benchmarks/results.md").read_bytes()
    command = [sys.executable, "benchmarks/run.py", "--quick"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (root / "benchmarks/results.md").read_bytes() == before
    assert headings(done.stdout) == headings(before.decode())


def headings(page: str) -> list[str]:
    """The headings of a page, without their numbers: a quick run measures less."""
    return [re.sub(r"[\d,]+", "N", line) for line in page.splitlines() if line.startswith("#")]
