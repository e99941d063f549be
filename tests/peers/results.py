"""The page part that a run writes: each generator with its version, its commands and what its client does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peers.generators import GENERATORS, HERE, ROOT, Generator, Outcome
from peers.wire import CALLS, REFUSED, deviations

FILE = HERE / "results.md"
_HEAD = "<!-- Written by `make peers`. Do not edit. -->"


def page(outcomes: Mapping[str, Outcome], versions: Mapping[str, str]) -> str:
    """The table of all generators and, as sections to include, the commands of each. It is the same for the same tools."""
    return "\n".join([_HEAD, *_table(outcomes, versions), *_commands(versions)]) + "\n"


def _table(outcomes: Mapping[str, Outcome], versions: Mapping[str, str]) -> Iterator[str]:
    yield ""
    yield "<!-- --8<-- [start:table] -->"
    yield "| generator | version | client in | file | calls as the contract says | actions that arrive | answers read | errors read |"
    yield "|---|---|---|---|---|---|---|---|"
    for generator in GENERATORS:
        found = outcomes[generator.name]
        fed = generator.fed.relative_to(ROOT / "docs" / "reference")
        cells = (
            generator.title,
            versions[generator.package],
            generator.language,
            f"`{fed}`",
            *(f"{good} of {count}" for good, count in _counts(found)),
        )
        yield f"| {' | '.join(cells)} |"
    yield "<!-- --8<-- [end:table] -->"


def _counts(found: Outcome) -> Iterator[tuple[int, int]]:
    arrived = list(zip(CALLS, found.received, strict=False))
    yield sum(not deviations([request], [call]) for call, request in arrived), len(CALLS)
    sent = [("action", call.sent["action"]) in request.query for call, request in arrived if "action" in call.sent]
    yield sum(sent), sum("action" in call.sent for call in CALLS)
    for told, calls in ((found.read, CALLS), (found.refused, REFUSED)):
        yield sum((call.operation, call.expected) in told for call in calls), len(calls)


def _commands(versions: Mapping[str, str]) -> Iterator[str]:
    for generator in GENERATORS:
        yield ""
        yield f"<!-- --8<-- [start:{generator.name}] -->"
        yield "```bash"
        yield generator.install.replace("{version}", versions[generator.package])
        yield _folded(generator)
        yield "```"
        yield f"<!-- --8<-- [end:{generator.name}] -->"


def _folded(generator: Generator) -> str:
    """The command as it was run, each long option on a line of its own."""
    text = generator.generate
    return text if len(text) < 110 else text.replace(" --", " \\\n  --")
