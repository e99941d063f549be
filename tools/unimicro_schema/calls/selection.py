"""Which calls of a recording are calls of the API, right or wrong, and which are calls to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from unimicro_schema.calls.call import Call, Location, locate
from unimicro_schema.calls.recognition import is_near, resembles
from unimicro_schema.registry import servers

T = TypeVar("T")

_SCHEMES = ("http", "https", "")
_LIMIT = 10_000
"""How many calls are kept until it is known whether their host has the API. So a stream of any length takes the same memory."""


class Selection(Generic[T]):
    """Sorts calls out as they come.

    Ours are those below a path of the contract, on any host, and on a host that has such a call, or that the contract names,
    those that look like a mistake for one; with `any_host`, on every host. `others` counts the rest.
    """

    def __init__(self, *, any_host: bool = False) -> None:
        self._others = 0
        self._any_host = any_host
        self._hosts = {_host(server.url) for server in servers()}
        self._waiting: dict[str, list[T]] = {}
        self._kept = 0

    @property
    def others(self) -> int:
        """The calls that are not known to be ours."""
        return self._others + self._kept

    def add(self, call: Call, item: Callable[[], T]) -> Iterator[T]:
        """The items that are now known to be ours: that of this call, and those of earlier ones on the same host.

        The item of a call to others is not made.
        """
        location = _location(call)
        if location is None:
            self._others += 1
            return
        host = _host(call.url)
        if is_near(location):
            self._hosts.add(host)
            earlier = self._waiting.pop(host, [])
            self._kept -= len(earlier)
            yield from earlier
            yield item()
        elif not resembles(location):
            self._others += 1
        elif self._any_host or host in self._hosts:
            yield item()
        elif self._kept < _LIMIT:
            self._waiting.setdefault(host, []).append(item())
            self._kept += 1
        else:
            self._others += 1


def _location(call: Call) -> Location | None:
    """Where a call leads; None where it is not one that a program makes of an API."""
    if call.method.upper() == "OPTIONS":  # a browser asks whether it may call
        return None
    try:
        return locate(call.url) if urlsplit(call.url).scheme in _SCHEMES else None
    except ValueError:
        return None


def _host(url: str) -> str:
    return urlsplit(url).netloc.casefold()
