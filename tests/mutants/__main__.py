"""Plants the faults and writes the page: `python -m mutants [--all | --size N] [--jobs N] [ROOM…]`."""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from mutants.report import PAGE, Room, faults, page, reasons
from mutants.sample import Mutant, mutants, sample
from mutants.trial import Copy, Outcome

ROOT = Path(__file__).parents[2]
ROOMS = ("validation", "explanation", "query", "reports", "commands")
SIZE = 60


def main() -> int:
    """Returns 0 if enough faults were noticed and every other one has a reason, and 1 if not."""
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("--all", action="store_true", help="try every fault, and not a sample")
    parser.add_argument("--size", type=int, default=SIZE, metavar="N", help="how many faults of each room to try")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="how many at a time")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="all of them if left out")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="mutants-") as folder:
        free: SimpleQueue[Copy] = SimpleQueue()
        for number in range(options.jobs):
            free.put(Copy(ROOT, Path(folder) / str(number)))
        rooms = [_tried(name, free, options) for name in options.rooms or ROOMS]
    known = reasons()
    text = page(rooms, known)
    sys.stdout.write(text)
    if not options.rooms and not options.all and options.size == SIZE:
        PAGE.write_text(text, encoding="utf-8")
    wrong = faults(rooms, known)
    sys.stderr.write("".join(f"{sentence}\n" for sentence in wrong))
    return 1 if wrong else 0


def _tried(name: str, free: SimpleQueue[Copy], options: argparse.Namespace) -> Room:
    found = mutants(ROOT, name)
    chosen = found if options.all else sample(found, options.size)
    copy = free.get()
    runs = copy.runs(name)
    free.put(copy)

    def outcome(mutant: Mutant) -> Outcome:
        copy = free.get()
        try:
            result = copy.judged(mutant, runs)
        finally:
            free.put(copy)
        sys.stderr.write(f"{mutant.key} {result:9} {mutant.path}:{mutant.line}\n")
        return result

    with ThreadPoolExecutor(options.jobs) as pool:
        return Room(name, len(found), dict(zip(chosen, pool.map(outcome, chosen), strict=True)))


if __name__ == "__main__":
    sys.exit(main())
