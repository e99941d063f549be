"""Code that other people's tools make of the JSON Schemas compiles, and takes and refuses bodies as the page says."""

from collections.abc import Mapping

import pytest

from peers.schema_generators import MAKERS, Outcome


@pytest.mark.parametrize("title", [maker.title for maker in MAKERS])
def test_code_is_made_of_every_schema_and_compiles_and_takes_bodies(title: str, coded: Mapping[str, Outcome]) -> None:
    found = coded[title]
    assert found.right > 100
    assert found.wrong > 80
    assert found.taken > 0.9 * found.right, "the page says that it takes most right bodies"


def test_what_ajv_writes_gives_the_verdicts_of_the_contract(coded: Mapping[str, Outcome]) -> None:
    found = coded["Ajv, `standalone`"]
    assert (found.taken, found.refused) == (found.right, found.wrong)


def test_types_refuse_what_is_of_another_type_and_not_more(coded: Mapping[str, Outcome]) -> None:
    for title in ("quicktype", "json-schema-to-typescript"):
        assert coded[title].wrong / 2 < coded[title].refused < coded[title].wrong


def test_a_generator_that_does_not_follow_references_lets_everything_pass(coded: Mapping[str, Outcome]) -> None:
    assert coded["json-schema-to-zod"].refused == 0, "it does more now; the page can say so"
