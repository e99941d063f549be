"""The page of the rules by which payloads are judged."""

from __future__ import annotations

from unimicro_schema.build.pages import markdown, search
from unimicro_schema.build.pages.markdown import code, section, table
from unimicro_schema.rules import RULES


def page() -> str:
    """Every rule, from the table that the validator uses."""
    rows = [
        (f"[{rule.id}](../reference/findings.md#{rule.id})", rule.severity, rule.summary) for rule in RULES.values()
    ]
    return markdown.page(
        "Findings",
        "What the checks of payloads, queries and calls can say. The id of a rule never changes its meaning.",
        section("rules", table(("Rule", "Severity", "What it says"), rows)),
        *(
            f"## {code(rule.id)} {{ #{rule.id} }}\n\n**{rule.severity}.** {rule.summary}\n\n{rule.remedy}"
            for rule in RULES.values()
        ),
        front=search.front(search.INDEX),
    )
