"""The rules by which payloads, queries and calls are judged, with their sentences.

`rules.json` is the one table that the validator, the reports, the documentation and the JavaScript modules share.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import orjson

from unimicro_schema.derived import beside
from unimicro_schema.findings import Finding, Part, Severity


class Rule(NamedTuple):
    """A rule: its stable id, how serious a break of it is, what it says, and what to do about a finding.

    `sentences` are the messages of its findings by their names. Words in braces are placeholders.
    """

    id: str
    severity: Severity
    summary: str
    remedy: str
    sentences: Mapping[str, str]

    def message(self, sentence: str, values: Mapping[str, object]) -> str:
        """A sentence with its placeholders filled."""
        return self.sentences[sentence].format_map(values)


_TABLE: dict[str, Any] = orjson.loads(beside(__file__, "rules.json"))

RULES: MappingProxyType[str, Rule] = MappingProxyType({rule["id"]: Rule(**rule) for rule in _TABLE["rules"]})
"""Every rule by its id, in the order of the documentation."""

TYPES: MappingProxyType[str, str] = MappingProxyType(_TABLE["words"]["types"])
"""What a type of JSON Schema is called in sentences."""

FORMAT_NAMES: MappingProxyType[str, str] = MappingProxyType(_TABLE["words"]["formats"])
"""What a format is called in sentences."""


def finding(
    rule: str, pointer: str, message: str, suggestion: str | None = None, *, part: Part | None = None
) -> Finding:
    """A finding of a rule, as serious as the table says."""
    return Finding(rule, RULES[rule].severity, pointer, message, suggestion, part=part)


LOOKUPS: MappingProxyType[str, str] = MappingProxyType(_TABLE["words"]["lookups"])
"""What is said of a name that is not known. Words in braces are placeholders."""
