"""How a long expression is broken, in the languages that write objects and calls alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 80
_CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Layout:
    """The habits of a language: how deep it indents, and the brackets that it pads with a space on one line."""

    step: int
    padded: str = ""

    def of(self, opening: str, items: Sequence[str], indent: int) -> str:
        """`opening`, which ends in a bracket, and `items`, on one line where that fits, else each item on its own.

        `indent` is the indentation of the line that `opening` is on.
        """
        closing = _CLOSING[opening[-1]]
        pad = " " if opening[-1] in self.padded and items else ""
        line = f"{opening}{pad}{', '.join(items)}{pad}{closing}"
        if not items or ("\n" not in line and indent + len(line) <= WIDTH):
            return line
        inner = "\n" + " " * (indent + self.step)
        return f"{opening}{''.join(f'{inner}{item},' for item in items)}\n{' ' * indent}{closing}"
