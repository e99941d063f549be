"""How the facts of the contract are known."""

from __future__ import annotations

from collections.abc import Iterable

PROVENANCE = {
    "guide": "The vendor's guide says it.",
    "platform": "The platform's own descriptions say it.",
    "observed": "Code of the vendor or of integrators shows it.",
    "assumed": "Nothing says it; it is our best guess. Test it before you rely on it.",
}
"""The words that `x-provenance` takes, the surest first, each with what it says to readers."""


def weakest(words: Iterable[str]) -> str:
    """How something is known that rests on several facts: as the least sure of them."""
    return max(words, key=list(PROVENANCE).index)
