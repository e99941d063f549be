"""The collections have every request of the contract, change nothing unasked, and run whole against the mock."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from unimicro_schema import operations
from unimicro_schema.derived.clients import bruno, http_file, postman
from unimicro_schema.derived.clients.collection import RequestCollection, SampleRequest, read
from unimicro_schema.mock import serve

COMPANY = "6588024e-24aa-4ee9-8bf5-bc28778f2e91"
EXISTING = "1042"  # a customer that the mock has from the start
SAFE = "Read"


@pytest.fixture(scope="module")
def collection(root: Path) -> RequestCollection:
    """The collection that the build wrote."""
    return read((root / "docs/reference/requests.json").read_bytes())


def statuses(collection: RequestCollection, url: str, values: dict[str, str]) -> list[tuple[SampleRequest, int]]:
    """The status of each request, with values for the variables."""
    known = {**collection.settings, "host": url, "token": "any", "companyKey": COMPANY, **values}

    def filled(text: str) -> str:
        for name, value in {**known, "$guid": str(uuid4())}.items():
            text = text.replace(f"{{{{{name}}}}}", value)
        return text

    found = []
    with httpx.Client(base_url=url) as client:
        for request in collection.requests:
            headers = {name: filled(value) for name, value in collection.headers.items()}
            body = None if request.body is None else filled(request.body)
            headers |= {} if body is None else {"Content-Type": "application/json"}
            answer = client.request(request.method, filled(request.target), headers=headers, content=body)
            found.append((request, answer.status_code))
    return found


def test_every_operation_and_every_example_is_a_request(collection: RequestCollection) -> None:
    wanted = {
        (entry.id, name)
        for entry in operations()
        for name in (entry.request.examples if entry.request else [""])
        if not name.startswith("composed-")
    }
    known = {(request.operation, request.name) for request in collection.requests}
    first = {entry.id: entry.request.examples[0] for entry in operations() if entry.request}
    assert wanted <= known | {(name, first[name]) for name, shown in known if name in first and not shown}
    assert len({request.called for request in collection.requests}) == len(collection.requests)


def test_a_whole_run_against_a_fresh_mock_succeeds(collection: RequestCollection) -> None:
    with serve() as mock:
        found = statuses(collection, mock.url, {"id": EXISTING})
    assert [(request.called, status) for request, status in found if status not in request.statuses] == []


def test_nothing_that_exists_is_changed_before_an_id_is_filled_in(collection: RequestCollection) -> None:
    with serve() as mock:
        path = f"{mock.url}/api/biz/customers/{EXISTING}?expand=Info"
        headers = {"Authorization": "Bearer any", "CompanyKey": COMPANY}
        before = httpx.get(path, headers=headers).json()
        found = [*statuses(collection, mock.url, {}), *statuses(collection, mock.url, {"id": "YOUR_ID"})]
        assert httpx.get(path, headers=headers).json() == before
    changing = [status for request, status in found if request.group not in {SAFE, "Create"}]
    assert changing
    assert [status for status in changing if status < 400] == []


def test_only_what_is_named_so_changes_anything(collection: RequestCollection) -> None:
    groups = {
        request.method: {item.group for item in collection.requests if item.method == request.method}
        for request in collection.requests
    }
    assert groups["GET"] == {SAFE}
    assert groups["DELETE"] == {"Delete"}
    assert collection.groups[-1].name == "Delete"
    assert SAFE not in groups["PUT"] | groups["POST"]


def test_secrets_and_ids_are_variables_that_are_empty(collection: RequestCollection) -> None:
    assert [name for name, value in collection.settings.items() if value] == ["host"]
    texts = [http_file.written(collection), postman.written(collection)]
    texts += [content.decode() for content in bruno.files(collection).values()]
    assert [text for text in texts if EXISTING in text] == []
    environment = bruno.files(collection)["environments/Test.bru"].decode()
    assert [secret.name for secret in collection.secrets if f"{secret.name}:" in environment] == []


def test_each_format_has_every_request_in_its_order(collection: RequestCollection) -> None:
    titles = [request.title for request in collection.requests]
    lines = http_file.written(collection).splitlines()
    assert [line.removeprefix("### ") for line in lines if line.startswith("### ")] == titles
    folders = json.loads(postman.written(collection))["item"]
    assert [item["name"] for folder in folders for item in folder["item"]] == titles
    files = bruno.files(collection)
    assert [f"{request.group}/{request.called}.bru" in files for request in collection.requests] == [True] * len(titles)
    assert len(files) == len(titles) + len(collection.groups) + 3
