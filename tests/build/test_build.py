"""The build: one list of artefacts, the same bytes every time, written or compared."""

import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from unimicro_schema import cli
from unimicro_schema.build import artefacts

DEFINITIONS = "tools/unimicro_schema/generated/schemas/received.json"
STRAY = "tools/unimicro_schema/generated/schemas/old.json"
PAGE = "docs/reference/operations/createCustomer.md"

DIGESTS = """
import hashlib, pathlib, sys
from unimicro_schema.build.artefacts import derive
for path, text in sorted(derive(pathlib.Path(sys.argv[1])).items()):
    print(hashlib.sha256(text.encode()).hexdigest(), path)
"""


pytestmark = pytest.mark.xdist_group("derived")  # all that is derived is derived once


@pytest.fixture(scope="session")
def derived(root: Path) -> dict[str, str]:
    """Every artefact of the contract."""
    return artefacts.derive(root)


@pytest.fixture
def build(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs the build on a copy of the checkout; returns exit code, output and errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["build", "--root", str(checkout), *arguments])
        return (code, *capsys.readouterr())

    return run


def test_what_is_committed_is_fresh(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "--check", "--root", str(root)]) == 0, capsys.readouterr().out[:2000]
    assert capsys.readouterr().out.startswith("fresh: 0 added, 0 changed, 0 removed, ")


