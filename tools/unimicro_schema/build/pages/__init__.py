"""Writes the reference pages: plain Markdown that needs no plugin."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import (
    changes,
    codes,
    command_line,
    diagrams,
    entities,
    errors,
    findings,
    health,
    lists,
    markdown,
    operations,
    overview,
    questions,
    relations,
    report,
    snippets,
)


def pages(contract: Contract, examples: list[Example], models: str) -> dict[str, str]:
    """The text of every reference page by its path below `docs/reference/`. `models` is the source text of the models."""
    found = {
        "index.md": overview.index(contract),
        "codes.md": codes.page(contract),
        "errors.md": errors.index(contract),
        "command-line.md": command_line.page(),
        "findings.md": findings.page(),
        "changes.md": changes.page(),
        "health.md": health.page(contract, examples),
        "relations.md": relations.page(contract),
        "open-questions.md": questions.page(contract),
        report.PAGE: report.page(contract),
        "entities/index.md": overview.entity_index(contract),
        **{
            f"operations/{operation.id}.md": operations.page(contract, operation, examples)
            for operation in contract.operations
        },
        **{f"entities/{name}.md": entities.page(contract, name) for name in entities.names(contract)},
        **snippets.files(contract, models),
        **diagrams.files(contract, examples),
        **lists.files(contract),
        **{f"errors/{name}.md": errors.page(contract, name, examples) for name in errors.names(contract)},
    }
    return {name: markdown.marked(text) for name, text in found.items()}
