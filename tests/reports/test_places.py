"""Reports for servers: paths from the top of the repository, marks of findings, times, values, and links."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree as ET

import pytest

from helpers.shell import called
from unimicro_schema import validate
from unimicro_schema.reports.places import below, in_repository

CREATE = ("validate", "--as", "createCustomer")
LAYOUTS = ("text", "json", "github", "sarif", "junit", "gitlab")
BAD = '{"OrgNumbr": "914012708"}'


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory `services/a` of a repository, with a bad payload and a stream."""
    place = tmp_path / "services/a"
    (place / "payloads").mkdir(parents=True)
    (place / "payloads/bad.json").write_text(BAD, encoding="utf-8")
    good = '{"OrgNumber": "914012708"}\n'
    (place / "good.ndjson").write_text(good * 2, encoding="utf-8")
    (place / "rows.ndjson").write_text(f'{good}{BAD}\n{{"OrgNumber": 9}}\n', encoding="utf-8")
    monkeypatch.chdir(place)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return place


def path_in(layout: str, out: str) -> str:
    """The path of the first finding as a server reads it."""
    if layout == "github":
        return out.partition("file=")[2].partition(",")[0]
    document = json.loads(out)
    if layout == "gitlab":
        return str(document[0]["location"]["path"])
    location = document["runs"][0]["results"][0]["locations"][0]
    return str(location["physicalLocation"]["artifactLocation"]["uri"])


@pytest.mark.parametrize("layout", ["github", "sarif", "gitlab"])
@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_count_from_where_the_server_says(service: Path, layout: str, variable: str) -> None:
    top = service.parents[1]
    done = called(*CREATE, "--format", layout, "payloads", **{variable: str(top)})  # type: ignore[arg-type]  # a setting
    assert path_in(layout, done.out) == "services/a/payloads/bad.json"
    done = called(*CREATE, "--format", layout, str(service / "payloads/bad.json"), **{variable: str(top)})  # type: ignore[arg-type]  # the same
    assert path_in(layout, done.out) == "services/a/payloads/bad.json"


@pytest.mark.parametrize("layout", ["github", "sarif", "gitlab"])
def test_paths_count_from_the_repository_where_no_server_says(service: Path, layout: str) -> None:
    (service.parents[1] / ".git").mkdir()
    done = called(*CREATE, "--format", layout, "./payloads/../payloads/bad.json")
    assert path_in(layout, done.out) == "services/a/payloads/bad.json"


def test_a_path_outside_the_repository_is_absolute(service: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(service))
    assert in_repository("../b/x.json") == (service.parent / "b/x.json").as_posix()
    assert in_repository("<stdin>") == "<stdin>"


