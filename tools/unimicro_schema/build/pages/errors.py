"""The page of all error bodies, and one for each of them."""

from __future__ import annotations

from unimicro_schema.build import registry
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import entities, markdown, report
from unimicro_schema.build.pages.markdown import bullets, code, division, fence, provenance, section, table
from unimicro_schema.explanation.explain import RETRY
from unimicro_schema.explanation.wildcards import find


def names(contract: Contract) -> list[str]:
    """The error bodies, by component name."""
    return [entry["name"] for entry in registry.errors(contract)["errors"]]


def index(contract: Contract) -> str:
    """All errors: by status, and the shapes of a body that has several."""
    entries = registry.errors(contract)["errors"]
    rows = [
        (
            ", ".join(entry["statuses"]),
            _link(entry),
            f"{entry['cause']}\n\n**What to do:** {entry['action']}\n\n**Send it again?** {RETRY[entry['retry']]}",
        )
        for entry in sorted(entries, key=lambda entry: (entry["statuses"], entries.index(entry)))
    ]
    shapes = [
        (_link(entry), recognised(entry["recognised_by"]), _where(entry)) for entry in entries if entry["recognised_by"]
    ]
    unions = [
        f"## The shapes of a 400 body {{ #{name.lower()} }}\n\n{node['description']} {provenance(node)}"
        for name, node in contract.schemas.items()
        if "anyOf" in node
    ]
    return markdown.page(
        "Errors",
        "Every body that comes with a status of 400 or more. Read the status first; a 400 has one of several shapes.",
        section("statuses", division("stack", table(("Status", "Body", "Likely cause and what to do"), rows))),
        *unions,
        section("shapes", table(("Shape", "Recognised by", "Where the message is"), shapes)),
        "The command [`explain`](command-line.md#explain) reads an error body, finds its shape and its messages, and says what"
        " to do.",
        front={"search": {"boost": 2}},
    )


def page(contract: Contract, name: str, examples: list[Example]) -> str:
    """How an error looks, how it is recognised, what causes it, what to do, and whether the request may be sent again."""
    entry = next(entry for entry in registry.errors(contract)["errors"] if entry["name"] == name)
    node = contract.schemas[name]
    operations = [f"[{operation}](../operations/{operation}.md)" for operation in dict.fromkeys(entry["operations"])]
    looks = next(example for example in examples if example.name == _sample(name))
    shown = f'--8<-- "tools/unimicro_schema/generated/examples/{looks.stored}"'
    # A heading, because people search for the message that they got.
    message = next(text for pattern in entry["message"] for text, _, _ in find(looks.value, pattern))
    several = entry["recognised_by"]
    told = [
        ("Status", ", ".join(code(int(status)) for status in entry["statuses"])),
        (
            "Shape",
            f"{recognised(several)}; [the first shape that fits](../errors.md#badrequest) decides" if several else "",
        ),
        ("Where the message is", _where(entry)),
    ]
    return markdown.page(
        entry["title"],
        f"{code(name)}. {entry['description']} {provenance(node)}",
        "## How it looks",
        f'### `{message}` {{ #message data-toc-label="Message" }}',
        f"{looks.summary}:",
        fence("json", shown),
        "## How to recognise it",
        bullets(told),
        "" if several else "The status alone tells it from the others.",
        "## What causes it",
        entry["cause"],
        "## What to do",
        entry["action"],
        "## Is it safe to send the request again?",
        f"**{RETRY[entry['retry']]}** The guide says more of it in [When it goes wrong](../../guide/errors.md).",
        "## Where it can happen",
        ", ".join(operations) + ".",
        entities.listing(contract, name),
        report.line(f"openapi/schemas/{name}.yaml", f"errors/{name}", "../"),
        front={"search": {"boost": 2}},
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


def _link(entry: Node) -> str:
    """A link that holds on this page and on those of the guide."""
    return f"[{entry['title']}](../reference/errors/{entry['name']}.md)"


def _where(entry: Node) -> str:
    return ", ".join(code(pointer) if pointer else "the body itself" for pointer in entry["message"])


def _sample(name: str) -> str:
    """What the example of an error is called: the component's name, in lower case with hyphens."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).strip("-")
