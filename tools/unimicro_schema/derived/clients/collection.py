"""The requests of the contract as values: read from `requests.json`, which the build derives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import orjson

_KEPT = ",()$:{}"  # what clients and people need to see as it is
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class SampleRequest:
    """A request with variables in double braces. `query` is decoded; `statuses` are those of a success."""

    group: str
    operation: str
    name: str
    title: str
    method: str
    path: str
    query: dict[str, str]
    body: str | None
    statuses: list[int]

    @property
    def called(self) -> str:
        """A name that no other request has."""
        return "-".join(filter(None, [self.operation, self.name]))

    @property
    def options(self) -> dict[str, str]:
        """The query with its values encoded."""
        return {name: quote(value, safe=_KEPT) for name, value in self.query.items()}

    @property
    def target(self) -> str:
        """The path and the query, encoded."""
        options = "&".join(f"{name}={value}" for name, value in self.options.items())
        return f"{self.path}?{options}" if options else self.path


@dataclass(frozen=True, slots=True)
class SecretVariable:
    """A header that every request needs: the variable of what it holds, and what is in front of that."""

    name: str
    header: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Group:
    """Requests that may be run together, and what they do."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class RequestCollection:
    """All requests. `variables` are the names of the ids, which readers fill in as they do the secrets."""

    title: str
    host: str
    secrets: tuple[SecretVariable, ...]
    variables: tuple[str, ...]
    groups: tuple[Group, ...]
    requests: tuple[SampleRequest, ...]

    def of(self, group: Group) -> list[SampleRequest]:
        """The requests of a group, in their order."""
        return [request for request in self.requests if request.group == group.name]

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every request."""
        return {secret.header: f"{secret.prefix}{{{{{secret.name}}}}}" for secret in self.secrets}

    @property
    def settings(self) -> dict[str, str]:
        """The variables with their values: only the host has one."""
        return {"host": self.host} | dict.fromkeys([*(secret.name for secret in self.secrets), *self.variables], "")


def read(content: bytes | str) -> RequestCollection:
    """The collection that a file of the build holds."""
    node: dict[str, Any] = orjson.loads(content)
    return RequestCollection(
        title=node["title"],
        host=node["host"],
        secrets=tuple(SecretVariable(**item) for item in node["secrets"]),
        variables=tuple(node["variables"]),
        groups=tuple(Group(**item) for item in node["groups"]),
        requests=tuple(SampleRequest(**item) for item in node["requests"]),
    )
