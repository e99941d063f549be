"""Measures `unimicro-schema calls` on long recordings: a million calls, one per line, and a HAR file of 200 MB.

Both are made of the examples of the contract, at the same size on every machine, below .cache/bench. Each is read once by the
checkout's own package; time and memory are those that the system tells at the end of the process. The results go to
benchmarks/recordings.md. `--quick` makes small inputs, prints the results and writes nothing.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from unimicro_schema import distribution, example, operations
from unimicro_schema.registry import Operation, bodies

import machine

ROOT = Path(__file__).resolve().parents[1]
DEFECTS_OF = 100  # one call in so many has a misspelt option
HOST = "https://test.unimicro.no"
SECRETS = {"Authorization": "Bearer a.b.c", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}
JSON = {"Content-Type": "application/json"}
ASSET = base64.b64encode(bytes(range(256)) * 60).decode()
"""What a page loads beside its calls: most of a browser's recording."""

HEAD = "<!-- Written by benchmarks/recordings.py. -->"


class Sizes(NamedTuple):
    """How many lines are made, and about how many bytes of a HAR file."""

    lines: int
    har: int


FULL, QUICK = Sizes(1_000_000, 200_000_000), Sizes(2_000, 4_000_000)


class Measured(NamedTuple):
    """What a run took: seconds, bytes of memory at most, and the last line that it printed."""

    seconds: float
    memory: int
    said: str


def calls() -> list[dict[str, Any]]:
    """A right call of each operation, with its answer."""
    return [_call(operation) for operation in operations()]


def _call(operation: Operation) -> dict[str, Any]:
    values = {item.name: item.example for item in operation.parameters if item.required}
    target = operation.target(**values)
    query = "&".join(f"{name}={text}" for name, text in target.query.items())
    status = next(iter(operation.responses))
    body = {"body": example(operation.id), "headers": SECRETS | JSON} if operation.request else {"headers": SECRETS}
    answer = {"answer": _shortest(operation.id, status)} if operation.responses[status].body else {}
    url = f"{HOST}{target.path}{'?' if query else ''}{query}"
    return {"method": operation.method, "url": url, **body, "status": int(status), **answer}


def _shortest(name: str, status: str) -> Any:
    """The shortest example of an answer: what programs expect is rarely all that there is."""
    found = [example(name, entry, status) for entry in bodies(name)[status].examples]
    return min(found, key=lambda value: len(json.dumps(value)))


def write_lines(path: Path, lines: int) -> None:
    """Newline-delimited JSON, the operations in turn."""
    kinds = calls()
    right = [json.dumps(call) + "\n" for call in kinds]
    wrong = [json.dumps(spoiled(call)) + "\n" for call in kinds]
    with path.open("w") as file:
        for number in range(lines):
            kind = number % len(kinds)
            file.write(wrong[kind] if number % DEFECTS_OF == DEFECTS_OF // 2 else right[kind])


def write_har(path: Path, size: int) -> None:
    """A HAR file as a browser writes it: indented, and most of it what the page loads."""
    kinds = calls()
    entries = [json.dumps(_entry(call), indent=2) for call in kinds]
    wrong = [json.dumps(_entry(spoiled(call)), indent=2) for call in kinds]
    asset = {"method": "GET", "url": "https://example.com/app.js", "headers": {}, "status": 200}
    other = json.dumps(_entry(asset, {"text": ASSET, "encoding": "base64", "size": len(ASSET)}), indent=2)
    with path.open("w") as file:
        file.write('{"log": {"version": "1.2", "creator": {"name": "benchmark", "version": "1"}, "entries": [\n')
        file.write(other)
        for number in range(size // (len(other) + sum(map(len, entries)) // len(entries))):
            kind = number % len(kinds)
            own = wrong[kind] if number % DEFECTS_OF == DEFECTS_OF // 2 else entries[kind]
            file.write(f",\n{own},\n{other}")
        file.write("\n]}}\n")


def _entry(call: dict[str, Any], content: dict[str, Any] | None = None) -> dict[str, Any]:
    body = {"postData": {"mimeType": "application/json", "text": json.dumps(call["body"])}} if "body" in call else {}
    answer = {"text": json.dumps(call["answer"])} if "answer" in call else {"size": 0}
    headers = [{"name": name, "value": value} for name, value in call["headers"].items()]
    return {
        "request": {"method": call["method"], "url": call["url"], "headers": headers, **body},
        "response": {"status": call["status"], "headers": [], "content": content or answer},
    }


def spoiled(call: dict[str, Any]) -> dict[str, Any]:
    """A call with an option that nobody documents."""
    separator = "&" if "?" in call["url"] else "?"
    return {**call, "url": f"{call['url']}{separator}expnd=Info"}


def measured(path: Path) -> Measured:
    """One run of the command on a recording."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        words = [sys.executable, "-m", "unimicro_schema", "calls", str(path)]
        process = subprocess.Popen(words, stdout=output, stderr=output)
        _, code, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(code)
        output.seek(0)
        said = output.read().decode().splitlines()[-1]
    if process.returncode != 1:  # some calls are not valid
        raise SystemExit(f"{path} was not judged: {said}")
    return Measured(seconds, usage.ru_maxrss * 1024, said)


def rows(sizes: Sizes, place: Path) -> Iterator[str]:
    """A row of the table for each recording."""
    place.mkdir(parents=True, exist_ok=True)
    recordings = (
        (f"{sizes.lines:,} calls, one per line", place / "calls.ndjson", write_lines, sizes.lines),
        ("a HAR file", place / "calls.har", write_har, sizes.har),
    )
    for title, path, write, size in recordings:
        write(path, size)
        found = measured(path)
        megabytes = path.stat().st_size / 1e6
        yield (
            f"| {title} | {megabytes:,.0f} | {found.seconds:,.1f} | {megabytes / found.seconds:,.0f}"
            f" | {found.memory / 1e6:,.0f} | {found.said} |"
        )
        path.unlink()


def main() -> None:
    """Measures, prints, and writes the page unless the inputs are small ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small inputs; the results are only printed")
    quick = parser.parse_args().quick
    load = os.getloadavg()[0]
    text = "\n".join(
        [
            HEAD,
            "",
            "Measured on: " + machine.describe({distribution.NAME: distribution.version() or "unknown"}, load),
            "",
            "| recording | MB | seconds | MB/s | memory, MB | what was found |",
            "|---|--:|--:|--:|--:|---|",
            *rows(QUICK if quick else FULL, ROOT / ".cache" / "bench" / "recordings"),
            "",
        ]
    )
    print(text)
    if not quick:
        (ROOT / "benchmarks" / "recordings.md").write_text(text)


if __name__ == "__main__":
    main()
