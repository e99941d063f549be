"""Writes JSON values as YAML that parsers of YAML 1.1 and 1.2 read alike, one value a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

# A text that needs no quotation marks: it begins like a word and holds nothing that YAML reads as a sign.
_PLAIN = re.compile(r"[A-Za-z$/_](?:[\w $/.,;()'\"=<>+*%&!?@^|~{}\[\]`-]*[\w$/.,;()'\"=<>+*%&!?@^|~{}\[\]`-])?")
_NO_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def written(value: Any) -> str:
    """The text of a JSON value as a YAML document: no anchors, no folded lines, keys in their order."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: Any) -> Iterator[str]:
    """The lines of a value, from the left margin."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _below(f"{_text(key)}:", item, "  ")
    elif isinstance(value, list) and value:
        for item in value:
            first, *rest = _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield _scalar(value)


def _below(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield head
        yield from (indent + line for line in _lines(value))
    else:
        yield f"{head} {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        digits, _, exponent = repr(value).partition("e")
        return f"{digits if '.' in digits else f'{digits}.0'}{f'e{exponent}' if exponent else ''}"
    return json.dumps(value)


def _text(value: str) -> str:
    if _PLAIN.fullmatch(value) and value.lower() not in _NO_WORDS and value.isprintable():
        return value
    return "".join(char if char.isprintable() else _escaped(char) for char in json.dumps(value, ensure_ascii=False))


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
