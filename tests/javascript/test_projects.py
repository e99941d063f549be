"""The package in the projects of others, installed by npm from where a site has it; and the programs of the manual, run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import textwrap
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers import npm
from helpers.node import executable
from helpers.web import served
from site_files.installation import Installation
from unimicro_schema.npm.package import files
from unimicro_schema.npm.tarball import packed

PLACE = Path(__file__).parent
PAGE = PLACE.parents[1] / "docs" / "toolkit" / "javascript.md"
VERSION = tomllib.loads((PLACE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
TARBALL = Installation("site", "", VERSION).tarball
BODY = '{"OrgNumber": "914012708"}'
VERDICT = (
    f"console.log(validate('{BODY}', 'createCustomer').valid, validate('{{}}', 'createCustomer').findings.length);"
)

PATIENCE = 120_000  # milliseconds: a browser starts slowly on a machine that runs other tests
PAUSE = 100

_BLOCK = re.compile(r"^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match["kind"], match["title"], match["text"]) for match in _BLOCK.finditer(PAGE.read_text(encoding="utf-8"))]
PROGRAMS = {title: text for _, title, text in BLOCKS if title}


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tarball, as the downloads of a site have it."""
    folder = tmp_path_factory.mktemp("downloads")
    (folder / TARBALL).write_bytes(packed(files("https://docs.example.com/api")))
    return folder


@pytest.fixture(scope="module")
def project(downloads: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that npm installed the package in, from a server, with the tools of this folder beside it."""
    tools = npm.install(PLACE)
    folder = tmp_path_factory.mktemp("project")
    (folder / "package.json").write_text('{"name": "project", "private": true}', encoding="utf-8")
    with served(downloads) as site:
        command = ["npm", "install", "--no-audit", "--no-fund", f"{site}{TARBALL}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    for tool in tools.iterdir():
        if (
            tool.name not in {"unimicro-schema", ".package-lock.json"}
            and not (folder / "node_modules" / tool.name).exists()
        ):
            (folder / "node_modules" / tool.name).symlink_to(tool)
    for title, text in PROGRAMS.items():
        (folder / title).write_text(text, encoding="utf-8")
    (folder / "payload.json").write_text(BODY, encoding="utf-8")
    return folder


def output(folder: Path, *command: str) -> str:
    """What a command prints in a folder, standard error after standard output."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "CI": "1"}
    )
    return done.stdout + done.stderr


def tool(name: str) -> str:
    """A program of the tools of this folder."""
    return str(PLACE / "node_modules" / ".bin" / name)


@pytest.mark.parametrize(
    ("kind", "program"),
    [
        ("module", f'import {{ validate }} from "unimicro-schema"; {VERDICT}'),
        ("commonjs", f'const {{ validate }} = require("unimicro-schema"); {VERDICT}'),
    ],
)
def test_node_imports_and_requires_the_package(project: Path, kind: str, program: str) -> None:
    printed = output(project, executable(), "--no-warnings", f"--input-type={kind}", "--eval", program)
    assert printed == "true 1\n"


def test_a_bundler_makes_one_file_of_it(project: Path) -> None:
    (project / "entry.mjs").write_text(f'import {{ validate }} from "unimicro-schema"; {VERDICT}', encoding="utf-8")
    command = [tool("esbuild"), "entry.mjs", "--bundle", "--format=iife", "--outfile=bundle.js"]
    printed = output(project, *command, "--log-level=warning")
    assert printed == ""
    assert output(project, executable(), "bundle.js") == "true 1\n"


