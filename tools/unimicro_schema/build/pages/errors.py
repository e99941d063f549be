"""The page of all error bodies."""

from __future__ import annotations

from unimicro_schema.build import registry
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.markdown import code, fence, link_to, section, table
from unimicro_schema.explanation import RETRY


def page(contract: Contract, examples: list[Example]) -> str:
    """How each error looks, how to recognise it, what causes it and what to do."""
    entries = registry.errors(contract)["errors"]
    rows = [
        (
            ", ".join(entry["statuses"]),
            f"[{entry['title']}](../reference/errors.md#{entry['name'].lower()})",
            f"{entry['cause']}\n\n**What to do:** {entry['action']}",
            RETRY[entry["retry"]],
        )
        for entry in sorted(entries, key=lambda entry: (entry["statuses"], entries.index(entry)))
    ]
    shapes = [
        (f"[{entry['title']}](../reference/errors.md#{entry['name'].lower()})", recognised(entry["recognised_by"]),
         ", ".join(code(pointer) if pointer else "the body itself" for pointer in entry["message"]))
        for entry in entries
        if entry["recognised_by"]
    ]  # fmt: skip
    return markdown.page(
        "Errors",
        "Every body that comes with a status of 400 or more. Read the status first; a 400 has one of several shapes.",
        section("statuses", table(("Status", "Body", "Likely cause and what to do", "Send it again?"), rows)),
        "## The shapes of a 400 body",
        "Test them in this order; the first that fits decides.",
        section("shapes", table(("Shape", "Recognised by", "Where the message is"), shapes)),
        *(_entry(contract, entry, examples) for entry in entries),
    )


def recognised(by: Node | None) -> str:
    """What tells a body from the others, in words."""
    if not by:
        return "the status"
    if "keys" in by:
        return "has " + " and ".join(code(key) for key in by["keys"])
    if "any-key" in by:
        return "has " + " or ".join(code(key) for key in by["any-key"])
    if "anywhere" in by:
        return f"has {code(by['anywhere'])} at any depth"
    return f"is a JSON {by['type']}"


def _entry(contract: Contract, entry: Node, examples: list[Example]) -> str:
    name = entry["name"]
    rows = [
        ("Status", ", ".join(entry["statuses"])),
        ("Recognised by", recognised(entry["recognised_by"])),
        ("Message", ", ".join(code(pointer) if pointer else "the body itself" for pointer in entry["message"])),
        ("Likely cause", entry["cause"]),
        ("What to do", entry["action"]),
        ("Send it again?", RETRY[entry["retry"]]),
        ("Schema", link_to(contract, name, "")),
    ]
    shown = _shown(name, examples)
    include = fence("json", f'--8<-- "tools/unimicro_schema/generated/examples/{shown.path}"') if shown else ""
    lines = "\n".join(f"- **{label}:** {text}" for label, text in rows)
    return f"## {entry['title']} {{ #{name.lower()} }}\n\n{entry['description']}\n\n{lines}\n\n{include}"


def _shown(name: str, examples: list[Example]) -> Example | None:
    """The first example that shows an error: its name is that of the component, in lower case with hyphens."""
    wanted = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).strip("-")
    return next((example for example in examples if example.name == wanted), None)
