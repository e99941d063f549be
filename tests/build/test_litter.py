"""What editors, file managers and sync services leave in `openapi/`: left alone, or refused by name, and never built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
POSIX = pytest.mark.skipif(os.name == "nt", reason="these files are those of POSIX")

ADDRESS = "schemas/Address.yaml"


def settings_of_an_editor(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.json").write_bytes(b"// no JSON")


LEFT_ALONE: dict[str, Callable[[Path], object]] = {
    "the lock of Emacs": lambda top: (top / "schemas/.#Address.yaml").symlink_to("me@host.1:1700000000"),
    "a copy that Emacs keeps": lambda top: (top / "schemas/#Address.yaml#").write_bytes(b"x: ["),
    "a backup": lambda top: (top / "schemas/Address.yaml~").write_bytes(b"x: ["),
    "the swap file of Vim": lambda top: (top / "schemas/.Address.yaml.swp").write_bytes(b"\x00"),
    "attributes of macOS": lambda top: (top / "schemas/._Address.yaml").write_bytes(b"\x00\x05\x16\x07\xff"),
    "a folder's look in macOS": lambda top: (top / ".DS_Store").write_bytes(b"\x00\xff"),
    "a folder's look in Windows": lambda top: (top / "desktop.ini").write_bytes(b"\xff\xfe"),
    "the settings of an editor": lambda top: settings_of_an_editor(top / ".vscode"),
    "a folder that is called like a file": lambda top: (top / "schemas/old.yaml").mkdir(),
}

REFUSED = [
    "schemas/Address (1).yaml",
    "schemas/Address copy.yaml",
    "schemas/Address - Copy.yaml",
    "schemas/Copy of Address.yaml",
    "schemas/Address-2.yaml",
    "schemas/Address_copy.yaml",
    "schemas/Address.old.yaml",
    "schemas/address.yaml",
    "schemas/2Address.yaml",
    "schemas/Addresse\u00f8.yaml",
    "schemas/Adr\x1b[2J.yaml",
    "schemas/Address.yml",
    "schemas/Address.YAML",
    "examples/create lead.json",
    "paths/customers (1).yaml",
]


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("leave", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_not_of_the_contract_is_left_alone(run: Run, checkout: Path, leave: Callable[[Path], object]) -> None:
    leave(checkout / "openapi")
    code, out, err = run("build", "--check", "--root", str(checkout))
    assert (code, err) == (0, "")
    assert out.startswith("fresh: ")
    bundle = checkout / "tools/unimicro_schema/generated/openapi.json"
    assert run("diff", str(bundle), str(checkout)) == (0, "no changes\n", "")


@POSIX
@pytest.mark.parametrize("name", REFUSED)
def test_a_copy_that_cannot_be_a_component_is_refused_by_name(run: Run, checkout: Path, name: str) -> None:
    original = {"examples": "examples/create-lead.json", "paths": "paths/customers.yaml"}
    source = original.get(name.partition("/")[0], ADDRESS)
    (checkout / "openapi" / name).write_bytes((checkout / "openapi" / source).read_bytes())
    code, out, err = run("build", "--root", str(checkout))
    shown = name.replace("\x1b", "\\u001b")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"openapi/{shown}#: this cannot be the name of a component; ")
    assert run("diff", str(checkout), str(checkout))[0] == 2


def unreadable(path: Path) -> None:
    path.chmod(0)


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere")


def round_in_a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize(
    ("name", "spoil", "said"),
    [
        (ADDRESS, unreadable, "Permission denied"),
        ("schemas", unreadable, "Permission denied"),
        ("openapi.yaml", unreadable, "Permission denied"),
        (ADDRESS, dangling, "it is a link that leads nowhere"),
        (ADDRESS, round_in_a_circle, "Too many levels of symbolic links"),
    ],
)
@pytest.mark.parametrize("command", ["build --check --root", "diff"])
def test_what_cannot_be_read_is_exit_code_2_and_a_sentence(
    checkout: Path, name: str, spoil: Callable[[Path], None], said: str, command: str
) -> None:
    place = checkout / "openapi" / name
    spoil(place)
    call = [sys.executable, "-m", "unimicro_schema", *command.split(), str(checkout)]
    try:
        done = subprocess.run(
            [*(UNPRIVILEGED if os.geteuid() == 0 else ()), *call], capture_output=True, text=True, check=False
        )
    finally:
        if not place.is_symlink():
            place.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"unimicro-schema: {place} cannot be read: {said}\n"


@pytest.mark.slow
@POSIX
def test_a_linked_folder_is_part_of_the_contract(run: Run, checkout: Path) -> None:
    (checkout / "openapi/schemas").rename(checkout / "elsewhere")
    (checkout / "openapi/schemas").symlink_to(checkout / "elsewhere")
    assert run("build", "--check", "--root", str(checkout))[0] == 0
