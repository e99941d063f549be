"""The index of a theme's search, whose results show the text that is in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

ENTRIES = {"search/search_index.json": "docs", "search.json": "items"}
"""The index of each theme, and the key of its entries."""

_LABELS = re.compile(r'<div class="?tabbed-labels"?>(.*?)</div>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>|\s+")


def labels(pages: Iterable[str]) -> set[str]:
    """The labels of each set of tabs in pages of HTML, as an index has them: one after the other, as if they were a word."""
    sets = (found[1] for html in pages for found in _LABELS.finditer(html))
    return {_TAG.sub("", texts) for texts in sets if texts.count("</label>") > 1}


def without(content: str, key: str, texts: Iterable[str]) -> str:
    """An index whose entries, which are below a key, do not have these texts before an element any more."""
    found: dict[str, Any] = json.loads(content)
    longest_first = sorted(texts, key=len, reverse=True)
    if not longest_first:
        return content
    left_out = re.compile(rf"(^|[>\s])(?:{'|'.join(map(re.escape, longest_first))})\s*(?=<|$)")
    for entry in found[key]:
        entry["text"] = left_out.sub(r"\1", entry["text"])
    return json.dumps(found, separators=(",", ":"))
