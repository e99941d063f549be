"""Reads C# programs by a real parser: what is not C#, and the request that a program would send."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from textwrap import dedent
from urllib.parse import quote
from uuid import uuid4

import tree_sitter_c_sharp
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_c_sharp.language()))
_VERBS = ("Get", "Post", "Put", "Delete")


@dataclass
class Sent:
    """The request of a program."""

    method: str = ""
    url: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None


def faults(text: str) -> list[str]:
    """The parts of a program that are not C#."""
    return [str(node) for node in _nodes(_parsed(text)) if node.is_error or node.is_missing]


def sent_by(text: str, environment: dict[str, str]) -> Sent:
    """What a program sends that uses `HttpClient` as the site does. Raises `ValueError` for what it cannot read."""
    program = _Program(environment)
    for node in _nodes(_parsed(text)):
        for kind, start, read in program.statements:
            if node.type == kind and _text(node).startswith(start):
                read(node)
    return program.sent


class _Program:
    """What was read so far: the request, the variables that hold a text, and the parts of the query."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.sent = Sent()
        self.texts: dict[str, str] = {}
        self.query: list[str] = []
        self.statements: list[tuple[str, str, Callable[[Node], None]]] = [
            ("object_creation_expression", "new Uri(", self._host),
            ("object_creation_expression", "new StringContent(", self._content),
            ("variable_declarator", "", self._declared),
            ("assignment_expression", "[", self._parameter),
            ("invocation_expression", "client.DefaultRequestHeaders.Add(", self._header),
            *(("invocation_expression", f"client.{verb}Async(", self._call) for verb in _VERBS),
        ]
        self.expressions: list[tuple[str, str, Callable[[Node], str]]] = [
            ("string_literal", '"', lambda node: re.sub(r"\\(.)", r"\1", _text(node)[1:-1])),
            ("raw_string_literal", '"""\n', lambda node: dedent(_text(node)[4:-3])),
            ("interpolated_string_expression", '$$"""\n', self._with_guids),
            ("interpolated_string_expression", '$"', self._with_texts),
            ("binary_expression", "", lambda node: self._value(node.children[0]) + self._value(node.children[2])),
            ("identifier", "", lambda node: self.texts[_text(node)]),
            ("invocation_expression", "Environment.GetEnvironmentVariable(", self._variable),
            ("invocation_expression", 'string.Join("&", parts)', lambda _: "&".join(self.query)),
        ]

    def _value(self, node: Node) -> str:
        for kind, start, read in self.expressions:
            if node.type == kind and _text(node).startswith(start):
                return read(node)
        raise ValueError(f"cannot read {_text(node)}")

    def _with_guids(self, node: Node) -> str:
        return re.sub(re.escape("{{Guid.NewGuid()}}"), lambda _: str(uuid4()), dedent(_text(node)[6:-3]))

    def _with_texts(self, node: Node) -> str:
        return re.sub(r"\{(\w+)\}", lambda name: self.texts[name[1]], _text(node)[2:-1])

    def _variable(self, node: Node) -> str:
        return self.environment[self._value(_arguments(node)[0])]

    def _host(self, node: Node) -> None:
        self.sent.url = self._value(_arguments(node)[0])

    def _content(self, node: Node) -> None:
        body, _, media = _arguments(node)
        self.sent.body = self._value(body)
        self.sent.headers["Content-Type"] = self._value(media)

    def _declared(self, node: Node) -> None:
        """A variable that holds the body or a secret; the others are read where they are used."""
        name, value = _text(node.children[0]), node.children[-1]
        if name == "body" or _text(value).startswith("Environment.GetEnvironmentVariable("):
            self.texts[name] = self._value(value)

    def _parameter(self, node: Node) -> None:
        name = next(part for part in _nodes(node) if part.type == "string_literal")
        self.query.append(f"{self._value(name)}={quote(self._value(node.children[-1]), safe='')}")

    def _header(self, node: Node) -> None:
        name, content = _arguments(node)
        self.sent.headers[self._value(name)] = self._value(content)

    def _call(self, node: Node) -> None:
        self.sent.method = re.split(r"\.|Async", _text(node.children[0]))[1].upper()
        self.sent.url += self._value(_arguments(node)[0])


def _parsed(text: str) -> Node:
    return _PARSER.parse(text.encode()).root_node


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _nodes(node: Node) -> Iterator[Node]:
    """A node and all that it holds, in the order of the text."""
    yield node
    for child in node.children:
        yield from _nodes(child)


def _arguments(node: Node) -> list[Node]:
    found = next(child for child in node.children if child.type == "argument_list")
    return [argument.children[-1] for argument in found.children if argument.type == "argument"]
