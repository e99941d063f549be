"""The operations of the API, and their schemas and examples, as the build derived them from the contract."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

import orjson

from unimicro_schema.derived import read
from unimicro_schema.derived.published import Published
from unimicro_schema.suggestions import alike

published = Published(read)
"""The published files of the contract that the package carries."""


class UnknownNameError(LookupError):
    """There is no operation, body or example of that name. The message says which there are."""


class Parameter(NamedTuple):
    """A parameter of an operation: its name, where it goes (`path` or `query`), and whether it must be sent.

    `type` and `format` are those of JSON Schema; `codes` are the values of an enum by their names, `minimum` and `max_length`
    the limits that the contract knows, `check` the name of a form to be advised on.
    """

    name: str
    location: str
    required: bool
    type: str
    format: str | None
    codes: Mapping[str, int]
    minimum: int | None
    max_length: int | None
    check: str | None
    description: str
    example: Any


class Body(NamedTuple):
    """A JSON body: the class in `unimicro_schema.models` that reads it, whether it is a list of them, and its examples."""

    model: str
    is_list: bool
    examples: tuple[str, ...]


class Response(NamedTuple):
    """An answer with one status. `body` is None where no body is documented.

    `errors` are the names of the error bodies that come with the status, as `explain_error` names them; none for a success.
    """

    status: str
    description: str
    body: Body | None
    errors: tuple[str, ...]


class Server(NamedTuple):
    """An environment of the platform. Replace `{host}` in a URL."""

    url: str
    description: str


class Header(NamedTuple):
    """A header that every request needs; `prefix` comes before the secret, `format` is that of the secret, where it has one."""

    name: str
    prefix: str
    format: str | None
    description: str


class Target(NamedTuple):
    """Where a request goes, without the server: the path, and the query as names and values."""

    path: str
    query: dict[str, str]


class Operation(NamedTuple):
    """An operation by the name that the whole toolkit uses for it.

    `action` is the value of the query parameter `action`, or None; `status_after` is the customer's status afterwards, where
    the operation changes it; `request` is None where no body is sent; `responses` are by status. `neighbour` is `next` or
    `previous` where the operation returns the entity beside another; `unused_in` are the properties among whose values the
    operation looks for the one that it is given.
    """

    id: str
    method: str
    path: str
    action: str | None
    summary: str
    description: str
    tags: tuple[str, ...]
    status_after: int | None
    parameters: tuple[Parameter, ...]
    request: Body | None
    responses: Mapping[str, Response]
    neighbour: str | None = None
    unused_in: tuple[str, ...] = ()

    def target(self, **values: str | int | bool) -> Target:
        """Where the operation is called with these values of its parameters, its `action` included.

        Raises `TypeError` if a parameter that must be sent is missing, or if one is not known: the server would ignore it.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values.keys() - known.keys():
            raise TypeError(f"{self.id}: {_unknown('parameter', name, list(known))}")
        for name in [name for name, parameter in known.items() if parameter.required and name not in values]:
            raise TypeError(f"{self.id} needs the parameter {name}")
        texts = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in values.items()}
        action = {"action": self.action} if self.action else {}
        query = {name: text for name, text in texts.items() if known[name].location == "query"}
        return Target(
            self.path.format_map({name: quote(text, safe="") for name, text in texts.items()}), action | query
        )


@cache
def operations() -> tuple[Operation, ...]:
    """All operations, in the order of the guide."""
    return tuple(_operation(entry) for entry in published.index["operations"])


def servers() -> tuple[Server, ...]:
    """The environments of the platform, the one for tests first."""
    return tuple(Server(**entry) for entry in published.index["servers"])


def headers() -> tuple[Header, ...]:
    """The headers that every request needs: the token, then the company."""
    return tuple(Header(**entry) for entry in published.index["headers"])


def contract_version() -> str:
    """The version of the contract that the package carries."""
    return str(published.index["version"])


def operation(name: str) -> Operation:
    """The operation of that name.

    Raises `LookupError`, with the nearest names, if there is none, and `TypeError` for what is not a name.
    """
    if not isinstance(name, str):
        raise TypeError(_message("not-a-name", example=operations()[0].id, type=type(name).__name__))
    for entry in operations():
        if entry.id == name:
            return entry
    called = [entry.id for entry in operations() if f"{entry.method} {entry.path}" == name.rstrip("/")]
    raise UnknownNameError(_unknown("operation", name, [entry.id for entry in operations()], called))


