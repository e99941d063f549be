"""The releases as the site shows them, made of the changelog: contract and toolkit apart, each with an anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unimicro_schema.build.pages.markdown import disclosure
from unimicro_schema.build.source import ContractError, Problem
from unimicro_schema.changes.changelog import Release, releases

FILE = "CHANGELOG.md"
LIST = "lists/releases.md"
_FIELD = re.compile(r"- `.+ \([a-z-]+\)\.")
_MANY = 12
"""So many changes of fields are closed: a reader opens what is looked for."""


def page(changelog: str) -> str:
    """The releases, newest first. Raises `ContractError` for a heading that is not one of a release."""
    try:
        found = releases(changelog)
    except ValueError as error:
        raise ContractError([Problem(FILE, "", str(error), folder="")]) from None
    return "\n\n".join(block for release in found for block in _blocks(release)) + "\n"


def _blocks(release: Release) -> Iterator[str]:
    yield f"## {release.version} {{ #{release.anchor()} }}"
    yield f"Released on {release.day.day} {release.day:%B %Y}." if release.day else "Not yet released."
    for name, text in release.parts.items():
        yield f"### {name} {{ #{release.anchor(name)} }}"
        yield from (_folded(block) for block in text.split("\n\n"))


def _folded(block: str) -> str:
    """A paragraph or a list as it is; a long list of changed fields closed."""
    lines = block.splitlines()
    if len(lines) < _MANY or not all(_FIELD.match(line) for line in lines):
        return block
    return disclosure("changes", f"{len(lines)} changes", block)
