"""The floors of the package: which room is on which, what may import what, and the picture of it for the manual."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2]

FLOORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Build", ("build",)),
    ("Doors", ("cli", "pytest_plugin", "testing")),
    ("Commands", ("commands",)),
    ("Whole calls, changes and other languages", ("mock", "calls", "updates", "changes", "npm")),
    ("Queries and files", ("query", "files")),
    ("Verdicts and their printing", ("explanation", "validation", "reports", "models")),
    ("What the contract says", ("registry", "suggestions", "entities", "rules", "openapi")),
    ("Words of all rooms", ("findings", "derived")),
    ("Ground", ("formats", "pointers", "distribution", "generated")),
)
"""The floors from top to bottom, each with its rooms: folders and modules of the package.

A room imports from the floors below its own. On one floor, a room may import one that is named after it.
"""

UPWARD = {
    "commands/build.py": "build",
    "changes/sources.py": "build",
}
"""What imports from a floor above, and only when it runs in a checkout: the module, and the room."""

FACES = ("__init__.py", "__main__.py")
"""Modules that are not rooms: they only name what users import, or start the command."""


def floor_of(room: str) -> int:
    """How far from the top the floor of a room is; a room that is on none counts as below all, until a test asks for it."""
    return next((index for index, (_, inside) in enumerate(FLOORS) if room in inside), len(FLOORS))


@cache
def rooms() -> tuple[str, ...]:
    """The folders and modules of the package as they are."""
    found = [path for path in PACKAGE.iterdir() if path.name not in FACES]
    modules = {path.stem for path in found if path.suffix == ".py"}
    return tuple(sorted(modules | {path.name for path in found if (path / "__init__.py").is_file()}))


def imports() -> Iterator[tuple[str, str]]:
    """Every import of a room from another: the module, below the package, and the other room."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        own = module.partition("/")[0].removesuffix(".py")
        used = {room for node in ast.walk(ast.parse(path.read_bytes())) for room in _rooms_of(node)}
        yield from ((module, room) for room in sorted(used - {own}) if module not in FACES)


def _rooms_of(node: ast.AST) -> Iterator[str]:
    """The rooms that a statement imports from."""
    if isinstance(node, ast.ImportFrom):
        first, _, rest = (node.module or "").partition(".")
        if first == "unimicro_schema":
            yield from [rest.partition(".")[0]] if rest else [alias.name for alias in node.names]
    elif isinstance(node, ast.Import):
        yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("unimicro_schema."))


def picture() -> str:
    """The floors below each other, each room with what it is for and what it imports from: Markdown that site.css lays out."""
    used: dict[str, set[str]] = {}
    for module, room in imports():
        used.setdefault(module.partition("/")[0].removesuffix(".py"), set()).add(room)
    parts = ['<div class="floors" markdown>']
    for title, inside in FLOORS:
        parts += ['<div class="floor" markdown>', f"**{title}**"]
        parts.append(
            "\n".join(
                _room(room, sorted(used.get(room, ()), key=lambda name: (floor_of(name), name))) for room in inside
            )
        )
        parts.append("</div>")
    return "\n\n".join([*parts, "</div>"])


def _room(room: str, used: list[str]) -> str:
    below = f"<br><small>imports {', '.join(used)}</small>" if used else ""
    if room == "generated":  # before the first build there is none
        return f"- `{room}/` What the build derives from `openapi/`. Do not edit.{below}"
    folder = PACKAGE / room
    slash, file = ("/", folder / "__init__.py") if folder.is_dir() else (".py", folder.with_suffix(".py"))
    caption = (ast.get_docstring(ast.parse(file.read_bytes())) or "").splitlines()[0]
    return f"- `{room}{slash}` {caption}{below}"
