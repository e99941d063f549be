"""The commands that write generated files for other projects: what they write, what they leave alone, and what they say."""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from helpers.models_file import USE
from unimicro_schema import operations
from unimicro_schema.registry import published

Run = Callable[..., tuple[int, str, str]]

GENERATED = Path(__file__).parents[2] / "tools/unimicro_schema/generated"
FILES = {
    "models": ["models", "--output", "made/models.py"],
    "openapi json": ["openapi", "--output", "made/openapi.json"],
    "openapi yaml": ["openapi", "--output", "made/openapi.yaml", "--openapi", "3.0"],
}
FOLDERS = {kind: [kind, "--output", "made"] for kind in ("schemas", "examples", "javascript")}
ALL = FILES | FOLDERS

PAGE = Path(__file__).parents[2] / "docs" / "toolkit" / "exports.md"
BLOCKED = "import sys; sys.modules['unimicro_schema'] = None; import contract_models as m; print(len(m.__all__))"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, an empty one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def last(folder: Path) -> Path:
    """One of the files that a command wrote."""
    return max(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".txt")


def sentence(err: str) -> str:
    """The one line that a command says."""
    assert err.startswith("unimicro-schema: "), err
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("command", ALL.values(), ids=ALL)
def test_what_is_written_is_fresh_and_writing_it_again_changes_nothing(
    place: Path, run: Run, command: list[str]
) -> None:
    code, out, err = run(*command)
    assert (code, err) == (0, "")
    assert " 0 removed, 0 unchanged" in out
    before, times = content(place), {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    assert run(*command, "--check") == (0, f"{command[2]}: fresh\n", "")
    code, out, _ = run(*command)
    assert (code, out.split(": ")[1].split(",")[0]) == (0, "0 written")
    assert content(place) == before
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == times


@pytest.mark.parametrize("command", ALL.values(), ids=ALL)
def test_a_changed_file_is_stale_with_a_diff_and_nothing_is_written(place: Path, run: Run, command: list[str]) -> None:
    run(*command)
    file, fresh = last(place), content(place)
    file.write_bytes(file.read_bytes() + b"# by hand")
    before = content(place)
    code, out, err = run(*command, "--check")
    name = file.relative_to(place).as_posix()
    assert code == 1
    assert out.startswith(f"--- a/{name}\n+++ b/{name}\n@@ ")
    assert out.endswith("-# by hand\n\\ No newline at end of file\n")
    assert "is stale; run the same command without --check" in sentence(err)
    assert content(place) == before
    assert run(*command)[0] == 0
    assert content(place) == fresh


@pytest.mark.parametrize("command", ALL.values(), ids=ALL)
def test_a_missing_file_is_stale(place: Path, run: Run, command: list[str]) -> None:
    run(*command)
    file = last(place)
    file.unlink()
    code, out, err = run(*command, "--check")
    assert (code, out) == (1, f"missing file: {file.relative_to(place)}\n")
    assert "is stale" in sentence(err)
    assert not file.exists()


@pytest.mark.parametrize("command", ALL.values(), ids=ALL)
def test_line_ends_that_a_checkout_changed_are_told_apart_from_other_changes(
    place: Path, run: Run, command: list[str]
) -> None:
    run(*command)
    file = last(place)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    code, out, err = run(*command, "--check")
    assert code == 1
    assert "\\u000d\n" in out
    assert "only in its line endings" in sentence(err)


@pytest.mark.parametrize("command", FILES.values(), ids=FILES)
def test_a_file_of_other_bytes_is_stale(place: Path, run: Run, command: list[str]) -> None:
    run(*command)
    last(place).write_bytes(b"\xff\xfe\x00\x1b[31m\n")
    code, out, _ = run(*command, "--check")
    assert code == 1
    assert "\x1b" not in out


@pytest.mark.parametrize("command", ALL.values(), ids=ALL)
@pytest.mark.parametrize("check", [[], ["--check"]], ids=["write", "check"])
def test_a_path_that_cannot_be_used_is_one_sentence(
    place: Path, run: Run, command: list[str], check: list[str]
) -> None:
    (place / "made").mkdir()
    if command in FOLDERS.values():
        (place / "made" / f"{command[0]}-manifest.txt").mkdir()
    else:
        Path(command[2]).mkdir()
    code, out, err = run(*command, *check)
    assert (code, out) == (2, "")
    assert ("cannot be read: " if check or command in FOLDERS.values() else "cannot be written: ") in sentence(err)


@pytest.mark.parametrize("output", ["", "a\0b", "x" * 300 + ".json", "made/\ud800.json"])
@pytest.mark.parametrize("check", [[], ["--check"]], ids=["write", "check"])
def test_a_name_that_no_file_can_have_is_one_sentence(run: Run, output: str, check: list[str]) -> None:
    code, out, err = run("models", "--output", output, *check)
    assert (code, out) == (2, "")
    sentence(err)


def test_a_folder_below_a_file_cannot_be_made(place: Path, run: Run) -> None:
    (place / "made").write_bytes(b"")
    code, _, err = run("models", "--output", "made/models.py")
    assert code == 2
    assert "cannot be written: " in sentence(err)


def test_a_file_is_replaced_whole_or_not_at_all(place: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "models.py").write_bytes(b"old")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    code, _, err = run("models", "--output", "models.py")
    assert code == 2
    assert "cannot be written: No space left on device" in sentence(err)
    assert content(place) == {"models.py": b"old"}


@pytest.mark.skipif(os.name == "nt", reason="links and rights are those of POSIX")
def test_a_link_is_followed_and_the_rights_of_a_file_are_kept(place: Path, run: Run) -> None:
    (place / "there").mkdir()
    target = place / "there" / "models.py"
    target.write_bytes(b"old")
    target.chmod(0o600)
    (place / "models.py").symlink_to(target)
    assert run("models", "--output", "models.py")[0] == 0
    assert (place / "models.py").is_symlink()
    assert target.read_bytes() == (GENERATED / "models.py").read_bytes()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    (place / "plain").write_bytes(b"")
    assert run("models", "--output", "new.py")[0] == 0
    assert (place / "new.py").stat().st_mode == (place / "plain").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="devices are those of POSIX")
