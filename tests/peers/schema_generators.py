"""Generators that make code of the JSON Schemas: what they make is compiled, and given the bodies of the conformance kit."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

from peers.generators import FED
from peers.installation import HERE, Installed
from peers.judges import Case, cases
from unimicro_schema.registry import documented

SCHEMAS = ("createCustomer/request", "updateCustomer/request", "getCustomer/200")
TSC = ("tsc", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "node")
_LINE = re.compile(r"bodies\.ts\((\d+),")


class Read(NamedTuple):
    """What generated code does with a body: whether it takes it, and writes it back unchanged; None where it writes nothing."""

    taken: bool
    unchanged: bool | None = None


Reads = Mapping[str, Read]
"""By the file of a body."""


class Maker(NamedTuple):
    """A generator: its title, its package, its command or settings as the page shows them, and what gives its reads of some bodies."""

    title: str
    package: str
    shown: str
    reads: Callable[[Workshop], Reads]


class Workshop(NamedTuple):
    """Where code of one schema is made: the tools, the folder, the schema, the component of the document, and the texts of bodies."""

    installed: Installed
    place: Path
    schema: Path
    component: str
    texts: dict[str, str]

    def run(self, command: str, code: str) -> str:
        """Runs the command of a generator, which writes a file of code."""
        words = command.format(schema=self.schema, code=code, document=FED).split()
        done = self.installed.run(*words, cwd=self.place)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout + done.stderr

    def node(self, program: str) -> Reads:
        """What a part of `schema_code.mjs` says of the bodies. The program lies beside the code, so that it finds it."""
        shutil.copy(HERE / "schema_code.mjs", self.place)
        (self.place / "texts.json").write_text(json.dumps(self.texts), encoding="utf-8")
        done = self.installed.run("node", "schema_code.mjs", program, cwd=self.place)
        assert done.returncode == 0, done.stderr
        return {file: Read(*found) for file, found in json.loads(done.stdout).items()}

    def compiled(self, *words: str) -> str:
        """What the compiler of TypeScript says."""
        return self.installed.run(*TSC, *words, cwd=self.place).stdout


def quicktype(workshop: Workshop) -> Reads:
    """Classes with functions that read and write them."""
    workshop.run(QUICKTYPE, "code.ts")
    assert workshop.compiled("code.ts") == ""
    return workshop.node("quicktype")


def types(workshop: Workshop) -> Reads:
    """Types alone: each body is a constant of the type, and the compiler says which do not fit."""
    workshop.run(TYPES, "code.ts")
    [name] = re.findall(
        r"^export (?:type|interface) (\w+(?:RequestBody|Response))\b",
        (workshop.place / "code.ts").read_text(),
        re.MULTILINE,
    )
    constants = [
        f"export const b{index}: Body = {text};" for index, text in enumerate(map(_on_a_line, workshop.texts.values()))
    ]
    lines = [f'import type {{ {name} as Body }} from "./code.js";', *constants]
    (workshop.place / "bodies.ts").write_text("\n".join(lines), encoding="utf-8")
    said = workshop.compiled("--noEmit", "bodies.ts")
    assert "code.ts" not in said, said
    wrong = {int(line) for line in _LINE.findall(said)}
    return {file: Read(index not in wrong) for index, file in enumerate(workshop.texts, 2)}


def _on_a_line(text: str) -> str:
    return json.dumps(json.loads(text))


def standalone(workshop: Workshop) -> Reads:
    """A module of JavaScript that Ajv writes."""
    workshop.run(STANDALONE, "code.cjs")
    return workshop.node("standalone")


def zod(workshop: Workshop) -> Reads:
    """A schema of Zod as a module."""
    workshop.run(ZOD, "code.ts")
    assert workshop.compiled("code.ts") == ""
    return workshop.node("zod")


def zod_of_the_document(workshop: Workshop) -> Reads:
    """A schema of Zod for each component of the OpenAPI document."""
    workshop.run(DOCUMENT, "made")
    (workshop.place / "code.ts").write_text(f'export {{ z{workshop.component} as default }} from "./made/zod.gen.js";')
    assert workshop.compiled("code.ts") == ""
    return workshop.node("zod")


QUICKTYPE = "quicktype --src-lang schema --lang typescript --top-level Body -o {code} {schema}"
TYPES = "json2ts -i {schema} -o {code}"
STANDALONE = "node schema_code.mjs write {schema} {code}"
ZOD = "json-schema-to-zod -i {schema} -o {code}"
DOCUMENT = "openapi-ts -i {document} -o {code} -p zod"

MAKERS = (
    Maker("quicktype", "quicktype", QUICKTYPE, quicktype),
    Maker("json-schema-to-typescript", "json-schema-to-typescript", TYPES, types),
    Maker("Ajv, `standalone`", "ajv", "allowUnionTypes: true, code: { source: true }", standalone),
    Maker("json-schema-to-zod", "json-schema-to-zod", ZOD, zod),
    Maker("@hey-api/openapi-ts, Zod", "@hey-api/openapi-ts", DOCUMENT, zod_of_the_document),
)
_FILES = {"{schema}": "createCustomer.schema.json", "{code}": "body.ts", "{document}": "openapi.json"}
"""What the page shows for the files of a command."""


class Outcome(NamedTuple):
    """What came of the bodies: of how many right ones how many are taken and written back, and of how many wrong ones refused."""

    right: int
    taken: int
    unchanged: int | None
    wrong: int
    refused: int


def outcome(maker: Maker, installed: Installed, kit: Path) -> Outcome:
    """What comes of a generator with all schemas. Bodies whose fault is in their text alone are not given to it."""
    bodies = [case for case in cases(kit) if "text" not in case["needs"]]
    found: list[tuple[Case, Read]] = []
    for name in SCHEMAS:
        chosen = {case["file"]: case for case in bodies if case["schema"] == f"schemas/{name}.json"}
        texts = {file: (kit / file).read_bytes().decode("utf-8-sig") for file in chosen}
        place = installed.place / "schemas" / maker.package / name.replace("/", "-")  # below the packages
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        shutil.copy(HERE / "schema_code.mjs", place)
        (place / "package.json").write_text('{"type": "module"}')
        operation, body = name.split("/")
        known = documented(operation, None if body == "request" else body)
        assert known
        reads = maker.reads(Workshop(installed, place, kit / f"schemas/{name}.json", known.model, texts))
        found += ((case, reads[file]) for file, case in chosen.items())
    right = [read for case, read in found if case["valid"]]
    wrong = [read for case, read in found if not case["valid"]]
    written = [read.unchanged for read in right if read.unchanged is not None]
    return Outcome(
        len(right),
        sum(read.taken for read in right),
        sum(written) if written else None,
        len(wrong),
        sum(not read.taken for read in wrong),
    )


def table(outcomes: Mapping[str, Outcome], versions: Mapping[str, str]) -> Iterator[str]:
    """The generators with what came of each."""
    yield "| generator | version | command or settings | right bodies taken | written back unchanged | wrong bodies refused |"
    yield "|---|---|---|--:|--:|--:|"
    for maker in MAKERS:
        found = outcomes[maker.title]
        written = "" if found.unchanged is None else f"{found.unchanged} of {found.right}"
        cells: tuple[Any, ...] = (
            maker.title,
            versions[maker.package],
            f"`{reduce(lambda text, file: text.replace(*file), _FILES.items(), maker.shown)}`",
            f"{found.taken} of {found.right}",
            written,
            f"{found.refused} of {found.wrong}",
        )
        yield f"| {' | '.join(cells)} |"
