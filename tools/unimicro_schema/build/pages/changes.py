"""The page of the rules by which changes of the contract are judged."""

from __future__ import annotations

from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.markdown import code, section, table
from unimicro_schema.changes.rules import INFORMATION, RULES, Rule

_HEAD = ("Rule", "Who sends", "Who reads", "Who generates code", "What it is")


def page() -> str:
    """Every rule, from the table that the comparison uses."""
    breaking = [rule for rule in RULES.values() if rule.breaks]
    safe = [rule for rule in RULES.values() if not rule.breaks and rule.id not in INFORMATION]
    words = [rule for rule in RULES.values() if rule.id in INFORMATION]
    return markdown.page(
        "Changes",
        "What `unimicro-schema diff` can say of a change of the contract, and whom the change breaks: who sends requests,"
        " who reads responses, or who generates code. The verdict for senders counts where the change is in something that"
        " is sent, the one for readers where it is in something that comes back."
        " [How to read a diff](../toolkit/changes.md).",
        "## Breaking",
        section("breaking", table(_HEAD, map(_row, breaking))),
        "## Safe",
        table(_HEAD, map(_row, safe)),
        "## Information",
        "Words around the contract. They never matter to a program.",
        table(_HEAD, map(_row, words)),
    )


def _row(rule: Rule) -> tuple[str, ...]:
    verdicts = (
        f"**{verdict}**" if verdict == "breaking" else verdict for verdict in (rule.send, rule.read, rule.generate)
    )
    return f"{code(rule.id)}{{ #{rule.id} }}", *verdicts, f"{rule.what} {rule.why}"
