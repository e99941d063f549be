"""A client that a generator made: generated and compiled in a folder of its own, and run against a server on this machine."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from helpers.programs import show
from peers import wire
from peers.generators import HERE, Generator
from peers.installation import Installed
from unimicro_schema.mock import Mock, serve
from unimicro_schema.mock.server import Received

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a program: what went wrong, what the server received, and what the client read, by operation."""

    failure: str
    received: Sequence[Received] = ()
    read: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Client:
    """A client in its folder, ready to be run; `failure` says what went wrong while it was made."""

    folder: Path
    words: Sequence[str]
    caller: Installed
    failure: str

    def run(self, mode: str, prepare: Callable[[Mock], None] = lambda _: None) -> Run:
        """Lets its program call a server that is prepared first. The program is given the URL and the mode."""
        if self.failure:
            return Run(self.failure)
        with serve() as server:
            show(server)
            prepare(server)
            done = self.caller.run(*self.words, server.url, mode, cwd=self.folder)
            received = tuple(server.received)
        return Run(done.stdout + done.stderr if done.returncode else "", received, _told(done))


def made(generator: Generator, installed: Installed, *, document: bytes | None = None) -> Client:
    """Generates a client in a fresh folder, from the document of the generator or from another, and compiles it."""
    folder = installed.place / "clients" / generator.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "openapi.json").write_bytes(document or generator.document())
    shutil.copy(HERE / "calls" / generator.program, folder)
    for name in generator.beside:
        shutil.copy(HERE / "calls" / "beside" / name, folder)
    fetched = {
        "{jar}": os.pathsep.join(map(str, filter(None, (installed.jar, generator.needs)))),
        "node_modules/": f"{installed.place}/node_modules/",
    }

    def words(text: str) -> list[str]:
        for word, value in fetched.items():
            text = text.replace(word, value)
        return shlex.split(text.removeprefix("npx "))  # what npx looks for is installed

    secrets = {"UNIMICRO_TOKEN": wire.TOKEN, "UNIMICRO_COMPANY": wire.COMPANY}
    caller = replace(installed, environment=installed.environment | secrets)
    failure = ""
    for text in filter(None, (generator.generate, generator.compile)):
        done = installed.run(*words(text), cwd=folder)
        if done.returncode:
            failure = f"{text}\n{done.stdout}{done.stderr}"
            break
    return Client(folder, words(generator.run), caller, failure)


def _told(done: subprocess.CompletedProcess[str]) -> tuple[tuple[str, Any], ...]:
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return tuple((line["operation"], line["read"]) for line in lines)
