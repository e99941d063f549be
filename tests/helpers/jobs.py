"""The programs of the guide that a reader runs from start to end, and the variables that each of them needs."""

import os
import subprocess
from pathlib import Path

from helpers import c_sharp, guide, identity
from helpers.programs import PATIENCE

JOBS = ("find-or-create", "nightly-sync", "close-a-customer", "duplicate-addresses")
"""The pages for whole jobs."""
SECRETS = {"UNIMICRO_TOKEN": "a.b.c", "UNIMICRO_COMPANY_KEY": identity.COMPANY}
_CUSTOMER = {**SECRETS, "CUSTOMER_ID": "1042"}
_BUYER = {
    "ORG_NUMBER": "312994151",
    "BUYER_NAME": "Fjord & Fjell AS",
    "BUYER_EMAIL": "post@example.no",
    "BUYER_GUID": "0a6f5d5e-3a64-4b5c-9c3e-7f1f6f0f2a11",
}
VARIABLES = {
    "getting-started": identity.CLIENT,
    "find-or-create": {**SECRETS, **_BUYER},
    "nightly-sync": SECRETS,
    "close-a-customer": _CUSTOMER,
    "duplicate-addresses": _CUSTOMER,
    "list-and-query": SECRETS,
    "read-and-change": SECRETS,
}
"""The variables of the environment that the programs of a page need, by the page."""
_HEADINGS = {"list-and-query": "### Read everything"}
"""The heading that the program comes after, where it is not the first of its page."""


def program(page: str, tab: str) -> str:
    """The program of a page in the language of a tab. That of the first steps is all of their commands, one after the other."""
    text = guide.complete(guide.FOLDER / f"{page}.md")
    after = text[text.index(_HEADINGS.get(page, "")) :]
    found = [block.text for block in guide.blocks(after) if block.tab == tab]
    if page != "getting-started":
        return found[0]
    assert len(found) == 6
    steps = "\n".join([*(["set -e"] if tab == "curl" else []), *found])
    return c_sharp.for_net_8(steps, text) if tab == "C#" else steps


def at(url: str, text: str) -> str:
    """A program that calls another URL than that of the API and of its identity server."""
    return identity.HOSTS.sub(url, text)


def ran(command: list[str], folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What came of a command in a folder. No variable of a program is in its environment but those that are given."""
    names = {name for needed in VARIABLES.values() for name in needed}
    around = {name: value for name, value in os.environ.items() if name not in names}
    return subprocess.run(
        command,
        cwd=folder,
        env={**around, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
