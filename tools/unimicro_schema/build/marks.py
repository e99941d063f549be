"""Whether the marks of single claims, beside `x-provenance`, are there and are words that the contract knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from unimicro_schema.build.claims import limited
from unimicro_schema.build.parts import properties
from unimicro_schema.build.source import Problem, Source
from unimicro_schema.openapi.provenance import PROVENANCE
from unimicro_schema.pointers import walk

_MARKED = re.compile(r"\(([*_`]{0,2}(?:guide|platform|observed|assumed)[*_`]{0,2}|[a-z]{4,10})\)")


def marked(source: Source) -> Iterator[Problem]:
    """A property that is marked `guide` says how its limit is known, because the guide has no limits. A mark in a description is a known word."""
    for file, pointer, _, node in properties(source):
        if limited(node) and node.get("x-provenance") == "guide" and "x-limit-provenance" not in node:
            yield Problem(
                file, pointer, "has a limit, and the guide has none; say with x-limit-provenance how it is known"
            )
        if "x-limit-provenance" in node and not limited(node):
            yield Problem(file, f"{pointer}/x-limit-provenance", "is about a limit that the property does not have")
    for file, value in source.files.items():
        for pointer, node in walk(value) if file.endswith(".yaml") else ():
            for text in [node.get("description")] if isinstance(node, dict) else ():
                for word in _MARKED.findall(text) if isinstance(text, str) else ():
                    if word.strip("*_`") != word or (
                        word not in PROVENANCE and get_close_matches(word, PROVENANCE, cutoff=0.8)
                    ):
                        known = ", ".join(PROVENANCE)
                        yield Problem(
                            file, f"{pointer}/description", f"has the mark ({word}), which is not one of {known}"
                        )
