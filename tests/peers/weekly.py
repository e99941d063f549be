"""What only the weekly run shows: generators whose compilers take long, and what happens without the settings of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from peers import habits, results
from peers.clients import made
from peers.generators import GENERATORS, HERE, WEEKLY, Generator
from peers.installation import Installed
from peers.outcomes import Outcome

FILE = HERE / "results-weekly.md"
_HEAD = "<!-- Written by `make peers-all`. Do not edit. -->"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
BROKEN = "the code does not compile"


@dataclass(frozen=True, slots=True)
class Omission:
    """A setting that is left out of a generator's command, all of the slice if there is none, and what comes of it."""

    name: str
    setting: str
    subject: str
    expected: str

    @property
    def generator(self) -> Generator:
        """The generator without the setting."""
        found = next(generator for generator in GENERATORS if generator.name == self.name)
        if not self.setting:
            return replace(found, name=f"{self.name}-whole", without=())
        assert self.setting in found.generate
        shorter = found.generate.replace(self.setting, "")
        return replace(found, name=f"{self.name}-without-{self.subject or 'compiler'}", generate=shorter)


_AT_THE_TOP = f"{habits.FAILS} at the top, {habits.FAILS} in a list"
OMISSIONS = (
    Omission("openapi-generator-csharp", " --model-name-mappings ValidationResult=ApiValidationResult", "", BROKEN),
    Omission("openapi-generator-csharp", "conditionalSerialization=true,", "unset", f"{habits.NULL} or {habits.VALUE}"),
    Omission("nswag", " /generateOptionalPropertiesAsNullable:true", "unset", habits.VALUE),
    Omission("openapi-generator-php", "", "unknown_key", f"{habits.LOST} in a list"),
    Omission("openapi-generator-go", "enumClassPrefix=true,", "", BROKEN),
    Omission("openapi-generator-go", ",disallowAdditionalPropertiesIfNotPresent=false", "unknown_key", _AT_THE_TOP),
    Omission("openapi-generator-ruby", "", "unknown_key", f"{habits.LOST} in a list"),
    Omission("typescript-fetch", "", "status_change", habits.UNSENT),
)
"""What the page warns of."""

_SUBJECTS = {
    "": "the client",
    "unset": "a property that you do not set",
    "unknown_key": "an unknown property of an answer",
    "status_change": "a status change is reported",
}


def without(omission: Omission, installed: Installed) -> str:
    """What comes of a generator without one of its settings."""
    client = made(omission.generator, installed)
    if client.failure or not omission.subject:
        return BROKEN if client.failure else "the code compiles"
    found: str = getattr(habits.seen(client, client.run("accepted")), omission.subject)
    return found


def page(outcomes: Mapping[str, Outcome], omitted: Mapping[Omission, str], versions: Mapping[str, str]) -> str:
    """The tables and commands, and the day of the run."""
    parts = (
        ("run", iter((f"Last run on {datetime.now(UTC).date().isoformat()}.",))),
        ("table", results.generators(outcomes, versions)),
        ("codes", results.codes(outcomes)),
        ("habits", results.habits(outcomes)),
        ("omissions", _omissions(omitted)),
        *((generator.name, results.commands(generator, versions)) for generator in WEEKLY),
    )
    return "\n".join([_HEAD, *(line for name, lines in parts for line in results.section(name, lines))]) + "\n"


def undated(text: str) -> str:
    """The page without its days: two runs that saw the same are equal."""
    return _DATE.sub("", text)


def _omissions(found: Mapping[Omission, str]) -> Iterator[str]:
    yield "| generator | without | what | then |"
    yield "|---|---|---|---|"
    for omission, then in found.items():
        setting = f"`{omission.setting.strip(' ,')}`" if omission.setting else "the slice"
        yield f"| {omission.generator.title} | {setting} | {_SUBJECTS[omission.subject]} | {then} |"
