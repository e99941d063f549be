"""The page parts that a run writes: each generator and tool with its version, and what was seen of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpers import linters, npm
from peers import judges, schema_generators
from peers.call_checkers import Verdicts, cases
from peers.generators import GENERATORS, HERE, WEEKLY, Generator
from peers.judges import Score
from peers.outcomes import Outcome
from peers.wire import REFUSED, deviations

Seen = dict[tuple[str, ...], list[str]]
"""By tool and promise: for each test that showed it what it saw, which may be nothing to speak of, or `failed`."""

TOOLS = {
    "Prism": "@stoplight/prism-cli",
    "schemathesis": "schemathesis",
    "Redocly": linters.PACKAGES["redocly"],
    "Spectral": linters.PACKAGES["spectral"],
    "Swagger UI": "swagger-ui-dist",
    "Redoc": "redoc",
    "Pyodide": "pyodide",
    "Spark": "pyspark",
}
"""Each tool beside the generators, with its package."""

RUNNERS = {"httpyac": "httpyac", "Bruno": "@usebruno/cli", "newman": "newman"}
"""What runs each collection, with its package."""

_TITLES = {
    "unimicro-schema": "`unimicro-schema calls`",
    "openapi-core": "openapi-core",
    "Prism": "Prism, `proxy`",
    "Redocly": "Redocly, `drift`",
}
_PACKAGES = {**TOOLS, "openapi-core": "openapi-core"}

FILE = HERE / "results.md"
_HEAD = "<!-- Written by `make peers`. Do not edit. -->"


def page(  # noqa: PLR0913, PLR0917  # all that the tests saw
    outcomes: Mapping[str, Outcome],
    judged: Mapping[str, Verdicts],
    scores: Mapping[str, Score],
    coded: Mapping[str, schema_generators.Outcome],
    seen: Seen,
    versions: Mapping[str, str],
) -> str:
    """The tables and, as sections to include, the commands of each generator. They are the same for the same tools."""
    known = {**versions, **npm.pinned(linters.PLACE)}
    parts = (
        ("table", generators(outcomes, known)),
        ("codes", codes(outcomes)),
        ("habits", habits(outcomes)),
        ("calls", calls(judged, known)),
        ("conformance", judges.table(scores, known)),
        ("spark", _tools(seen, known, ("Spark",))),
        ("schemas", schema_generators.table(coded, known)),
        ("tools", _tools(seen, known, TOOLS)),
        ("collections", _tools(seen, known, RUNNERS)),
        *((generator.name, commands(generator, known)) for generator in GENERATORS),
    )
    return "\n".join([_HEAD, *(line for name, lines in parts for line in section(name, lines))]) + "\n"


def _of(outcomes: Mapping[str, Outcome]) -> list[Generator]:
    return [generator for generator in (*GENERATORS, *WEEKLY) if generator.name in outcomes]


def section(name: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines between the marks by which a page includes them."""
    yield from ("", f"<!-- --8<-- [start:{name}] -->", *lines, f"<!-- --8<-- [end:{name}] -->")


def generators(outcomes: Mapping[str, Outcome], versions: Mapping[str, str]) -> Iterator[str]:
    """The generators of these outcomes, with how many calls and answers were right."""
    yield "| generator | version | client in | file | calls as the contract says | actions that arrive | answers read | errors read |"
    yield "|---|---|---|---|---|---|---|---|"
    for generator in _of(outcomes):
        cells = (
            generator.title,
            versions[generator.package],
            generator.language,
            "a slice" if generator.without else "`openapi.json`",
            *(f"{good} of {count}" for good, count in _counts(generator, outcomes[generator.name])),
        )
        yield f"| {' | '.join(cells)} |"


def codes(outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """What their clients do with codes that the contract does not list."""
    yield "| generator | where a code may be null | where it may not | either, made with `--open-codes` |"
    yield "|---|---|---|---|"
    for generator in _of(outcomes):
        nullable, plain, *opened = outcomes[generator.name].new_codes
        yield f"| {generator.title} | {nullable} | {plain} | {' or '.join(sorted(set(opened)))} |"


def habits(outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """What their clients do beside the calls."""
    yield (
        "| generator | a property that you do not set | an object that was read, sent back | an empty list "
        "| an unknown property of an answer | a status change is reported |"
    )
    yield "|---|---|---|---|---|---|"
    for generator in _of(outcomes):
        found = outcomes[generator.name].habits
        cells = (found.unset, found.sent_back, found.empty_list, found.unknown_key, found.status_change)
        yield f"| {generator.title} | {' | '.join(cells)} |"


def calls(judged: Mapping[str, Verdicts], versions: Mapping[str, str]) -> Iterator[str]:
    """The checkers of whole calls, with how many calls each judges rightly."""
    right = [case.valid for case in cases()]
    yield "| checker | version | calls judged rightly | right calls refused | wrong calls let pass |"
    yield "|---|---|---|---|---|"
    for name, verdicts in judged.items():
        pairs = list(zip(right, verdicts, strict=True))
        cells = (
            _TITLES[name],
            versions.get(_PACKAGES.get(name, ""), ""),
            f"{sum(is_right == verdict for is_right, verdict in pairs)} of {len(pairs)}",
            f"{pairs.count((True, False))} of {right.count(True)}",
            f"{pairs.count((False, True))} of {right.count(False)}",
        )
        yield f"| {' | '.join(cells)} |"


def _tools(seen: Seen, versions: Mapping[str, str], tools: Iterable[str]) -> Iterator[str]:
    yield "| tool | version | what is shown | seen |"
    yield "|---|---|---|---|"
    for tool in tools:
        for (name, promise), found in seen.items():
            if name == tool:
                good = [text for text in found if text != "failed"]
                cell = good[0] if len(found) == 1 and good[:1] != [""] and good else f"{len(good)} of {len(found)}"
                yield f"| {tool} | {versions[{**TOOLS, **RUNNERS}[tool]]} | {promise} | {cell} |"


def _counts(generator: Generator, found: Outcome) -> Iterator[tuple[int, int]]:
    arrived = list(zip(generator.calls, found.accepted.received, strict=False))
    yield sum(not deviations([request], [call]) for call, request in arrived), len(generator.calls)
    sent = [("action", call.sent["action"]) in request.query for call, request in arrived if "action" in call.sent]
    yield sum(sent), sum("action" in call.sent for call in generator.calls)
    for told, calls in ((found.accepted.read, generator.calls), (found.refused.read, REFUSED)):
        yield sum((call.operation, call.expected) in told for call in calls), len(calls)


def commands(generator: Generator, versions: Mapping[str, str]) -> Iterator[str]:
    """The commands that install a generator and run it, as a block of a page."""
    yield "```bash"
    yield pinned(generator.install, versions)
    if generator.only:
        yield f"unimicro-schema openapi --output openapi.json \\\n  --only {','.join(generator.only)}"
    yield _folded(generator)
    yield "```"


def pinned(command: str, versions: Mapping[str, str]) -> str:
    """A command that installs packages, with each of them at the version that the run tries."""
    signs = {"pip": "==", "npm": "@"}
    sign, words = "", []
    for word in command.split():
        sign = signs.get(word, sign)
        words.append(f"{word}{sign}{versions[word]}" if word in versions else word)
    return " ".join(words)


def _folded(generator: Generator) -> str:
    """The command as it was run, each long option on a line of its own."""
    text = generator.generate
    return text if len(text) < 110 else text.replace(" --", " \\\n  --")
