"""The command `diff`: files, folders and revisions, what it prints, and when it fails."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml
from jsonschema import Draft202012Validator

from helpers.changes_cases import GONE, edited
from unimicro_schema import cli

Run = Callable[..., tuple[int, str, str]]

SMALL: Any = yaml.safe_load((Path(__file__).parents[1] / "data/small-contract.yaml").read_text(encoding="utf-8"))
NAME = "/components/schemas/Thing/properties/Name"
CODE = "/components/schemas/Thing/properties/Code"
BUNDLE = "tools/unimicro_schema/generated/openapi.json"
PHONE = "openapi/schemas/Phone.yaml"


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    """Writes the small contract with edits, given as pointers and values, and returns the path."""

    def write(name: str, *edits: tuple[str, Any]) -> str:
        contract = SMALL
        for pointer, value in edits:
            contract = edited(contract, pointer, value)
        (tmp_path / name).write_bytes(orjson.dumps(contract))
        return str(tmp_path / name)

    return write


@pytest.fixture
def git(checkout: Path) -> Callable[..., str]:
    """A copy of the checkout with a history of its own; runs git in it."""

    def run(*arguments: str) -> str:
        who = [
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.no",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "tag.gpgsign=false",
        ]
        command = ["git", "-C", str(checkout), *who, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    run("init", "--quiet")
    run("add", ".")
    run("commit", "--quiet", "--message", "First")
    return run


def shorter(checkout: Path) -> None:
    """Limits a text in the hand-written contract, which breaks who sends it."""
    file = checkout / PHONE
    text = file.read_text(encoding="utf-8")
    old = 'type: [string, "null"]\n    description: What the number is for'
    assert old in text, f"{PHONE} no longer holds {old!r}"
    file.write_text(
        text.replace(old, old.replace("\n", "\n    maxLength: 40\n    x-limit-provenance: platform\n", 1)),
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("version", "edits", "code"),
    [
        ("1.0.0", [], 0),
        ("1.0.0", [(f"{NAME}/description", "A name.")], 0),
        ("1.0.0", [(f"{CODE}", {"type": ["string", "null"], "deprecated": True})], 0),
        ("1.0.0", [(CODE, GONE)], 1),
        ("1.1.0", [(CODE, GONE)], 1),
        ("2.0.0", [(CODE, GONE)], 0),
        ("0.9.0", [(CODE, GONE)], 1),
        ("later", [(CODE, GONE)], 1),
    ],
)
def test_a_break_that_the_version_does_not_declare_fails(
    run: Run, written: Callable[..., str], version: str, edits: list[tuple[str, Any]], code: int
) -> None:
    assert run("diff", written("old.json"), written("new.json", *edits, ("/info/version", version)))[0] == code


def test_before_1_0_the_minor_number_declares_a_break(run: Run, written: Callable[..., str]) -> None:
    old = written("old.json", ("/info/version", "0.3.1"))
    assert run("diff", old, written("a.json", (CODE, GONE), ("/info/version", "0.3.2")))[0] == 1
    assert run("diff", old, written("b.json", (CODE, GONE), ("/info/version", "0.4.0")))[0] == 0


EDITS = [(CODE, GONE), (f"{NAME}/maxLength", 9), (f"{NAME}/description", "Its name."), ("/tags", [])]

TEXT = """\
Thing.Code: breaking (send, read, generate) property-removed: is gone; in createThing/201, createThing/request, pauseThing/request
Thing.Name: breaking (read) limit-loosened: had maxLength 5, has maxLength 9; in createThing/201, createThing/request, pauseThing/request
Thing.Name, tags: info docs-changed
2 breaking, 0 safe, 2 information; version 1.0.0 to 1.0.0 does not declare the breaks: raise `version` in openapi/openapi.yaml
"""

MARKDOWN = """\
**Breaking** for clients that read responses:

- `Thing.Name` had `maxLength 5`, has `maxLength 9` (limit-loosened).

**Breaking** for clients that send requests, read responses or use generated code:

- `Thing.Code` is gone (property-removed).

