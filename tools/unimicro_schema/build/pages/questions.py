"""The page of what is not known for certain."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import markdown, search
from unimicro_schema.build.pages.facts import Fact, facts
from unimicro_schema.build.pages.markdown import table

_UNKNOWN = ("not known", "not documented", "No limit", "No page size")


def page(contract: Contract) -> str:
    """Everything that is assumed, and everything of which the contract says that it is not known."""
    found = list(facts(contract))
    assumed = [fact for fact in found if fact.provenance == "assumed"]
    ruled = [fact for fact in assumed if fact.by_rule]
    unknown = [fact for fact in found if fact not in assumed and any(words in fact.text for words in _UNKNOWN)]
    return markdown.page(
        "Open questions",
        "What this contract assumes because no source says it, and what no source says. Test these before you rely on them,"
        " and [report what you found](report-an-inaccuracy.md).",
        "## Assumed",
        f"{len(assumed)} of {len(found)} facts are assumed, {len(ruled)} of them by a rule.",
        table(("Where", "What is assumed"), [_row(fact) for fact in assumed if not fact.by_rule]),
        "### By a rule",
        "Which properties may be sent as null, where neither the guide's sample nor anything else shows it, and that an unknown"
        " property is an error, is decided by [the rules of the dialect](../toolkit/dialect.md#schemas).",
        table(("Of", "What is assumed"), _by_owner(ruled)),
        "## Not known",
        table(("Where", "What is known and what is not"), [_row(fact) for fact in unknown]),
        front=search.front(search.INDEX),
    )


def _row(fact: Fact) -> tuple[str, str]:
    return f"[{fact.label}]({fact.place})", fact.text


def _by_owner(facts: list[Fact]) -> list[tuple[str, str]]:
    """One row for all facts of an owner: each text once, with the properties that it is true of."""
    rows = []
    for owner in dict.fromkeys(fact.owner for fact in facts):
        own = [fact for fact in facts if fact.owner == owner]
        texts = [
            f"{text.rstrip('.')}: {', '.join(links)}." if links else text
            for text in dict.fromkeys(fact.text for fact in own)
            for links in [[_link(fact, owner) for fact in own if fact.text == text and fact.label != owner]]
        ]
        rows.append((owner, " ".join(texts)))
    return rows


def _link(fact: Fact, owner: str) -> str:
    return f"[{fact.label.removeprefix(f'{owner}.')}]({fact.place})"
