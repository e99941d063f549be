"""Writes the lines of a file as a table of Parquet files: `id`, the number of the line, and `payload`, its bytes."""

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

FILES = 8

source, target = map(Path, sys.argv[1:])
lines = source.read_bytes().removesuffix(b"\n").split(b"\n")
target.mkdir()
step = -(-len(lines) // FILES)
for begin in range(0, len(lines), step):
    chosen = lines[begin : begin + step]
    ids = pa.array(range(begin + 1, begin + 1 + len(chosen)), pa.int64())
    pq.write_table(pa.table({"id": ids, "payload": chosen}), target / f"{begin:06}.parquet")
