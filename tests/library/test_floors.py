"""The floors of the package: rooms import downwards only, as the picture in the manual shows."""

from pathlib import Path

import pytest

from unimicro_schema.build.pages.floors import FLOORS, PACKAGE, UPWARD, floor_of, imports, picture, rooms

IMPORTS = list(imports())
ORDER = [room for _, inside in FLOORS for room in inside]


def test_every_room_is_on_one_floor() -> None:
    assert sorted(ORDER) == list(rooms()), "build/pages/floors.py: the table of the floors is not the package"


@pytest.mark.parametrize(("module", "room"), IMPORTS, ids=[f"{module} {room}" for module, room in IMPORTS])
def test_a_module_imports_from_floors_below_its_own(module: str, room: str) -> None:
    own = module.partition("/")[0].removesuffix(".py")
    if UPWARD.get(module) == room:
        return
    assert ORDER.index(room) > ORDER.index(own), f"{module} imports {room}, which is on a floor above or before it"


def test_what_imports_upwards_is_still_there() -> None:
    assert set(UPWARD.items()) <= set(IMPORTS)
    assert all(floor_of(room) < floor_of(module.partition("/")[0]) for module, room in UPWARD.items())


def test_at_most_fourteen_modules_lie_flat() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 14


def test_the_manual_shows_the_floors_and_a_caption_for_each_room(root: Path) -> None:
    shown = (root / "docs/reference/lists/floors.md").read_text(encoding="utf-8")
    assert shown == f"{picture()}\n"
    assert '--8<-- "docs/reference/lists/floors.md"' in (root / "docs/toolkit/how-it-is-built.md").read_text("utf-8")
    for room in ORDER:
        line = next(line for line in shown.splitlines() if line.startswith((f"- `{room}/`", f"- `{room}.py`")))
        assert len(line.partition("<br>")[0].split()) > 4, f"{room} has no caption; write a docstring"
