"""Clients that other people's tools generate from the published bundle send what the contract says, and read what comes."""

import json
from dataclasses import replace

import pytest

from peers import habits, wire
from peers.clients import made
from peers.generators import FED, GENERATORS, Generator
from peers.installation import Installed
from peers.outcomes import Outcome
from peers.wire import CALLS, REFUSED
from unimicro_schema import operations

every_generator = pytest.mark.parametrize("name", [generator.name for generator in GENERATORS])
every_call = pytest.mark.parametrize(
    ("name", "index"),
    [
        pytest.param(generator.name, index, id=f"{generator.name}-{call.operation}")
        for generator in GENERATORS
        for index, call in enumerate(generator.calls)
    ],
)


def generator_of(name: str) -> Generator:
    return next(generator for generator in GENERATORS if generator.name == name)


def test_the_calls_are_one_of_every_operation() -> None:
    assert sorted(call.operation for call in CALLS) == sorted(operation.id for operation in operations())


@every_generator
def test_the_client_is_generated_and_compiles_and_runs(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].accepted.failure + outcomes[name].refused.failure == ""


@every_call
def test_a_call_arrives_as_the_contract_says(name: str, index: int, outcomes: dict[str, Outcome]) -> None:
    received = outcomes[name].accepted.received[index : index + 1]
    assert wire.deviations(received, generator_of(name).calls[index : index + 1]) == []


@every_generator
def test_no_other_call_arrives(name: str, outcomes: dict[str, Outcome]) -> None:
    assert wire.deviations(outcomes[name].accepted.received, generator_of(name).calls) == []


@every_generator
def test_the_answers_are_read(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].accepted.read == tuple((call.operation, call.expected) for call in generator_of(name).calls)


@every_generator
def test_the_errors_are_read(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].refused.read == tuple((call.operation, call.expected) for call in REFUSED)


@every_call
def test_an_action_that_is_lost_would_be_noticed(name: str, index: int, outcomes: dict[str, Outcome]) -> None:
    call = generator_of(name).calls[index]
    request = outcomes[name].accepted.received[index]
    lost = replace(request, query=tuple(pair for pair in request.query if pair[0] != "action"))
    assert (f"{call.operation}: action is not sent" in wire.deviations([lost], [call])) == ("action" in call.sent)


@every_generator
def test_a_code_that_is_not_listed_is_read_where_codes_are_open(name: str, outcomes: dict[str, Outcome]) -> None:
    nullable, plain, *opened = outcomes[name].new_codes
    assert {nullable, plain} <= {habits.READ, habits.FAILS}
    assert opened == [habits.READ, habits.READ]


@every_generator
def test_what_nobody_sets_is_not_sent(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].habits.unset == habits.LEFT_OUT


@every_generator
def test_an_empty_list_and_unknown_properties_are_read(name: str, outcomes: dict[str, Outcome]) -> None:
    assert (outcomes[name].habits.empty_list, outcomes[name].habits.unknown_key) == (habits.READ, habits.READ)


@every_generator
def test_a_status_change_is_reported_as_done_where_the_answer_has_no_body(
    name: str, outcomes: dict[str, Outcome]
) -> None:
    assert outcomes[name].habits.status_change in {habits.DONE, "as failed after a 200 with a body"}


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
