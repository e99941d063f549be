"""The diagrams, to be taken in by any page of a folder below `docs/`: `docs/reference/diagrams/{name}.md`."""

from __future__ import annotations

from dataclasses import dataclass

from unimicro_schema.build.contract import Contract, Operation, references
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages.drawing import LINE, PAD, Caption, box, figure, group, link, path, text, wrapped

FOLDER = "diagrams"
REFERENCE = "../reference"

HUBS = {"relations-customer": "Customer", "relations-contact": "BusinessRelation"}
"""The entities that have a diagram of their neighbours, by the diagram's name."""

_BOX, _HUB, _EDGE, _GAP, _INDENT = 200, 120, 40, 12, 48


def files(contract: Contract, examples: list[Example]) -> dict[str, str]:
    """Every diagram by its path below the reference folder."""
    found = {name: neighbours(contract, name, hub) for name, hub in HUBS.items()}
    found["status"] = statuses(contract, examples)
    return {f"{FOLDER}/{name}.md": drawing for name, drawing in found.items()}


@dataclass(frozen=True)
class _Neighbour:
    """A related entity, and the properties that lead to it, each with whether it is a list."""

    entity: str
    properties: tuple[tuple[str, bool], ...]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What stands in the box, and how each line looks."""
        names = [(part, "entity") for part in wrapped(self.entity)]
        for name, many in self.properties:
            *first, last = wrapped(name)
            names += [(part, "property") for part in [*first, f"{last}, a list" if many else last]]
        return names

    @property
    def height(self) -> int:
        return LINE * len(self.lines) + PAD + 4


def _neighbours(contract: Contract, hub: str) -> list[_Neighbour]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for name, node in contract.schemas[hub]["properties"].items():
        for target in sorted(references(node)):
            if "properties" in contract.schemas[target] and not name.startswith("_"):
                found.setdefault(target, []).append((name, "items" in node))
    return [_Neighbour(entity, tuple(properties)) for entity, properties in found.items()]


def neighbours(contract: Contract, name: str, hub: str) -> str:
    """An entity and all that it leads to, on both sides of it; below it where the page is narrow."""
    found = _neighbours(contract, hub)
    half = _half([entry.height for entry in found])
    sides = [found[:half], found[half:]]
    heights = [sum(entry.height + _GAP for entry in side) - _GAP for side in sides]
    height, right = max(heights), _BOX + 2 * _EDGE + _HUB
    top = LINE + 2 * PAD + _GAP
    below = top + heights[0] + _GAP
    parts = [
        group([box(_BOX + _EDGE, 0, _HUB, height, "hub"), text(_BOX + _EDGE + _HUB // 2, height // 2 + 5, hub, "hub")], 'class="wide"'),
        group([path(f"M16 {top - _GAP}V{below + heights[1] - sides[1][-1].height // 2}"), box(0, 0, _BOX, top - _GAP, "hub"), text(_BOX // 2, 23, hub, "hub")], 'class="narrow"'),
        _side(sides[0], (0, (height - heights[0]) // 2), top, f"M{_BOX} %dh{_EDGE}"),
        _side(sides[1], (right, (height - heights[1]) // 2), below, f"M0 %dh-{_EDGE}"),
    ]  # fmt: skip
    listed = ", ".join(f"{entry.entity} by {' and '.join(key for key, _ in entry.properties)}" for entry in found)
    caption = Caption(name, f"{hub} and what it leads to", f"{hub} leads to {listed}.")
    return figure(caption, right + _BOX, height, parts, narrow=below + heights[1])


def _half(heights: list[int]) -> int:
    """How many boxes stand on the left, so that both sides are about as high."""
    return min(range(1, len(heights)), key=lambda count: abs(sum(heights[:count]) - sum(heights[count:])))


def _side(side: list[_Neighbour], place: tuple[int, int], below: int, edge: str) -> str:
    """The boxes of one side, each with the line that leads to it in the wide and in the narrow form."""
    parts, y = [], 0
    for entry in side:
        middle = y + entry.height // 2
        many = any(is_list for _, is_list in entry.properties)
        at, inwards = (_BOX, 1) if edge.startswith(f"M{_BOX}") else (0, -1)
        parts += [path(edge % middle + (_fork(at, middle, inwards) if many else ""), "wide")]
        parts += [path(f"M{16 - _INDENT} {middle}H0" + (_fork(0, middle, -1) if many else ""), "narrow")]
        lines = [text(PAD, y + PAD + 8 + LINE * index, line, kind) for index, (line, kind) in enumerate(entry.lines)]
        parts.append(link(f"{REFERENCE}/entities/{entry.entity}.md", [box(0, y, _BOX, entry.height), *lines]))
        y += entry.height + _GAP
    x, start = place
    return group(parts, f'class="side" transform="translate({x} {start})" style="--below: {below}px"')


def _fork(x: int, y: int, direction: int) -> str:
    """The foot of a line that leads to a list."""
    return f"M{x + 10 * direction} {y}L{x} {y - 6}M{x + 10 * direction} {y}L{x} {y + 6}"


@dataclass(frozen=True)
class _Arrow:
    """What gives a customer a status: a call of an operation, for a new customer or for one that exists."""

    operation: str
    label: str
    new: bool


_ROW, _LEFT, _WIDTH = 44, 212, 132
_RAILS = {False: 8, True: 24}


def statuses(contract: Contract, examples: list[Example]) -> str:
    """How a customer gets each of its statuses."""
    key, component = _status_property(contract)
    node = contract.schemas[component]
    arrows: dict[int, list[_Arrow]] = {status: [] for status in node["enum"]}
    for operation in contract.operations:
        for status, arrow in _arrows(operation, examples, key):
            if arrow not in arrows[status]:
                arrows[status].append(arrow)
    parts: list[str] = []
    ends: dict[bool, int] = {}
    y = 2 * LINE + 24
    for status, name in zip(node["enum"], node["x-enum-varnames"], strict=True):
        height = _ROW * max(1, len(arrows[status]))
        for index, arrow in enumerate(sorted(arrows[status], key=lambda item: not item.new)):
            middle = y + _ROW * index + _ROW // 2
            ends[arrow.new] = middle
            rail = _RAILS[arrow.new]
            parts.append(path(f"M{rail} {middle}H{_LEFT}m-7 -4l7 4l-7 4"))
            label = text(36, middle - 6, arrow.label, "property")
            parts.append(link(f"{REFERENCE}/operations/{arrow.operation}.md", [label]))
        parts.append(
            link(
                f"{REFERENCE}/codes.md#{component.lower()}",
                [
                    box(_LEFT, y + 2, _WIDTH, height - 4),
                    text(_LEFT + PAD, y + height // 2 - 2, name, "entity"),
                    text(_LEFT + PAD, y + height // 2 + 14, str(status), "property"),
                ],
            )
        )
        y += height + 4
    starts = [("A customer, whatever its status", False, 14), ("A new customer", True, 14 + LINE + 8)]
    for label, new, top in starts:
        rail = _RAILS[new]
        parts += [path(f"M{rail} {top}V{ends[new]}"), f'<circle cx="{rail}" cy="{top}" r="5"/>']
        parts.append(text(rail + 12, top + 4, label))
    listed = "; ".join(
        f"{name} ({status}) by {' and '.join(arrow.label for arrow in arrows[status])}"
        for status, name in zip(node["enum"], node["x-enum-varnames"], strict=True)
        if arrows[status]
    )
    caption = Caption("status", "How a customer gets its status", f"{listed}.")
    return figure(caption, _LEFT + _WIDTH + 1, y, parts)


def _status_property(contract: Contract) -> tuple[str, str]:
    """The property that holds the status of a customer, and the enum of its codes."""
    for name, node in contract.schemas["Customer"]["properties"].items():
        for target in references(node):
            if "enum" in contract.schemas[target]:
                return name, target
    raise LookupError("a customer has no property with codes")


def _arrows(operation: Operation, examples: list[Example], key: str) -> list[tuple[int, _Arrow]]:
    """What an operation makes of the status by itself, and what its named examples ask for."""
    after = operation.node.get("x-status-after")
    if after is None:
        return []
    new = operation.method == "POST"
    asked = [
        (example.value[key], _Arrow(operation.id, f"{operation.id}, {key} {example.value[key]}", new))
        for example in examples
        if (example.operation, example.body) == (operation.id, "request") and example.file and example.value.get(key)
    ]
    return [*asked, (after, _Arrow(operation.id, operation.id, new))]