def test_each_derived_fact_of_the_package_is_a_file_once(root: Path) -> None:
    files = [path for path in (root / artefacts.GENERATED).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    contents = {path.read_bytes(): path for path in files}
    assert [(path, contents[path.read_bytes()]) for path in files if contents[path.read_bytes()] != path] == []
    assert sum(map(len, contents)) <= 3_400_000


@pytest.mark.slow
def test_two_builds_under_two_hash_seeds_give_the_committed_bytes(root: Path) -> None:
    command = [sys.executable, "-c", DIGESTS, str(root)]
    builds = [
        subprocess.Popen(command, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, text=True)
        for seed in ("0", "1")
    ]
    digests = [build.communicate()[0] for build in builds]
    assert digests[0] == digests[1]
    lines = [line.split(" ", 1) for line in digests[0].splitlines()]
    assert [path for digest, path in lines if digest != hashlib.sha256((root / path).read_bytes()).hexdigest()] == []


@pytest.mark.slow
def test_a_changed_file_and_a_stray_one_are_stale_and_a_build_repairs_both(
    checkout: Path, root: Path, build: Callable[..., tuple[int, str, str]]
) -> None:
    (checkout / DEFINITIONS).write_text((checkout / DEFINITIONS).read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    (checkout / STRAY).write_text("{}\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    code, out, err = build("--check")
    assert code == 1
    assert f"--- a/{DEFINITIONS}\n+++ b/{DEFINITIONS}\n@@ " in out
    assert "\n-{}" in out
    assert f"stray file: {STRAY}" in out
    assert "0 added, 1 changed, 1 removed" in err
    assert "unimicro-schema build" in err
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before

    code, out, _ = build()
    assert code == 0
    assert out.startswith(f"  ~ {DEFINITIONS}\n  - {STRAY}\n0 added, 1 changed, 1 removed, ")
    assert (checkout / DEFINITIONS).read_bytes() == (root / DEFINITIONS).read_bytes()
    assert not (checkout / STRAY).exists()

    code, out, err = build("--check")
    assert (code, out.split(", ")[:3], err) == (0, ["fresh: 0 added", "0 changed", "0 removed"], "")


@pytest.mark.slow
@pytest.mark.parametrize("path", [STRAY, "docs/reference/old.md", "tools/unimicro_schema/generated/.hidden"])
def test_a_stray_file_is_stale(checkout: Path, derived: dict[str, str], path: str) -> None:
    (checkout / path).write_text("{}\n", encoding="utf-8")
    changes = artefacts.compare(checkout, derived)
    assert (changes.added, changes.changed, changes.removed) == ([], [], [path])
    assert changes.diff == [f"stray file: {path}"]


@pytest.mark.slow
@pytest.mark.parametrize("path", [DEFINITIONS, PAGE, "tools/unimicro_schema/generated/models.py"])
def test_a_missing_file_is_stale(checkout: Path, derived: dict[str, str], path: str) -> None:
    (checkout / path).unlink()
    changes = artefacts.compare(checkout, derived)
    assert (changes.added, changes.changed, changes.removed) == ([path], [], [])
    assert changes.diff == [f"missing file: {path}"]


@pytest.mark.slow
@pytest.mark.parametrize("change", [lambda _: b"\xff\xfe", lambda _: b"", lambda text: text.replace(b"\n", b"\r\n")])
def test_a_file_of_other_bytes_is_stale(
    checkout: Path, derived: dict[str, str], change: Callable[[bytes], bytes]
) -> None:
    (checkout / PAGE).write_bytes(change((checkout / PAGE).read_bytes()))
    changes = artefacts.compare(checkout, derived)
    assert (changes.added, changes.changed, changes.removed) == ([], [PAGE], [])


def test_writing_leaves_exactly_the_artefacts(checkout: Path, derived: dict[str, str]) -> None:
    (checkout / PAGE).unlink()
    (checkout / STRAY).parent.joinpath("old/older").mkdir(parents=True)
    (checkout / STRAY).parent.joinpath("old/older/202.json").write_text("{}\n", encoding="utf-8")
    artefacts.write(checkout, derived, artefacts.compare(checkout, derived))
    assert not artefacts.compare(checkout, derived)
    present = [path for top in (artefacts.GENERATED, artefacts.REFERENCE) for path in (checkout / top).rglob("*")]
    assert {path.relative_to(checkout).as_posix() for path in present if path.is_file()} == set(derived) - {
        "mkdocs.yml"
    }
    assert [path for path in present if path.is_dir() and not any(path.iterdir())] == []


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [(), ("--check",)], ids=["build", "build --check"])
def test_a_folder_in_the_place_of_a_file_is_said_in_one_sentence(
    checkout: Path, build: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...]
) -> None:
    (checkout / PAGE).unlink()
    (checkout / PAGE).mkdir()
    assert build(*arguments) == (2, "", f"unimicro-schema: {checkout / PAGE} cannot be read: Is a directory\n")


@pytest.mark.slow
def test_a_file_that_cannot_be_written_is_said_in_one_sentence(
    checkout: Path, build: Callable[..., tuple[int, str, str]]
) -> None:
    folder = checkout / artefacts.GENERATED / "engine"
    shutil.rmtree(folder)
    folder.write_bytes(b"")
    code, out, err = build()
    assert (code, out) == (2, "")
    assert re.fullmatch(rf"unimicro-schema: {folder}/\w+\.json cannot be written: .+\n", err)


@pytest.mark.slow
def test_a_file_is_replaced_whole_with_its_rights_and_behind_its_link(
    checkout: Path, root: Path, build: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    page, elsewhere = checkout / PAGE, tmp_path / "elsewhere.md"
    elsewhere.write_bytes(b"old")
    elsewhere.chmod(0o600)
    page.unlink()
    page.symlink_to(elsewhere)
    assert build()[0] == 0
    assert page.is_symlink()
    assert elsewhere.read_bytes() == (root / PAGE).read_bytes()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o600
    assert list(page.parent.glob(".*")) == []


@pytest.mark.slow
def test_names_of_stray_files_cannot_command_the_terminal(
    checkout: Path, build: Callable[..., tuple[int, str, str]]
) -> None:
    (checkout / "docs/reference/\x1b[31m.md").write_bytes(b"")
    (checkout / DEFINITIONS).write_bytes(b"\x1b]0;title\x07\n")
    code, out, err = build("--check")
    assert code == 1
    assert "\x1b" not in out + err
    assert "\x1b" not in build()[1]


@pytest.mark.slow
def test_a_change_of_the_contract_reaches_every_artefact(
    checkout: Path, build: Callable[..., tuple[int, str, str]]
) -> None:
    file = checkout / "openapi/schemas/Phone.yaml"
    text = file.read_text(encoding="utf-8")
    assert "What the number is for, in the user's words." in text
    file.write_text(text.replace("in the user's words.", "in plain words."), encoding="utf-8")
    code, out, _ = build("--check")
    assert code == 1
    for path in (DEFINITIONS, "tools/unimicro_schema/generated/models.py", "docs/reference/entities/Phone.md"):
        assert f"+++ b/{path}" in out


def test_no_artefact_holds_a_date_that_nobody_wrote_or_the_version_of_a_tool(
    derived: dict[str, str], root: Path
) -> None:
    date = re.compile(r"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}")
    sources = [path for path in (root / "openapi").rglob("*.*") if path.suffix in {".yaml", ".json"}]
    texts = [path.read_text(encoding="utf-8") for path in [*sources, root / "CHANGELOG.md"]]
    written = {found for text in texts for found in date.findall(text)}
    tools = [version(name) for name in ("datamodel-code-generator", "ruff", "pyyaml")]
    for path, text in derived.items():
        assert set(date.findall(text)) <= written, path
        assert not any(re.search(rf"(?<![\d.]){re.escape(tool)}(?![\d.])", text) for tool in tools), path
        assert "datamodel-codegen" not in text, path


def test_every_artefact_ends_in_one_line_break_and_holds_no_path_of_this_machine(
    derived: dict[str, str], root: Path
) -> None:
    for path, text in derived.items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "\r" not in text, path
        assert str(root) not in text, path
