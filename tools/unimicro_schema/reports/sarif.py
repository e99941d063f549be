"""The format `sarif`, version 2.1.0: for code scanning, editors and other tools that collect results."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from unimicro_schema import distribution
from unimicro_schema.findings import Finding
from unimicro_schema.reports import Options, Reporter, Result, Totals, called, sentence, where
from unimicro_schema.reports.json import ITEMS, Stream
from unimicro_schema.reports.places import fingerprint, in_repository
from unimicro_schema.rules import RULES, Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "advice": "note"}


class Sarif(Reporter):
    """One run, with every rule and a result for each finding."""

    def __init__(self, _: Options) -> None:
        self._indexes = {name: index for index, name in enumerate(RULES)}
        known = {"version": version} if (version := distribution.version()) else {}
        driver = {"name": distribution.NAME} | known | {"rules": [_rule(rule) for rule in RULES.values()]}
        run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [ITEMS]}
        self._document = Stream({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})

    def start(self) -> str:
        """The tool and its rules."""
        return self._document.start

    def result(self, result: Result) -> str:
        """The findings; nothing for an input without."""
        location = {"uri": _uri(in_repository(result.name))}
        return "".join(
            self._document.item(self._finding(location, result, finding)) for finding in result.report.findings
        )

    def end(self, _: Totals) -> str:
        """The closing brackets."""
        return self._document.end()

    def _finding(self, artifact: dict[str, str], result: Result, finding: Finding) -> dict[str, Any]:
        region = {"region": {"startLine": finding.line, "startColumn": finding.column}} if finding.line else {}
        logical = {"logicalLocations": [{"fullyQualifiedName": where(finding)}]} if where(finding) else {}
        return {
            "ruleId": finding.rule,
            "ruleIndex": self._indexes.get(finding.rule, -1),  # -1 is SARIF's word for none
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{sentence(finding)}{called(result)}"},
            "locations": [{"physicalLocation": {"artifactLocation": artifact} | region} | logical],
            # Not GitHub's `primaryLocationLineHash`, which its own upload makes of the lines of the file.
            "partialFingerprints": {"finding/v1": fingerprint(result, finding)},
        }


def _rule(rule: Rule) -> dict[str, Any]:
    # `helpUri` has to be absolute, and the documentation is wherever the site was put: its path is a property instead.
    docs = Finding(rule.id, rule.severity, "", rule.summary).docs
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.remedy}"},  # GitHub requires it
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"docs": docs},
    } | ({"helpUri": docs} if "://" in docs else {})


def _uri(name: str) -> str:
    """A path as a URI, relative if the path is. The bytes are those of the file system."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
