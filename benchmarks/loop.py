"""The verdict on each line of a stream, by a bare loop: `python loop.py SCHEMA STREAM` prints how many are invalid."""

import sys
from pathlib import Path

import jsonschema_rs
import orjson

schema, stream = map(Path, sys.argv[1:])
is_valid = jsonschema_rs.Draft202012Validator(orjson.loads(schema.read_bytes()), validate_formats=True).is_valid
with stream.open("rb") as lines:
    invalid = sum(not is_valid(orjson.loads(line)) for line in lines)
print(f"{invalid} invalid")
sys.exit(1 if invalid else 0)
