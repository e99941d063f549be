"""What is checked: an example of the contract, copies of it, streams of it, and copies with one defect each."""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OPERATION = "createCustomer"
BULK = "bulkSaveCustomers"
EXAMPLE = "openapi/examples/create-appendix-a.json"
DEFECTS_OF = 100  # one line in so many has a defect

_DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T")
_GUID = re.compile(r"[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is made: `files` copies, a stream of `lines`, one of about `large` bytes, and lists of about `bulk` and `line` bytes."""

    files: int
    lines: int
    large: int
    bulk: int
    line: int


FULL = Sizes(1_000, 20_000, 200_000_000, 25_000_000, 20_000_000)
QUICK = Sizes(20, 400, 4_000_000, 250_000, 200_000)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files that were made. `invalid` has one file for each rule, `three` has three defects.

    `lines` and `large_lines` count the payloads of `stream` and `large`; one in `DEFECTS_OF` has a defect. `bulk` is a list, and
    `bulk_wrong` the same with one defect. `line` is a list on one line of a stream, in which each item has three.
    """

    valid: Path
    invalid: dict[str, Path]
    three: Path
    copies: list[Path]
    stream: Path
    large: Path
    lines: int
    large_lines: int
    bulk: Path
    bulk_wrong: Path
    line: Path
    schema: Path
    openapi: Path


def make(root: Path, cache: Path, sizes: Sizes, command: Path) -> Inputs:
    """Writes the inputs below `cache`. `command` is that of this package, which prints the schema for the peers."""
    place = cache / "inputs"
    shutil.rmtree(place, ignore_errors=True)
    (place / "copies").mkdir(parents=True)
    text = (root / EXAMPLE).read_text()
    value = json.loads(text)
    copies = [place / "copies" / f"{number:04}.json" for number in range(sizes.files)]
    for path in copies:
        path.write_text(text)
    (place / "valid.json").write_text(text)
    invalid = {rule: place / f"{rule}.json" for rule in _SPOIL}
    for rule, path in invalid.items():
        path.write_text(json.dumps(spoiled(value, rule), indent=4))
    three = value
    for rule in ("unknown-key", "wrong-type", "bad-format"):
        three = spoiled(three, rule)
    (place / "three.json").write_text(json.dumps(three, indent=4))
    write_stream(place / "stream.jsonl", value, sizes.lines)
    large_lines = sizes.large // len(_line(value)) // DEFECTS_OF * DEFECTS_OF
    write_stream(place / "large.jsonl", value, large_lines)
    items = sizes.bulk // len(_line(value))
    (place / "bulk.json").write_text(_list([value] * items))
    (place / "bulk-wrong.json").write_text(_list([value] * (items - 1) + [spoiled(value, "wrong-type")]))
    (place / "line.jsonl").write_text(_list([three] * (sizes.line // len(_line(three)))) + "\n")
    schema = subprocess.run([command, "schema", OPERATION], check=True, capture_output=True).stdout
    (place / "schema.json").write_bytes(schema)
    (place / "openapi.json").write_text(json.dumps(_openapi(json.loads(schema))))
    return Inputs(
        valid=place / "valid.json",
        invalid=invalid,
        three=place / "three.json",
        copies=copies,
        stream=place / "stream.jsonl",
        large=place / "large.jsonl",
        lines=sizes.lines,
        large_lines=large_lines,
        bulk=place / "bulk.json",
        bulk_wrong=place / "bulk-wrong.json",
        line=place / "line.jsonl",
        schema=place / "schema.json",
        openapi=place / "openapi.json",
    )


def spoiled(value: Any, rule: str) -> Any:
    """A copy of a payload with one defect, which breaks `rule`, at the last place that it can have it."""
    result = copy.deepcopy(value)
    fits, change = _SPOIL[rule]
    owner, key = [(owner, key) for owner, key in _leaves(result) if fits(owner[key])][-1]
    change(owner, key)
    return result


def _leaves(value: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every object below the root with each of its keys that holds a plain value."""
    for child in value.values():
        if isinstance(child, dict):
            yield from ((child, key) for key, leaf in child.items() if not isinstance(leaf, dict | list))
            yield from _leaves(child)


def _rename(owner: dict[str, Any], key: str) -> None:
    owner[key + key[-1]] = owner.pop(key)


def _set(new: Any) -> Callable[[dict[str, Any], str], None]:
    return lambda owner, key: owner.__setitem__(key, new)


_SPOIL: dict[str, tuple[Callable[[Any], bool], Callable[[dict[str, Any], str], None]]] = {
    "unknown-key": (lambda leaf: isinstance(leaf, str) and " " in leaf, _rename),
    "wrong-type": (lambda leaf: type(leaf) is int and leaf > 0, _set("8")),
    "bad-format": (lambda leaf: isinstance(leaf, str) and _DATE_TIME.match(leaf) is not None, _set("yesterday")),
    "out-of-range": (lambda leaf: type(leaf) is int and leaf > 0, _set(2**31)),
    "null-not-allowed": (lambda leaf: leaf is False, _set(None)),
}
"""By rule: which values can be made to break it, and how."""


def write_stream(path: Path, value: Any, lines: int) -> None:
    """Writes one payload per line, one in `DEFECTS_OF` with a defect, each kind in turn.

    No two are alike: the line number is at the first space of a text.
    """
    rules = list(_SPOIL)
    with path.open("w") as stream:
        for number in range(lines):
            is_spoiled = number % DEFECTS_OF == DEFECTS_OF // 2
            payload = spoiled(value, rules[number // DEFECTS_OF % len(rules)]) if is_spoiled else value
            stream.write(_line(payload).replace(" ", f" {number} ", 1) + "\n")


def _line(payload: Any) -> str:
    return json.dumps(payload, separators=(",", ":"), ensure_ascii=False)


def _list(items: list[Any]) -> str:
    """The items as one list on one line. No two have the same GUIDs, as no two new objects may."""
    texts = (_GUID.sub(f"{number:08x}", _line(item)) for number, item in enumerate(items))
    return f"[{','.join(texts)}]"


def _openapi(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema as an OpenAPI description of one operation, for peers that read only these."""
    schemas = json.loads(json.dumps(schema["$defs"]).replace("#/$defs/", "#/components/schemas/"))
    body = {"$ref": schema["$ref"].replace("#/$defs/", "#/components/schemas/")}
    request = {"required": True, "content": {"application/json": {"schema": body}}}
    operation = {"requestBody": request, "responses": {"201": {"description": "Created"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": OPERATION, "version": "1"},
        "servers": [{"url": "http://localhost"}],
        "paths": {"/": {"post": operation}},
        "components": {"schemas": schemas},
    }
