"""What the search of the site is told of a page, in its front matter.

A guide page counts more than one of the reference, and that more than an index. The tags are words that readers type: the search
knows them, and no page shows them.
"""

from __future__ import annotations

import re
from typing import Any

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages.wording import words

CALL = 1.5
ERROR = 2
ENTITY = 1.2
INDEX = 0.3

LEFT_OUT = "data-search-exclude"
"""What the search is told, as an attribute of a heading, to leave out of it what is below."""

_OTHER_WORDS = ("x-norwegian", "x-english")
_ABBREVIATION = re.compile(r"(nr|numre)\.?$")
_TYPED = 1000
"""Smaller codes are numbers like any other: nobody looks for a 2."""


def front(boost: float, *names: str) -> dict[str, Any]:
    """The front matter of a page that counts `boost`, found by names as they are written and by the words in them."""
    tags = dict.fromkeys(tag for name in names for tag in (name, *(words(name) if name.isascii() else ())))
    return {"search": {"boost": boost}} | ({"tags": list(tags)} if tags else {})


def labels(contract: Contract, name: str) -> list[str]:
    """What people call an entity and its properties: the labels of the screens, their abbreviations written out, and other words."""
    schema = contract.source.files[f"schemas/{name}.yaml"]
    nodes = [schema, *schema.get("properties", {}).values()]
    labelled = [word for node in nodes for word in node.get("x-screen-label", "").lower().split()]
    forms = [form for word in labelled for form in (word.strip("."), _ABBREVIATION.sub("nummer", word))]
    return [*dict.fromkeys([*forms, *(word for node in nodes for key in _OTHER_WORDS for word in node.get(key, []))])]


def codes(contract: Contract) -> dict[str, Any]:
    """The front matter of the page of the codes."""
    enums = {name: node["enum"] for name, node in contract.schemas.items() if "enum" in node}
    found = [str(code) for values in enums.values() for code in values if _is_typed(code)]
    return {
        "search": {"boost": CALL},
        "tags": [*dict.fromkeys(["code", *found, *(word for name in enums for word in words(name))])],
    }


def _is_typed(code: object) -> bool:
    return isinstance(code, int) and code > _TYPED
