"""Answers that are not JSON, and so not from the API: pages of proxies, plain text, what was cut off on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHOWN = 300  # characters of what such an answer says


@dataclass(frozen=True, slots=True)
class NotJson:
    """An answer that is not from the API: what it is, the same as a part of a sentence, and what it says to people, if anything."""

    title: str
    sentence: str
    said: str | None


_NO_TEXT = "\x00"
_KINDS = (
    (r"(?s).*\x00", "No text", "The body is not text in UTF-8; it may be compressed", None),
    (r"\s*\Z", "Empty body", "The body is empty", None),
    (
        r"(?is)\s*<(?:.{,300}<)?(!doctype html|html\b)",
        "HTML page",
        "The body is an HTML page, not JSON",
        r"(?is)<title[^<>]*>(.{,1000}?)</title",
    ),
    (r"\s*<", "XML document", "The body is XML, not JSON", None),
    (r'\s*[{\["]', "Broken JSON", "The body begins like JSON and is cut off or broken", None),
    (r"", "Plain text", "The body is plain text, not JSON", r"(\S.*)"),
)
"""The kinds: how one begins, its title, the same as a part of a sentence, and what of it is meant for people.

Nothing of broken JSON is shown: it may hold anyone's data.
"""


def text_of(body: bytes | str) -> str:
    """A body as text, without the byte order mark. What is not UTF-8 becomes a text that `recognise` knows as none."""
    try:
        return (body if isinstance(body, str) else body.decode()).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return _NO_TEXT


def recognise(text: str) -> NotJson:
    """What an answer is that is not JSON."""
    title, sentence, words = next(kind[1:] for kind in _KINDS if re.match(kind[0], text))
    found = re.search(words, text) if words else None
    return NotJson(title, sentence, " ".join(found[1].split())[:_SHOWN] if found else None)
