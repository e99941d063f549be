"""The conformance kit: what its manifest says is what the tests say, and a stranger can use it with nothing but the archive."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from helpers import corpus, queries
from helpers.kit import unpacked
from site_files import conformance
from unimicro_schema import operations

pytestmark = pytest.mark.slow

PRINTED = re.compile(
    r"(?:(?P<line>\d+):(?P<column>\d+): )?(?P<severity>\w+) (?P<rule>[a-z-]+)(?: (?P<pointer>/.*?))?: "
)


@pytest.fixture(scope="module")
def kit(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the archive holds."""
    return unpacked(root, tmp_path_factory.mktemp("kit"))


@pytest.fixture(scope="module")
def manifest(kit: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((kit / "manifest.json").read_bytes())
    return content


def test_a_body_of_the_corpus_is_in_the_kit_with_the_findings_that_must_be_printed(
    kit: Path, manifest: dict[str, Any]
) -> None:
    cases = {case["file"].removeprefix("bodies/"): case for case in manifest["bodies"]}
    assert list(cases) == corpus.files()
    for name, case in cases.items():
        operation, body, text = corpus.case(name)
        assert (kit / case["file"]).read_bytes() == text
        assert (case["operation"], case["status"] or "request") == (operation, body)
        assert case["valid"] is corpus.is_valid(name)
        printed = [PRINTED.match(line) for line in corpus.EXPECTED.get(name, ())]
        places = [(found["severity"], found["rule"], found["pointer"] or "") for found in printed if found]
        listed = [("error", item["rule"], item["pointer"]) for item in case["defects"]]
        listed += [("advice", item["rule"], item["pointer"]) for item in case["advice"]]
        assert sorted(listed) == sorted(places), name
        lines = [int(found["line"]) for found in printed if found and found["line"]]
        assert sorted(item["line"] for item in case["defects"] + case["advice"] if item["line"]) == sorted(lines), name


def test_queries_and_calls_are_those_of_the_tests(manifest: dict[str, Any]) -> None:
    kinds = [
        (case["as"], queries.unmarked(case["text"])[0], kind) for kind, found in queries.CASES.items() for case in found
    ]
    assert [(case["operation"], case["query"]) for case in manifest["queries"]] == [case[:2] for case in kinds]
    for case, (_, query, kind) in zip(manifest["queries"], kinds, strict=True):
        assert case["valid"] is (kind != "invalid"), query
        assert bool(case["advice"] or case["defects"]) is (kind != "valid"), query
    assert {case["operation"] for case in manifest["calls"] if case["valid"]} == {entry.id for entry in operations()}
    assert all(case["valid"] is not bool(case["defects"]) for case in manifest["calls"])


def test_the_manifest_fits_its_schema_which_lets_nothing_else_pass(kit: Path, manifest: dict[str, Any]) -> None:
    schema = json.loads((kit / "manifest.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    fits = Draft202012Validator(schema)
    assert [error.message for error in fits.iter_errors(manifest)] == []
    for kind in ("bodies", "queries", "calls"):
        case = manifest[kind][0]
        for key in case:
            assert not fits.is_valid({**manifest, kind: [{name: case[name] for name in case if name != key}]}), key
        assert not fits.is_valid({**manifest, kind: [{**case, "more": 1}]})


def test_what_a_case_needs_is_what_a_plain_validator_misses(kit: Path, manifest: dict[str, Any]) -> None:
    """A validator of parsed values that checks no formats is wrong of exactly these, but for what it cannot even parse."""
    for case in manifest["bodies"]:
        if case["schema"] is None:
            assert case["valid"]
            continue
        try:
            value = json.loads((kit / case["file"]).read_bytes())
        except ValueError:
            assert case["needs"] == ["text"]
            continue
        plain = Draft202012Validator(json.loads((kit / case["schema"]).read_bytes()))
        agrees = plain.is_valid(value) is case["valid"]
        assert agrees is (case["needs"] != ["formats"]) or case["needs"] == ["text"], case["file"]
    needs = [need for case in manifest["bodies"] for need in case["needs"]]
    assert needs.count("text") > 15
    assert needs.count("formats") > 5


def test_a_stranger_scores_a_validator_with_the_archive_alone(
    kit: Path, manifest: dict[str, Any], tmp_path: Path
) -> None:
    def scored(place: Path) -> list[str]:
        command = [sys.executable, str(place / "score.py")]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.splitlines()

    *wrong, last = scored(kit)
    needing = {case["file"]: case["needs"] for case in manifest["bodies"] if case["needs"]}
    missed = {line.split()[0] for line in wrong}
    assert missed < set(needing)
    assert {name for name, needs in needing.items() if needs == ["formats"]} < missed
    count = sum(case["schema"] is not None for case in manifest["bodies"])
    assert last == f"{count - len(wrong)} of {count} judged as the manifest says"
    spoiled = shutil.copytree(kit, tmp_path / "spoiled")
    bodies = [{**case, "valid": not case["valid"]} for case in manifest["bodies"]]
    (spoiled / "manifest.json").write_text(json.dumps({**manifest, "bodies": bodies}), encoding="utf-8")
    assert scored(spoiled)[-1] == f"{len(wrong)} of {count} judged as the manifest says"


def test_the_program_is_short(kit: Path) -> None:
    program = (kit / "score.py").read_text(encoding="utf-8")
    assert len([line for line in program.splitlines() if line.strip()]) <= 20


def test_the_readme_names_what_is_in_the_kit(kit: Path) -> None:
    readme = (kit / "README.md").read_text(encoding="utf-8")
    for path in kit.iterdir():
        named = f"`{path.name}/`" if path.is_dir() else f"`{path.name}`"
        assert path.name == "README.md" or named in readme


def test_the_same_checkout_gives_the_same_bytes(root: Path) -> None:
    program = "import sys, hashlib, pathlib; from site_files.conformance import kit; print(hashlib.sha256(kit(pathlib.Path(sys.argv[1]))).hexdigest())"
    sums = {
        subprocess.run(
            [sys.executable, "-c", program, str(root)],
            env={"PYTHONPATH": str(root / "tools"), "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(sums) == 1


@pytest.mark.slow
@pytest.mark.xdist_group("site")
def test_the_kit_is_among_the_downloads_with_its_checksum(site: Path, root: Path) -> None:
    folder = site / "reference/downloads"
    content = (folder / conformance.NAME).read_bytes()
    assert content == conformance.kit(root)
    digest = hashlib.sha256(content).hexdigest()
    page = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")
    link = page.find("a", href=conformance.NAME)
    assert link
    assert link.parent
    assert digest in link.parent.get_text()
    assert f"{digest}  {conformance.NAME}\n" in (folder / "SHA256SUMS").read_text()