def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("models", "--output", os.devnull)[0] == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["models"], (GENERATED / "models.py").read_bytes()),
        (["openapi"], (GENERATED / "openapi.json").read_bytes()),
        (["openapi", "--format", "yaml"], (GENERATED.parents[2] / "docs/reference/openapi.yaml").read_bytes()),
    ],
    ids=["models", "openapi", "openapi yaml"],
)
def test_standard_output_gets_the_bytes_of_the_file_and_nothing_else(
    run: Run, command: list[str], expected: bytes
) -> None:
    assert run(*command, "--output", "-") == (0, expected.decode(), "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["models", "--output", "-", "--check"], "--check compares a file"),
        (["schemas", "--output", "-"], "name a folder"),
        (["examples", "--output", "-", "--check"], "name a folder"),
        (["openapi", "--output", "openapi.txt"], "add --format json or --format yaml"),
        (["openapi", "--output", "openapi"], "add --format json or --format yaml"),
    ],
)
def test_wrong_use_is_one_sentence(place: Path, run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in sentence(err)
    assert content(place) == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "reads"),
    [
        (["a.json"], json.loads),
        (["a.YAML"], yaml.safe_load),
        (["a.yml"], yaml.safe_load),
        (["a.txt", "--format", "json"], json.loads),
        (["a.json", "--format", "yaml"], yaml.safe_load),
    ],
)
def test_the_end_of_the_name_tells_the_format_unless_it_is_given(
    place: Path, run: Run, arguments: list[str], reads: Callable[[str], dict[str, object]]
) -> None:
    assert run("openapi", "--output", *arguments)[0] == 0
    text = (place / arguments[0]).read_text(encoding="utf-8")
    assert reads(text)["openapi"] == "3.1.0"
    assert text.startswith("{") == (reads is json.loads)


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_folder_holds_a_list_of_its_files(place: Path, run: Run, kind: str) -> None:
    run(*FOLDERS[kind])
    made = content(place / "made")
    assert made.pop(f"{kind}-manifest.txt").decode().splitlines() == sorted(made)


