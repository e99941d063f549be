"""Prints reports, in one of several formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import orjson

from unimicro_schema.findings import Finding, Report

Result = tuple[str, Report]
"""The name of an input, and the report on it."""


def printable(text: str) -> str:
    """Text without characters that a terminal would act on."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def text(results: Sequence[Result]) -> str:
    """A line for each finding, as compilers write it, and a line for each valid input."""
    lines = []
    for name, report in results:
        lines += [_line(name, finding) for finding in report.findings]
        if report.valid:
            lines.append(f"{printable(name)}: valid {report.operation}")
    return "\n".join(lines) + "\n"


def _line(name: str, finding: Finding) -> str:
    place = f":{finding.line}:{finding.column}" if finding.line else ""
    pointer = f" {printable(finding.pointer)}" if finding.pointer else ""
    hint = f"; did you mean {finding.suggestion}?" if finding.suggestion else ""
    return f"{printable(name)}{place}: {finding.severity} {finding.rule}{pointer}: {printable(finding.message)}{hint}"


def json(results: Sequence[Result]) -> str:
    """One JSON object with every result."""
    rows = [
        {
            "file": name,
            "operation": report.operation,
            "valid": report.valid,
            "findings": [
                {
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "pointer": finding.pointer,
                    "line": finding.line,
                    "column": finding.column,
                    "message": finding.message,
                    "suggestion": finding.suggestion,
                    "docs": finding.docs,
                }
                for finding in report.findings
            ],
        }
        for name, report in results
    ]
    return orjson.dumps({"version": 1, "results": rows}, option=orjson.OPT_INDENT_2).decode() + "\n"


FORMATS: dict[str, Callable[[Sequence[Result]], str]] = {"text": text, "json": json}
"""The formats by the name that `--format` takes."""
