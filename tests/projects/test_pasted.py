"""The files for CI that the site has, run as they are pasted against a site that is served. Needs the package index."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from helpers.building import build
from helpers.runner import Action, break_a_payload, make_the_models_stale, project, script

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pasted")]

TYPO = "PostalCodee"
STALE = "-# by hand"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of each request."""


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a site that knows where it is served, while it is served there."""
    folder = tmp_path_factory.mktemp("served")
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield build(root, folder, "mkdocs", SITE_URL=f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Another project: a payload, and the models."""
    (tmp_path / "project").mkdir()
    return project(root, tmp_path / "project")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """The programs of a runner: Python and pip, and nothing of this project."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "python")], check=True)
    return tmp_path / "python" / ("Scripts" if os.name == "nt" else "bin")


def pasted(site: Path, name: str) -> Any:
    """A file as the page shows it and as the site has it, which is the same."""
    page = BeautifulSoup((site / "toolkit/ci/index.html").read_text(encoding="utf-8"), "html.parser")
    text = (site / "assets/ci" / name).read_text(encoding="utf-8")
    assert text.strip() in {block.get_text().strip() for block in page.find_all("pre")}
    assert "./unimicro_schema" not in text
    return yaml.safe_load(text)


def spoil(root: Path, folder: Path) -> None:
    break_a_payload(root, folder)
    make_the_models_stale(folder)


@pytest.mark.parametrize("name", ["github-workflow.yml", "gitlab-ci.yml"])
def test_the_script_of_a_job_passes_for_a_good_project_and_fails_for_a_bad_one(
    site: Path, root: Path, folder: Path, programs: Path, name: str
) -> None:
    node = pasted(site, name)
    install, *others = node["contract"]["script"] if "contract" in node else steps(node)
    assert script(install, folder, programs)[0] == 0
    assert [(line, script(line, folder, programs)[0]) for line in others] == [(line, 0) for line in others]
    spoil(root, folder)
    models, payloads = (script(line, folder, programs) for line in others[:2])
    assert (models[0], STALE in models[1], payloads[0]) == (1, True, 1)


def steps(node: Any) -> list[str]:
    return [step["run"] for step in node["jobs"]["contract"]["steps"] if "run" in step]


def test_the_action_is_fetched_installs_the_package_and_fails_for_a_bad_project(
    site: Path, root: Path, folder: Path, programs: Path, tmp_path: Path
) -> None:
    node = pasted(site, "github-action.yml")
    [fetch] = steps(node)
    code, out = script(fetch, folder, programs)
    assert code == 0, out
    [used] = {step["uses"] for step in node["jobs"]["contract"]["steps"] if step.get("uses", "").startswith("./")}
    action = Action(yaml.safe_load((folder / used / "action.yml").read_text(encoding="utf-8")), tmp_path)
    code, out, _ = action.step("Install", folder)
    assert code == 0, out
    given = [step["with"]["arguments"] for step in node["jobs"]["contract"]["steps"] if step.get("uses") == used]
    assert [action.run(folder, arguments)[0] for arguments in given] == [0, 0]
    spoil(root, folder)
    models, payloads = (action.run(folder, arguments) for arguments in given)
    assert (models[0], STALE in models[1]) == (1, True)
    assert (payloads[0], TYPO in payloads[1]) == (1, True)


def test_the_hooks_install_the_package_and_fail_for_a_bad_project(
    site: Path, root: Path, folder: Path, tmp_path: Path
) -> None:
    hooks = [hook["id"] for hook in pasted(site, "pre-commit-config.yaml")["repos"][0]["hooks"]]
    text = (site / "assets/ci/pre-commit-config.yaml").read_text(encoding="utf-8")
    (folder / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    settings = {"PRE_COMMIT_HOME": str(tmp_path / "hooks"), "GIT_CONFIG_GLOBAL": os.devnull}

    def commit() -> tuple[int, str]:
        command = f"git add --all && '{sys.executable}' -m pre_commit run --all-files --color never"
        return script(command, folder, Path(sys.executable).parent, **settings)

    assert script("git init --quiet", folder, Path(sys.executable).parent, **settings)[0] == 0
    code, out = commit()
    assert (code, out.count("Passed")) == (0, len(hooks)), out
    spoil(root, folder)
    code, out = commit()
    assert (code, out.count("Failed"), STALE in out, TYPO in out) == (1, len(hooks), True, True), out
