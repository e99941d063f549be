"""An HTTP call in its parts, as programs and recordings hand it over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from unimicro_schema.registry import operations

Headers = Mapping[str, str] | Iterable[tuple[str, str]]


class _Unrecorded:
    """The type of `UNRECORDED`."""

    def __repr__(self) -> str:
        return "UNRECORDED"


UNRECORDED = _Unrecorded()
"""In place of a body: there was one, or may have been, but nobody wrote it down. It is not judged."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request and its response.

    `headers` are by their names in lowercase, or None where nobody knows which were sent. `body` and `answer` are text or
    parsed JSON, None where there is none, or `UNRECORDED`. `status` is None where the answer is not known. `has_tokens` is
    False for a recording that leaves tokens out. `answer_headers` are None where nobody knows them; they are not judged.
    """

    method: str
    url: str
    headers: Mapping[str, str] | None = None
    body: Any = None
    status: int | None = None
    answer: Any = UNRECORDED
    has_tokens: bool = True
    answer_headers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """The parts of a URL that identify an operation.

    `segments` are the parts of the path from `api` on, decoded, `prefix` is the number of characters in front of them, `query`
    the text behind the question mark.
    """

    segments: tuple[str, ...]
    prefix: int
    query: str


def locate(url: str) -> Location | None:
    """Where a URL leads on the platform, or on a proxy in front of it; None where no part of its path is `api`.

    A proxy may have an `api` in its own path: the one that counts is in front of a name of the contract. Raises `ValueError`
    for what is not a URL.
    """
    parts = urlsplit(url)
    path = url.find(parts.path, url.find("//") + 2 if parts.netloc else 0) if parts.path else len(url)
    folded = f"{parts.path.casefold()}/"
    at = min((found for top in _tops() if (found := folded.find(top)) >= 0), default=folded.find("/api/"))
    if at < 0:
        return None
    segments = parts.path[at:].strip("/").split("/")
    return Location(tuple(unquote(segment) for segment in segments), path + at, parts.query)


@cache
def _tops() -> frozenset[str]:
    """The beginnings of the paths of the contract: `/api/` and a name."""
    return frozenset(f"/{'/'.join(entry.path.casefold().split('/')[1:3])}/" for entry in operations())


def by_name(headers: Headers) -> dict[str, str]:
    """Headers by their names in lowercase, without what HTTP/2 puts among them. Of a repeated one the first counts."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    found: dict[str, str] = {}
    for name, value in pairs:
        if not name.startswith(":"):
            found.setdefault(name.strip().casefold(), value.strip())
    return found
