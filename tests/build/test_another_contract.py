"""The whole build of another contract, of another domain: what would only work for customers shows here.

The package is a copy of ours that holds nothing derived, in a checkout with the contract of a library. It runs in processes
of its own, as its users would run it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from helpers.building import GENERATORS, configuration

pytestmark = pytest.mark.slow

HERE = Path(__file__).parents[1]
OPERATIONS = {
    "listShelves", "countShelves", "saveShelves", "closeShelf", "listRemarks", "createLoan", "renewLoan",
}  # fmt: skip
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the other contract, built."""
    folder = tmp_path_factory.mktemp("lending")
    shutil.copytree(HERE / "data/lending", folder, dirs_exist_ok=True)
    unwanted = shutil.ignore_patterns("generated", "__pycache__")
    shutil.copytree(root / "tools/unimicro_schema", folder / "tools/unimicro_schema", ignore=unwanted)
    built = command(folder)("build")
    assert built.returncode == 0, built.stderr
    return folder


def command(folder: Path) -> Run:
    """Runs the command of the package in a checkout."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return process(folder, "-m", "unimicro_schema", *arguments, stdin=stdin)

    return run


def process(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Runs Python with the package of a checkout, and with the helpers of the tests."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder / 'tools'}{os.pathsep}{HERE}"},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def run(checkout: Path) -> Run:
    """Runs the command of the package."""
    return command(checkout)


def payload(name: str) -> str:
    return (HERE / f"data/lending/openapi/examples/{name}.json").read_text(encoding="utf-8")


def test_a_second_build_changes_nothing(run: Run) -> None:
    checked = run("build", "--check")
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.startswith("fresh: 0 added, 0 changed, 0 removed, ")


def test_the_bundle_is_openapi_and_keeps_the_answers_of_two_actions_apart(checkout: Path) -> None:
    bundle = json.loads((checkout / "tools/unimicro_schema/generated/openapi.json").read_bytes())
    assert [str(error) for error in OpenAPIV31SpecValidator(bundle).iter_errors()] == []
    answer = bundle["paths"]["/shelves"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**answer, "components": bundle["components"]})
    assert validator.is_valid([])
    assert validator.is_valid(7)
    assert not validator.is_valid("7")


def test_only_what_is_said_of_the_project_says_customer(checkout: Path) -> None:
    """One rule of the package is about phones: a contract asks for it by its id."""
    words = re.compile(r"customer|company|\bphone", re.IGNORECASE)
    found = {
        line.strip()
        for folder in ("docs/reference", "tools/unimicro_schema/generated")
        for path in (checkout / folder).rglob("*.*")
        if path.suffix in {".md", ".json", ".yaml", ".py"}
        for line in path.read_text(encoding="utf-8").splitlines()
        if words.search(re.sub("PydanticCustomError|phone-type-missing", "", line))
    }
    assert {line.rpartition("advice")[2].strip("|* .") for line in found} == {"A new phone number has no type"}


def test_every_named_example_fits_its_schema_and_what_is_sent_is_closed(run: Run, tmp_path: Path) -> None:
    for kind in ("schemas", "examples"):
        assert run(kind, "--output", str(tmp_path / kind)).returncode == 0
    seen = 0
    for path in (tmp_path / "examples").rglob("*.json"):
        operation, body, _ = path.relative_to(tmp_path / "examples").parts
        schema = json.loads((tmp_path / f"schemas/{operation}/{body}.json").read_bytes())
        Draft202012Validator.check_schema(schema)
        value = json.loads(path.read_bytes())
        assert Draft202012Validator(schema).is_valid(value), path
        rows = value if isinstance(value, list) else [value]
        if all(isinstance(row, dict) for row in rows):
            more = [{**row, "Unheard": 1} for row in rows]
            with_more = more if isinstance(value, list) else more[0]
            assert Draft202012Validator(schema).is_valid(with_more) == (body != "request"), path
        seen += 1
    assert seen > 30


MODELS = """
import json, sys
from pydantic import ValidationError
from unimicro_schema import example, operation, operations
from unimicro_schema.models import LoanCreate, Reader, Refusal, Remark, Shelf, ShelfSave, ShelfState, adapter
from unimicro_schema.registry import bodies

for entry in operations():
    for kind, body in bodies(entry.id).items():
        for name in body.examples:
            value = example(entry.id, name, None if kind == "request" else kind)
            reader = adapter(body)
            assert json.loads(reader.dump_json(reader.validate_python(value))) == value, (entry.id, kind, name)
