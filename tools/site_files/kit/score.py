"""Holds a validator against the kit: replace what `judge` does by your own."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator


def judge(schema: Path, body: Path) -> bool:
    """Whether a body is valid by its schema."""
    try:
        return Draft202012Validator(json.loads(schema.read_bytes())).is_valid(json.loads(body.read_bytes()))
    except ValueError:
        return False


kit = Path(__file__).parent
cases = [case for case in json.loads((kit / "manifest.json").read_bytes())["bodies"] if case["schema"]]
wrong = [case for case in cases if judge(kit / case["schema"], kit / case["file"]) != case["valid"]]
for case in wrong:
    print(case["file"], "is", "valid" if case["valid"] else "invalid", "needs", case["needs"])
print(len(cases) - len(wrong), "of", len(cases), "judged as the manifest says")
