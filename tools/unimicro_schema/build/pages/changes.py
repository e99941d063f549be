"""The page of the rules by which changes of the contract are judged."""

from __future__ import annotations

from unimicro_schema.build.pages import markdown, search
from unimicro_schema.build.pages.markdown import code, section, table
from unimicro_schema.changes.rules import AUDIENCES, INFORMATION, RULES, ChangeRule

_BROKEN = dict(zip(AUDIENCES, ("senders", "readers", "generated code"), strict=True))


def page() -> str:
    """Every rule, from the table that the comparison uses."""
    breaking = [rule for rule in RULES.values() if rule.breaks]
    safe = [rule for rule in RULES.values() if not rule.breaks and rule.id not in INFORMATION]
    words = [rule for rule in RULES.values() if rule.id in INFORMATION]
    return markdown.page(
        "What a change breaks",
        "What `unimicro-schema diff` can say of a change of the contract, and what the change breaks: clients that send requests,"
        " read responses, or use generated code. A change in a request breaks clients that send it; a change in a response"
        " breaks clients that read it. [How to read a diff](../toolkit/changes.md).",
        "## Breaking",
        section(
            "breaking",
            table(("Rule", "Breaks", "What it is"), [(_id(rule), _broken(rule), _what(rule)) for rule in breaking]),
        ),
        "## Safe",
        table(("Rule", "What it is"), [(_id(rule), _what(rule)) for rule in safe]),
        "## Information",
        "Descriptions and other texts. They never affect a program.",
        table(("Rule", "What it is"), [(_id(rule), _what(rule)) for rule in words]),
        front=search.front(search.INDEX),
    )


def _id(rule: ChangeRule) -> str:
    return f"{code(rule.id)}{{ #{rule.id} }}"


def _broken(rule: ChangeRule) -> str:
    verdicts = dict(zip(AUDIENCES, (rule.send, rule.read, rule.generate), strict=True))
    return ", ".join(_BROKEN[name] for name in AUDIENCES if verdicts[name] == "breaking")


def _what(rule: ChangeRule) -> str:
    return f"{rule.what} {rule.why}"
