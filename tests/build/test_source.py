"""How the files of the contract are read: what cannot be read is reported, never raised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unimicro_schema import cli
from unimicro_schema.build.source import Source

# A file, a part of it, what is there instead, and a part of the message.
UNREADABLE = [
    ("schemas/Phone.yaml", "type: object", "type: [object", "not YAML, line 2 column"),
    (
        "schemas/Phone.yaml",
        "type: object",
        "type: object\ntype: object",
        "not YAML, line 2 column 1: the key type appears twice",
    ),
    (
        "schemas/Phone.yaml",
        "type: object",
        "type: object\n7: seven",
        "not YAML, line 2 column 1: the key 7 must be quoted",
    ),
    ("schemas/Phone.yaml", "Sentralbord", "Sentralbord \udce6", "not UTF-8 at byte"),
    ("examples/create-lead.json", "{", "{,", "not JSON, line 1 column 2"),
]

# Files that are YAML and yet not of the shape that OpenAPI asks for: the file, a part of it, and what is there instead.
MISSHAPEN = [
    ("schemas/Phone.yaml", "type: object", "type: objekt"),
    ("schemas/Phone.yaml", "properties:\n", "properties:\n  Extension:\n"),
    ("schemas/Phone.yaml", "examples: [Sentralbord]", "examples: Sentralbord"),
    ("schemas/Address.yaml", "maxLength: 255", "maxLength: many"),
    ("schemas/Address.yaml", "  - $ref: EntityWithStatus.yaml", "  - EntityWithStatus.yaml"),
    ("schemas/PhoneType.yaml", "[Phone, Mobile, Fax, NotSet]", "3"),
    ("schemas/ServerError.yaml", "x-error:\n", "x-error: yes\nx-recognised-by:\n"),
    ("paths/report-type.yaml", "parameters:\n    - $ref: ../parameters.yaml#/reportTypePath", "parameters: reportType"),
    ("parameters.yaml", "schema: {type: boolean", "schema: {type: bool"),
    ("schemas/Address.yaml", "$ref: EntityWithStatus.yaml", "$ref: EntityWithState.yaml"),
    ("schemas/Address.yaml", '  AddressLine1:\n    type: [string, "null"]\n', "  AddressLine1:\n"),
    ("responses.yaml", "  description: The user may not do this in this company.\n", ""),
    ("responses.yaml", "      schema: {$ref: schemas/Unauthorized.yaml}\n", ""),
    ("paths/report-type.yaml", "$ref: ../responses.yaml#/NotFound", "$ref: null"),
]


@pytest.mark.parametrize("case", UNREADABLE, ids=[case[3] for case in UNREADABLE])
def test_a_file_that_cannot_be_read_is_reported_with_the_place_and_nothing_is_written(
    edited: Callable[[str, str, str], Path],
    case: tuple[str, str, str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    checkout = edited(*case[:3])
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    assert cli.main(["build", "--root", str(checkout)]) == 1
    assert f"openapi/{case[0]}#: {case[3]}" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before


def test_all_files_that_cannot_be_read_are_reported_at_once(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("schemas/Phone.yaml", "schemas/Email.yaml", "examples/create-lead.json"):
        (checkout / "openapi" / name).write_text("{", encoding="utf-8")
    assert cli.main(["build", "--root", str(checkout)]) == 1
    assert [line.split("#")[0] for line in capsys.readouterr().err.splitlines()] == [
        "openapi/examples/create-lead.json",
        "openapi/schemas/Email.yaml",
        "openapi/schemas/Phone.yaml",
    ]


@pytest.mark.parametrize(("file", "old", "new"), MISSHAPEN, ids=[f"{file} {new}" for file, _, new in MISSHAPEN])
def test_a_file_of_the_wrong_shape_is_reported_too(
    edited: Callable[[str, str, str], Path], file: str, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = edited(file, old, new)
    assert cli.main(["build", "--root", str(checkout)]) == 1
    assert f"openapi/{file}#" in capsys.readouterr().err


@pytest.mark.parametrize("file", ["openapi.yaml", "parameters.yaml", "paths/customers.yaml", "schemas/Phone.yaml"])
def test_an_empty_file_is_reported_too(checkout: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "openapi" / file).write_text("# nothing yet\n", encoding="utf-8")
    assert cli.main(["build", "--root", str(checkout)]) == 1
    assert f"openapi/{file}#" in capsys.readouterr().err


def test_yaml_is_read_by_the_core_schema_of_1_2(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        "[NO, on, yes, 2026-01-15, 010, 1_000, 12:30, null, true, 7]", encoding="utf-8"
    )
    read = Source(tmp_path).files["openapi.yaml"]
    assert read == ["NO", "on", "yes", "2026-01-15", 10, "1_000", "12:30", None, True, 7]
