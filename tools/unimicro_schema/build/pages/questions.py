"""The page of what is not known for certain."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.facts import facts
from unimicro_schema.build.pages.markdown import table

_UNKNOWN = ("not known", "not documented", "No limit", "No page size")


def page(contract: Contract) -> str:
    """Everything that is assumed, and everything of which the contract says that it is not known."""
    found = list(facts(contract))
    assumed = [(f"[{fact.label}]({fact.place})", fact.text) for fact in found if fact.is_assumed]
    unknown = [
        (f"[{fact.label}]({fact.place})", fact.text)
        for fact in found
        if not fact.is_assumed and any(words in fact.text for words in _UNKNOWN)
    ]
    return markdown.page(
        "Open questions",
        "What this contract assumes because no source says it, and what no source tells. Test these before you rely on them,"
        " and [tell what you found](report-an-inaccuracy.md).",
        "## Assumed",
        f"{len(assumed)} of {len(found)} facts are assumed, or say so of a part of themselves.",
        table(("Where", "What is assumed"), assumed),
        "One rule is assumed throughout: which properties may be null, where the guide's sample does not show it. See"
        " [the dialect](../toolkit/dialect.md).",
        "## Not known",
        table(("Where", "What is known and what is not"), unknown),
    )
