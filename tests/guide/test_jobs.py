"""The pages for whole jobs: their programs call what the pages say, in every language, and stop where a step fails."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import guide
from helpers.jobs import JOBS, VARIABLES, at, program
from helpers.programs import LANGUAGES, RUNNERS, completed, show
from unimicro_schema import example
from unimicro_schema.mock import Mock, serve

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[Mock]:
    with serve() as running:
        show(running)
        yield running


def run(job: str, tab: str, server: Mock, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What came of a program, against a server on this machine."""
    return completed(tab, at(server.url, program(job, tab)), folder, {**VARIABLES[job], **variables})


def called(server: Mock) -> list[str | None]:
    """The operations that were called; none of the requests has a problem."""
    assert server.problems == []
    return [request.operation for request in server.received]


@LANGUAGES
def test_a_customer_that_is_not_found_is_created_with_the_guid_of_the_shop(
    tab: str, server: Mock, tmp_path: Path
) -> None:
    server.answer("listCustomers", 200, "none")
    made = run("find-or-create", tab, server, tmp_path, ORG_NUMBER="312994151")
    assert made.returncode == 0, made.stderr
    assert called(server) == ["listCustomers", "createCustomer"]
    created = example("createCustomer", status=201)
    assert made.stdout.strip() == str(created["ID"])
    buyer = VARIABLES["find-or-create"]
    assert json.loads(server.received[-1].body) == {
        "_createguid": buyer["BUYER_GUID"],
        "OrgNumber": "312994151",
        "Info": {"Name": buyer["BUYER_NAME"], "DefaultEmail": {"EmailAddress": buyer["BUYER_EMAIL"]}},
    }


@LANGUAGES
def test_nothing_is_created_where_a_filter_is_ignored_or_the_number_is_none(
    tab: str, server: Mock, tmp_path: Path
) -> None:
    for number, message in {"312994151": "The filter was ignored.", "1' or 1": "Not an organisation number."}.items():
        made = run("find-or-create", tab, server, tmp_path, ORG_NUMBER=number)
        assert made.returncode != 0
        assert message in made.stderr
    assert called(server) == ["listCustomers"]


@LANGUAGES
def test_a_copy_has_the_customers_that_are_not_deleted_and_the_next_run_asks_for_changes(
    tab: str, server: Mock, tmp_path: Path
) -> None:
    listed = example("listCustomers", "customers", 200)
    server.reset()
    for _ in range(2):
        made = run("nightly-sync", tab, server, tmp_path)
        assert made.returncode == 0, made.stderr
    lines = (tmp_path / "customers.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["ID"] for line in lines] == [
        row["ID"] for row in listed if not row["Deleted"] and row["StatusCode"] != 90001
    ]
    since = (tmp_path / "since.txt").read_text(encoding="utf-8").strip()
    assert called(server) == ["listCustomers"] * 7  # nothing changed before the second run
    filters = [dict(request.query)["filter"] for request in server.received]
    changed = f" and (UpdatedAt ge '{since}' or CreatedAt ge '{since}')"
    assert (filters[0], filters[4]) == ("ID gt 0", f"ID gt 0{changed}")
    assert [dict(request.query).get("select") for request in server.received[2:4]] == ["ID,StatusCode"] * 2


@LANGUAGES
def test_a_copy_stays_as_it_was_where_a_call_fails(tab: str, server: Mock, tmp_path: Path) -> None:
    (tmp_path / "since.txt").write_text("2026-01-15", encoding="utf-8")
    server.answer("listCustomers", 500)
    assert run("nightly-sync", tab, server, tmp_path).returncode != 0
    assert (tmp_path / "since.txt").read_text(encoding="utf-8") == "2026-01-15"
    assert not (tmp_path / "customers.ndjson").exists() or (tmp_path / "customers.ndjson").stat().st_size == 0


@LANGUAGES
def test_closing_a_customer_compares_the_status_afterwards(tab: str, server: Mock, tmp_path: Path) -> None:
    made = run("close-a-customer", tab, server, tmp_path)
    assert called(server) == ["getCustomer", "deactivateCustomer", "getCustomer"]
    assert made.returncode != 0
    assert "The status did not change." in made.stderr


@LANGUAGES
def test_closing_a_customer_stops_where_it_is_refused(tab: str, server: Mock, tmp_path: Path) -> None:
    server.answer("deactivateCustomer", 400)
    assert run("close-a-customer", tab, server, tmp_path).returncode != 0
    assert called(server) == ["getCustomer", "deactivateCustomer"]


@LANGUAGES
def test_a_customer_without_duplicate_addresses_is_not_changed(tab: str, server: Mock, tmp_path: Path) -> None:
    made = run("duplicate-addresses", tab, server, tmp_path)
    assert (made.returncode, made.stdout.strip()) == (0, "Deleted: 0"), made.stderr
    assert called(server) == ["getCustomer"]


@pytest.mark.parametrize("job", JOBS)
def test_every_job_has_a_program_in_every_language(job: str) -> None:
    tabs = [block.tab for block in guide.blocks(guide.written(guide.FOLDER / f"{job}.md")) if block.tab]
    assert tabs == list(RUNNERS)


@pytest.mark.parametrize("job", JOBS)
def test_what_to_do_when_a_step_fails_is_said_of_steps_that_there_are(job: str) -> None:
    text = guide.written(guide.FOLDER / f"{job}.md")
    what, failures = (
        text.partition(f"\n## {title}\n")[2].partition("\n## ")[0] for title in ("What it does", "When a step fails")
    )
    steps = {line[0] for line in what.splitlines() if line[:1].isdigit()}
    told = {
        step.strip() for row in failures.splitlines() if row[2:3].isdigit() for step in row.split("|")[1].split(",")
    }
    assert told
    assert told <= steps