@pytest.mark.parametrize("kind", ["schemas", "examples"])
def test_a_folder_holds_every_published_file(place: Path, run: Run, kind: str) -> None:
    run(*FOLDERS[kind])
    made = content(place / "made")
    del made[f"{kind}-manifest.txt"]
    assert made == getattr(published, kind)()
    assert {operation.id for operation in operations()} <= {name.split("/")[0] for name in made}


def test_what_an_earlier_version_wrote_is_stray_and_what_others_wrote_is_not(place: Path, run: Run) -> None:
    run(*FOLDERS["schemas"])
    fresh = content(place)
    manifest = place / "made" / "schemas-manifest.txt"
    (place / "made" / "mergeCustomers").mkdir()
    (place / "made" / "mergeCustomers" / "request.json").write_bytes(b"{}")
    (place / "made" / "createCustomer" / "ours.json").write_bytes(b"{}")
    (place / "made" / "README.md").write_bytes(b"read me")
    manifest.write_text(f"mergeCustomers/request.json\n{manifest.read_text()}")
    code, out, err = run(*FOLDERS["schemas"], "--check")
    assert code == 1
    assert out.endswith(f"\nstray file: {Path('made/mergeCustomers/request.json')}\n")
    assert "is stale" in sentence(err)
    assert ", 1 removed, " in run(*FOLDERS["schemas"])[1]
    others = {"made/createCustomer/ours.json": b"{}", "made/README.md": b"read me"}
    assert content(place) == fresh | others
    assert not (place / "made" / "mergeCustomers").exists()
    assert run(*FOLDERS["schemas"], "--check")[0] == 0


def test_schemas_and_examples_can_share_a_folder(place: Path, run: Run) -> None:
    for command in (*FOLDERS.values(), *FOLDERS.values()):
        assert run(*command)[0] == 0
    for command in FOLDERS.values():
        assert run(*command, "--check")[0] == 0
    assert (place / "made/createCustomer/request.json").is_file()
    assert (place / "made/createCustomer/request").is_dir()


@pytest.mark.parametrize(
    "name", ["../kept.json", "/kept.json", "a/../../kept.json", "..\\kept.json", "kept", "C:kept.json"]
)
def test_a_manifest_cannot_reach_files_that_are_not_ours(place: Path, run: Run, name: str) -> None:
    run(*FOLDERS["schemas"])
    for path in (place / "kept.json", place / "made" / "kept", place / "made" / "C:kept.json"):
        path.write_bytes(b"kept")
    manifest = place / "made" / "schemas-manifest.txt"
    manifest.write_text(manifest.read_text() + (f"{place}{name}" if name.startswith("/") else name) + "\n")
    assert run(*FOLDERS["schemas"])[0] == 0
    assert [path.read_bytes() for path in (place / "kept.json", place / "made" / "kept")] == [b"kept", b"kept"]


@pytest.fixture
def written(place: Path, run: Run) -> Path:
    """The models as a file of another project, with a program that uses them beside it."""
    assert run("models", "--output", "contract_models.py")[0] == 0
    (place / "use.py").write_text(USE, encoding="utf-8")
    return place / "contract_models.py"


def test_the_models_are_those_that_the_package_itself_uses(written: Path) -> None:
    """So all that the tests of models, corpus and mutations prove of the one holds of the other."""
    assert written.read_bytes() == (GENERATED / "models.py").read_bytes()


