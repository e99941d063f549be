"""A table of payloads is checked by Spark as by the command line: the program of the page, with a finding for each defect."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from helpers import corpus
from peers.installation import HERE, Installed

PAYLOADS = 200_000
STRANGE_OF = 100
"""One payload in so many is of the corpus, with whatever is wrong in it; the others are the sample of the guide."""


@pytest.fixture(scope="module")
def payloads(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with many payloads, one per line."""
    usual = json.dumps(json.loads((root / "tests/data/appendix-a.json").read_bytes()), separators=(",", ":")).encode()
    cases = [corpus.case(path) for path in corpus.files() if "/createCustomer/request/" in path]
    texts = [text for *_, text in cases if text]  # the command leaves out an empty line
    strange = cycle([b" ".join(text.split(b"\n")) for text in texts])
    place = tmp_path_factory.mktemp("lake") / "payloads.ndjson"
    with place.open("wb") as file:
        for number in range(PAYLOADS):
            file.write((next(strange) if number % STRANGE_OF == 0 else usual) + b"\n")
    return place


@pytest.fixture(scope="module")
def spark(installed: Installed, root: Path) -> Callable[..., str]:
    """Runs a program with Spark's Python, which finds the package of this checkout."""
    variables = {"PYTHONPATH": str(root / "tools"), "SPARK_LOCAL_IP": "127.0.0.1"}
    own = replace(installed, environment=installed.environment | variables)

    def run(*command: str | Path) -> str:
        done = own.run(*command, cwd=installed.place)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    return run


@pytest.mark.shows("Spark", f"finds in {PAYLOADS:,} payloads what the command line finds")
def test_spark_finds_what_the_command_line_finds(
    payloads: Path,
    spark: Callable[..., str],
    root: Path,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    spark("python", HERE / "lake_table.py", payloads, tmp_path / "payloads")
    program = root / "docs/toolkit/data_lake.py"
    options = ("--master", "local[2]", "--conf", "spark.ui.enabled=false")
    spark("spark-submit", *options, program, tmp_path / "payloads", tmp_path / "findings")
    rows = [json.loads(line) for line in spark("python", HERE / "lake_findings.py", tmp_path / "findings").splitlines()]
    assert {number for number, *_ in rows} == set(range(1, PAYLOADS + 1))
    found = sorted([number, rule, pointer, message] for number, _, rule, pointer, message in rows if rule)
    invalid = {number for number, valid, *_ in rows if not valid}
    assert (found, invalid) == of_the_command(payloads)
    record_property("seen", f"{len(found):,} findings")


def of_the_command(path: Path) -> tuple[list[list[int | str]], set[int]]:
    """What the command line says of a file with one payload per line: its findings, and the lines that are invalid."""
    command = [
        sys.executable,
        "-m",
        "unimicro_schema",
        "validate",
        "--as",
        "createCustomer",
        "--format",
        "json",
        str(path),
    ]
    results = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)["results"]
    found = [(result, item) for result in results for item in result["findings"]]
    return (
        sorted([item["line"], item["rule"], item["pointer"], item["message"]] for _, item in found),
        {item["line"] for result, item in found if not result["valid"]},
    )