inner = Shelf(label="Poetry", state=ShelfState.CLOSED)
outer = ShelfSave(label="Fiction", shelves=[inner, Shelf(label="Drama", shelves=[Shelf(label="Comedy")])])
assert outer.model_dump_json() == (
    '{"Label":"Fiction","Shelves":[{"Label":"Poetry","State":9},{"Label":"Drama","Shelves":[{"Label":"Comedy"}]}]}'
)
several = Refusal.model_validate_json('{"Reasons": [{"Why": "a"}]}').root
assert type(several).__name__ == "Reasons" and several.reasons[0].why == "a"
assert Shelf.model_validate_json('{"Number": 1, "Label": "a", "State": 77, "New": true}').state == 77
for wrong in ({}, {"titel": "a"}):
    try:
        LoanCreate(**wrong)
    except ValidationError:
        continue
    raise SystemExit(f"{wrong} was accepted")
print(operation("renewLoan").target(number=12, days=14))
"""


def test_the_models_read_and_write_what_the_contract_says(checkout: Path) -> None:
    ended = process(checkout, "-c", MODELS)
    assert ended.returncode == 0, ended.stderr
    assert "path='/shelves/12/loans', query={'action': 'renew', 'days': '14'}" in ended.stdout


# What is checked, the arguments, the exit code, and what is printed.
VERDICTS = [
    (payload("lend"), ["validate", "--as", "createLoan"], 0, "<stdin>: valid createLoan\n"),
    (payload("save"), ["validate", "--as", "saveShelves"], 0, "<stdin>: valid saveShelves\n"),
    ('[{"Label": "a", "State": 9, "Hight": 2.5}]', ["validate", "--as", "saveShelves"], 1,
     "<stdin>:1:29: error unknown-key /0/Hight: not a field of ShelfSave; did you mean Height?\n"),
    ('[{"Label": "a", "Shelves": [{"Label": "b", "State": 5}]}]', ["validate", "--as", "saveShelves"], 1,
     "<stdin>:1:53: error not-in-enum /0/Shelves/0/State: must be one of 1, 9\n"),
    ('{"Reader": {"Name": ""}}', ["validate", "--as", "createLoan"], 1,
     "<stdin>:1:1: error missing-identity: needs Title or Reader.Name, as non-empty text\n"),
    ('{"Title": "a", "Isbn": "1", "Reader": {"Email": "kari"}}', ["validate", "--as", "createLoan"], 0,
     ("<stdin>:1:16: advice deprecated-field /Isbn: is deprecated; use Title\n"
      "<stdin>:1:49: advice email-shape /Reader/Email: does not look like an e-mail address\n"
      "<stdin>: valid createLoan\n")),
    (payload("shelves"), ["validate", "--as", "listShelves", "--response", "200"], 0, "<stdin>: valid listShelves\n"),
    ('{"Whi": 1}', ["validate", "--as", "renewLoan", "--response", "400"], 1,
     "<stdin>:1:1: error unknown-shape: is not one of the documented bodies\n"),
    ("", ["query", "--as", "listShelves", "expand=Above.Loans&filter=Height gt 2.5 and Above.Label eq 'Fiction'"], 0,
     "<query>: valid listShelves\n"),
]  # fmt: skip


@pytest.mark.parametrize(("stdin", "arguments", "code", "said"), VERDICTS, ids=[str(case[1:3]) for case in VERDICTS])
def test_the_verdicts_are_those_of_the_other_contract(
    run: Run, stdin: str, arguments: list[str], code: int, said: str
) -> None:
    ended = run(*arguments, stdin=stdin)
    assert (ended.stdout, ended.returncode) == (said, code), ended.stderr


def test_a_query_and_an_error_body_are_explained_in_its_words(run: Run) -> None:
    query = run("query", "--as", "listShelves", "filter=Heigth gt 2")
    assert (query.returncode, "did you mean Height?" in query.stdout) == (1, True)
    explained = run("explain", stdin=payload("reasons"))
    assert explained.returncode == 0
    assert explained.stdout.startswith("<stdin>: Several reasons\n  message at /Reasons/0/Why: The shelf is closed.\n")
    assert {line.split()[0] for line in run("operations").stdout.splitlines()} >= OPERATIONS


@pytest.mark.node
def test_the_programs_of_every_language_make_their_calls_and_print_what_comes(checkout: Path) -> None:
    secret = json.dumps({"UNIMICRO_LIBRARY_CARD": "123"})
    folder = str(checkout / "docs/reference/snippets")
    ended = process(checkout, "-m", "helpers.programs", folder, "https://lending.example", secret)
    assert ended.returncode == 0, ended.stderr
    runs = [json.loads(line) for line in ended.stdout.splitlines()]
    assert {name.partition("-")[0] for name, *_ in runs} == OPERATIONS
    for name, language, ok, called, output in runs:
        assert (ok, called) == (True, [[name.partition("-")[0], []]]), (name, language, output)
    printed = {(name, language): output.strip() for name, language, _, _, output in runs}
    assert printed["listRemarks", "Python"].splitlines() == ['{"Text":"Very good.","Stars":4}', '{"Text":"Long."}']
    assert printed["listRemarks", "JavaScript"].splitlines()[0].startswith("[ { Text: 'Very good.', Stars: 4 }")
    assert printed["listShelves", "Python"].splitlines() == ["11 Fiction None", "12 Poetry Fiction"]
    assert {printed["countShelves", language] for language in ("curl", "Python", "JavaScript")} == {"7"}
    assert {printed["saveShelves", language] for language in ("curl", "Python", "JavaScript")} == {"1"}


def test_the_site_generator_renders_its_pages_and_finds_no_link_that_leads_nowhere(
    checkout: Path, root: Path, tmp_path: Path
) -> None:
    for folder in ("docs", "tools/unimicro_schema/generated/examples"):
        shutil.copytree(checkout / folder, tmp_path / folder)
    config = configuration(root)
    extensions = [item for item in config["markdown_extensions"] if not isinstance(item, dict)]
    extensions += [
        {name: {key: value for key, value in options.items() if key != "auto_append"}}
        for item in config["markdown_extensions"]
        if isinstance(item, dict)
        for name, options in item.items()
    ]
    kept = {key: config[key] for key in ("exclude_docs", "use_directory_urls", "validation")}
    (tmp_path / "docs/toolkit").mkdir()
    for page in (root / "docs/toolkit").glob("*.md"):  # the reference leads to the manual
        headings = re.findall("^#+ .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
        (tmp_path / "docs/toolkit" / page.name).write_text("\n\n".join(headings) + "\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    by_hand = [path for path in (tmp_path / "docs").rglob("*.md") if "reference" not in path.parts]
    own = configuration(checkout)
    nav = [*own["nav"], *(path.relative_to(tmp_path / "docs").as_posix() for path in by_hand)]
    settings = kept | own | {"nav": nav, "strict": True, "markdown_extensions": extensions}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    ended = subprocess.run(GENERATORS["mkdocs"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    for place in ["entities/Shelf", "errors/Reasons", "relations", *(f"operations/{name}" for name in OPERATIONS)]:
        assert (tmp_path / f"site/reference/{place}/index.html").is_file(), place


def test_its_numbers_are_counted_and_its_statuses_drawn(checkout: Path) -> None:
    def page(name: str) -> str:
        return (checkout / f"docs/reference/{name}.md").read_text(encoding="utf-8")

    assert f"| [Operations](index.md#operations) | {len(OPERATIONS)} |" in page("health")
    assert '<title id="status-title">How a shelf gets its status</title>' in page("diagrams/status")
    assert "Closed by closeShelf." in page("diagrams/status")
    assert "X-Library-Card: <library card>" in page("operations/closeShelf")


MOCK = """
import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from unimicro_schema.mock import serve

