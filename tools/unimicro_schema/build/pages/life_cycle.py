"""The drawing of how an entity gets each of its statuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unimicro_schema.build.contract import Contract, SourceOperation
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages.drawing import LINE, PAD, REFERENCE, Caption, box, figure, link, path, text
from unimicro_schema.build.pages.statuses import Statuses
from unimicro_schema.build.pages.wording import indefinite, noun

_ROW, _GAP, _LEFT, _BOX, _HEAD = 44, 4, 212, 132, 60


@dataclass(frozen=True)
class Arrow:
    """What gives an entity a status: a call for a new one or for one that exists, and what its body must ask for."""

    status: int
    operation: str
    new: bool
    asked: str = ""

    @property
    def label(self) -> str:
        """The arrow in words."""
        return f"{self.operation} with {self.asked}" if self.asked else self.operation


def drawing(contract: Contract, name: str, statuses: Statuses, examples: list[Example]) -> str:
    """Every status with the calls that lead to it, from the points where the entity can be before."""
    found = dict.fromkeys(
        arrow for operation in contract.operations for arrow in _arrows(operation, examples, statuses.property)
    )
    parts: list[str] = []
    ends: dict[bool, int] = {}
    described = []
    y = _HEAD
    for status, label in statuses.names.items():
        arrows = sorted((arrow for arrow in found if arrow.status == status), key=lambda arrow: not arrow.new)
        for index, arrow in enumerate(arrows):
            ends[arrow.new] = y + _ROW * index + _ROW // 2
            parts += _drawn(arrow, ends[arrow.new])
        height = _ROW * max(1, len(arrows)) - _GAP
        lines = [
            text(_LEFT + PAD, y + height // 2 - 2, label, "entity"),
            text(_LEFT + PAD, y + height // 2 + 14, str(status), "property"),
        ]
        place = f"{REFERENCE}/codes.md#{statuses.enum.lower()}"
        parts.append(link(place, [box(_LEFT, y, _BOX, height), *lines]))
        described += [f"{label} by {' and '.join(arrow.label for arrow in arrows)}"] if arrows else []
        y += height + 2 * _GAP
    caption = Caption(name, f"How {indefinite(statuses.entity)} gets its status", "; ".join(described) + ".")
    return figure(caption, _LEFT + _BOX, y - 2 * _GAP, [*_started(ends, statuses.entity), *parts])


def _arrows(operation: SourceOperation, examples: list[Example], key: str) -> Iterator[Arrow]:
    """What the named examples of an operation ask for, and what it does by itself."""
    after = operation.node.get("x-status-after")
    if after is None:
        return
    new = operation.method == "POST"
    for example in examples:
        if (example.operation, example.body) == (operation.id, "request") and example.file and example.value.get(key):
            status = example.value[key]
            yield Arrow(status, operation.id, new, f"{key} {status}")
    yield Arrow(after, operation.id, new)


def _rail(new: bool) -> int:
    """The x of the line that the arrows start from: the longer one is on the left, so that no lines cross."""
    return 24 if new else 8


def _drawn(arrow: Arrow, y: int) -> Iterator[str]:
    yield path(f"M{_rail(arrow.new)} {y}H{_LEFT - 1}m-7 -4l7 4l-7 4")
    x = _rail(True) + 12
    yield link(f"{REFERENCE}/operations/{arrow.operation}.md", [text(x, y - 6, arrow.operation, "property")])
    if arrow.asked:
        yield text(x, y + 16, f"with {arrow.asked}", "property")


def _started(ends: dict[bool, int], entity: str) -> Iterator[str]:
    """The points that the arrows start from."""
    one = indefinite(entity)
    labels = {False: f"{one[0].upper()}{one[1:]}, whatever its status", True: f"A new {noun(entity)}"}
    for index, new in enumerate(sorted(ends)):
        y = 12 + (LINE + 6) * index
        yield path(f"M{_rail(new)} {y}V{ends[new]}")
        yield f'<circle cx="{_rail(new)}" cy="{y}" r="5"/>'
        yield text(_rail(new) + 12, y + 4, labels[new])
