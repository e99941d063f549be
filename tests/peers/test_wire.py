"""Clients that other people's tools generate from the published bundle send what the contract says, and read what comes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from peers import wire
from peers.generators import FED, GENERATORS, Outcome, outcome
from peers.installation import Installed
from peers.wire import CALLS, REFUSED
from unimicro_schema import operations

every_generator = pytest.mark.parametrize("name", [generator.name for generator in GENERATORS])


def test_the_calls_are_one_of_every_operation() -> None:
    assert sorted(call.operation for call in CALLS) == sorted(operation.id for operation in operations())


@every_generator
def test_the_client_is_generated_and_compiles_and_runs(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].failure == ""


@every_generator
@pytest.mark.parametrize("index", range(len(CALLS)), ids=lambda index: CALLS[index].operation)
def test_a_call_arrives_as_the_contract_says(name: str, index: int, outcomes: dict[str, Outcome]) -> None:
    received = outcomes[name].received[index : index + 1]
    assert wire.deviations(received, CALLS[index : index + 1]) == []


@every_generator
def test_no_other_call_arrives(name: str, outcomes: dict[str, Outcome]) -> None:
    assert wire.deviations(outcomes[name].received, CALLS) == []


@every_generator
def test_the_answers_are_read(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].read == tuple((call.operation, call.expected) for call in CALLS)


@every_generator
def test_the_errors_are_read(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].refused == tuple((call.operation, call.expected) for call in REFUSED)


@every_generator
@pytest.mark.parametrize("call", [call for call in CALLS if "action" in call.sent], ids=lambda call: call.operation)
def test_an_action_that_is_lost_would_be_noticed(name: str, call: wire.Call, outcomes: dict[str, Outcome]) -> None:
    request = outcomes[name].received[CALLS.index(call)]
    lost = replace(request, query=tuple(pair for pair in request.query if pair[0] != "action"))
    assert f"{call.operation}: action is not sent" in wire.deviations([lost], [call])


@every_generator
def test_a_code_that_is_not_listed_is_read_or_fails_and_is_read_where_codes_are_open(
    name: str, new_codes: dict[str, tuple[str, ...]]
) -> None:
    nullable, plain, *opened = new_codes[name]
    assert {nullable, plain} <= {"read", "fails"}
    assert opened == ["read", "read"]


def test_a_description_with_the_action_in_its_path_loses_it(installed: Installed, tmp_path: Path) -> None:
    bundle = json.loads(FED.read_text(encoding="utf-8"))
    operation = next(entry for entry in operations() if entry.id == "activateCustomer")
    node = bundle["paths"][operation.path][operation.method.lower()]
    own = next(entry for entry in node.pop("x-actions") if entry["operationId"] == operation.id)
    bundle["paths"] = {f"{operation.path}?action={operation.action}": {operation.method.lower(): node | own}}
    fed = tmp_path / "in-path.json"
    fed.write_text(json.dumps(bundle), encoding="utf-8")
    generator = replace(GENERATORS[0], name="action-in-path", fed=fed, calls="action_in_path.py")
    generator = replace(generator, run="python action_in_path.py")
    received = outcome(generator, installed).received[:1]
    call = next(call for call in CALLS if call.operation == operation.id)
    assert "activateCustomer: action is not sent" in wire.deviations(received, [call])
