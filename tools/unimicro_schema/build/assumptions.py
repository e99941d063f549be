"""Derives what calls can confirm or contradict: the facts that are assumed, and what each of them is about."""

from __future__ import annotations

from collections import Counter

from unimicro_schema.build.claims import declared_in
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.pages import properties
from unimicro_schema.build.pages.facts import Fact, facts


def assumptions(contract: Contract) -> Node:
    """The assumed facts as `assumptions.json` holds them, and those about headers of answers, which no schema can hold.

    Each says in `kind` what a call can show of it, and in `places` where: entities, their properties, or headers.
    """
    places = _Places(contract)
    seen: Counter[str] = Counter()
    rows = []
    for fact in facts(contract):
        if fact.provenance == "assumed" or fact.kind == "header":
            name = f"{fact.label}: {fact.kind}"
            seen[name] += 1
            rows.append(
                {
                    "id": name if seen[name] == 1 else f"{name} {seen[name]}",
                    "about": fact.label,
                    "says": fact.text,
                    "known": fact.provenance,
                    "docs": f"reference/{fact.place.replace('index.md', '').replace('.md', '/')}",
                    "kind": fact.kind,
                    "places": places.of(fact),
                }
            )
    return {"facts": rows}


class _Places:
    """Where in calls a fact can be seen."""

    def __init__(self, contract: Contract) -> None:
        self._declared: dict[tuple[str, str], list[str]] = {}
        self._coded: dict[str, list[str]] = {}
        for name, node in contract.schemas.items():
            for key, item in node.get("properties", {}).items():
                self._declared.setdefault((declared_in(contract, name, key), key), []).append(f"{name}.{key}")
                if target := properties.target(item):
                    self._coded.setdefault(target, []).append(f"{name}.{key}")

    def of(self, fact: Fact) -> list[str]:
        """The places of a fact; none for what is only said."""
        match (fact.kind, *fact.subject):
            case ("null" | "not-null" | "property" | "limit", file, key):
                return self._declared[file, key]
            case ("code" | "meaning", enum, code):
                return [f"{place} {code}" for place in self._coded.get(enum, [])]
            case ("closed" | "error", name):
                return [name]
            case ("header", operation, status, name):
                return [f"{operation} {status} {name}"]
        return []
