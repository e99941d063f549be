"""Validators of other people, held against the conformance kit: what each says of the bodies, and how it was set."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from peers.installation import HERE, Installed
from unimicro_schema.models import adapter
from unimicro_schema.registry import documented

Case = dict[str, Any]
Verdicts = Mapping[str, bool | None]
"""By the file of a body whether it is valid; None where the validator does not take the schema."""


class Judge(NamedTuple):
    """A validator: what it is called, its package, how it is set, and what gives its verdicts on the kit in a folder."""

    title: str
    package: str
    settings: str
    verdicts: Callable[[Installed, Path], Verdicts]


class Score(NamedTuple):
    """How a validator judges the kit: how many bodies there are, how many it judges as the manifest, and why not the others.

    `text` and `formats` count the differences that the manifest expects, `unread` the bodies whose schema it does not take,
    `passed` and `refused` all others: wrong bodies that it lets pass, and right ones that it refuses.
    """

    bodies: int
    right: int
    text: int
    formats: int
    unread: int
    passed: int
    refused: int


def cases(kit: Path) -> list[Case]:
    """The bodies of a kit that have a schema."""
    return [case for case in json.loads((kit / "manifest.json").read_bytes())["bodies"] if case["schema"]]


def score(bodies: list[Case], verdicts: Verdicts) -> Score:
    """What verdicts are worth."""
    why = [_why(case, verdicts[case["file"]]) for case in bodies]
    return Score(len(bodies), *(why.count(kind) for kind in ("", *Score._fields[2:])))


def _why(case: Case, verdict: bool | None) -> str:
    """The kind of the difference of a verdict from the manifest; nothing if there is none."""
    if verdict is None:
        return "unread"
    if verdict is case["valid"]:
        return ""
    return case["needs"][0] if case["needs"] else "passed" if verdict else "refused"


def in_javascript(name: str) -> Callable[[Installed, Path], Verdicts]:
    """A validator of `judges.mjs`."""

    def verdicts(installed: Installed, kit: Path) -> Verdicts:
        program = shutil.copy(HERE / "judges.mjs", installed.place)  # Node.js looks for packages beside the program
        run = installed.run("node", program, name, kit, cwd=installed.place)
        assert run.returncode == 0, run.stderr
        found: Verdicts = json.loads(run.stdout)
        return found

    return verdicts


def check_jsonschema(installed: Installed, kit: Path) -> Verdicts:
    """The command line around jsonschema: it lists the files that are wrong or cannot be read."""
    return dict(_by_schema(kit, lambda schema, files: _listed(installed, kit, schema, files)))


def _listed(installed: Installed, kit: Path, schema: str, files: list[str]) -> set[str]:
    run = installed.run("check-jsonschema", "-o", "json", "--schemafile", schema, *files, cwd=kit)
    assert run.returncode in {0, 1}, run.stderr
    said = json.loads(run.stdout)
    wrong = {found["filename"] for kind in ("errors", "parse_errors") for found in said.get(kind, ())}
    return set(files) - wrong


def sourcemeta(installed: Installed, kit: Path) -> Verdicts:
    """The native program of sourcemeta: it prints `ok` for each file that is right."""
    return dict(_by_schema(kit, lambda schema, files: _said_ok(installed, kit, schema, files)))


def _said_ok(installed: Installed, kit: Path, schema: str, files: list[str]) -> set[str]:
    """The files that are right. The program stops at one that it cannot read, so it is started again behind that."""
    words = ("-m", "sourcemeta_jsonschema", "validate", "--format-assertion", "--continue", "--verbose", schema)
    right: set[str] = set()
    while files:
        run = installed.run("python", *words, *files, cwd=kit)
        said = [
            line.split()[:2] for line in (run.stdout + run.stderr).splitlines() if line.startswith(("ok:", "fail:"))
        ]
        right |= {file for file in files for word, path in said if word == "ok:" and path.endswith(file)}
        judged = {file for file in files for _, path in said if path.endswith(file)}
        unread = next((index for index, file in enumerate(files) if file not in judged), len(files))
        files = files[unread + 1 :]
    return right


def _by_schema(kit: Path, right: Callable[[str, list[str]], set[str]]) -> Iterator[tuple[str, bool]]:
    """The verdict on each body. `right` gives those that are valid, of some bodies with the same schema."""
    for schema, group in groupby(
        sorted(cases(kit), key=lambda case: str(case["schema"])), lambda case: str(case["schema"])
    ):
        files = [case["file"] for case in group]
        valid = right(schema, files)
        yield from ((file, file in valid) for file in files)


def models(_: Installed, kit: Path) -> Verdicts:
    """The Pydantic models of this package."""
    return {case["file"]: _is_read(case, (kit / case["file"]).read_bytes()) for case in cases(kit)}


def _is_read(case: Case, text: bytes) -> bool:
    known = documented(case["operation"], case["status"])
    assert known
    try:
        adapter(known).validate_json(text)
    except ValidationError:
        return False
    return True


JUDGES = (
    Judge("Ajv", "ajv", "`ajv/dist/2020.js`, `allowUnionTypes`, ajv-formats", in_javascript("ajv")),
    Judge("check-jsonschema", "check-jsonschema", "none", check_jsonschema),
    Judge("sourcemeta jsonschema", "sourcemeta-jsonschema", "`--format-assertion`", sourcemeta),
    Judge(
        "Hyperjump", "@hyperjump/json-schema", "`formats`, `setShouldValidateFormat(true)`", in_javascript("hyperjump")
    ),
    Judge("Zod", "zod", "`z.fromJSONSchema`", in_javascript("zod")),
    Judge("our Pydantic models", "pydantic", "`TypeAdapter(…).validate_json`", models),
)


def table(scores: Mapping[str, Score], versions: Mapping[str, str]) -> Iterator[str]:
    """The validators with how they judge the kit."""
    yield "| validator | version | settings | as the manifest says | differs by the text | by formats | lets pass | refuses | does not take the schema |"
    yield "|---|---|---|---|--:|--:|--:|--:|--:|"
    for judge in JUDGES:
        bodies, right, *others = scores[judge.title]
        cells = (
            judge.title,
            versions[judge.package],
            judge.settings,
            f"{right} of {bodies}",
            *others[:2],
            *others[3:],
            others[2],
        )
        yield f"| {' | '.join(map(str, cells))} |"
