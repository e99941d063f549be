"""The drawing of an entity in the middle of those that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages.drawing import (
    LINE,
    PAD,
    REFERENCE,
    Caption,
    box,
    figure,
    group,
    link,
    path,
    text,
    wrapped,
)
from unimicro_schema.build.pages.related import of_entity
from unimicro_schema.build.pages.wording import indefinite

_BOX, _HUB, _EDGE, _GAP = 214, 140, 30, 12
_TRUNK = 16  # x of the line that connects all boxes, in the narrow form
_INDENT = 48  # as in site.css


@dataclass(frozen=True)
class Neighbour:
    """A related entity, and the properties that lead to it, each with whether it is a list."""

    entity: str
    properties: tuple[tuple[str, bool], ...]

    @property
    def many(self) -> bool:
        """Whether any of the properties is a list."""
        return any(is_list for _, is_list in self.properties)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The lines of text in its box, and the style of each."""
        lines = [(part, "entity") for part in wrapped(self.entity)]
        for name, many in self.properties:
            *first, last = wrapped(name)
            lines += [(part, "property") for part in [*first, f"{last}, a list" if many else last]]
        return lines

    @property
    def height(self) -> int:
        """How high its box is."""
        return LINE * len(self.lines) + PAD + 4


def drawing(contract: Contract, name: str, hub: str, hubs: Sequence[str]) -> str:
    """The hub with its neighbours on both sides; hanging below it where the page is narrow.

    In its box are the ways that lead to it from `hubs`, the entities that have a drawing of their own.
    """
    found = _neighbours(contract, hub)
    half = _half([entry.height for entry in found])
    left, right = found[:half], found[half:]
    height = max(_height(left), _height(right))
    title = [hub, *_ways(contract, hub, hubs)]
    first = _title_height(title) + _GAP
    second = first + _height(left) + _GAP
    bottom = second + _height(right)
    x = _BOX + _EDGE
    parts = [
        group(_title(title, x, (height - _title_height(title)) // 2, _HUB), 'class="wide"'),
        group(
            [path(f"M{_TRUNK} {first - _GAP}V{bottom - (right or left)[-1].height // 2}"), *_title(title, 0, 0, _BOX)],
            'class="narrow"',
        ),
        _side(left, 0, height, first, 1),
        *([_side(right, x + _HUB + _EDGE, height, second, -1)] if right else []),
    ]
    listed = ", ".join(f"{entry.entity} by {' and '.join(key for key, _ in entry.properties)}" for entry in found)
    caption = Caption(name, f"{hub} and what it leads to", f"{hub} leads to {listed}.")
    return figure(caption, 2 * x + _HUB, height, parts, narrow=bottom)


def _neighbours(contract: Contract, hub: str) -> list[Neighbour]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for relation in of_entity(contract, hub):
        found.setdefault(relation.target, []).append((relation.name, relation.many))
    return [Neighbour(entity, tuple(properties)) for entity, properties in found.items()]


def _ways(contract: Contract, hub: str, hubs: Sequence[str]) -> list[str]:
    """How one comes to the hub from those before it."""
    return [
        f"{relation.name} of {indefinite(other)}"
        for other in hubs[: hubs.index(hub)]
        for relation in of_entity(contract, other)
        if relation.target == hub
    ]


def _height(side: Sequence[Neighbour]) -> int:
    return sum(entry.height + _GAP for entry in side) - _GAP


def _half(heights: list[int]) -> int:
    """How many boxes go on the left, so that both sides are about equally high."""
    return min(range(1, max(len(heights), 2)), key=lambda count: abs(sum(heights[:count]) - sum(heights[count:])))


def _title_height(lines: list[str]) -> int:
    return LINE * len(lines) + 2 * PAD


def _title(lines: list[str], x: int, y: int, width: int) -> Iterator[str]:
    """The box of the hub."""
    yield box(x, y, width, _title_height(lines), "hub")
    for index, line in enumerate(lines):
        yield text(x + width // 2, y + PAD + 12 + LINE * index, line, "hub" if index == 0 else "hub way")


def _side(side: list[Neighbour], x: int, height: int, below: int, towards: int) -> str:
    """The boxes of one side, each with the line that leads to it in the wide and in the narrow form.

    `towards` is where the hub is: 1 to the right, -1 to the left. `below` is the y of the side in the narrow form.
    """
    start = (height - _height(side)) // 2
    edge = _BOX if towards > 0 else 0
    spine = edge + towards * _EDGE // 2
    parts, middles, y = [], [height // 2 - start], 0
    for entry in side:
        middle = y + entry.height // 2
        parts += [path(f"M{spine} {middle}H{edge}{_fork(edge, middle, towards) if entry.many else ''}", "wide")]
        parts += [path(f"M{_TRUNK - _INDENT} {middle}H0{_fork(0, middle, -1) if entry.many else ''}", "narrow")]
        lines = [text(PAD, y + PAD + 8 + LINE * index, line, kind) for index, (line, kind) in enumerate(entry.lines)]
        parts.append(link(f"{REFERENCE}/entities/{entry.entity}.md", [box(0, y, _BOX, entry.height), *lines]))
        middles.append(middle)
        y += entry.height + _GAP
    trunk = f"M{spine} {min(middles)}V{max(middles)}M{spine} {middles[0]}h{towards * _EDGE // 2}"
    place = f'class="side" transform="translate({x} {start})" style="--below: {below}px"'
    return group([path(trunk, "wide"), *parts], place)


def _fork(x: int, y: int, towards: int) -> str:
    """The foot of a line that leads to a list."""
    return f"M{x + 10 * towards} {y}L{x} {y - 6}M{x + 10 * towards} {y}L{x} {y + 6}"
