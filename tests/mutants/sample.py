"""The faults: small changes of the source, as mutmut makes them, and a sample of them that stays the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

import libcst
from mutmut.mutation.file_mutation import create_mutations

PACKAGE = "tools/unimicro_schema"
_SEED = "unimicro-schema"
_FOR_READERS = re.compile(
    r"^(?:_?[A-Z][a-z]\w*|__all__) = ", re.MULTILINE
)  # types of annotations, and what a face lists


@dataclass(frozen=True)
class Mutant:
    """A fault: `path` is that of its file, and `before` and `after` are the lines that it changes.

    `key` is made of these three, so that a fault keeps it when other parts of the file change; `number` tells those apart that
    would have the same.
    """

    room: str
    path: str
    line: int
    before: str
    after: str
    number: int
    content: str

    @cached_property
    def key(self) -> str:
        """A short name that stays the same."""
        text = "\n".join([_SEED, self.path, self.before, self.after, str(self.number)])
        return sha256(text.encode()).hexdigest()[:10]


def mutants(root: Path, room: str) -> list[Mutant]:
    """Every fault of a room of the package below `root`."""
    return [
        mutant
        for file in sorted((root / PACKAGE / room).rglob("*.py"))
        for mutant in _of_file(room, file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    ]


def sample(found: list[Mutant], size: int) -> list[Mutant]:
    """As many faults as `size` says, by the order of their keys: a change of the source changes few of them."""
    return sorted(found, key=lambda mutant: mutant.key)[:size]


def _of_file(room: str, path: str, source: str) -> Iterator[Mutant]:
    seen: Counter[tuple[str, str]] = Counter()
    for content in dict.fromkeys(_changed(path, source)):
        if content != source:
            line, before, after = _difference(source, content)
            yield Mutant(room, path, line, before, after, seen[before, after], content)
            seen[before, after] += 1


def _changed(path: str, source: str) -> Iterator[str]:
    """The source with each change that mutmut makes. Only the statement around it is written anew: that saves minutes."""
    module, mutations, *_ = create_mutations(path, source)
    statements = [module.code_for_node(statement) for statement in module.body]
    head = "".join(module.code_for_node(line) for line in module.header)
    assert source.startswith(head + "".join(statements)), path
    owners = {id(node): index for index, statement in enumerate(module.body) for node in _within(statement)}
    for mutation in mutations:
        index = owners[id(mutation.original_node)]
        if _FOR_READERS.search(statements[index]):
            continue
        changed = module.body[index].deep_replace(mutation.original_node, mutation.mutated_node)
        assert isinstance(changed, libcst.CSTNode)
        before = head + "".join(statements[:index])
        after = source[len(before) + len(statements[index]) :]
        yield f"{before}{module.code_for_node(changed)}{after}"


def _within(node: libcst.CSTNode) -> Iterator[libcst.CSTNode]:
    yield node
    for child in node.children:
        yield from _within(child)


def _difference(old: str, new: str) -> tuple[int, str, str]:
    """The first line that is different, and the lines there in both, without their indentation."""
    ours, theirs = old.splitlines(), new.splitlines()
    first = next(index for index, (one, other) in enumerate(zip_longest(ours, theirs)) if one != other)
    last = next(i for i, (one, other) in enumerate(zip_longest(ours[::-1], theirs[::-1])) if one != other)
    kept = min(last, len(ours) - first, len(theirs) - first)
    before, after = ("\n".join(map(str.strip, lines[first : len(lines) - kept])) for lines in (ours, theirs))
    return first + 1, before, after
