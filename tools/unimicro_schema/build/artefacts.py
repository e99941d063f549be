"""The one list of everything that is derived, and how it is written or compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from unimicro_schema.build import (
    assumptions,
    contract,
    dialect,
    document,
    engine,
    example_checks,
    examples,
    mentions,
    models,
    pages,
    registry,
    schemas,
    structure,
)
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.pages import navigation, releases, requests, snippets
from unimicro_schema.build.source import ContractError, Source
from unimicro_schema.derived import downloads
from unimicro_schema.derived.published import Published, dumped
from unimicro_schema.files import FileError, outputs
from unimicro_schema.openapi import block
from unimicro_schema.reports import printable

GENERATED = "tools/unimicro_schema/generated"
REFERENCE = "docs/reference"
_INIT = '"""What the build derives from `openapi/`. Do not edit."""\n'
_KEPT = {"__pycache__"}


def derive(root: Path) -> dict[str, str]:
    """The text of every artefact by its path below `root`, a checkout of the project.

    Raises `ContractError` with every problem that was found; nothing is written then.
    """
    derived = _load(root)
    payloads = examples.collect(derived)
    data = dict(_data(derived, payloads))
    problems = example_checks.problems(derived, Published(data.__getitem__), payloads)
    if problems:
        raise ContractError(problems)
    module = models.module(derived)
    texts = {
        f"{GENERATED}/__init__.py": _INIT,
        **{f"{GENERATED}/{name}": content.decode() for name, content in data.items()},
        f"{GENERATED}/models.py": module,
        **{f"{REFERENCE}/{name}": text for name, text in pages.pages(derived, payloads, module).items()},
        f"{REFERENCE}/programs.json": snippets.templates(derived, module),
        f"{REFERENCE}/requests.json": requests.written(derived),
        f"{REFERENCE}/openapi.yaml": block.written(document.published(derived.bundle)),
    }
    return {
        **texts,
        f"{REFERENCE}/downloads.md": downloads.page(downloads.files(texts)),
        **_site(root, derived),
    }


def _site(root: Path, derived: Contract) -> dict[str, str]:
    """The configuration of the site with the navigation of the reference, and the releases; nothing where there is no site."""
    made: dict[str, tuple[str, Callable[[str], str]]] = {
        navigation.FILE: (navigation.FILE, lambda text: navigation.configuration(text, derived)),
        releases.FILE: (f"{REFERENCE}/{releases.LIST}", releases.page),
    }
    texts = {name: _text(root / name) for name in made}
    return {path: make(text) for name, (path, make) in made.items() if (text := texts[name]) is not None}


def _text(path: Path) -> str | None:
    content = outputs.read(path)
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        raise FileError(f"{path} cannot be read: it is not UTF-8") from None


def bundle(root: Path) -> Node:
    """The published OpenAPI document of a checkout. Raises `ContractError` as `derive` does."""
    return document.published(_load(root).bundle)


def _load(root: Path) -> Contract:
    source = Source(root / "openapi")
    # What is wrong first makes what comes after look wrong too.
    problems = structure.problems(source) or sorted(set(mentions.dangling(source))) or dialect.problems(source)
    if problems:
        raise ContractError(problems)
    return contract.load(source)


def _data(derived: Contract, payloads: list[examples.Example]) -> Iterator[tuple[str, bytes]]:
    """The files that the package reads at run time, by their names below the folder of derived files."""
    yield "openapi.json", dumped(document.published(derived.bundle))
    yield "operations.json", dumped(registry.operations(derived, payloads))
    yield "errors.json", dumped(registry.errors(derived))
    yield "entities.json", dumped(registry.entities(derived))
    yield "assumptions.json", dumped(assumptions.assumptions(derived))
    definitions = schemas.pools(derived)
    for pool, nodes in definitions.items():
        yield f"schemas/{pool}.json", dumped(nodes)
    for pool, nodes in engine.pools(derived, definitions).items():
        yield f"engine/{pool}.json", engine.written(nodes).encode()
    for example in payloads:
        yield f"examples/{example.stored}", example.text.encode()


@dataclass(frozen=True)
class Changes:
    """What a build changes in a checkout: paths below its root, and the lines of a diff that shows it."""

    added: list[str]
    changed: list[str]
    removed: list[str]
    unchanged: int
    diff: list[str]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __str__(self) -> str:
        lines = [
            f"  {mark} {printable(path)}"
            for mark, paths in zip("+~-", (self.added, self.changed, self.removed), strict=True)
            for path in paths
        ]
        counts = f"{len(self.added)} added, {len(self.changed)} changed, {len(self.removed)} removed, {self.unchanged} unchanged"
        return "\n".join([*lines, counts])


def compare(root: Path, artefacts: dict[str, str]) -> Changes:
    """How the files below `root` differ from `artefacts`, stray files in the generated folders included.

    Raises `FileError` for a file that cannot be read.
    """
    found = outputs.differences({root / path: artefacts[path].encode() for path in sorted(artefacts)}, root)
    names = {difference.path: difference.path.relative_to(root).as_posix() for difference in found}
    removed = [path for path in _present(root) if path not in artefacts]
    return Changes(
        added=[names[difference.path] for difference in found if difference.is_missing],
        changed=[names[difference.path] for difference in found if not difference.is_missing],
        removed=removed,
        unchanged=len(artefacts) - len(found),
        diff=[*(line for difference in found for line in difference.lines), *map(outputs.stray, removed)],
    )


def write(root: Path, artefacts: dict[str, str], changes: Changes) -> None:
    """Makes the files below `root` what `artefacts` says. A file is replaced whole or not at all.

    Raises `FileError` for the first one that cannot be written or removed.
    """
    outputs.write({root / path: artefacts[path].encode() for path in changes.added + changes.changed})
    outputs.remove([root / path for path in changes.removed], root)


def committed(root: Path) -> dict[str, str]:
    """The text of every artefact as it is in the checkout at `root`, by its path below it."""
    return {path: (root / path).read_bytes().decode() for path in _present(root)}


def _present(root: Path) -> list[str]:
    return sorted(
        path.relative_to(root).as_posix()
        for top in (GENERATED, REFERENCE)
        for path in (root / top).rglob("*")
        if path.is_file() and not _KEPT & set(path.parts)
    )