@pytest.mark.browser
def test_a_page_runs_the_script_of_the_manual(project: Path, chromium: Browser) -> None:
    (html,) = [text for kind, _, text in BLOCKS if kind == "html"]
    (project / "page.html").write_text(f'<!doctype html><link rel="icon" href="data:,">{html}', encoding="utf-8")
    shutil.copytree(project / "node_modules/unimicro-schema", project / "package", dirs_exist_ok=True)
    with served(project) as site, chromium.new_page() as page:
        page.set_default_timeout(PATIENCE)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(f"{request.url} failed"))
        page.goto(f"{site}page.html")
        for _ in range(PATIENCE // PAUSE):  # what the page awaits goes on after it is loaded
            if said:
                break
            page.wait_for_timeout(PAUSE)
        assert said == ["true"]


SHOWN = {text.partition("\n")[0].removeprefix("$ node "): text for kind, _, text in BLOCKS if kind == "console"}
"""What the manual says that its programs print, by the name of the program."""


@pytest.mark.parametrize("name", ["create-customer.mjs", "query.mjs", "explain.mjs", "update.mjs"])
def test_a_program_of_the_manual_prints_what_the_manual_says(project: Path, name: str) -> None:
    assert f"$ node {name}\n{output(project, executable(), name)}" == SHOWN[name]


def test_every_console_of_the_manual_is_that_of_a_program() -> None:
    assert SHOWN.keys() == {"create-customer.mjs", "query.mjs", "explain.mjs", "update.mjs"}


def test_the_types_of_the_manual_compile(project: Path) -> None:
    command = [tool("tsc"), "--strict", "--noEmit", "--module", "nodenext", "--types", "", "customer.ts"]
    assert output(project, *command) == ""


def test_the_handler_of_the_manual_refuses_what_is_not_valid(project: Path) -> None:
    program = textwrap.dedent("""
        import express from "express";
        import { checked } from "./server.mjs";
        const app = express();
        app.post("/customers", express.json(), checked("createCustomer"), (_, response) => response.status(201).end());
        const server = app.listen(0, async () => {
          const url = `http://127.0.0.1:${server.address().port}/customers`;
          const post = (body) => fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body });
          const [good, bad] = await Promise.all([post('{"OrgNumber": "914012708"}'), post('{"Nme": 1}')]);
          const none = await fetch(url, { method: "POST" });
          const rules = await Promise.all([bad, none].map(async (answer) => (await answer.json()).map(({ rule }) => rule).join()));
          console.log(good.status, bad.status, none.status, ...rules);
          server.close();
        });
    """)
    printed = output(project, executable(), "--input-type=module", "--eval", program)
    assert printed == "201 422 422 missing-identity,unknown-key null-not-allowed\n"


def test_the_test_of_the_manual_runs_in_vitest(project: Path) -> None:
    assert "1 passed" in output(project, tool("vitest"), "run", "payloads.test.mjs")
    (project / "payload.json").write_text('{"Nme": 1}', encoding="utf-8")
    try:
        assert "1 failed" in output(project, tool("vitest"), "run", "payloads.test.mjs")
    finally:
        (project / "payload.json").write_text(BODY, encoding="utf-8")


def test_the_command_of_the_manual_checks_a_file_by_npx(downloads: Path, tmp_path: Path) -> None:
    shutil.copy(downloads / TARBALL, tmp_path)
    (line,) = [text for kind, _, text in BLOCKS if kind == "bash" and text.startswith("npx")]
    for body, code in ((BODY, 0), ('{"Nme": 1}', 1), (None, 2)):
        payload = tmp_path / "payload.json"
        payload.write_text(body, encoding="utf-8") if body else payload.unlink()
        done = subprocess.run(line.split(), cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        assert "Error" not in done.stderr


def test_the_tarball_is_the_same_bytes_each_time(downloads: Path) -> None:
    assert packed(files("https://docs.example.com/api")) == (downloads / TARBALL).read_bytes()


def test_findings_lead_to_the_site_that_has_the_package(project: Path) -> None:
    program = (
        'import { validate } from "unimicro-schema"; console.log(validate("{}", "createCustomer").findings[0].docs);'
    )
    printed = output(project, executable(), "--input-type=module", "--eval", program)
    assert printed == "https://docs.example.com/api/reference/findings/#missing-identity\n"


def test_the_manual_names_the_tarball_of_this_version_which_a_site_replaces_by_its_url() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"\S+\.tgz", text)) == {f"./{TARBALL}"}
    told = Installation("site", "https://docs.example.com/api/", VERSION).told(text, ".md")
    assert set(re.findall(r"\S+\.tgz", told)) == {f"https://docs.example.com/api/reference/downloads/{TARBALL}"}
