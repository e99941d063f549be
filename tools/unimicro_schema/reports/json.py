"""The format `json`, for programs: one object, whose schema is `report.schema.json`."""

from __future__ import annotations

import re
from typing import Any

import orjson

from unimicro_schema.findings import Finding
from unimicro_schema.reports import Options, Reporter, Result, Totals

_UNUSUAL = re.compile(r"[^\n\x20-\x7e]")


class Json(Reporter):
    """Every result, with every field of its findings."""

    def __init__(self, _: Options) -> None:
        self._document = Stream(_frame())

    def start(self) -> str:
        """The version."""
        return self._document.start

    def result(self, result: Result) -> str:
        """The result as an object."""
        call = {} if result.call is None else {"call": result.call or None, "entry": result.entry}
        return self._document.item(
            {
                "file": result.name,
                **call,
                "operation": result.report.operation,
                "valid": result.report.valid,
                "findings": [finding_as_json(finding) for finding in result.report.findings],
            }
        )

    def end(self, totals: Totals) -> str:
        """The totals, which count the valid payloads of streams too."""
        return self._document.end(_frame(**totals.as_json()))


def _frame(**more: Any) -> Any:
    return {"version": 1, "results": [ITEMS], **more}


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """A finding as an object, with every field; `part` only where it is about a call."""
    part = {"part": finding.part} if finding.part else {}
    return {
        **part,
        "rule": finding.rule,
        "severity": finding.severity,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "docs": finding.docs,
    }


ITEMS = "the items of a document"
"""The placeholder for the items in the frame of a document: the only item of a list."""


class Stream:
    """A JSON document that is written while the items of one of its lists arrive.

    `frame` is the rest of it, with `[ITEMS]` for that list. `start` is the text before the first item.
    """

    def __init__(self, frame: Any) -> None:
        before, self._after = _around_items(frame)
        self.start = before.rstrip()
        self._break = before.removeprefix(self.start)
        self._empty = True

    def item(self, value: dict[str, Any]) -> str:
        """The next item."""
        separator = "" if self._empty else ","
        self._empty = False
        return separator + f"\n{_dumped(value)}".replace("\n", self._break)

    def end(self, frame: Any = None) -> str:
        """The text behind the last item: as the frame says, or as another one says that was not known at the start."""
        after = self._after if frame is None else _around_items(frame)[1]
        return f"{after.lstrip() if self._empty else after}\n"


def _around_items(frame: Any) -> tuple[str, str]:
    """The text of a frame before and behind the place of the items."""
    before, after = _dumped(frame).split(_dumped(ITEMS))
    return before, after


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
