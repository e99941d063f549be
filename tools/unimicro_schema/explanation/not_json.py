"""Answers that are not JSON, and so not from the API: pages of proxies, plain text, what was cut off on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unimicro_schema.explanation.sentences import TABLE

_SHOWN = 300  # characters of what such an answer says


@dataclass(frozen=True, slots=True)
class NotJson:
    """An answer that is not from the API: what it is, the same as a part of a sentence, and what it says to people, if anything.

    `answer` is the name of what is said of it.
    """

    title: str
    sentence: str
    said: str | None
    answer: str


_NO_TEXT = "\x00"


def text_of(body: bytes | str) -> str:
    """A body as text, without the byte order mark. What is not UTF-8 becomes a text that `recognise` knows as none."""
    try:
        return (body if isinstance(body, str) else body.decode()).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return _NO_TEXT


def recognise(text: str) -> NotJson:
    """What an answer is that is not JSON: the first kind of the table whose pattern it begins with, spaces apart.

    Nothing of broken JSON is shown: it may hold anyone's data.
    """
    begun = text.strip()
    kind = next(kind for kind in TABLE["not_json"] if re.match(kind["pattern"], begun, re.IGNORECASE))
    found = re.search(kind["said"], begun, re.IGNORECASE) if kind["said"] else None
    said = " ".join(found[1].split())[:_SHOWN] if found else None
    return NotJson(kind["title"], kind["sentence"], said, kind.get("answer", "not-json"))
