"""The counts of checked calls, as a whole and by operation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from unimicro_schema.registry import operations
from unimicro_schema.reports import Rest, Result, Totals

_HEAD = ("operation", "calls", "valid", "invalid")
_NONE = "no operation"


@dataclass(slots=True)
class CallTotals(Totals):
    """How many calls there were. `operations` has the counts by the id of the operation, or by None for calls of none."""

    operations: dict[str | None, Totals] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Counts a call, or what could not be read as one."""
        Totals.add(self, result)
        if result.report.readable:
            self._of(result.report.operation).add(result)

    def add_rest(self, rest: Rest) -> None:
        """Counts calls that are valid and have nothing to report."""
        Totals.add_rest(self, rest)
        self._of(rest.operation).add_rest(rest)

    def as_json(self) -> dict[str, Any]:
        """The counts, and those by operation."""
        rows = [
            {"operation": name, "checked": found.checked, "valid": found.valid, "invalid": found.invalid}
            for name, found in self._rows()
        ]
        return {**Totals.as_json(self), "calls": {"others": self.others, "operations": rows}}

    def table(self) -> str:
        """A row for each operation that was called, in the order of the contract."""
        rows = [
            (name or _NONE, *(f"{count:,}" for count in (found.checked, found.valid, found.invalid)))
            for name, found in self._rows()
        ]
        widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
        return "".join(_row(row, widths) for row in [_HEAD, *rows]) if rows else ""

    def __str__(self) -> str:
        return f"{Totals.__str__(self)}; calls of other APIs: {self.others:,}"

    def _rows(self) -> list[tuple[str | None, Totals]]:
        names = [*(entry.id for entry in operations()), None]
        return [(name, self.operations[name]) for name in names if name in self.operations]

    def _of(self, operation: str | None) -> Totals:
        return self.operations.setdefault(operation, Totals())


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    name, *counts = cells
    numbers = (count.rjust(width) for count, width in zip(counts, widths[1:], strict=True))
    return "  ".join(["", name.ljust(widths[0]), *numbers]) + "\n"
