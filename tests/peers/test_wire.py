"""Clients that other people's tools generate from the published bundle send what the contract says, and read what comes."""

import json
from dataclasses import replace

import pytest

from peers import habits, wire
from peers.clients import made
from peers.generators import FED, GENERATORS, WEEKLY, Generator
from peers.installation import Installed
from peers.outcomes import Outcome
from peers.wire import CALLS, REFUSED
from unimicro_schema import operations

ALL: list[tuple[Generator, list[pytest.MarkDecorator]]] = [
    *((generator, []) for generator in GENERATORS),
    *((generator, [pytest.mark.weekly]) for generator in WEEKLY),
]
every_generator = pytest.mark.parametrize(
    "found", [pytest.param(generator.name, marks=marks, id=generator.name) for generator, marks in ALL], indirect=True
)
every_call = pytest.mark.parametrize(
    ("found", "index"),
    [
        pytest.param(generator.name, index, marks=marks, id=f"{generator.name}-{call.operation}")
        for generator, marks in ALL
        for index, call in enumerate(generator.calls)
    ],
    indirect=["found"],
)


def test_the_calls_are_one_of_every_operation() -> None:
    assert sorted(call.operation for call in CALLS) == sorted(operation.id for operation in operations())


@every_generator
def test_the_client_is_generated_and_compiles_and_runs(found: Outcome) -> None:
    assert found.accepted.failure + found.refused.failure == ""


@every_call
def test_a_call_arrives_as_the_contract_says(found: Outcome, index: int) -> None:
    received = found.accepted.received[index : index + 1]
    assert wire.deviations(received, found.generator.calls[index : index + 1]) == []


@every_generator
def test_no_other_call_arrives(found: Outcome) -> None:
    assert wire.deviations(found.accepted.received, found.generator.calls) == []


@every_generator
def test_the_answers_are_read(found: Outcome) -> None:
    assert found.accepted.read == tuple((call.operation, call.expected) for call in found.generator.calls)


@every_generator
def test_the_errors_are_read(found: Outcome) -> None:
    assert sorted(found.refused.read) == sorted((call.operation, call.expected) for call in REFUSED)


@every_call
def test_an_action_that_is_lost_would_be_noticed(found: Outcome, index: int) -> None:
    call = found.generator.calls[index]
    request = found.accepted.received[index]
    lost = replace(request, query=tuple(pair for pair in request.query if pair[0] != "action"))
    assert (f"{call.operation}: action is not sent" in wire.deviations([lost], [call])) == ("action" in call.sent)


@every_generator
def test_a_code_that_is_not_listed_is_read_where_codes_are_open(found: Outcome) -> None:
    nullable, plain, *opened = found.new_codes
    assert {nullable, plain} <= {habits.READ, habits.FAILS}
    assert opened == [habits.READ, habits.READ]


@every_generator
def test_what_nobody_sets_is_not_sent(found: Outcome) -> None:
    assert found.habits.unset == habits.LEFT_OUT


@every_generator
def test_an_empty_list_and_unknown_properties_are_read(found: Outcome) -> None:
    assert (found.habits.empty_list, found.habits.unknown_key) == (habits.READ, habits.READ)


@every_generator
def test_a_status_change_is_reported_as_done(found: Outcome) -> None:
    assert found.habits.status_change == habits.DONE


def test_a_description_with_the_action_in_its_path_loses_it(installed: Installed) -> None:
    bundle = json.loads(FED.read_text(encoding="utf-8"))
    operation = next(entry for entry in operations() if entry.id == "activateCustomer")
    node = bundle["paths"][operation.path][operation.method.lower()]
    own = next(entry for entry in node.pop("x-actions") if entry["operationId"] == operation.id)
    bundle["paths"] = {f"{operation.path}?action={operation.action}": {operation.method.lower(): node | own}}
    generator = replace(GENERATORS[0], name="action-in-path", program="action_in_path.py")
    client = made(replace(generator, run="python action_in_path.py"), installed, document=json.dumps(bundle).encode())
    call = next(call for call in CALLS if call.operation == operation.id)
    assert "activateCustomer: action is not sent" in wire.deviations(client.run("activate").received[:1], [call])
