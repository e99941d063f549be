"""Measures the program of "A data lake of payloads" on Spark beside the command line, and writes benchmarks/lake.md.

Both check the same payloads, Spark on two cores and the command in one process. Spark runs the program on a few payloads too:
what that takes is its start, and it is counted apart. `make peers` installs what is needed. `--quick` measures small inputs
once, prints the results and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from peers.installation import HERE, Installed, install

import clock
import machine
from inputs import DEFECTS_OF, EXAMPLE, OPERATION, write_stream

ROOT = Path(__file__).resolve().parents[1]
CORES = 2
LIMIT = 1.5
COMMAND = "`unimicro-schema validate`, one process"
SPARK = f"Spark, `local[{CORES}]`"

HEAD = "<!-- Written by benchmarks/lake.py. -->"


class Sizes(NamedTuple):
    """How many payloads are checked, how many to see what the start of Spark takes, and how often unless that is told."""

    many: int
    few: int
    rounds: int


FULL, QUICK = Sizes(200_000, 200, 3), Sizes(2_000, 200, 1)


class Took(NamedTuple):
    """What a run took: seconds on the clock, and seconds of all processors together."""

    wall: float
    effort: float


def main() -> int:
    """Makes the inputs, measures, writes. A missed target is not a failure: the next machine may be a slower one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small inputs, one run each; the results are only printed")
    parser.add_argument("--rounds", type=int, help="how often each is run")
    options = parser.parse_args()
    sizes, load = QUICK if options.quick else FULL, os.getloadavg()[0]
    sizes = sizes._replace(rounds=options.rounds or sizes.rounds)
    (ROOT / ".cache").mkdir(exist_ok=True)
    tools = install(ROOT / ".cache" / "peers")
    with TemporaryDirectory() as folder:
        text = _page(sizes, _described(tools, load), _measured(tools, Path(folder), sizes))
    print(text)
    if not options.quick:
        (ROOT / "benchmarks" / "lake.md").write_text(text, encoding="utf-8")
    return 0


def _measured(tools: Installed, place: Path, sizes: Sizes) -> list[list[Took]]:
    """The runs of the command, of Spark, and of Spark with few payloads."""
    many, few = (_inputs(tools, place / str(count), count) for count in (sizes.many, sizes.few))
    runs: list[list[Took]] = [[], [], []]
    for number in range(sizes.rounds):
        runs[0].append(_command(many))
        runs[1].append(_spark(tools, many, place / f"many-{number}"))
        runs[2].append(_spark(tools, few, place / f"few-{number}"))
    return runs


def _inputs(tools: Installed, place: Path, count: int) -> Path:
    """A folder with payloads as lines and as a table."""
    place.mkdir()
    write_stream(place / "payloads.ndjson", json.loads((ROOT / EXAMPLE).read_bytes()), count)
    table = tools.run("python", HERE / "lake_table.py", "payloads.ndjson", "payloads", cwd=place)
    table.check_returncode()
    return place


def _command(payloads: Path) -> Took:
    words = (sys.executable, "-m", "unimicro_schema", "validate", "--as", OPERATION, payloads / "payloads.ndjson")
    return _took(words, dict(os.environ), 1)


def _spark(tools: Installed, payloads: Path, findings: Path) -> Took:
    variables = {"PYTHONPATH": str(ROOT / "tools"), "SPARK_LOCAL_IP": "127.0.0.1"}
    program = shutil.which("spark-submit", path=tools.environment["PATH"]) or "spark-submit"
    options = ("--master", f"local[{CORES}]", "--conf", "spark.ui.enabled=false")
    words = (program, *options, ROOT / "docs/toolkit/data_lake.py", payloads / "payloads", findings)
    return _took(words, tools.environment | variables, 0)


def _took(words: Sequence[str | Path], environment: dict[str, str], expected: int) -> Took:
    wall, effort, code = clock.effort(words, environment)
    if code != expected:
        raise RuntimeError(f"{words[0]} failed with exit code {code}")
    return Took(wall, effort)


def _described(tools: Installed, load: float) -> str:
    versions = {name: tools.versions[name] for name in ("pyspark", "pandas", "pyarrow")}
    return machine.describe(versions, load)


def _page(sizes: Sizes, described: str, runs: list[list[Took]]) -> str:
    command, spark, start = (Took(*map(median, zip(*found, strict=True))) for found in runs)
    job = Took(spark.wall - start.wall, spark.effort - start.effort)
    ratio = job.effort / command.effort
    verdict = "reached" if ratio <= LIMIT else "**missed**"
    rows = (
        (COMMAND, command, 1, ""),
        (SPARK, job, CORES, f"and {start.wall:.1f} s to start ({start.effort:.1f} s of processors)"),
    )
    return "\n".join(
        [
            HEAD,
            "",
            f"Measured on: {described}",
            "",
            (
                f"{sizes.many:,} payloads of 4 kB, one in {DEFECTS_OF} with a defect. {_often(sizes.rounds)} Target: a payload takes at most"
                f" {LIMIT} × the time of processors that it takes the command; {verdict}: {ratio:.2f} ×."
            ),
            "",
            "| program | payloads per second and core, by the clock | the same, by the time of processors | remarks |",
            "|---|--:|--:|---|",
            *(
                f"| {name} | {sizes.many / took.wall / cores:,.0f} | {sizes.many / took.effort:,.0f} | {remark} |"
                for name, took, cores, remark in rows
            ),
            "",
        ]
    )


def _often(rounds: int) -> str:
    return "One run of each." if rounds == 1 else f"Median of {rounds} runs in turn."


if __name__ == "__main__":
    sys.exit(main())
