"""Prints how many times as long a check of one file takes as that of another: `python ratio.py OPERATION VALID INVALID`.

Both are checked in process, in turn, and the times are those of the processor: other programs do not count. Exits with 1 if the
second file is invalid, as it should be.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from time import process_time
from timeit import Timer

from unimicro_schema import validate

ROUNDS = 5

operation, *paths = sys.argv[1:]
valid, invalid = (Path(path).read_bytes() for path in paths)
timers = [Timer(partial(validate, data, operation), timer=process_time) for data in (valid, invalid)]
times = [timer.autorange()[0] for timer in timers]  # which is a warm-up too
best = [min(timer.repeat(ROUNDS, number)) / number for timer, number in zip(timers, times, strict=True)]
print(best[1] / best[0])
sys.exit(not validate(invalid, operation).valid)
