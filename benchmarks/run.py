"""Measures the validator beside others of its kind and writes benchmarks/results.md.

Everything that takes part is installed below .cache/bench. Nothing else should run on the machine meanwhile. `--quick`
measures small inputs once, prints the results and writes nothing: it shows that the benchmark works.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import inputs
import machine
import measures
import results
import targets
from installation import install
from page import page

ROOT = Path(__file__).resolve().parents[1]
IDLE = 0.5  # of the load, in the last minute


def main() -> int:
    """Installs, measures, judges, writes. A missed target is not a failure: the next machine may be a slower one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small inputs, one run each; the results are only printed")
    quick = parser.parse_args().quick
    load = os.getloadavg()[0]
    if load > IDLE:
        print(f"Other programs are running (load {load:.1f}): the numbers will be of little worth.", file=sys.stderr)
    cache = ROOT / ".cache" / "bench"
    cache.mkdir(parents=True, exist_ok=True)
    programs = install(ROOT, cache)
    made = inputs.make(ROOT, cache, inputs.QUICK if quick else inputs.FULL, programs.ours)
    description = machine.describe(programs.versions, load)
    tables = [
        results.run(measure, made, rounds=1 if quick else measure.rounds)
        for measure in measures.measures(programs, made)
    ]
    text = page(description, tables, targets.judge({table.measure.key: table for table in tables}))
    print(text)
    if not quick:
        (ROOT / "benchmarks" / "results.md").write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