def schema(operation: str, status: str | int | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12, self-contained) of the request body of an operation, or of its response with a status.

    Schemas of requests are closed, those of responses open. Raises `LookupError` where there is no such body.
    """
    result: dict[str, Any] = orjson.loads(schema_content(operation, status))
    return result


def schema_content(operation: str, status: str | int | None = None) -> bytes:
    """The same as the text of the published file."""
    body_of(operation, status)
    return published.schema(f"{operation}/{_kind(status)}")


def example(operation: str, name: str | None = None, status: str | int | None = None) -> Any:
    """A payload of an operation, parsed.

    Without a name it is the first one: that of the request, or of the first response where no body is sent. A name is looked
    for in the request and in all responses unless `status` picks one. Raises `LookupError`, with the nearest names, if there
    is none.
    """
    return orjson.loads(example_content(operation, name, status))


def example_content(operation: str, name: str | None = None, status: str | int | None = None) -> bytes:
    """The same as the text of the published file."""
    found = bodies(operation)
    if status is not None:
        found = {str(status): body_of(operation, status)}
    for kind, node in found.items():
        if name is None or name in node.examples:
            return published.example(operation, kind, name or node.examples[0])
    names = [known for node in found.values() for known in node.examples]
    raise UnknownNameError(_unknown(f"example of {operation}", str(name), names))


def bodies(name: str) -> dict[str, Body]:
    """The bodies of an operation that can be checked: `request`, if it has one, and the responses by status."""
    found = operation(name)
    request = {"request": found.request} if found.request else {}
    return request | {status: response.body for status, response in found.responses.items() if response.body}


def body_of(name: str, status: str | int | None = None) -> Body:
    """The request body of an operation, or that of its response with a status.

    Raises `LookupError`, with the nearest names or the statuses that there are, if there is no such body.
    """
    found = documented(name, status)
    if found is None:
        statuses = ", ".join(key for key in bodies(name) if key != "request")
        raise UnknownNameError(_message("no-body", operation=name, status=str(status), statuses=statuses))
    return found


def documented(name: str, status: str | int | None = None) -> Body | None:
    """The same, or None where an operation answers with a status and nothing is known of a body: any body is right then, and so is no body.

    Raises `LookupError` for an operation or a status that the contract does not have, and for a request without a body.
    """
    found = bodies(name)
    kind = _kind(status)
    responses = operation(name).responses
    statuses = ", ".join(key for key in found if key != "request")
    if kind not in found and kind == "request":
        raise UnknownNameError(_message("no-request", operation=name, statuses=statuses))
    if kind not in found and kind not in responses:
        raise UnknownNameError(_message("no-response", operation=name, status=kind, statuses=", ".join(responses)))
    return found.get(kind)


def _kind(status: str | int | None) -> str:
    return "request" if status is None else str(status)


def _unknown(what: str, name: str, known: list[str], called: Sequence[str] = ()) -> str:
    """That a name is not known, with those that are `called` so, or are like it."""
    near = called or alike(name, known, 0.6)[:3]
    similar = _message("similar", names=" or ".join(near))
    hint = similar if near else _message("known", names=", ".join(dict.fromkeys(known)) or "none")
    return _message("unknown", what=what, name=name, hint=hint)


def _message(sentence: str, /, **values: str) -> str:
    from unimicro_schema.rules import LOOKUPS  # most names are known

    return LOOKUPS[sentence].format_map(values)


def _operation(entry: dict[str, Any]) -> Operation:
    responses = {
        status: Response(status, node["description"], _as_body(node["body"]), tuple(node["errors"]))
        for status, node in entry["responses"].items()
    }
    parameters = tuple(Parameter(**node) for node in entry["parameters"])
    rest = {"tags": tuple(entry["tags"]), "parameters": parameters, "request": _as_body(entry["request"])}
    rest |= {"unused_in": tuple(entry["unused_in"])}
    return Operation(**(entry | rest | {"responses": responses}))


def _as_body(node: dict[str, Any] | None) -> Body | None:
    return Body(node["model"], node["list"], tuple(node["examples"])) if node else None
