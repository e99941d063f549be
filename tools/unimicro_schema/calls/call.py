"""An HTTP call in its parts, as programs and recordings hand it over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

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
    parsed JSON, None where there is none, or `UNRECORDED`. `status` is None where the answer is not known. `has_secrets` is
    False for a recording that leaves them out.
    """

    method: str
    url: str
    headers: Mapping[str, str] | None = None
    body: Any = None
    status: int | None = None
    answer: Any = UNRECORDED
    has_secrets: bool = True


@dataclass(frozen=True, slots=True)
class Location:
    """The parts of a URL that identify an operation.

    `segments` are the parts of the path from `api` on, decoded, `prefix` is the number of characters in front of them, `query`
    the text behind the question mark.
    """

    segments: tuple[str, ...]
    prefix: int
    query: str


_TOP = "/api/"


def locate(url: str) -> Location | None:
    """Where a URL leads on the platform, or on a proxy in front of it; None where no part of its path is `api`.

    Raises `ValueError` for what is not a URL.
    """
    parts = urlsplit(url)
    path = url.find(parts.path, url.find("//") + 2 if parts.netloc else 0) if parts.path else len(url)
    at = f"{parts.path.casefold()}/".find(_TOP)
    if at < 0:
        return None
    segments = parts.path[at:].strip("/").split("/")
    return Location(tuple(unquote(segment) for segment in segments), path + at, parts.query)


def by_name(headers: Headers) -> dict[str, str]:
    """Headers by their names in lowercase, without what HTTP/2 puts among them. Of a repeated one the first counts."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    found: dict[str, str] = {}
    for name, value in pairs:
        if not name.startswith(":"):
            found.setdefault(name.strip().casefold(), value.strip())
    return found
