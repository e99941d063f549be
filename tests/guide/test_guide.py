"""The guide keeps its word: commands run, queries and payloads fit the contract, and pages are alike."""

import json
import re
import shlex
import subprocess
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import guide, identity
from helpers.guide import PAGES, Query
from helpers.jobs import SECRETS, at, program
from helpers.programs import LANGUAGES, completed, show
from unimicro_schema import check_query, example, operations, validate
from unimicro_schema.mock import Mock, serve
from unimicro_schema.registry import bodies, published

EXAMPLES = "tools/unimicro_schema/generated/examples/"
PUBLISHED = re.compile(rf"{EXAMPLES}([\w/-]+\.json)")
FILES: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
"""The bodies that each file of an example belongs to: an operation, and `request` or a status."""
for operation in operations():
    for kind, body in bodies(operation.id).items():
        for name in body.examples:
            FILES[published.example_file(operation.id, kind, name)].append((operation.id, kind))
START = guide.FOLDER / "getting-started.md"
TASKS = [page for page in PAGES if "## The request" in guide.written(page)] + [START]


# The first steps, as a reader would take them.


@LANGUAGES
def test_the_first_steps_lead_to_a_customer(tab: str, tmp_path: Path) -> None:
    key = identity.client(tmp_path)
    with serve() as server:
        show(server)
        identity.serve_identity(server)
        run = completed(tab, at(server.url, program(START.stem, tab)), tmp_path, identity.CLIENT)
        assert run.returncode == 0, run.stderr
        assert not server.problems
    token, companies, created, read = server.received
    identity.check_assertion(token, key, server.url)
    assert companies.headers["Authorization"] == read.headers["Authorization"] == "Bearer a.b.c"
    assert (created.operation, read.operation) == ("createCustomer", "getCustomer")
    assert json.loads(created.body) == {"Info": {"Name": "Nordlys Regnskap AS"}}
    assert told(run.stdout) == f"{identity.COMPANY} Testfirma AS {shown(START)}"


