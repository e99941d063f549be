"""The entries of the reference in the navigation of the site: the part of mkdocs.yml that the build writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from unimicro_schema.build.contract import Contract, SourceOperation
from unimicro_schema.build.pages import entities, errors, report
from unimicro_schema.build.pages.facts import used
from unimicro_schema.build.source import ContractError, Problem

FILE = "mkdocs.yml"
BEGIN = "# `unimicro-schema build` writes the entries from here,"
END = "# to here."
_PLAIN = re.compile(r"[A-Za-z][\w ,.()-]*")

Entry = tuple[str, "str | list[Entry]"]


def entries(contract: Contract) -> list[Entry]:
    """The titles in the order of the navigation, each with its page below the reference folder or with entries of its own."""
    bodies = used(contract)
    components = sorted(entities.names(contract), key=lambda name: name not in bodies)
    titles = {name: contract.schemas[name]["x-error"]["title"] for name in errors.names(contract)}
    return [
        ("Reference", "index.md"),
        ("Operations", [(_title(operation), f"operations/{operation.id}.md") for operation in contract.operations]),
        (
            "Entities",
            [("Entities and bodies", "entities/index.md"), *((name, f"entities/{name}.md") for name in components)],
        ),
        ("Codes", "codes.md"),
        ("Errors", [("All errors", "errors.md"), *((title, f"errors/{name}.md") for name, title in titles.items())]),
        ("Relations", "relations.md"),
        ("Open questions", "open-questions.md"),
        ("Report an inaccuracy", report.PAGE),
        ("Downloads", "downloads.md"),
    ]


def _title(operation: SourceOperation) -> str:
    """The title of an operation for people: what it does, and the method."""
    return f"{operation.node['summary']} · {operation.method}"


def configuration(text: str, contract: Contract) -> str:
    """A mkdocs.yml in which the lines between the two marks are the entries. Raises `ContractError` if a mark is missing."""
    lines = text.splitlines()
    marked = [line.strip() for line in lines]
    if (marked.count(BEGIN), marked.count(END)) != (1, 1) or marked.index(BEGIN) > marked.index(END):
        message = f"must have the line {BEGIN!r} and, after the entries of the reference, the line {END!r}; add them"
        raise ContractError([Problem(FILE, "", message, folder="")])
    begin, end = marked.index(BEGIN), marked.index(END)
    indent = lines[begin].partition("#")[0]
    return "\n".join([*lines[: begin + 1], *_lines(entries(contract), indent), *lines[end:]]) + "\n"


def _lines(found: list[Entry], indent: str) -> Iterator[str]:
    for title, inside in found:
        key = title if _PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)
        if isinstance(inside, str):
            yield f"{indent}- {key}: reference/{inside}"
        else:
            yield f"{indent}- {key}:"
            yield from _lines(inside, f"{indent}    ")
