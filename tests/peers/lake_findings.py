"""Prints the table that the program of the page wrote: a list in JSON for each row."""

import json
import sys

import pyarrow.parquet as pq

table = pq.read_table(sys.argv[1], columns=["id", "valid", "rule", "pointer", "message"])
for row in zip(*table.to_pydict().values(), strict=True):
    print(json.dumps(row))
