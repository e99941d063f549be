"""One change of the contract, and all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from unimicro_schema.changes.rules import AUDIENCES, INFORMATION, RULES, ChangeRule, Verdict

Direction = Literal["request", "response"]

BOTH: frozenset[Direction] = frozenset({"request", "response"})


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two contracts.

    `place` is an operation with its part, such as `getCustomer query expand`, or a component with its property, such as
    `Customer.Info`; `old` and `new` are the values; `directions` say whether it is in requests, in responses or in
    both; `bodies` are the bodies that hold the component.
    """

    rule: str
    place: str
    old: str | None = None
    new: str | None = None
    directions: frozenset[Direction] = BOTH
    bodies: tuple[str, ...] = ()

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What it means to each audience."""
        rule: ChangeRule = RULES[self.rule]
        return {
            "send": rule.send if "request" in self.directions else "safe",
            "read": rule.read if "response" in self.directions else "safe",
            "generate": rule.generate,
        }

    @property
    def breaks(self) -> tuple[str, ...]:
        """The audiences that it breaks."""
        return tuple(name for name in AUDIENCES if self.verdicts[name] == "breaking")

    @property
    def is_information(self) -> bool:
        """Whether it is only about words, examples or sources."""
        return self.rule in INFORMATION

    def message(self, mark: str = "") -> str:
        """What is different, without the place; `mark` is put around values, as for code in Markdown."""
        old, new = (f"{mark}{value}{mark}" if value else "nothing" for value in (self.old, self.new))
        return RULES[self.rule].message.format(old=old, new=new)


@dataclass(frozen=True, slots=True)
class Diff:
    """The differences between two contracts, breaks first, and the versions of the two."""

    old_version: str
    new_version: str
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> tuple[Change, ...]:
        """The changes that break anyone."""
        return tuple(change for change in self.changes if change.breaks)

    @property
    def declared(self) -> bool:
        """Whether the version says that there are breaks: the major number is raised, or the minor one while it is 0."""
        old, new = _numbers(self.old_version), _numbers(self.new_version)
        if old is None or new is None:
            return False
        return new[0] > old[0] or (new[0] == old[0] == 0 and new[1] > old[1])

    @property
    def passes(self) -> bool:
        """Whether the version declares every break."""
        return self.declared or not self.breaks


def _numbers(version: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d+)\.(\d+)\.\d+([-+].*)?", version, re.ASCII)
    return (int(match[1]), int(match[2])) if match else None
