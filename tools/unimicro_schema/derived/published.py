"""The published files: a JSON Schema for each body and component, and a file for each example of a body.

Each definition and each payload is a derived file once; here they become what is printed, exported and offered for download.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

import orjson

from unimicro_schema.pointers import DEFINITIONS, reached, references

_Node = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SENT, RECEIVED, ERRORS = "sent", "received", "errors"
POOLS = (SENT, RECEIVED)
"""The pools of definitions: those of what is sent are closed, those of what is received are open."""


def is_error(body: str) -> bool:
    """Whether a body, `request` or a status, is that of an error."""
    return body.isdecimal() and body >= "400"


def pool_of(body: str) -> str:
    """The pool of a body, `request` or a status."""
    return SENT if body == "request" else RECEIVED


def engine_pool(body: str) -> str:
    """The pool of a body for the engine. Errors have one of their own: they need few definitions, which compile faster alone."""
    return ERRORS if is_error(body) else pool_of(body)


def dumped(value: Any) -> bytes:
    """JSON as it is published: indented, with Norwegian letters as they are, ending in a line break."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


class _Pool(NamedTuple):
    """Definitions by name, and the names that each of them refers to."""

    definitions: _Node
    uses: dict[str, set[str]]


class Published:
    """The published files of a contract. `read` gives the bytes of a derived file by its name, such as `operations.json`."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self.read = read
        self._pools: dict[str, _Pool] = {}

    @cached_property
    def index(self) -> _Node:
        """What `operations.json` holds."""
        index: _Node = orjson.loads(self.read("operations.json"))
        return index

    @cached_property
    def schema_names(self) -> tuple[str, ...]:
        """The names of all schemas: `createCustomer/request`, `getCustomer/200`, `components/Phone` and so on."""
        return tuple(self._roots)

    def schema(self, name: str) -> bytes:
        """A JSON Schema (2020-12, self-contained) by its name. Raises `KeyError` if there is none."""
        title, pool, root = self._roots[name]
        definitions, uses = self._pool(pool)
        used = sorted(reached(uses, references(root, DEFINITIONS)))
        head = {"$schema": DIALECT, "$id": "urn:unimicro-schema:" + name.replace("/", ":"), "title": title}
        own = {"$defs": {key: definitions[key] for key in used}} if used else {}
        return dumped(head | root | own)

    def for_engine(self, operation: str, body: str) -> str:
        """The schema of a body as the engine is given it: with patterns instead of formats, and without words for readers.

        It is text, which the engine reads faster than values of Python. Raises `KeyError` if there is no such body.
        """
        root = self._bodies[operation, body]["schema"]
        definitions = orjson.Fragment(self.read(f"engine/{engine_pool(body)}.json"))
        return orjson.dumps({"$schema": DIALECT, **root, "$defs": definitions}).decode()

    def example(self, operation: str, body: str, name: str) -> bytes:
        """An example of a body, `request` or a status. Raises `KeyError` if there is none."""
        return self.read(f"examples/{self.example_file(operation, body, name)}")

    def example_file(self, operation: str, body: str, name: str) -> str:
        """The derived file that holds an example, below `examples/`. Examples of the same text share one."""
        file: str = self._bodies[operation, body]["examples"][name]
        return file

    def schemas(self) -> dict[str, bytes]:
        """All schemas, by the path of their file."""
        return {f"{name}.json": self.schema(name) for name in self.schema_names}

    def examples(self) -> dict[str, bytes]:
        """All examples, by the path of their file: operation, body and name."""
        return {
            f"{operation}/{body}/{name}.json": self.example(operation, body, name)
            for (operation, body), node in self._bodies.items()
            for name in node["examples"]
        }

    @cached_property
    def _bodies(self) -> dict[tuple[str, str], _Node]:
        return {
            (operation["id"], body): node
            for operation in self.index["operations"]
            for body, node in _bodies(operation)
            if node
        }

    @cached_property
    def _roots(self) -> dict[str, tuple[str, str, _Node]]:
        """The title of each schema, its pool, and what it says beside its definitions."""
        roots = {
            f"{operation}/{body}": (
                f"{operation}, {'request body' if body == 'request' else f'body of a {body} response'}",
                pool_of(body),
                node["schema"],
            )
            for (operation, body), node in self._bodies.items()
        }
        components = self.index["components"]
        return roots | {
            f"components/{name}": (name, pool, {"$ref": DEFINITIONS + name})
            for pool in POOLS
            for name in components[pool]
        }

    def _pool(self, name: str) -> _Pool:
        if name not in self._pools:
            nodes = orjson.loads(self.read(f"schemas/{name}.json"))
            self._pools[name] = _Pool(nodes, {key: set(references(node, DEFINITIONS)) for key, node in nodes.items()})
        return self._pools[name]


def _bodies(operation: _Node) -> Iterator[tuple[str, _Node | None]]:
    yield "request", operation["request"]
    for status, response in operation["responses"].items():
        yield status, response["body"]
