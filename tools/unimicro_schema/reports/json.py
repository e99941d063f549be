"""The format `json`, for programs: one object, whose schema is `report.schema.json`."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import orjson

from unimicro_schema.findings import Finding
from unimicro_schema.reports import Options, Reporter, Result, Totals

_UNUSUAL = re.compile(r"[^\n\x20-\x7e]")


class Json(Reporter):
    """Every result, with every field of its findings."""

    def __init__(self, _: Options) -> None:
        self._document = Document({"version": 1, "results": []})

    def start(self) -> str:
        """The version."""
        return self._document.start

    def result(self, result: Result) -> str:
        """The result as an object."""
        findings = [_finding(finding) for finding in result.findings]
        return self._document.item(
            {"file": result.name, "operation": result.operation, "valid": result.valid, "findings": findings}
        )

    def end(self, totals: Totals) -> str:
        """The totals, which count the valid payloads of streams too."""
        counts = _dumped(asdict(totals)).replace("\n", "\n  ")
        return self._document.end().removesuffix("\n}\n") + f',\n  "totals": {counts}\n}}\n'


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "docs": finding.docs,
    }


class Document:
    """A JSON document that is written while the items of its one empty list, the last in it, arrive."""

    def __init__(self, frame: dict[str, Any]) -> None:
        before, _, after = _dumped(frame).rpartition("[]")
        key = before.rpartition("\n")[2]
        self._break = "\n" + " " * (len(key) - len(key.lstrip()))
        self._empty = True
        self._rest = f"]{after}\n"
        self.start = f"{before}["

    def item(self, value: dict[str, Any]) -> str:
        """The next item."""
        separator = "" if self._empty else ","
        self._empty = False
        return f"{separator}\n{_dumped(value)}".replace("\n", f"{self._break}  ")

    def end(self) -> str:
        """What stands after the list."""
        return self._rest if self._empty else f"{self._break}{self._rest}"


def _dumped(value: Any) -> str:
    """JSON in several lines, in which every character that a terminal would act on is spelled as JSON allows."""
    try:
        text = orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    except TypeError:  # half of a surrogate pair, as in the name of a file that is not UTF-8
        text = orjson.dumps(_repaired(value), option=orjson.OPT_INDENT_2).decode()
    return _UNUSUAL.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    char = match.group()
    if char.isprintable():
        return char
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def _repaired(value: Any) -> Any:
    """The same with each half of a surrogate pair, which no JSON in UTF-8 can hold, spelled out."""
    if isinstance(value, dict):
        return {key: _repaired(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_repaired(item) for item in value]
    return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value
