"""Writes the reference pages: plain Markdown that needs no plugin."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import (
    codes,
    command_line,
    entities,
    errors,
    findings,
    health,
    operations,
    overview,
    questions,
    relations,
    report,
)


def pages(contract: Contract, examples: list[Example]) -> dict[str, str]:
    """The text of every reference page by its path below `docs/reference/`."""
    return {
        "index.md": overview.index(contract),
        "codes.md": codes.page(contract),
        "errors.md": errors.index(contract),
        "command-line.md": command_line.page(),
        "findings.md": findings.page(),
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
        **{f"errors/{name}.md": errors.page(contract, name, examples) for name in errors.names(contract)},
    }
