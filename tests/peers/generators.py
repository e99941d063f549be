"""The generators of clients: what each is given, how it is run, and how its client is called."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from helpers.programs import show
from peers import wire
from peers.installation import Installed
from unimicro_schema.mock import serve
from unimicro_schema.mock.server import Received

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FED = ROOT / "tools" / "unimicro_schema" / "generated" / "openapi.json"
"""The file that the generators are given; a generator that needs another form names it in `Generator.fed`."""

ANNOTATIONS = Path("/usr/share/java/jakarta-annotation-api.jar")
_TSC = "tsc --strict --skipLibCheck --types node --lib es2022,dom --target es2022 --module commonjs --moduleResolution node10"


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its package and commands as users type them, the file of calls, and how that is compiled and run.

    `{jar}` is what only this test has: the classes that a build tool would fetch.
    """

    name: str
    title: str
    package: str
    language: str
    install: str
    generate: str
    calls: str
    run: str
    compile: str = ""
    needs: Path | None = None
    fed: Path = FED


GENERATORS = (
    Generator(
        name="openapi-python-client",
        title="openapi-python-client",
        package="openapi-python-client",
        language="Python",
        install="pip install openapi-python-client=={version}",
        generate="openapi-python-client generate --path openapi.json --meta none --output-path unimicro_client",
        calls="openapi_python_client.py",
        run="python openapi_python_client.py",
    ),
    Generator(
        name="openapi-generator-python",
        title="openapi-generator, `python`",
        package="openapi-generator-cli",
        language="Python",
        install="pip install openapi-generator-cli=={version}",
        generate="openapi-generator-cli generate -g python -i openapi.json -o . --package-name unimicro_client",
        calls="openapi_generator.py",
        run="python openapi_generator.py",
    ),
    Generator(
        name="openapi-generator-java",
        title="openapi-generator, `java`",
        package="openapi-generator-cli",
        language="Java",
        install="pip install openapi-generator-cli=={version}",
        generate=(
            "openapi-generator-cli generate -g java --library native -i openapi.json -o . "
            "--additional-properties=openApiNullable=false,useJakartaEe=true,containerDefaultToNull=true "
            "--schema-mappings listCustomers_200_response=com.fasterxml.jackson.databind.JsonNode,"
            "BadRequest=com.fasterxml.jackson.databind.JsonNode"
        ),
        calls="Calls.java",
        compile="javac -nowarn -encoding UTF-8 -d classes -cp {jar} -sourcepath src/main/java Calls.java",
        run="java -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -cp classes:{jar} Calls",
        needs=ANNOTATIONS,
    ),
    Generator(
        name="hey-api",
        title="@hey-api/openapi-ts",
        package="@hey-api/openapi-ts",
        language="TypeScript",
        install="npm install @hey-api/openapi-ts@{version}",
        generate="npx openapi-ts -i openapi.json -o unimicro_client",
        calls="hey_api.ts",
        compile=f"{_TSC} hey_api.ts --outDir js",
        run="node js/hey_api.js",
    ),
    Generator(
        name="openapi-fetch",
        title="openapi-typescript and openapi-fetch",
        package="openapi-typescript",
        language="TypeScript",
        install="npm install openapi-typescript@{version} openapi-fetch@0.17.0",
        generate="npx openapi-typescript openapi.json -o unimicro_client/schema.ts",
        calls="openapi_fetch.ts",
        compile=f"{_TSC} openapi_fetch.ts --outDir js",
        run="node js/openapi_fetch.js",
    ),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a generator: what went wrong on the way, what the server received, and what the client read."""

    failure: str
    received: Sequence[Received] = ()
    read: tuple[Any, ...] = ()
    refused: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Client:
    """A client that was generated and compiled, in its folder; `failure` says what went wrong on the way."""

    folder: Path
    words: Sequence[str]
    caller: Installed
    failure: str

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Lets it call; the first argument is the address."""
        return self.caller.run(*self.words, *arguments, cwd=self.folder)


def outcome(generator: Generator, installed: Installed) -> Outcome:
    """What a client does: all calls, of a server that answers and of one that refuses, on this machine."""
    client = _made(generator, installed)
    if client.failure:
        return Outcome(client.failure)
    with serve() as server:
        show(server)
        done = client.run(server.url)
        received = tuple(server.received)
        wire.refuse(server)
        refused = client.run(server.url, "refused")
    failure = "".join(run.stdout + run.stderr for run in (done, refused) if run.returncode)
    return Outcome(failure, received, _told(done.stdout), _told(refused.stdout))


def with_new_codes(generator: Generator, installed: Installed) -> tuple[str, ...]:
    """What comes of each answer with a code that the contract does not list: `read`, or `fails` where the program ends."""
    name, calls = f"{generator.name}-{generator.fed.stem}", f"newer/{generator.calls}"
    client = _made(replace(generator, name=name, calls=calls), installed)
    if client.failure:
        return (client.failure,) * len(wire.NEW)
    found = []
    for call in wire.NEW:
        with serve() as server:
            show(server)
            wire.renew(server, call)
            told = _told(client.run(server.url).stdout)
        found.append("read" if told and wire.NEW_CODE in told[0][1] else "fails")
    return tuple(found)


def _made(generator: Generator, installed: Installed) -> Client:
    """Generates a client in a fresh folder, and compiles it."""
    folder = installed.place / "clients" / generator.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(generator.fed, folder / "openapi.json")
    shutil.copy(HERE / "calls" / generator.calls, folder)
    jars = os.pathsep.join(map(str, filter(None, (installed.jar, generator.needs))))
    secrets = {"UNIMICRO_TOKEN": wire.TOKEN, "UNIMICRO_COMPANY": wire.COMPANY}
    caller = replace(installed, environment=installed.environment | secrets)
    failure = ""
    for text in filter(None, (generator.generate, generator.compile)):
        words = shlex.split(text.removeprefix("npx ").replace("{jar}", jars))  # what npx looks for is installed
        done = installed.run(*words, cwd=folder)
        if done.returncode:
            failure = f"{text}\n{done.stdout}{done.stderr}"
            break
    return Client(folder, shlex.split(generator.run.replace("{jar}", jars)), caller, failure)


def _told(text: str) -> tuple[Any, ...]:
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return tuple((line["operation"], line["read"]) for line in lines)
