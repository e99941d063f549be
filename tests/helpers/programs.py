"""Runs the programs of the site against a server on this machine."""

import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from unittest.mock import patch

import pytest
from _pytest.mark import ParameterSet

from helpers import c_sharp
from unimicro_schema import operations
from unimicro_schema.mock import Mock, serve
from unimicro_schema.mock.server import Received

PATIENCE = 600
"""Seconds after which a program is thought to hang. One that runs ends long before, however much the machine has to do."""


@dataclass(frozen=True)
class Run:
    """What came of a program: the requests it made, whether it succeeded, and all that it printed."""

    received: list[Received]
    ok: bool
    output: str


@dataclass(frozen=True)
class Stage:
    """What programs run against: the server, a folder of their own, and the variables of their environment."""

    server: Mock
    folder: Path
    environment: dict[str, str]


Programs = dict[str, str]


def in_python(programs: Programs, stage: Stage) -> Iterator[Run]:
    """Runs Python programs in this process, one after the other."""
    for path, text in programs.items():
        before, printed, ok = len(stage.server.received), io.StringIO(), True
        with redirect_stdout(printed), patch.dict(os.environ, stage.environment):
            try:
                exec(compile(text, path, "exec"), {"__name__": "__main__"})  # noqa: S102  # that is the test
            except SystemExit as end:
                ok = False
                printed.write(str(end))
        yield Run(stage.server.received[before:], ok, printed.getvalue())


def in_shell(programs: Programs, stage: Stage) -> Iterator[Run]:
    """Runs shell commands, one after the other, in one shell."""
    script = "\n".join(f"{text}\ncode=$?; echo; echo SEPARATOR $code" for text in programs.values())
    yield from _split(["bash", "-c", script], programs, stage)


def in_node(programs: Programs, stage: Stage) -> Iterator[Run]:
    """Runs JavaScript modules, one after the other, in one process."""
    names = [f"./{index}.mjs" for index in range(len(programs))]
    for name, text in zip(names, programs.values(), strict=True):
        (stage.folder / name).write_text(text, encoding="utf-8")
    each = "let code = 0; try { await import(name); } catch (error) { console.log(error.message); code = 1; }"
    loop = f"for (const name of {json.dumps(names)}) {{ {each} console.log(`SEPARATOR ${{code}}`); }}"
    (stage.folder / "all.mjs").write_text(loop, encoding="utf-8")
    yield from _split(["node", str(stage.folder / "all.mjs")], programs, stage)


def in_php(programs: Programs, stage: Stage) -> Iterator[Run]:
    """Runs PHP programs, one after the other."""
    commands = [command("PHP", text, stage.folder) for text in programs.values()]
    yield from _split(_one_after_the_other(commands), programs, stage)


def in_c_sharp(programs: Programs, stage: Stage) -> Iterator[Run]:
    """Compiles C# programs, and runs them one after the other."""
    commands = [command("C#", text, stage.folder) for text in programs.values()]
    yield from _split(_one_after_the_other(commands), programs, stage)


def _one_after_the_other(commands: Iterable[list[str]]) -> list[str]:
    return [
        "bash",
        "-c",
        "\n".join(f"{shlex.join(each)} 2>&1\ncode=$?; echo; echo SEPARATOR $code" for each in commands),
    ]


def _split(command: list[str], programs: Programs, stage: Stage) -> Iterator[Run]:
    """The runs of programs that one command made; each makes one request."""
    run = subprocess.run(
        command,
        env={**os.environ, **stage.environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    parts = re.findall(r"(.*?)\n?SEPARATOR (\d+)\n", run.stdout, re.DOTALL)
    received = stage.server.received
    assert len(parts) == len(programs) == len(received), run.stdout + run.stderr
    for (output, code), request in zip(parts, received, strict=True):
        yield Run([request], code == "0", output)


RUNNERS: dict[str, Callable[[Programs, Stage], Iterator[Run]]] = {
    "curl": in_shell,
    "Python": in_python,
    "C#": in_c_sharp,
    "JavaScript": in_node,
    "PHP": in_php,
}
"""What runs many programs of a language, by the title of its tab."""
NEEDS = {"C#": pytest.mark.dotnet, "JavaScript": pytest.mark.node, "PHP": pytest.mark.php}
"""The marks of what the programs of a language need that not every machine has."""
FILES = {
    "curl": ("program.sh", ["bash"]),
    "Python": ("program.py", [sys.executable]),
    "JavaScript": ("program.mjs", ["node"]),
    "PHP": ("program.php", ["php"]),
}
"""The file that a reader writes a program to, and what runs it; C# is compiled."""


def command(title: str, text: str, folder: Path) -> list[str]:
    """The command that runs a program in the language of a tab; the program is written to a folder of its own there."""
    if title == "C#":
        return c_sharp.command(text, folder)
    name, shell = FILES[title]
    file = Path(mkdtemp(dir=folder)) / name
    file.write_text(text, encoding="utf-8")
    return [*shell, str(file)]


def completed(title: str, text: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What came of a program that a reader runs in a folder, with variables of the environment."""
    with TemporaryDirectory() as place:
        return subprocess.run(
            command(title, text, Path(place)),
            cwd=folder,
            env={**os.environ, **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def marked(titles: Iterable[str]) -> list[ParameterSet]:
    """Languages as parameters of a test, marked with what their programs need."""
    return [pytest.param(title, marks=[NEEDS[title]] if title in NEEDS else []) for title in titles]


LANGUAGES = pytest.mark.parametrize("tab", marked(RUNNERS))
"""Every language, as the parameter `tab` of a test."""


TAB = re.compile(r'=== "([^"]+)"\n\n    ```\w+\n(.*?)\n    ```', re.DOTALL)


def tabs_of(text: str) -> Programs:
    """The programs of a file of tabs, by the title of the tab."""
    return {title: re.sub("^    ", "", code, flags=re.MULTILINE) for title, code in TAB.findall(text)}


def show(server: Mock) -> None:
    """Makes a mock answer every operation with its first example, whatever was sent before."""
    for entry in operations():
        server.answer(entry.id)


def main(folder: Path, host: str, environment: dict[str, str]) -> None:
    """Runs all programs of a folder, and prints what came of each: file, language, success, requests, problems and output.

    This is for a package of its own, which another process has to import. `host` is the one that the programs name.
    """
    texts = {path.stem: tabs_of(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))}
    for language, runner in RUNNERS.items():
        with serve() as server, TemporaryDirectory() as empty:
            show(server)
            programs = {name: tabs[language].replace(host, server.url) for name, tabs in texts.items()}
            runs = list(runner(programs, Stage(server, Path(empty), environment)))
        for name, run in zip(programs, runs, strict=True):
            called = [(request.operation, request.problems) for request in run.received]
            print(json.dumps([name, language, run.ok, called, run.output]))  # noqa: T201  # it is what the other process reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]))
