"""The comments of the modules as the package has them: every sentence, without the lines that only name types.

Types are for the compiler, which checks the modules where they are written. Who uses the package has its declarations, and a browser
has fewer bytes to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = re.compile(r"^( *)/\*\*(.*?)\*/\n", re.MULTILINE | re.DOTALL)
_TAG = re.compile(r"@(\w+)")
_BARE = re.compile(r"@param \{.*\} \[?\w+\]?|@(returns|throws) \{.*\}")  # a type, and not a word about what it is
_OF_TYPES = {"import", "typedef", "property", "type", "template"}


def written(text: str) -> str:
    """A text of the contract as a comment, which it cannot end."""
    return "/** " + text.replace("*/", "*\\/") + " */"


def shortened(module: str) -> str:
    """A module without what its comments say of types alone. The code stays as it is."""
    return _BLOCK.sub(lambda found: _block(found[1], found[2]), module)


def _block(indent: str, inside: str) -> str:
    """A comment with the lines that are left of it; nothing, if none is."""
    text = "\n".join(_kept(line.strip().removeprefix("*").removeprefix(" ") for line in inside.split("\n")))
    lines = re.sub(r"\n{3,}", "\n\n", text).strip().splitlines()
    if len(lines) < 2:
        return f"{indent}/** {lines[0]} */\n" if lines else ""
    return "\n".join([f"{indent}/**", *(f"{indent} * {line}".rstrip() for line in lines), f"{indent} */", ""])


def _kept(lines: Iterator[str]) -> Iterator[str]:
    """The lines that say something to people. What a tag says goes on until the next one."""
    is_kept = True
    for line in lines:
        if tag := _TAG.match(line):
            is_kept = tag[1] not in _OF_TYPES and not _BARE.fullmatch(line.strip())
        elif not line:
            is_kept = True
        if is_kept:
            yield line
