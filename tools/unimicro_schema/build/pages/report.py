"""Where a reader reports that something is wrong."""

from __future__ import annotations

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.markdown import code, fence

PAGE = "report-an-inaccuracy.md"


def line(source: str, page: str, base: str) -> str:
    """The end of a page: the file that its facts come from, and how to report that one is wrong. `base` leads to the reference."""
    return (
        f"Is something wrong or missing here? [Report an inaccuracy]({base}{PAGE}?page={page}). The facts of this page come"
        f" from {code(source)}.\n{{ .report }}"
    )


_TEMPLATE = """\
Page:      operations/…, entities/… or errors/…
It says:   …
It is:     …
Seen in:   test or production, on which day
Known by:  a call that I made / the vendor's documentation / program code
Request:   method, URL and body, with invented values
Answer:    status and body, with invented values"""


def page(contract: Contract) -> str:
    """What a report should say, and where it goes."""
    contact = contract.bundle["info"].get("contact", {})
    ways = [f"<{contact['url']}>"] if "url" in contact else []
    ways += [f"<{contact['email']}>"] if "email" in contact else []
    name = contact.get("name", "The maintainers")
    where = (
        f"{name}: {' or '.join(ways)}."
        if ways
        else f"{name} have not published a contact for this copy of the site. Give the report to whoever gave you its"
        " URL, or who runs your copy of the project: they can pass it on, or correct the contract at once. (The contact"
        f" would appear here if {code('info.contact')} in {code('openapi/openapi.yaml')} had one.)"
    )
    return markdown.page(
        "Report an inaccuracy",
        "This site describes a platform that others run and change. Where it is wrong, a report of a few lines corrects it"
        " for every reader, and for the models, schemas and checks that are made from the same contract.",
        "## What to say",
        "Copy this and fill it in. Leave out what you do not know.",
        f"<div data-report markdown>\n\n{fence('text', _TEMPLATE)}\n\n</div>",
        "Payloads are about people. Never put real names, numbers, tokens or keys into a report.",
        "## Where to send it",
        where,
        "## Or correct it yourself",
        "The last line of every page names the file that its facts come from. Correct the file, say with `x-provenance` how you"
        " know, and run `unimicro-schema build`: the page, the schemas and the models follow."
        " [Contributing](../toolkit/contributing.md) has the rest.",
    )