def test_the_models_need_no_other_module_of_the_package(written: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", BLOCKED]
    done = subprocess.run(command, cwd=written.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 50


@pytest.mark.parametrize(
    "settings", [[], ["--line-length", "120"], ["--line-length", "79"]], ids=["default", "120", "79"]
)
def test_the_formatter_of_a_project_leaves_the_models_alone(written: Path, settings: list[str]) -> None:
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--check", *settings, written.name]
    assert subprocess.run(command, cwd=written.parent, capture_output=True, check=False).returncode == 0
    lint = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "ALL", written.name]
    assert subprocess.run(lint, cwd=written.parent, capture_output=True, check=False).returncode == 0
    imports = [sys.executable, "-m", "isort", "--check", "--force-single-line-imports", written.name]
    assert subprocess.run(imports, cwd=written.parent, capture_output=True, check=False).returncode == 0


def test_the_models_are_formatted_even_without_the_comments_that_say_to_leave_them_alone(written: Path) -> None:
    text = written.read_text(encoding="utf-8")
    assert text.count("# fmt: off\n# ruff: noqa: PGH004\n# ruff: noqa\n\n") == 1
    written.write_text(text.replace("# fmt: off\n# ruff: noqa: PGH004\n# ruff: noqa\n\n", ""), encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--check", written.name]
    done = subprocess.run(command, cwd=written.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.11", "3.14"])
def test_mypy_and_pyright_have_nothing_to_say_about_the_models(written: Path, version: str) -> None:
    files = [written.name, "use.py"]
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-version", version, *files]
    done = subprocess.run(mypy, cwd=written.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pyright = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--pythonversion", version, *files]
    done = subprocess.run(pyright, cwd=written.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.xdist_group("wheel")
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_every_python_takes_the_models_with_nothing_but_pydantic(written: Path, version: str) -> None:
    python = shutil.which(f"python{version}")
    if python is None or subprocess.run([python, "--version"], capture_output=True, check=False).returncode:
        pytest.skip(f"there is no python{version} here")
    folder = written.parent / f"environment-{version}"
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    program = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert said.startswith(f"Python {version}.")
    install = [program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pydantic>=2.14"]
    subprocess.run(install, check=True)
    done = subprocess.run(
        [program, "-W", "error", "use.py"], cwd=written.parent, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"OrgNumber": "914012708", "StatusCode": 30001, "Info": {"Name": "John Doe"}}


def blocks(language: str) -> list[str]:
    """The code blocks of the page on exports that are written in a language."""
    return re.findall(rf"^```{language}\b[^\n]*\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_commands_of_the_page_run_one_after_the_other(place: Path, run: Run) -> None:
    commands = [shlex.split(line) for block in blocks("bash") for line in block.splitlines()]
    assert {command[1] for command in commands} == {"models", "openapi", "schemas", "examples"}
    for program, *arguments in commands:
        assert program == "unimicro-schema"
        assert run(*arguments)[0] == 0, arguments
    jobs = re.findall(r"^- run: unimicro-schema (.*)$", "\n".join(blocks("yaml")), re.MULTILINE)
    assert jobs
    for job in jobs:
        assert run(*shlex.split(job))[:2] == (0, f"{shlex.split(job)[2]}: fresh\n")
    (shown,) = blocks("console")
    command, answer = shown.splitlines()
    assert run(*shlex.split(command)[2:])[1] == f"{answer}\n"
    assert 5_000_000 < (place / "contract/openapi-flat.json").stat().st_size < 15_000_000


def test_the_program_of_the_page_runs(place: Path, written: Path) -> None:
    (place / "program.py").write_text(blocks("python")[0], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "program.py"], cwd=written.parent, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == {"OrgNumber": "914012708", "Info": {"Name": "John Doe"}}


def test_the_page_has_a_line_for_every_difference_that_is_tested() -> None:
    table = PAGE.read_text(encoding="utf-8").split("### What the OpenAPI document does not say")[1]
    for word in (
        "a code that the enum does not list",
        "unknown key, at any depth",
        "`_links`",
        "none of the documented",
    ):
        assert word in table
