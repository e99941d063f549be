"""Names of the contract as words of a sentence."""

from __future__ import annotations

import re


def words(name: str) -> list[str]:
    """The words that a name in camel case is written together from, in lowercase; abbreviations stay as they are."""
    found = re.findall(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+", name)
    return [word if word.isupper() and len(word) > 1 else word.lower() for word in found]


def noun(name: str) -> str:
    """What one thing of a component is called: `customer group` for `CustomerGroup`."""
    return " ".join(words(name))


def indefinite(name: str) -> str:
    """The same with its article: `a customer group`, `an account`."""
    said = noun(name)
    vowel = re.match(r"[aeio]|u(?![bcfnst][aeio])", said)
    return f"{'an' if vowel else 'a'} {said}"