def test_a_workspace_elsewhere_does_not_count(service: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", "/somewhere/else")
    assert service.is_dir()
    assert in_repository("payloads/bad.json") == "payloads/bad.json"


def test_a_path_has_forward_slashes_on_windows_too() -> None:
    assert below(PureWindowsPath(r"D:\a\r\s\x.json"), PureWindowsPath(r"D:\a\r")) == "s/x.json"
    assert below(PureWindowsPath(r"C:\x.json"), PureWindowsPath(r"D:\a\r")) == "C:/x.json"
    assert below(PurePosixPath("/a/b"), PurePosixPath("/a")) == "b"


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize("layout", ["sarif", "gitlab"])
def test_each_finding_has_a_mark_of_its_own_that_stays(layout: str) -> None:
    runs = [called(*CREATE, "--format", layout, "rows.ndjson", "payloads").out for _ in range(2)]
    assert runs[0] == runs[1]
    document = json.loads(runs[0])
    results = document if layout == "gitlab" else document["runs"][0]["results"]
    marks = [row["fingerprint"] if layout == "gitlab" else row["partialFingerprints"]["finding/v1"] for row in results]
    assert len(set(marks)) == len(marks) == 5


@pytest.mark.usefixtures("service")
def test_a_mark_stays_when_lines_move(service: Path) -> None:
    def mark() -> str:
        return str(json.loads(called(*CREATE, "--format", "gitlab", "payloads").out)[1]["fingerprint"])

    before = mark()
    (service / "payloads/bad.json").write_text(f"\n\n{BAD}", encoding="utf-8")
    assert mark() == before


@pytest.mark.usefixtures("service")
def test_gitlab_reads_a_list_of_entries() -> None:
    done = called(*CREATE, "--format", "gitlab", "payloads")
    first = json.loads(done.out)[1]
    assert (done.code, first["check_name"], first["severity"]) == (1, "unknown-key", "major")
    assert first["location"]["lines"] == {"begin": 1}
    assert "did you mean OrgNumber?" in first["description"]
    assert json.loads(called(*CREATE, "--format", "gitlab", "good.ndjson").out) == []


@pytest.mark.usefixtures("service")
def test_junit_has_a_case_for_a_valid_stream_and_a_name_for_each_line() -> None:
    cases = ET.fromstring(called(*CREATE, "--format", "junit", "good.ndjson").out).findall(".//testcase")  # noqa: S314  # our own
    assert [case.get("name") for case in cases] == ["good.ndjson"]
    done = called(*CREATE, "--format", "junit", "rows.ndjson")
    report = ET.fromstring(done.out)  # noqa: S314  # our own
    names = [case.get("name") for case in report.findall(".//testcase")]
    assert names == ["rows.ndjson:2", "rows.ndjson:3", "rows.ndjson"]
    assert all(float(node.get("time", "x")) >= 0 for node in (*report.iter("testsuite"), *report.iter("testcase")))


@pytest.mark.usefixtures("service")
def test_junit_has_no_passed_case_for_a_stream_that_is_not_there() -> None:
    report = ET.fromstring(called(*CREATE, "--format", "junit", "none.ndjson").out)  # noqa: S314  # our own
    assert [[child.tag for child in case] for case in report.findall(".//testcase")] == [["error"]]


ADVISED = '{"OrgNumber": "914012709", "CreditDays": "hush-hush"}'


@pytest.mark.parametrize("layout", LAYOUTS)
def test_values_are_in_messages_of_every_format_when_asked_and_only_then(service: Path, layout: str) -> None:
    (service / "x.json").write_text(ADVISED, encoding="utf-8")
    (service / "x.ndjson").write_text(ADVISED, encoding="utf-8")
    for name in ("x.json", "x.ndjson"):
        plain = called(*CREATE, "--format", layout, name).out
        assert "hush-hush" not in plain
        assert "914012709" not in plain
        asked = called(*CREATE, "--format", layout, "--show-values", name).out
        assert "hush-hush" in asked
        assert "914012709" in asked


def test_a_long_value_is_cut() -> None:
    report = validate({"OrgNumber": "1", "Info": {"Name": "x" * 5000}}, "createCustomer", show_values=True)
    assert report.findings[0].message.endswith(f'(the value is "{"x" * 79}...)')


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize(("site", "link"), [("https://docs.example/x/", "https://docs.example/x/"), ("", "")])
def test_links_are_whole_where_the_site_is_known(site: str, link: str) -> None:
    done = called(*CREATE, "--format", "json", "payloads", UNIMICRO_SCHEMA_DOCS=site)
    docs = [finding["docs"] for finding in json.loads(done.out)["results"][0]["findings"]]
    assert docs[1] == f"{link}reference/findings/#unknown-key"
    rules = json.loads(called(*CREATE, "--format", "sarif", "payloads", UNIMICRO_SCHEMA_DOCS=site).out)
    (rule, *_) = rules["runs"][0]["tool"]["driver"]["rules"]
    assert rule.get("helpUri") == (f"{link}reference/findings/#{rule['id']}" if link else None)
    assert f"see {link}reference/errors/" in called("explain", stdin=b"{}", UNIMICRO_SCHEMA_DOCS=site).out
