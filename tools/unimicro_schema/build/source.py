"""Reads the hand-written contract in `openapi/`: plain values, each with its file and JSON pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from unimicro_schema.files import FileError, why
from unimicro_schema.files.folders import files
from unimicro_schema.openapi.parsing import parse
from unimicro_schema.pointers import at

# The name of a file becomes that of a component, and the name of a schema that of a class in generated code. The copies that
# file managers and editors make have other names.
_NAME = re.compile(r"schemas/[A-Z][a-zA-Z0-9]*\.yaml|(?!schemas/)(?:[a-zA-Z0-9_-]+/)*[a-zA-Z0-9_-]+\.(?:yaml|json)")
_NAMES = "name a schema like a class, such as Address.yaml, and other files with letters a-z, digits, - and _"


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in the contract, and where: a file below `openapi/`, or below another folder, and a JSON pointer into it."""

    file: str
    pointer: str
    message: str
    folder: str = "openapi/"

    def __str__(self) -> str:
        return f"{self.folder}{self.file}#{self.pointer}: {self.message}"


class ContractError(Exception):
    """The contract cannot be built. `problems` holds every reason that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Source:
    """The files below `openapi/`, read once.

    `files` maps a path such as `schemas/Customer.yaml` to its parsed value. What begins with a dot is left alone: editors and
    file managers keep their own things there. Raises `ContractError` for a file that is missing, cannot be parsed or has a
    name that no component can have, and `FileError` for what cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, Any] = {}
        self.texts: dict[str, str] = {}
        problems = []
        for name, path in _found(root):
            if not _NAME.fullmatch(name):
                problems.append(Problem(name, "", f"this cannot be the name of a component; {_NAMES}"))
                continue
            try:
                self.texts[name] = path.read_bytes().decode("utf-8")
                self.files[name] = parse(name, self.texts[name])
            except OSError as error:
                raise FileError(f"{path} cannot be read: {why(error)}") from None
            except UnicodeDecodeError as error:
                problems.append(Problem(name, "", f"not UTF-8 at byte {error.start}; save the file as UTF-8"))
            except ValueError as error:
                problems.append(Problem(name, "", str(error)))
        if "openapi.yaml" not in self.files and not problems:
            problems.append(
                Problem("openapi.yaml", "", "there is no such file; run this in a checkout of the contract")
            )
        if problems:
            raise ContractError(problems)

    def target(self, file: str, reference: str) -> tuple[str, str]:
        """The file and JSON pointer that `reference`, written in `file`, leads to. Raises `LookupError` if there is none."""
        path, _, pointer = reference.partition("#")
        name = _normal(PurePosixPath(file).parent / path) if path else file
        self.at(name, pointer)
        return name, pointer

    def at(self, file: str, pointer: str) -> Any:
        """The value at a pointer of a file."""
        return at(self.files[file], pointer)

    def followed(self, file: str, node: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """A node that is written in a file, or what its `$ref` leads to in the end, and the file of that.

        Raises `LookupError` where the reference leads nowhere, or to itself.
        """
        seen: set[tuple[str, str]] = set()
        while "$ref" in node:
            reference = node["$ref"]
            try:
                file, pointer = place = self.target(file, reference)
                node = self.at(file, pointer) or {}
            except (LookupError, ValueError, TypeError, AttributeError):
                raise LookupError(f"{reference} leads nowhere") from None
            if place in seen:
                raise LookupError(f"{reference} leads to itself")
            seen.add(place)
        return file, node

    def beside(self, file: str, relative: str) -> str:
        """The name of the file that `relative` means in `file`."""
        return _normal(PurePosixPath(file).parent / relative)


def _found(root: Path) -> Iterator[tuple[str, Path]]:
    """The files of a contract by their names below its folder. Raises `FileError` for what cannot be looked at."""
    for entry in files(str(root), ".yaml", ".yml", ".json"):
        path = Path(entry.path)
        relative = path.relative_to(root)
        if any(part.startswith(".") for part in relative.parts):
            continue
        if entry.fault:
            raise FileError(f"{path} cannot be read: {entry.fault}")
        yield relative.as_posix(), path


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if not parts:
                raise KeyError(str(path))
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