Descriptions, examples or sources of 2 places are different.
"""


def test_text_has_a_line_for_each_change_and_the_verdict(run: Run, written: Callable[..., str]) -> None:
    assert run("diff", written("old.json"), written("new.json", *EDITS)) == (1, TEXT, "")


def test_markdown_is_the_contract_part_of_a_changelog(run: Run, written: Callable[..., str]) -> None:
    result = run("diff", written("old.json"), written("new.json", *EDITS), "--format", "markdown")
    assert result == (1, MARKDOWN, "")


BULLETS = "".join(line for line in MARKDOWN.splitlines(keepends=True) if line.startswith("- "))
CHANGELOGS = [
    (f"# Log\n\n## 2.0.0\n\n### Contract\n\nShorter.\n\n{BULLETS}\n### Toolkit\n\n- More.\n", ""),
    (f"# Log\r\n\r\n## 2.0.0\r\n### Contract\r\n{BULLETS}".replace(".\n", ".\r\n"), ""),
    (f"# Log\n\n## 2.0.0\n\n### Contract\n\n## 1.0.0\n\n### Contract\n\n{BULLETS}", BULLETS),
    (f"# Log\n\n## 2.0.0\n\n### Toolkit\n\n{BULLETS}", BULLETS),
    (f"## 2.0.0\n### Contract\n{BULLETS.splitlines()[0]}\n", BULLETS.splitlines()[1] + "\n"),
    ("", BULLETS),
]


@pytest.mark.parametrize(("text", "expected"), CHANGELOGS)
def test_a_changelog_that_lacks_a_change_in_its_newest_version_fails(
    run: Run, written: Callable[..., str], tmp_path: Path, text: str, expected: str
) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_bytes(text.encode())
    new = written("new.json", *EDITS, ("/info/version", "2.0.0"))
    code, _, err = run("diff", written("old.json"), new, "--changelog", str(changelog))
    assert (code, err.partition("add:\n")[2]) == (int(bool(expected)), expected)


def test_a_changelog_that_cannot_be_read_is_said(run: Run, written: Callable[..., str], tmp_path: Path) -> None:
    code, _, err = run("diff", written("old.json"), written("new.json"), "--changelog", str(tmp_path / "none.md"))
    assert (code, err) == (2, f"unimicro-schema: {tmp_path / 'none.md'} cannot be read: No such file or directory\n")


def test_no_change_is_said_in_every_format(run: Run, written: Callable[..., str]) -> None:
    same = written("old.json")
    assert run("diff", same, same) == (0, "no changes\n", "")
    assert run("diff", same, same, "--format", "markdown") == (0, "No changes.\n", "")
    assert json.loads(run("diff", same, same, "--format", "json")[1])["changes"] == []


def test_json_fits_its_published_schema_and_says_all(run: Run, written: Callable[..., str]) -> None:
    schema = orjson.loads(files("unimicro_schema.changes").joinpath("changes.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    out = run("diff", written("old.json"), written("new.json", *EDITS), "--format", "json")[1]
    document = json.loads(out)
    Draft202012Validator(schema).validate(document)
    assert (document["declared"], document["passes"]) == (False, False)
    assert document["totals"] == {"breaking": 2, "safe": 0, "information": 2}
    assert document["changes"][0] == {
        "rule": "property-removed",
        "place": "Thing.Code",
        "message": "is gone",
        "old": None,
        "new": None,
        "send": "breaking",
        "read": "breaking",
        "generate": "breaking",
        "directions": ["request", "response"],
        "bodies": ["createThing/201", "createThing/request", "pauseThing/request"],
        "docs": "reference/changes/#property-removed",
    }


@pytest.mark.slow
def test_what_a_revision_held_is_compared_with_what_openapi_says_now(
    run: Run, checkout: Path, git: Callable[..., str]
) -> None:
    assert run("diff", "HEAD", "--root", str(checkout)) == (0, "no changes\n", "")
    shorter(checkout)  # and nobody has run the build
    code, out, _ = run("diff", "HEAD", "--root", str(checkout))
    assert code == 1
    assert out.startswith("Phone.Description: breaking (send) limit-tightened: had no maxLength, has maxLength 40; in ")
    assert run("diff", "HEAD", "HEAD", "--root", str(checkout))[1] == "no changes\n"
    assert run("diff", str(checkout / BUNDLE), str(checkout))[1] == out
    assert git("status", "--short").split() == ["M", PHONE]


@pytest.mark.slow
def test_the_gate_compares_with_the_last_release(run: Run, checkout: Path, git: Callable[..., str]) -> None:
    code, out, err = run("diff", "--root", str(checkout))
    assert (code, out) == (0, "")
    assert "there is no release tag before this commit, so there is nothing to compare with" in err
    git("tag", "v0.1.0")
    shorter(checkout)
    cli.main(["build", "--root", str(checkout)])
    git("commit", "--quiet", "--all", "--message", "Second")
    assert run("diff", "--root", str(checkout))[0] == 1
    git("tag", "v0.2.0")  # the release itself is compared with the one before it
    assert run("diff", "--root", str(checkout))[0] == 1
    text = (checkout / PHONE).read_text(encoding="utf-8")
    (checkout / PHONE).write_text(text.replace("maxLength: 40", "maxLength: 50"), encoding="utf-8")
    assert "had maxLength 40, has maxLength 50" in run("diff", "--root", str(checkout))[1]
    (checkout / PHONE).write_text(text, encoding="utf-8")
    git("commit", "--quiet", "--allow-empty", "--message", "Third")
    assert run("diff", "--root", str(checkout)) == (0, "no changes\n", "")


def test_outside_a_checkout_a_file_is_compared_with_the_installed_package(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("diff", str(root / BUNDLE)) == (0, "no changes\n", "")


def test_yaml_is_read_as_json_is(run: Run, root: Path) -> None:
    assert run("diff", str(root / "docs/reference/openapi.yaml"), str(root / BUNDLE)) == (0, "no changes\n", "")


@pytest.mark.parametrize("name", [".", "openapi", "openapi/openapi.yaml"])
def test_the_hand_written_contract_is_named_by_its_checkout_its_folder_or_its_main_file(
    run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shorter(checkout)
    monkeypatch.chdir(checkout)
    code, out, _ = run("diff", BUNDLE, name)
    assert (code, out.split(":")[0]) == (1, "Phone.Description")


def test_a_bundle_in_a_folder_of_that_name_is_a_file_like_any_other(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "openapi").mkdir()
    copy = tmp_path / "openapi/openapi.yaml"
    copy.write_bytes((root / "docs/reference/openapi.yaml").read_bytes())
    assert run("diff", str(copy), str(root / BUNDLE)) == (0, "no changes\n", "")


UNREADABLE = [
    ("{", "cannot be read: "),
    ("[]", "is not an OpenAPI 3 document that can be compared"),
    ("{}", "is not an OpenAPI 3 document that can be compared"),
    ('{"openapi": "3.1.0", "info": {"version": "1"}, "paths": []}', "is not an OpenAPI 3 document"),
    ('{"openapi": "2.0", "info": {"version": "1"}, "paths": {}}', "is not an OpenAPI 3 document"),
]


@pytest.mark.parametrize(("text", "expected"), UNREADABLE)
def test_what_is_no_contract_cannot_be_compared(run: Run, root: Path, tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    code, out, err = run("diff", str(tmp_path / "bad.json"), str(root / BUNDLE))
    assert (code, out) == (2, "")
    assert expected in err
    assert err.count("\n") == 1


def test_a_reference_that_leads_to_itself_cannot_be_compared(run: Run, written: Callable[..., str]) -> None:
    loop = ("/paths/~1things/post/parameters/0", {"$ref": "#/paths/~1things/post/parameters/0"})
    assert run("diff", written("loop.json", loop), written("old.json"))[0] == 2


@pytest.mark.parametrize("name", ["v9.9.9", "nowhere.json", "--upload-pack=x", "HEAD:README.md"])
def test_what_is_neither_file_nor_revision_is_said(
    run: Run, checkout: Path, git: Callable[..., str], name: str
) -> None:
    assert git("rev-parse", "HEAD")
    code, out, err = run("diff", "--root", str(checkout), "--", name)
    assert (code, out) == (2, "")
    assert f"{name} is neither a file, a folder nor a revision of {checkout}" in err


def test_a_folder_without_a_contract_cannot_be_compared(run: Run, tmp_path: Path) -> None:
    assert "holds no contract" in run("diff", str(tmp_path), str(tmp_path))[2]
    code, _, err = run("diff", "--root", str(tmp_path))
    assert code == 2
    assert "is not a git checkout" in err


def test_a_contract_with_errors_is_reported_with_them(run: Run, root: Path, edited: Callable[..., Path]) -> None:
    checkout = edited("schemas/Phone.yaml", "x-recommended:", "x-recomended:")
    code, out, err = run("diff", str(root / BUNDLE), str(checkout))
    assert (code, out) == (2, "")
    assert err.splitlines()[1].startswith("openapi/schemas/Phone.yaml#/properties/Type/x-recomended: ")


def test_the_manual_shows_what_the_command_says(run: Run, root: Path, tmp_path: Path) -> None:
    page = (root / "docs/toolkit/changes.md").read_text(encoding="utf-8")
    shown = page.partition("```console\n")[2].partition("```")[0]
    new = orjson.loads((root / BUNDLE).read_bytes())
    schemas = new["components"]["schemas"]
    schemas["Phone"]["properties"]["Description"]["maxLength"] = 40
    schemas["CustomerStatus"]["enum"].append(70001)
    schemas["CustomerStatus"]["x-enum-varnames"].append("Paused")
    schemas["Customer"]["properties"]["Info"]["description"] = "The business relation."
    (tmp_path / "new.json").write_bytes(orjson.dumps(new))
    command, said = shown.split("\n", 1)
    assert command.startswith("$ unimicro-schema diff ")
    assert run("diff", str(root / BUNDLE), str(tmp_path / "new.json"))[1] == said
