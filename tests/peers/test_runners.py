"""Each collection runs whole against the mock, with its own runner, as the manual says."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peers.installation import Installed
from unimicro_schema.derived import downloads
from unimicro_schema.derived.clients.collection import RequestCollection, read
from unimicro_schema.mock import serve

SETTINGS = {"token": "any", "companyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91", "id": "1042"}
RUNNERS = {
    "httpyac": "httpyac send unimicro.http --all",
    "Bruno": "bru run -r --env Test",
    "newman": "newman run unimicro.postman_collection.json",
}
REPORTS = {
    "httpyac": "--json > report.json",  # into a file: what is longer than a pipe holds, it cuts off
    "Bruno": "--output report.json",
    "newman": "--reporters json --reporter-json-export report.json",
}
FOLDERS = {"Bruno": "bruno"}
ENDINGS = {".json", ".yaml", ".md", ".py"}  # of what downloads are made of


@pytest.fixture(scope="module")
def collection(root: Path) -> RequestCollection:
    """What each collection was written from."""
    return read((root / "docs/reference/requests.json").read_bytes())


@pytest.fixture
def place(root: Path, tmp_path: Path) -> Path:
    """The collections as somebody downloaded them."""
    kept = [*(root / "tools/unimicro_schema/generated").rglob("*"), *(root / "docs/reference").rglob("*")]
    texts = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in kept if path.suffix in ENDINGS
    }
    found = downloads.files(texts)
    for name in ("unimicro.http", "unimicro.postman_collection.json"):
        (tmp_path / name).write_bytes(found[name])
    zipfile.ZipFile(io.BytesIO(found["bruno.zip"])).extractall(tmp_path)
    return tmp_path


def fill_in(file: Path, settings: dict[str, str]) -> None:
    """Writes values behind the names of the variables, as a reader does in an editor."""
    text = file.read_text(encoding="utf-8")
    for variable, value in settings.items():
        text = re.sub(rf"^@{variable} =.*$", f"@{variable} = {value}", text, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")


STATUSES: dict[str, Callable[[Any], list[int]]] = {
    "httpyac": lambda report: [request["response"]["statusCode"] for request in report["requests"]],
    "Bruno": lambda report: [result["response"]["status"] for result in report[0]["results"]],
    "newman": lambda report: [execution["response"]["code"] for execution in report["run"]["executions"]],
}
"""How the report of each runner gives the statuses of the answers."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=pytest.mark.shows(
                name, f"`{command}` sends every request to the mock, and each answer is as documented"
            ),
        )
        for name, command in RUNNERS.items()
    ],
)
def test_a_collection_runs_whole_against_the_mock(
    name: str,
    collection: RequestCollection,
    installed: Installed,
    place: Path,
    record_property: Callable[[str, object], None],
) -> None:
    folder = place / FOLDERS.get(name, "")
    with serve() as mock:
        settings = {"host": mock.url, **SETTINGS}
        command = f"{RUNNERS[name]} {REPORTS[name]}"
        if name == "httpyac":
            fill_in(folder / "unimicro.http", settings)
        else:
            command += "".join(f" --env-var {variable}={value}" for variable, value in settings.items())
        done = installed.run("sh", "-c", command, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        assert len(mock.received) == len(collection.requests)
    found = STATUSES[name](json.loads((folder / "report.json").read_bytes()))
    wanted = [request.statuses for request in collection.requests]
    assert [status in known for status, known in zip(found, wanted, strict=True)] == [True] * len(wanted)
    record_property("seen", f"{len(found)} of {len(wanted)}")
