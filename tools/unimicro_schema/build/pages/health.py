"""The page of numbers that say how complete the contract is."""

from __future__ import annotations

from collections import Counter

from unimicro_schema.build import registry
from unimicro_schema.build.contract import Contract, SourceOperation
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import markdown, search
from unimicro_schema.build.pages.facts import facts
from unimicro_schema.build.pages.markdown import provenance, table
from unimicro_schema.build.parts import SCALARS
from unimicro_schema.openapi.provenance import PROVENANCE


def page(contract: Contract, examples: list[Example]) -> str:
    """Counts of what the contract has, what each operation documents, and how the facts are known."""
    return markdown.page(
        "Contract health",
        f"Version {contract.bundle['info']['version']} of the contract in numbers. Each build counts them again.",
        "## What there is",
        table(("What", "How many"), _totals(contract, examples)),
        "## Examples and errors of each operation",
        "An error status counts as covered when an example shows a body that fits the operation. The further bodies of a 400"
        " are shown with the operations that they fit.",
        table(
            ("Operation", "Request examples", "Response examples", "Errors covered", "Error bodies shown"),
            [_coverage(contract, operation, examples) for operation in contract.operations],
        ),
        "## How the facts are known",
        " ".join(f"{provenance({'x-provenance': word})} {text}" for word, text in PROVENANCE.items()),
        "The assumed ones are listed under [open questions](open-questions.md).",
        table(("Said of", *PROVENANCE), _known(contract)),
        front=search.front(search.INDEX),
    )


def _totals(contract: Contract, examples: list[Example]) -> list[tuple[str, str]]:
    own = [
        node
        for file in contract.source.files
        if file.startswith("schemas/")
        for node in contract.source.files[file].get("properties", {}).values()
    ]
    kinds = [{node["type"]} if isinstance(node.get("type"), str) else set(node.get("type", [])) for node in own]
    plain = [node for node, kind in zip(own, kinds, strict=True) if kind & SCALARS]
    enums = [node["enum"] for node in contract.schemas.values() if "enum" in node]
    named = [example for example in examples if example.file]
    return [
        ("[Operations](index.md#operations)", str(len(contract.operations))),
        ("[Entities](entities/index.md) and bodies", str(len(contract.schemas) - len(enums))),
        ("[Enums](codes.md)", str(len(enums))),
        ("Codes", str(sum(map(len, enums)))),
        ("[Error bodies](errors.md)", str(len(registry.errors(contract)["errors"]))),
        ("Properties, each counted where it is declared", str(len(own))),
        ("Properties with a description", _of([bool(node.get("description")) for node in own])),
        ("Plain properties with an example", _of([bool(node.get("examples")) for node in plain])),
        ("Files of sample payloads", str(len({example.file for example in named}))),
        ("Examples of bodies, by hand", str(len(named))),
        ("Examples of bodies, composed from those of the properties", str(len(examples) - len(named))),
        # The build refuses a contract with an example that does not fit, so it gets here only with valid ones.
        ("Examples of bodies that fit their schemas", _of([True for _ in examples])),
    ]


def _of(verdicts: list[bool]) -> str:
    return f"{sum(verdicts)} of {len(verdicts)}"


def _coverage(contract: Contract, operation: SourceOperation, examples: list[Example]) -> tuple[str, ...]:
    own = [example for example in examples if example.operation == operation.id and example.file]
    statuses = [status for status in contract.responses(operation) if status >= "400"]
    bodies = {
        status: registry.shapes_of(contract, operation, media["schema"])
        for status, media in contract.bodies(operation)
        if status in statuses
    }
    answers = {name for name, _ in contract.bodies(operation)} - {"request", *statuses}
    shown = {status: sum(example.body == status for example in own) for status in statuses}
    covered = sum(shown[status] > 0 for status in bodies)
    return (
        f"[{operation.id}](operations/{operation.id}.md)",
        str(sum(example.body == "request" for example in own)) if "requestBody" in operation.node else "no body",
        str(sum(example.body in answers for example in own)) if answers else "no body",
        f"{covered} of {len(statuses)}",
        f"{sum(min(shown[status], len(shapes)) for status, shapes in bodies.items())} of {sum(map(len, bodies.values()))}",
    )


def _known(contract: Contract) -> list[tuple[str, ...]]:
    found = list(facts(contract))
    owners = {fact.owner: fact.place.partition("#")[0] for fact in reversed(found)}
    counts = Counter((fact.owner, fact.provenance) for fact in found)
    rows = [
        (f"[{owner}]({owners[owner]})", *(str(counts[owner, word] or "") for word in PROVENANCE))
        for owner in dict.fromkeys(fact.owner for fact in found)
    ]
    total = Counter(fact.provenance for fact in found)
    return [("**All**", *(f"**{total[word]}**" for word in PROVENANCE)), *rows]