def reading_everything(tab: str, server: Mock, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the program that reads every customer, against a server on this machine."""
    return completed(tab, at(server.url, program("list-and-query", tab)), folder, SECRETS)


@LANGUAGES
def test_everything_is_read_until_nothing_comes(tab: str, tmp_path: Path) -> None:
    with serve() as server:
        run = reading_everything(tab, server, tmp_path)
        assert run.returncode == 0, run.stderr
        assert not server.problems
    rows = [json.loads(line) for line in (tmp_path / "customers.ndjson").read_text(encoding="utf-8").splitlines()]
    assert [row["ID"] for row in rows] == [row["ID"] for row in example("listCustomers", "customers", 200)]
    asked = [dict(request.query)["filter"] for request in server.received]
    assert asked == ["ID gt 0", f"ID gt {rows[-1]['ID']}"]


@LANGUAGES
def test_reading_everything_notices_a_filter_that_is_ignored(tab: str, tmp_path: Path) -> None:
    with serve() as server:
        server.answer("listCustomers", 200, "customers")
        run = reading_everything(tab, server, tmp_path)
    assert run.returncode != 0
    assert "The filter was ignored." in run.stderr


def told(output: str) -> str:
    """What the steps printed, without the punctuation of jq."""
    return " ".join(re.sub(r'"\w+": |[{},"]', " ", output).split())


def shown(page: Path) -> str:
    """The first block of output on a page."""
    return next(block.text for block in guide.blocks(guide.written(page)) if block.language == "text").strip()


# Queries and payloads.

QUERIES = sorted(set(guide.queries()), key=lambda query: (query.page, query.operation, query.text))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.page}-{query.text[:60]}")
def test_every_query_is_right(query: Query) -> None:
    assert query.operation, f"{query.page} shows {query.text}, which is not a request of the contract"
    findings = check_query(query.text, query.operation).findings
    # A part of a query within a sentence need not expand what it filters on.
    assert [finding for finding in findings if finding.severity == "error"] == [], query.page


@pytest.mark.parametrize("query", [query for query in QUERIES if "list-and-query" in query.page])
def test_every_query_of_the_recipes_is_as_advised(query: Query) -> None:
    assert check_query(query.text, query.operation).findings == ()


def test_queries_are_found_on_every_page_that_shows_them() -> None:
    assert {"listCustomers", "getCustomer", "getPreviousCustomer"} <= {query.operation for query in QUERIES}
    hinted = {guide.name(page) for page in PAGES if re.search(r"\b(filter|expand|orderby)=\w", guide.written(page))}
    assert hinted <= {query.page for query in QUERIES}
    assert len(QUERIES) >= 30


@pytest.mark.parametrize("page", PAGES, ids=guide.name)
def test_every_payload_is_a_published_example_and_fits_its_operation(page: Path) -> None:
    written = [block.text for block in guide.blocks(guide.written(page)) if block.language == "json"]
    complete = [block.text for block in guide.blocks(guide.complete(page))]
    for text in written:
        match = PUBLISHED.search(text)
        assert match, f"{guide.name(page)} has a payload of its own: {text}"
        assert len(text.splitlines()) == 1
        payload = (guide.ROOT / match[0]).read_text(encoding="utf-8")
        assert payload in complete
        assert FILES[match[1]], f"{guide.name(page)}: {match[1]} is the example of no body"
        for operation, body in FILES[match[1]]:
            status = None if body == "request" else body
            assert validate(payload, operation, status).valid, f"{guide.name(page)}: {match[1]}, {operation}"


def test_every_request_example_is_shown_in_the_guide() -> None:
    everything = "\n".join(map(guide.written, PAGES))
    sent = {file for file, places in FILES.items() if any(body == "request" for _, body in places)}
    by_hand = {file for file in sent if "/composed-" not in file}
    assert [file for file in sorted(by_hand) if EXAMPLES + file not in everything] == []


def test_the_toolkit_says_what_the_pages_show_it_to_say(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = 0
    for page in PAGES:
        for block in guide.blocks(guide.complete(page)):
            if block.language != "console":
                continue
            for command, answer in re.findall(
                r"^\$ unimicro-schema (.*)\n((?:(?!\$ ).+\n)*)", block.text, re.MULTILINE
            ):
                _, out, err = run(*shlex.split(command))
                assert out + err == answer, f"{guide.name(page)}: {command}"
                shown += 1
    assert shown


# Pages that are alike.


@pytest.mark.parametrize("page", TASKS, ids=guide.name)
def test_every_task_shows_the_response_what_can_go_wrong_and_what_is_next(page: Path) -> None:
    parts = re.findall(r"^## (.+)$", guide.written(page), re.MULTILINE)
    assert parts[-3:] == ["The response", "What can go wrong", "Next step"] or (
        [part for part in parts if part in {"The response", "What can go wrong", "Next step"}]
        == ["The response", "What can go wrong", "Next step"]
        and parts[-1] == "Next step"
    )


@pytest.mark.parametrize("page", PAGES[1:], ids=guide.name)
def test_every_page_ends_with_the_next_step(page: Path) -> None:
    last = guide.written(page).rpartition("\n## ")[2]
    assert last.startswith("Next step\n")
    assert "](" in last


def test_every_operation_has_its_code_in_the_guide(root: Path) -> None:
    everything = "\n".join(map(guide.written, PAGES))
    folder = root / "docs/reference/snippets"
    assert all((folder / f"{operation.id}.md").is_file() for operation in operations())
    missing = [operation.id for operation in operations() if f"snippets/{operation.id}" not in everything]
    assert missing == []


# The glossary.


def test_every_term_is_explained_once(root: Path) -> None:
    page = guide.written(guide.FOLDER / "glossary.md")
    terms = re.findall(r"^<!-- --8<-- \[start:([\w-]+)\] -->\n(.+)\n<!-- --8<-- \[end:\1\] -->$", page, re.MULTILINE)
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert [term for term, _ in terms] == [heading.lower().replace(" ", "-") for heading in headings[: len(terms)]]
    # A tooltip shows no Markdown.
    assert [text for _, text in terms if re.search(r"[`*_\[\]<>\"]", text)] == []
    tooltips = (root / "docs/assets/glossary.txt").read_text(encoding="utf-8")
    shape = r'\*\[([^\]]+)\]:\n--8<-- "docs/guide/glossary\.md:([\w-]+)"\n'
    assert re.fullmatch(rf"(?:{shape}\n?)+", tooltips)
    assert list(dict.fromkeys(section for _, section in re.findall(shape, tooltips))) == [term for term, _ in terms]