def call(method, path, body=None, card="7"):
    data = None if body is None else json.dumps(body).encode()
    sent = {"X-Library-Card": card, "Content-Type": "application/json"}
    try:
        with urlopen(Request(mock.url + path, data, sent, method=method)) as answer:
            content = answer.read()
            return [answer.status, json.loads(content) if content else None, answer.headers["X-Total"]]
    except HTTPError as refused:
        return [refused.code, json.loads(refused.read()), None]

shelf = {"Label": "Drama", "State": 1, "_mark": "3f0d4f52-60a1-4b7a-8a11-08c1b7a0c001"}
loan = {"Title": "Victoria"}
with serve() as mock:
    for asked in [
        ("GET", "/shelves", None, ""), ("GET", "/shelves?expand=Above"), ("PUT", "/shelves", [shelf]),
        ("GET", "/shelves?filter=Label%20eq%20%27Drama%27"), ("PUT", "/shelves?action=close&shelf=11"),
        ("PUT", "/shelves?action=close&shelf=11"), ("GET", "/shelves?filter=State%20eq%209"),
        ("GET", "/shelves?action=count"), ("POST", "/shelves/11/loans", loan), ("GET", "/shelves/11/loans"),
        ("GET", "/shelfs"), ("DELETE", "/shelves"),
    ]:
        print(json.dumps(call(*asked)))
"""


def test_the_mock_serves_the_other_contract(checkout: Path) -> None:
    """Its shelves are listed, saved and closed; what the contract does not tell is answered with an example."""
    ran = process(checkout, "-c", MOCK)
    assert ran.returncode == 0, ran.stderr
    answers = list(map(json.loads, ran.stdout.splitlines()))
    assert [status for status, _, _ in answers] == [401, 200, 200, 200, 204, 400, 200, 200, 201, 200, 404, 405]
    _, listed, _, drama, _, twice, closed, count, lent, remarks, _, _ = (body for _, body, _ in answers)
    assert [row["Number"] for row in listed] == [11, 12]
    assert listed[1]["Above"]["Label"] == "Fiction"
    assert answers[1][2] == "2"
    assert [row["Label"] for row in drama] == ["Drama"]
    assert "does not allow closeShelf" in twice["Reasons"][0]["Why"]
    assert [row["Number"] for row in closed] == [11, 12]
    assert count == json.loads(payload("count"))
    assert (lent["Title"], lent["Number"] > 12) == ("Victoria", True)
    assert remarks == json.loads(payload("remarks"))
