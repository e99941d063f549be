"""The page of all error bodies, and one for each of them."""

from __future__ import annotations

from unimicro_schema.build import registry
from unimicro_schema.build.contract import Contract, Node, references
from unimicro_schema.build.examples import Example, showing
from unimicro_schema.build.pages import entities, markdown, report, search, tools
from unimicro_schema.build.pages.markdown import bullets, code, division, fence, provenance, section, table, unsearched
from unimicro_schema.explanation.sentences import RETRY
from unimicro_schema.explanation.wildcards import find
from unimicro_schema.pointers import COMPONENTS


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
    several = {name: statuses for name, statuses in _unions(contract).items() if statuses}
    shaped = "; ".join(f"a {_either(statuses)} has one of several shapes" for statuses in several.values())
    return markdown.page(
        "Errors",
        f"Every body that comes with a status of 400 or more. Read the status first{'; ' if shaped else ''}{shaped}.",
        section("tool", tools.error(contract)),
        section("statuses", division("stack", table(("Status", "Body", "Likely cause and what to do"), rows))),
        *(
            _shapes(contract, name, statuses, "shapes" if name == next(iter(several)) else f"shapes-{name.lower()}")
            for name, statuses in several.items()
        ),
        "The command [`explain`](command-line.md#explain) reads an error body, finds its shape and its messages, and says what"
        " to do.",
        front=search.front(search.ERROR),
    )


def _unions(contract: Contract) -> dict[str, list[str]]:
    """The error bodies that have several shapes, each with the statuses that it comes with."""
    names = [name for name, node in contract.schemas.items() if "anyOf" in node]
    bodies = [
        (status, media["schema"]) for operation in contract.operations for status, media in contract.bodies(operation)
    ]
    return {name: sorted({status for status, schema in bodies if name in references(schema)}) for name in names}


def _union_of(contract: Contract, name: str) -> str | None:
    """The body that has this shape among others; None for a body of one shape."""
    return next((union for union in _unions(contract) if name in references(contract.schemas[union])), None)


def _either(statuses: list[str]) -> str:
    return " or ".join(statuses)


def _shapes(contract: Contract, union: str, statuses: list[str], part: str) -> str:
    """The shapes of a body that has several, in the order in which they are looked for."""
    node = contract.schemas[union]
    entries = {entry["name"]: entry for entry in registry.errors(contract)["errors"]}
    rows = [
        (_link(entry), recognised(entry["recognised_by"]), _where(entry))
        for entry in [entries[name] for name in registry.shapes(contract, {"$ref": COMPONENTS + union})]
    ]
    return "\n\n".join([
        f"## The shapes of a {_either(statuses)} body {{ #{union.lower()} }}",
        f"{node['description']} {provenance(node)}",
        section(part, table(("Shape", "Recognised by", "Where the message is"), rows)),
    ])  # fmt: skip


def page(contract: Contract, name: str, examples: list[Example]) -> str:
    """How an error looks, how it is recognised, what causes it, what to do, and whether the request may be sent again."""
    entry = next(entry for entry in registry.errors(contract)["errors"] if entry["name"] == name)
    node = contract.schemas[name]
    operations = [f"[{operation}](../operations/{operation}.md)" for operation in dict.fromkeys(entry["operations"])]
    looks = showing(contract, name, examples)
    if looks is None:
        raise LookupError(f"no example shows {name}")  # the build has refused the contract before
    shown = f'--8<-- "tools/unimicro_schema/generated/examples/{looks.stored}"'
    # A heading, because people search for the message that they got.
    message = next(text for pattern in entry["message"] for text, _, _ in find(looks.value, pattern))
    union = _union_of(contract, name)
    decides = f"; [the first shape that fits](../errors.md#{union.lower()}) decides" if union else ""
    told = [
        ("Status", ", ".join(code(int(status)) for status in entry["statuses"])),
        ("Shape", f"{recognised(entry['recognised_by'])}{decides}" if union else ""),
        ("Where the message is", _where(entry)),
    ]
    return markdown.page(
        entry["title"],
        f"{code(name)}. {entry['description']} {provenance(node)}",
        "## How it looks",
        f'### `{message}` {{ #message data-toc-label="Message" }}',
        f"{looks.summary}:",
        unsearched("sample", fence("json", shown)),
        "## How to recognise it",
        bullets(told),
        "" if union else "The status alone identifies it.",
        "## What causes it",
        entry["cause"],
        "## What to do",
        entry["action"],
        "## Is it safe to send the request again?",
        f"**{RETRY[entry['retry']]}** See also [When it goes wrong](../../guide/errors.md).",
        "## Where it can happen",
        ", ".join(operations) + ".",
        tools.error(contract, entry["statuses"][0]),
        entities.listing(contract, name),
        report.line(f"openapi/schemas/{name}.yaml", f"errors/{name}", "../"),
        front=search.front(search.ERROR, name, *(str(status) for status in entry["statuses"])),
    )


def recognised(by: Node | None) -> str:
    """What distinguishes a body from the others, in words."""
    if not by:
        return "the status"
    if "keys" in by:
        return "has " + " and ".join(code(key) for key in by["keys"])
    if "any-key" in by:
        return "has " + " or ".join(code(key) for key in by["any-key"])
    kind = f"is a JSON {by['kind']}"
    return f"{kind} with {code(by['anywhere'])} at any depth" if "anywhere" in by else kind


def _link(entry: Node) -> str:
    """A link that holds on this page and on those of the guide."""
    return f"[{entry['title']}](../reference/errors/{entry['name']}.md)"


def _where(entry: Node) -> str:
    return ", ".join(code(pointer) if pointer else "the body itself" for pointer in entry["message"])
