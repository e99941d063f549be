"""Tables that a telephone shows as lists: each cell says which column it is of."""

from __future__ import annotations

import re
from html import escape, unescape

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_TAG = re.compile(r"<[^>]+>")
_FEW = 2
"""With so many columns, the second is what is said of the first, and needs no label."""


def labelled(html: str) -> str:
    """The page with the name of its column at each cell but the first of a row, which is what the row is about."""
    return _TABLE.sub(lambda table: _with_labels(table[0]), html)


def _with_labels(table: str) -> str:
    heads = [" ".join(unescape(_TAG.sub("", head)).split()) for head in _HEAD.findall(table)]
    if len(heads) <= _FEW:
        return table
    return _ROW.sub(lambda row: _row(row[0], heads), table)


def _row(row: str, heads: list[str]) -> str:
    labels = iter(heads)

    def cell(found: re.Match[str]) -> str:
        label = next(labels, "")
        return f'{found[0]} data-label="{escape(label)}"' if label and label != heads[0] else found[0]

    return _CELL.sub(cell, row)
