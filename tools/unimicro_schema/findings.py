"""What the validator says: findings, and the report that holds them."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from unimicro_schema.distribution import link

Severity = Literal["error", "advice"]

Part = Literal["url", "query", "headers", "body", "answer"]
"""The parts of an HTTP call."""


class Finding(NamedTuple):
    """One defect of a payload, a query or a call.

    `rule` is a stable id, `pointer` the place as a JSON pointer (RFC 6901), `line` and `column` the same in the text, counted
    from 1 (None where the payload was given parsed), `message` one sentence without values of the payload, `suggestion` what
    was probably meant, `docs` the place in the documentation, `part` the part of a call that has the defect, None outside of calls.
    """

    rule: str
    severity: Severity
    pointer: str
    message: str
    suggestion: str | None = None
    line: int | None = None
    column: int | None = None
    part: Part | None = None

    @property
    def docs(self) -> str:
        """The page and anchor that explain the rule: a URL where it is known where the documentation is."""
        return link(f"reference/findings/#{self.rule}")


class Report(NamedTuple):
    """The verdict on one payload, query or call; `operation` is None for a call that matches none. A report is true if the payload is valid: `if validate(…):` asks for the verdict."""

    operation: str | None
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return self.valid

    @property
    def valid(self) -> bool:
        """Whether the payload fits the contract. Advice does not matter."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def readable(self) -> bool:
        """Whether the payload could be read as JSON."""
        return not any(finding.rule == "unreadable" and finding.part is None for finding in self.findings)


def judged(operation: str | None, findings: Iterable[Finding], *, strict: bool) -> Report:
    """The report with these findings. With `strict` their advice is an error too."""
    found = (finding._replace(severity="error") for finding in findings) if strict else findings
    return Report(operation, tuple(found))
